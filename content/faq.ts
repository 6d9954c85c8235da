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
            `At most ${scanMaxRequests} requests in ${scanTimeoutS} seconds. They read public pages, documents at well-known addresses and API descriptions. They call endpoints without a credential, and with a random token that opens nothing. They ask a token endpoint for a token on behalf of a random client that does not exist, and expect to be turned away.`,
            'Every request and its answer are in the report, each with a `curl` line that repeats it. [More about the scanner](/bot).',
          ],
        },
        {
          id: 'harm',
          asks: 'Can a scan break anything?',
          answers: [
            'It does not set out to change anything. It signs up for nothing, submits no forms, deletes nothing and guesses no passwords. A registration endpoint is sent a body that is not JSON and then, if it read that far, metadata that no server can accept: its address is not an address and its grant does not exist. Should a server register a client all the same, the scanner asks it to delete that client, and the report says so. A host that answers “too many requests” is left alone for the rest of the scan.',
          ],
        },
        {
          id: 'often',
          asks: 'How often can a site be scanned?',
          answers: [
            `At least ${cooldownS} seconds pass between two scans of one domain. If a scan of the same address is already under way, you join it instead of starting another.`,
          ],
        },
        {
          id: 'permission',
          asks: 'Do I need permission to scan a site?',
          answers: [
            'A scan does what any program does when it meets an API for the first time, and it stops if the owner says no in robots.txt. Whether you are allowed to is a matter for the law where you live; whether it does any harm is answered above.',
          ],
        },
        {
          id: 'opt-out',
          asks: 'How do I opt out?',
          answers: [
            `Put \`User-agent: ${product}\` and \`Disallow: /\` into the robots.txt of the host. The next scan stops there, and its report says nothing else. Rules for \`*\` do not keep a scan away from the domain that somebody typed; on every other host that a scan reaches by a link they are obeyed. [The exact rules](/bot).`,
          ],
        },
        {
          id: 'verified',
          asks: 'Can I scan with my own credentials?',
          answers: [
            'Yes, if the API is yours. Press [Verify with your own client](/verify) on a report, prove that the address is yours with a DNS record or a file, confirm which hosts may receive the credential, and enter one that you made for this occasion. The scan then does the handshake for real, and what it shows counts as *verified*. All other scans see what a stranger’s program sees, and nothing on this site but that form asks for a secret.',
            'The credential waits, encrypted, for the worker that uses it: ten minutes at most, and it is deleted as it is picked up. It goes to the hosts that you confirmed and nowhere else, and the report hides it along with every token. The command line does the same on your own machine: `npm run -s scan -- verify api.example.com`.',
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
            `The Agent Readiness Score looks at a business from several sides. D7, Security, is one of them, with a weight of ${security.weight}, and the only one that this site measures: a figure from 0 to 100 for how far an agent gets with authentication. [How it is worked out](/methodology).`,
          ],
        },
        {
          id: 'unknown',
          asks: 'Why is something unknown?',
          answers: [
            'For one of two reasons, and the report says which. Either we looked and nothing public says it: then an agent cannot find out either, and it earns no points. Or we could not look, because of a firewall, a timeout or an outage: then it is left out of the sum, and the score is provisional and shows the range it lies in.',
            'Unknown never counts as a pass, and a door that we did not see never counts as a fail.',
          ],
        },
        {
          id: 'null',
          asks: 'Why is there no score?',
          answers: [
            `Because there was nothing to score, and the report says why: we found no API (then there is nothing to authenticate to, and any overall score stops at ${noApiOverallCap}); a wall answered in place of the API; nothing answered at all; or robots.txt asked us to stay out. None of these is a bad score.`,
          ],
        },
        {
          id: 'false-negative',
          asks: 'You missed something that we do offer. Why?',
          answers: [
            'A scan sees what a program can discover from outside. A grant that works but is listed nowhere, a page behind a login, an endpoint that no document names: an agent that arrives for the first time misses them just as we do, and the report says “Unknown: an agent cannot find this out”, not “missing”.',
            'Some things are hidden by nature. A token endpoint that checks the client first does not reveal which grants it knows; a CAPTCHA that appears only once a form is submitted is never seen, because we submit none. The page of each [signal](/signals) says what it cannot see. Publish the fact in your metadata or in your API description, and scan again.',
          ],
        },
        {
          id: 'cap',
          asks: `Why is my score held at ${caps['blocking-anti-pattern'].limit}, or at ${caps['plain-http'].limit}?`,
          answers: [
            `A cap holds it there, whatever the sum says: ${caps['blocking-anti-pattern'].limit} where a blocking [anti-pattern](/anti-patterns) was seen or declared and no other way in was found, ${caps['plain-http'].limit} where tokens or credentials are requested over plain HTTP. Remove the cause, and the sum counts again.`,
          ],
        },
        {
          id: 'keys',
          asks: 'We use API keys, not OAuth. Does that cost us points?',
          answers: [
            `No. A bearer token counts as much as client credentials, and the better of the two is what counts. Where no OAuth is offered, security schemes in the API description count as much as OAuth metadata. A key in a header of your own is worth less than a bearer token, because an agent has to be told about it.`,
          ],
        },
        {
          id: 'change',
          asks: 'Can my score change without my doing anything?',
          answers: [
            'Not a report that is already there. When the methodology changes, so does its version, and every report names the version that it was judged by; the next scan is judged by the new one. What was seen is stored with the report, so it can be judged again by new rules without another request. [What has changed so far](/methodology/changes).',
          ],
        },
        {
          id: 'gaming',
          asks: 'Can I publish a file to please the scanner?',
          answers: [
            'A file earns nothing if the endpoint behind it says otherwise. What a server does outranks what its documents say, and a disagreement between the two is a finding in its own right, there for everybody to read.',
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
            `The address that was typed, the report, and the exchanges that it rests on, shortened, with everything that looks like a credential removed. Every report is kept for ${keepDays} days, and the newest ${keepReports} of each host for longer.`,
            'About you: no account and no address. To keep one visitor from asking for scans without end we count them under a keyed hash of the network address, for a short while. The one cookie that visitors get remembers their choice of light or dark, if they make one. A request to have reports taken down is stored with the email address you want the answer sent to.',
          ],
        },
        {
          id: 'public',
          asks: 'Is my report public?',
          answers: [
            'A listed report can be read by anybody who looks up the domain, like the certificate rating of a website. One that was requested as unlisted can be reached only by its own address, and appears in no list and no [statistics](/statistics).',
          ],
        },
        {
          id: 'wrong',
          asks: 'The report is wrong. What can I do?',
          answers: [
            'Follow the finding to the exchange that it rests on and repeat that with `curl`. If the answer is different today, scan again. If the exchange is right but the conclusion is not, press “This is wrong” below the finding and say what the server really offers. The report shows that the finding is disputed, and in the end what came of it.',
          ],
        },
        {
          id: 'down',
          asks: 'Can I have a report taken down?',
          answers: [
            'If the domain is yours, yes: [ask here](/removal). A DNS record or a file proves that it is yours, then a person reads your request. An opt-out in robots.txt keeps new scans away; this is for the reports that already exist.',
          ],
        },
        {
          id: 'hostile',
          asks: 'Can a site trick you?',
          answers: [
            'It can try. Whatever a site sends is treated as data, never as markup, code or instructions, and a scan has fixed limits of time and bytes that no answer can stretch. Texts for coding agents keep our words and the site’s words apart.',
          ],
        },
        {
          id: 'machine',
          asks: 'Can a program read all this?',
          answers: [
            'Yes. Scans can be requested, followed and read through the [API](/developers), without a key. Every report is there as JSON, and so are the [statistics](/statistics).',
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
            `In your bot rules, allow requests whose User-Agent contains \`${product}\`, for the API, the token endpoint, \`/.well-known/\` and your documentation, then scan again. The report of a blocked scan has rules to paste for the wall that it met. Remove them afterwards if you like.`,
            'Then ask yourself whether they should stay. Your customers’ programs send the same kind of requests and meet the same wall.',
          ],
        },
        {
          id: 'fake',
          asks: 'Anybody can send that User-Agent. Is it safe to allow it?',
          answers: [
            'The header proves nothing, so do not let it past your rate limits, and give it nothing that a stranger would not get. All it should do is skip a puzzle that no program can solve.',
          ],
        },
        {
          id: 'private',
          asks: 'Can I scan an API that is not on the internet?',
          answers: [
            `Not from here. But ${siteName} runs on your own machine too: \`npm run -s scan -- http://localhost:8080 --allow-private\` reads what only you can reach, and \`--openapi file.yaml\` judges a description by itself.`,
          ],
        },
      ],
    },
  ];
}
