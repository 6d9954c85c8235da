/** The page for the API. */
import { apiErrors, apiExamples } from '../../content/api.ts';
import { openScopes, scopes } from '../../lib/oauth/scopes.ts';
import { HeadRow } from '../head-row.tsx';
import { Section } from '../report/section.tsx';
import { PageHead } from './page-head.tsx';
import { Paragraphs, Rich } from './rich.tsx';
import { Copyable } from './wire.tsx';

const plural = (count: number, noun: string) => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

interface DevelopersProps {
  siteName: string;
  /** Public origin of the site. */
  origin: string;
  visitorScans: number;
  clientScans: number;
  visitorWindowS: number;
}

export function Developers({ siteName, origin, visitorScans, clientScans, visitorWindowS }: DevelopersProps) {
  const window = plural(Math.round(visitorWindowS / 60), 'minute');
  return (
    <>
      <PageHead
        title="The API"
        lead="Everything on this site is open to programs too. Reading needs no credentials, and a program gets its own without a person."
      >
        <a href="/openapi.json" className="link">
          OpenAPI description
        </a>
        <a href="/auth.md" className="link">
          auth.md
        </a>
        <a href="/llms.txt" className="link">
          llms.txt
        </a>
        <a href="/keys" className="link">
          Get an API key
        </a>
      </PageHead>
      <Section id="examples" title="By example" note="Each can be pasted into a shell.">
        <ol className="grid grid-cols-[minmax(0,1fr)] gap-y-8">
          {apiExamples(origin).map(({ id, title, says, command, gives }) => (
            <li key={id}>
              <h3 className="text-lg">{title}</h3>
              <p className="mt-1 mb-3 max-w-prose text-soft">
                <Rich text={says} />
                {gives &&
                  ` From the answer, ${Object.entries(gives)
                    .map(([name, member]) => `${name} is ${member}`)
                    .join(', ')}.`}
              </p>
              <Copyable title={title} text={command} />
            </li>
          ))}
        </ol>
      </Section>
      <Section id="credentials" title="Credentials">
        <Paragraphs
          texts={[
            `A client registers itself (RFC 7591) and gets tokens with client_credentials, by Basic, by secret in the body or by private_key_jwt. [auth.md](/auth.md) has the three requests. People can take an [API key](/keys) instead.`,
            'Send either as `Authorization: Bearer`. A token is valid for 15 minutes and for one resource, the API or the MCP server.',
          ]}
        />
        <dl className="max-w-prose space-y-2">
          {openScopes.map((scope) => (
            <div key={scope}>
              <dt className="font-mono text-sm">{scope}</dt>
              <dd className="text-soft">{scopes[scope]}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="verify" title="Verified scans">
        <Paragraphs
          texts={[
            'The API takes no credentials of yours, so it starts no verified scan. An owner verifies [on these pages](/verify) or from a machine of their own: `npm run -s scan -- verify api.example.com`, and `verify: true` of the GitHub Action. A published verified report is read like any other, with `scan.mode` `verified` and the steps under `handshake`.',
          ]}
        />
      </Section>
      <Section id="limits" title="Limits">
        <Paragraphs
          texts={[
            `One address may ask for ${plural(visitorScans, 'new scan')} in ${window}, one client for ${plural(clientScans, 'scan')}. Joining a scan that runs or has just finished is free. The fields \`RateLimit\` and \`RateLimit-Policy\` say what is left; a refusal carries \`Retry-After\`.`,
            'Send an `Idempotency-Key` when you may have to send a request again: the same key and body make one scan only. Answers with an `ETag` need not be fetched twice.',
          ]}
        />
      </Section>
      <Section id="mcp" title="MCP">
        <Paragraphs
          texts={[
            `${siteName} is an MCP server at \`${origin}/mcp\` (Streamable HTTP): \`scan_site\`, \`get_report\`, \`explain_finding\`, \`get_fix\` and \`compare_reports\`. It wants a token for \`resource=${origin}/mcp\`, which the same client gets at the same token endpoint, or an API key.`,
          ]}
        />
      </Section>
      <Section
        id="errors"
        title="Errors"
        note="Problem details (RFC 9457). The OAuth endpoints answer as RFC 6749 §5.2 requires."
      >
        <table className="w-full max-w-prose text-left text-sm wrap-break-word">
          <HeadRow columns={['Code', 'Status', 'What to do']} gap="pr-4" />
          <tbody>
            {apiErrors.map(({ code, status, means }) => (
              <tr key={code} id={code} className="scroll-mt-4 border-b border-hair align-top">
                <td className="py-2 pr-4 font-mono text-xs leading-5 max-sm:[overflow-wrap:anywhere] sm:whitespace-nowrap">
                  {code}
                </td>
                <td className="py-2 pr-4 tabular-nums">{status}</td>
                <td className="py-2">
                  <Rich text={means} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </>
  );
}
