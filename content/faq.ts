/** Questions and answers, with the numbers of this installation where an answer needs one. */
import { security } from '../lib/scan/dimensions/security.ts';
import { userAgent } from '../lib/scan/user-agent.ts';
import { caps } from '../lib/scan/dimensions/index.ts';
import { noApiOverallCap } from '../lib/scan/score/methodology.ts';
import type { Settings } from '../lib/settings.ts';

export interface Question {
  id: string;
  asks: string;
  answers: readonly string[];
}

export interface Chapter {
  id: string;
  title: string;
  questions: readonly Question[];
}

/** `cooldownS` and the like come from the operator, so the answers follow what this site really does. */
export function chaptersOf({
  siteName,
  scanMaxRequests,
  scanTimeoutS,
  cooldownS,
  keepReports,
  keepDays,
}: Pick<
  Settings,
  'siteName' | 'scanMaxRequests' | 'scanTimeoutS' | 'cooldownS' | 'keepReports' | 'keepDays'
>): Chapter[] {
  const product = userAgent.split('/')[0] ?? 'Latchkey';
  return [
    {
      id: 'scan',
      title: 'The scan',
      questions: [
        {
          id: 'sent',
          asks: 'What do you send to my servers?',
          answers: [
            `At most ${scanMaxRequests} requests in ${scanTimeoutS} seconds. They read public pages, documents at well-known places and API descriptions. They call endpoints without a credential, and with a random token that fits nothing. They ask a token endpoint for a token with a random client that does not exist, and expect to be refused.`,
            'Every request, with its answer, stands in the report, with a `curl` line to repeat it. [More about the scanner](/bot).',
          ],
        },
        {
          id: 'harm',
          asks: 'Can a scan break something?',
          answers: [
            'It signs up for nothing, registers no client, sends no form, changes and deletes nothing, and guesses no password. A registration endpoint is asked with a body that is not even JSON and, where it reads that, with metadata that no server can register: none of its addresses is valid, and its grant does not exist. A host that answers “too many requests” is left alone for the rest of the scan.',
          ],
        },
        {
          id: 'often',
          asks: 'How often can a site be scanned?',
          answers: [
            `At least ${cooldownS} seconds lie between two scans of one domain, and requests for the same address join the scan that is under way.`,
          ],
        },
        {
          id: 'permission',
          asks: 'Do I need permission to scan a site?',
          answers: [
            'A scan does what any program does when it meets an API for the first time. If the owner says no in robots.txt, it stops. Whether you may is between you and the law where you live; whether it does harm is the question above.',
          ],
        },
        {
          id: 'opt-out',
          asks: 'How do I opt out?',
          answers: [
            `Put \`User-agent: ${product}\` and \`Disallow: /\` into the robots.txt of the host. The next scan stops there and its report says no more than that. The rules for \`*\` are not read as an opt-out: they are about crawlers.`,
          ],
        },
        {
          id: 'verified',
          asks: 'Can I scan with my own credentials?',
          answers: [
            'Yes, if it is your API. Press [Verify with your own client](/verify) on a report, show that the address is yours by a DNS record or a file, confirm the hosts that may receive the credential, and give one that you made for this one time. The handshake is then done for real, and what it shows is *verified*. Everywhere else on this site every scan is public and sees what a stranger’s program sees; nothing but that form asks for a secret.',
            'The credential waits encrypted for the worker that uses it, ten minutes at most, and is deleted as it is taken. It goes to the hosts that you confirmed and nowhere else, and the report hides it and every token. The command line does the same on your own machine: `npm run -s scan -- verify api.example.com`.',
          ],
        },
      ],
    },
    {
      id: 'score',
      title: 'The score',
      questions: [
        {
          id: 'ars',
          asks: 'What is D7, and what is the Agent Readiness Score?',
          answers: [
            `The Agent Readiness Score looks at a business from several sides. D7, Security, is one of them and weighs ${security.weight}. It is the only one that this site measures: a figure from 0 to 100 for how far an agent gets with authentication. [How it is made](/methodology).`,
          ],
        },
        {
          id: 'unknown',
          asks: 'Why is something unknown?',
          answers: [
            'For one of two reasons, and the report says which. Either we looked and nothing published says it: then an agent cannot find out either, and it counts as nothing. Or we could not look, because of a firewall, a time-out or an outage: then it is left out of the sum, and the score is provisional and shows the range in which it lies.',
            'Unknown never counts as a pass, and a door that we did not see never counts as a fail.',
          ],
        },
        {
          id: 'null',
          asks: 'Why is there no score?',
          answers: [
            `Because there was nothing to score. The report says which case it is: no API was found (there is nothing to authenticate to, and an overall score built on it would stop at ${noApiOverallCap}); a wall answered in place of the API; nothing answered at all; or robots.txt asked us to stay out. None of these is a bad score.`,
          ],
        },
        {
          id: 'false-negative',
          asks: 'You missed something that we offer. Why?',
          answers: [
            'A scan sees what a program can discover from outside. A grant that works and is listed nowhere, a page behind a login, an endpoint that no document names: an agent that arrives for the first time misses them as we do, and the report says “Unknown: an agent cannot find this out”, not “missing”.',
            'Some things hide from us by their nature. A token endpoint that checks the client first does not reveal which grants it knows; a CAPTCHA that appears only after a form is sent is never seen, because we send none. Each [signal](/signals) says what it cannot see. Publish it in your metadata or in your API description, and scan again.',
          ],
        },
        {
          id: 'cap',
          asks: `Why is my score held at ${caps['blocking-anti-pattern'].limit}, or at ${caps['plain-http'].limit}?`,
          answers: [
            `A cap holds it, whatever the sum says: ${caps['blocking-anti-pattern'].limit} where a blocking [anti-pattern](/anti-patterns) was seen or declared and no other way was found, ${caps['plain-http'].limit} where tokens or credentials are asked for over plain HTTP. Take the cause away and the sum counts again.`,
          ],
        },
        {
          id: 'keys',
          asks: 'We use API keys and no OAuth. Are we punished for that?',
          answers: [
            `No. A bearer token counts as much as client credentials, and the better of the two counts. Where no OAuth is offered, security schemes that are documented in the API description stand in for OAuth metadata, in full. A key in a header of your own is worth less than a bearer token, because it needs to be explained.`,
          ],
        },
        {
          id: 'change',
          asks: 'Will my score change without my doing?',
          answers: [
            'If the methodology changes, its version changes with it, and each report names the version it was judged by. What was seen is stored with the report, so that it can be judged again by new rules without a new request.',
          ],
        },
        {
          id: 'gaming',
          asks: 'Can I publish a file to please the scanner?',
          answers: [
            'A file earns nothing when the endpoint behind it says otherwise. What a server does outranks what its documents say, and a disagreement between the two is a finding of its own, which everybody can read.',
          ],
        },
      ],
    },
    {
      id: 'data',
      title: 'Reports and data',
      questions: [
        {
          id: 'stored',
          asks: 'What do you store?',
          answers: [
            `The address that was typed, the report, and the exchanges that it rests on, shortened, with everything that looks like a credential taken out. Every report is kept for ${keepDays} days, and the newest ${keepReports} of each host longer.`,
            'About you: no account, no address. To keep one visitor from asking for scans without end we count them under a keyed hash of the network address, for a short while. The one cookie that a visitor gets remembers the choice of light or dark, if they make it. If you ask for a report to be taken down, your request is stored with the address to answer to.',
          ],
        },
        {
          id: 'public',
          asks: 'Is my report public?',
          answers: [
            'A listed report can be read by anybody who asks for the domain, like the certificate rating of a website. A report that was asked for as unlisted is reachable only by its own address, stands in no list and in no [statistics](/statistics).',
          ],
        },
        {
          id: 'wrong',
          asks: 'The report is wrong. What can I do?',
          answers: [
            'Follow the finding to the exchange that it rests on and repeat it with `curl`. If the answer is another one today, scan again. If the exchange is right and the conclusion is not, [tell us](/removal) which finding it is and what the server really answers.',
          ],
        },
        {
          id: 'down',
          asks: 'Can I have a report taken down?',
          answers: [
            'If the domain is yours, yes: [ask here](/removal). A DNS record or a file shows that it is, then a person looks at your request. An opt-out in robots.txt keeps new scans away; this is for the reports that are there already.',
          ],
        },
        {
          id: 'hostile',
          asks: 'Can a site trick you?',
          answers: [
            'It can try. Whatever a site sends is treated as data, never as markup, code or instructions, and a scan has fixed limits of time and bytes that no answer can stretch. Texts for coding agents keep our words and the site’s apart.',
          ],
        },
        {
          id: 'machine',
          asks: 'Can a program read all this?',
          answers: [
            'Yes. A scan can be asked for, followed and read through the [API](/api/v1/openapi.json), which needs no key, and every report, as well as the [statistics](/statistics), is there as JSON.',
          ],
        },
      ],
    },
    {
      id: 'allow',
      title: 'Letting the scanner through',
      questions: [
        {
          id: 'blocked',
          asks: 'The report says “blocked”. How do I let the scanner through?',
          answers: [
            `Allow requests whose User-Agent contains \`${product}\` in your bot rules, for the API, the token endpoint, \`/.well-known/\` and your documentation, and scan again. The report of a blocked scan holds rules to paste for the wall that it met. Take them back afterwards if you like.`,
            'Then think about whether they should stay. The programs of your customers send the same kind of requests and meet the same wall.',
          ],
        },
        {
          id: 'fake',
          asks: 'Anybody can send that User-Agent. Is it safe to allow it?',
          answers: [
            'It proves nothing, so do not let it past your rate limits, and give it nothing that a stranger would not get. All it should do is skip a puzzle that no program can solve.',
          ],
        },
        {
          id: 'private',
          asks: 'Can I scan an API that is not on the internet?',
          answers: [
            `Not from here. ${siteName} can be run on your own machine, where \`npm run -s scan -- http://localhost:8080 --allow-private\` reads what only you can reach; \`--openapi file.yaml\` judges a description alone.`,
          ],
        },
      ],
    },
  ];
}
