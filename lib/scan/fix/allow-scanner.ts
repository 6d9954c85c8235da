import { plain } from './documents.ts';
import { words } from './expect.ts';
import { json } from './quote.ts';
import type { Artefact, FixDefinition } from './types.ts';

/** The product token of our User-Agent and of robots.txt groups that speak of us. */
const agent = 'Latchkey';

const walls: readonly { product: RegExp; artefact: Artefact }[] = [
  {
    product: /cloudflare/i,
    artefact: plain({
      title: 'Cloudflare custom rule',
      language: 'text',
      // Bot Fight Mode of the free plan cannot be skipped by a rule; Super Bot Fight Mode can (Cloudflare, "Available skip options").
      text: [
        'Security > Security rules > Create rule > Custom rules',
        'When incoming requests match:',
        `  (http.user_agent contains "${agent}" and http.request.method in {"GET" "HEAD" "POST" "OPTIONS"})`,
        'Then take action: Skip',
        '  All remaining custom rules, All managed rules, All Super Bot Fight Mode rules',
        'Bot Fight Mode of the free plan cannot be skipped by a rule: switch it off for the scan.',
      ].join('\n'),
    }),
  },
  {
    product: /aws|amazon/i,
    artefact: plain({
      title: 'AWS WAF rule (console, JSON editor)',
      language: 'json',
      text: json({
        Name: 'allow-latchkey',
        Priority: 0,
        Statement: {
          ByteMatchStatement: {
            FieldToMatch: { SingleHeader: { Name: 'user-agent' } },
            PositionalConstraint: 'CONTAINS',
            SearchString: agent,
            TextTransformations: [{ Priority: 0, Type: 'NONE' }],
          },
        },
        Action: { Allow: {} },
        VisibilityConfig: {
          SampledRequestsEnabled: true,
          CloudWatchMetricsEnabled: true,
          MetricName: 'allow-latchkey',
        },
      }),
    }),
  },
  {
    product: /nginx/i,
    artefact: plain({
      title: 'nginx, where it blocks by User-Agent',
      language: 'nginx',
      text: [
        '# In http {}: the first expression that matches wins.',
        'map $http_user_agent $blocked_agent {',
        '    default 0;',
        `    "~*${agent}" 0;`,
        '    "~*(bot|crawler|spider|scan)" 1;',
        '}',
        '# In server {}: if ($blocked_agent) { return 403; }',
      ].join('\n'),
    }),
  },
];

export const allowScanner: FixDefinition = {
  id: 'allow-scanner',
  title: 'Let the scanner through',
  checklist: [],
  appliesTo: ({ findings }) => findings.outcome === 'blocked',
  build({ subject, places }) {
    const products = subject.evidence.reach.walls.map((wall) => wall.product);
    const matching = walls.filter(({ product }) => products.some((name) => product.test(name)));
    const others = walls.filter((wall) => !matching.includes(wall));
    return {
      reason:
        'This is not a score: what lies behind could not be looked at. Agents send the same kind of requests, so whatever stopped this scan may stop them too.',
      steps: [
        `Allow requests whose User-Agent holds ${agent} on {{API_URL}}, your documentation and /.well-known/.`,
        'Exempt the API and the token endpoint from challenge pages altogether: a program that carries a credential cannot solve one.',
        'Anyone can send that User-Agent, so keep your rate limits; one scan makes fewer than 100 requests.',
        'Scan again, then remove the rule if you like.',
      ],
      keeps: ['Everybody else meets the wall as before, and rate limits stay.'],
      undo: 'Remove the rule.',
      work: 'switch',
      checks: [
        {
          command: `curl -sS -i -A '${agent}' ${places.callKind === 'get' ? '' : '-X POST '}{{CALL_URL}}`,
          expect: words('the answer of the API itself, such as a 401 in JSON, and no challenge page'),
        },
        { command: `curl -sS -i -A '${agent}' {{SITE_URL}}`, expect: words('HTTP 200') },
      ],
      code: null,
      artefacts: [
        ...matching.map(({ artefact }) => artefact),
        plain({ title: 'robots.txt', language: 'text', text: `User-agent: ${agent}\nAllow: /` }),
        ...others.map(({ artefact }) => artefact),
      ],
    };
  },
};
