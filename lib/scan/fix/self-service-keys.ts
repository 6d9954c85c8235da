import { publishing, saying, withEvidence } from './after.ts';
import { bearerChallenge, placeValues } from './challenge.ts';
import { plain, serverMetadata } from './documents.ts';
import { notRegistered, registered, words } from './expect.ts';
import { serverOf } from './products.ts';
import type { FixContext, FixDefinition } from './types.ts';

/** Our own sentences for the documentation; what an agent reads there is what a second scan reads. */
const sentencesFor = ({ subject }: FixContext): string[] =>
  subject.oauth
    ? [
        'Register a client yourself. It works at once; nobody has to approve it.',
        'New clients may make 60 requests a minute. Ask for more when you need more.',
      ]
    : [
        'Create an API key yourself. It works at once; nobody has to approve it.',
        'New keys may make 60 requests a minute. Ask for more when you need more.',
      ];

/**
 * A client that registers itself is of use where a grant takes it without a person. The clients of a product are the product's: one that files of
 * ours registered would be unknown at its token endpoint.
 */
const registers = ({ subject, products }: FixContext): boolean =>
  subject.grants.client_credentials.offered === 'yes' && serverOf(products) === undefined;

export const selfServiceKeys: FixDefinition = {
  id: 'self-service-keys',
  title: 'Give out keys at once',
  checklist: [],
  after(seen, context) {
    const { places } = context;
    const { REGISTRATION_URL, DOCS_URL } = places.slots;
    // What was said of approval is gone once the documentation says otherwise.
    const told = saying(
      withEvidence(seen, { statements: seen.evidence.statements.filter(({ topic }) => topic !== 'approval') }),
      DOCS_URL.value,
      {
        topic: 'self-service',
        quote: sentencesFor(context)[0] ?? '',
        credential: context.subject.oauth ? 'client' : 'key',
      },
    );
    if (!registers(context)) return told;
    const open = {
      url: REGISTRATION_URL.value,
      evidence: [],
      state: 'open' as const,
      reason: 'it answers a broken body',
    };
    const registering = withEvidence(told, { registrations: [open, ...told.evidence.registrations] });
    return places.server ? publishing(registering, places, { registrationEndpoint: open.url }) : registering;
  },
  build(context) {
    const { places } = context;
    const { KEYS_URL, REGISTRATION_URL } = places.slots;
    const signUp = KEYS_URL.seen ? `Sign up at ${KEYS_URL.value}.` : 'Sign up with your e-mail address.';
    const sentences = [...(context.subject.oauth ? [] : [signUp]), ...sentencesFor(context)];
    const text = ['## Getting access', '', ...sentences.map((sentence, index) => `${index + 1}. ${sentence}`)].join(
      '\n',
    );
    const byProgram = registers(context);
    const server = context.subject.oauth ? serverOf(context.products) : undefined;
    return {
      reason:
        'An agent, or its owner at two in the morning, cannot wait for somebody to read a form. Low limits on new keys keep abuse as small as an approval does, and turn nobody away.',
      steps: [
        'Let anyone who has confirmed an e-mail address create a key or a client at {{KEYS_URL}} that works at once.',
        'Start new keys with low rate limits and the smallest permissions; review accounts when their volume grows.',
        'Say so at {{DOCS_URL}} in plain words: who may create a key, that nobody approves it, and what its limits are.',
        ...(byProgram
          ? [
              'Open dynamic client registration at {{REGISTRATION_URL}} (RFC 7591 §3) and name it as registration_endpoint in the metadata.',
            ]
          : []),
        ...(server
          ? [
              `${server.name} keeps the clients: open dynamic registration there if it has it, or let a page of yours create clients in it.`,
            ]
          : []),
        'Let programs list, rotate and revoke keys too.',
      ],
      keeps: ['Existing keys and clients work as before; whoever approves higher limits today still does.'],
      undo: 'Close the page or the registration again; what was issued can be revoked one by one.',
      work: 'policy',
      checks: byProgram
        ? [
            {
              command: `curl -sS -i -H 'Content-Type: application/json' -d '{' {{REGISTRATION_URL}}`,
              expect: notRegistered,
            },
            {
              command: `curl -sS -i -H 'Content-Type: application/json' -d '{"client_name":"trial","grant_types":["client_credentials"]}' {{REGISTRATION_URL}}`,
              expect: registered,
            },
          ]
        : [
            {
              command: `curl -sSL {{DOCS_URL}} | grep -iE 'create (an|your) (api )?key|self-service'`,
              expect: words('the sentence that says how to create a key'),
            },
          ],
      artefacts: [
        plain({ title: 'Words for the documentation', language: 'markdown', text }),
        ...(byProgram ? serverMetadata(context, { registration_endpoint: REGISTRATION_URL.value }) : []),
      ],
      code: byProgram ? { kinds: ['registration'], values: placeValues(context, bearerChallenge(context)) } : null,
    };
  },
};
