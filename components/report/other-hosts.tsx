/** Hosts and ports of the same domain that are scored by themselves, because anybody may run something there. */
import { stamp } from '../times.ts';
import { count } from '../words.ts';
import { Section } from './section.tsx';
import { HeadRow } from '../head-row.tsx';

export interface OtherHost {
  /** Host, with its port unless that is the default one. */
  name: string;
  /** Address of the report that stands for it. */
  href: string;
  /** ISO time. */
  finishedAt: string | null;
  d7: number | null;
  /** How its scan ended, in a word. */
  result: string;
}

/** Nothing while there are none. */
export function OtherHosts({ hosts, domain }: { hosts: readonly OtherHost[]; domain: string }) {
  if (hosts.length === 0) return null;
  return (
    <Section id="other-hosts" title="Other hosts">
      <details open={hosts.length <= 3 || undefined} className="border-t border-hair">
        <summary className="fold py-2 text-sm">{count(hosts.length, 'other host')} of this domain</summary>
        <p className="mb-2 text-sm text-soft">
          Each is scored by itself. Only {domain}, www and api speak for the domain.
        </p>
        <table className="w-full text-left text-sm">
          <HeadRow columns={['Host', 'Scanned', { name: 'Score', right: true }, 'Result']} gap="pr-5" />
          <tbody>
            {hosts.map(({ name, href, finishedAt, d7, result }) => (
              <tr key={name} className="border-b border-hair">
                <td className="py-2.5 pr-5 font-mono text-xs break-all">
                  <a href={href} className="link">
                    {name}
                  </a>
                </td>
                <td className="py-2.5 pr-5">{finishedAt ? stamp(new Date(finishedAt)) : 'Unknown'}</td>
                <td className="py-2.5 pr-5 text-right">{d7 ?? '–'}</td>
                <td className="py-2.5">{result}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Section>
  );
}
