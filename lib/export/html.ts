/** Pages that stand alone: one file, no script, nothing loaded from anywhere. What came from a target is text. */
import { wholeFix } from '../scan/fix/whole.ts';
import { printable } from '../cli/printable.ts';
import { hasFindings, type Report } from '../scan/schema/report.ts';
import { counted } from '../scan/counted.ts';
import { scoresOf, tierShown } from '../scan/schema/scores.ts';

/** Markup that is known to be ours, or escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
type Part = Html | string | number | readonly Part[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

function written(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return escaped(String(part));
}

/** A template whose values are escaped unless they are Html themselves. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(strings.reduce((text, string, at) => text + written(parts[at - 1] ?? '') + string));

const style = new Html(`<style>
:root{color-scheme:light dark;--paper:light-dark(#fbfaf7,#15140f);--sheet:light-dark(#f4f1ea,#1d1b16);--ink:light-dark(#1c1b18,#ece8df);--soft:light-dark(#57534a,#b8b2a5);--hair:light-dark(#ddd8ce,#3a372f);--open:light-dark(#0b6e4f,#4cc29a);--wall:light-dark(#b4432d,#f0836b);--partly:light-dark(#8a5a00,#e0b152)}
*{box-sizing:border-box}
body{margin:0 auto;max-width:70rem;padding:2.5rem 1.25rem 4rem;background:var(--paper);color:var(--ink);font:1rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font:500 2rem/1.2 ui-serif,Georgia,serif;margin:0 0 .5rem}
h2{font:500 1.35rem/1.3 ui-serif,Georgia,serif;margin:2.5rem 0 .75rem;padding-top:1rem;border-top:1px solid var(--hair)}
p{max-width:45rem}.soft{color:var(--soft)}.pass{color:var(--open)}.fail{color:var(--wall)}.partial{color:var(--partly)}
code,pre{font:.85rem/1.5 ui-monospace,monospace}pre{background:var(--sheet);padding:1rem;overflow-x:auto;white-space:pre-wrap}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.925rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--hair);overflow-wrap:break-word}
th{font-weight:600;color:var(--soft)}td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
ol.walk{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;padding:0;list-style:none}.figures{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;margin:1.5rem 0}
.figures div{max-width:19rem}.figures b{display:block;font:500 1.75rem/1.2 ui-serif,Georgia,serif}
@media(max-width:40rem){thead{display:none}tr{display:block;padding:.6rem 0;border-bottom:1px solid var(--hair)}td{display:inline;border:0;padding:0 .4rem 0 0}td:first-child{font-weight:600}}
</style>`);

/** A whole page. `body` stands in its main part. */
export function page(title: string, body: Part): string {
  return written(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <meta
            http-equiv="Content-Security-Policy"
            content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
          />
          <title>${title}</title>
          ${style}
        </head>
        <body>
          <main>${body}</main>
        </body>
      </html> `,
  );
}

const tone: Record<string, string> = {
  pass: 'pass',
  passed: 'pass',
  failed: 'fail',
  ok: 'pass',
  absent: 'pass',
  done: 'pass',
  fail: 'fail',
  blocked: 'fail',
  present: 'fail',
  partial: 'partial',
};
/** A status in its colour; the word itself says it too. */
export const status = (word: string): Html => html`<span class="${tone[word] ?? 'soft'}">${word}</span>`;

/** A table, without a head when `heads` is empty; `numbers`: columns that hold figures. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly Part[])[],
  numbers: readonly number[] = [],
): Html {
  const kind = (at: number) => new Html(numbers.includes(at) ? ' class="number"' : '');
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          ${heads.map((head, at) => html`<th scope="col" ${kind(at)}>${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, at) => html`<td${kind(at)}>${cell}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

const cited = (ids: readonly string[]) => html`<code>${ids.join(' ')}</code>`;

function fixPart(fix: Report['fixes'][number]): Html {
  const { title, gain, effort, why, steps, artefacts } = wholeFix(fix);
  return html`<h3>${title}${gain > 0 ? ` (+${gain})` : ''}</h3>
    <p class="soft">${effort}</p>
    <p>${why}</p>
    <ol>
      ${steps.map((step) => html`<li>${step}</li>`)}
    </ol>
    ${artefacts.map(
      (one) =>
        html`<p>${one.title}</p>
          <pre>${new Html(one.text.split(/\r?\n/).map(escaped).join('\n'))}</pre>`,
    )}`;
}

function reportPart(report: Report): Html {
  const scores = scoresOf(report).filter(({ value }) => value !== null);
  const judged = hasFindings(report);
  return html`<h1>${report.target.host}</h1>
    ${report.answer ? html`<p><b>${report.answer.word}</b></p>` : ''}
    <p>${report.verdict.sentence}</p>
    <p>
      ${
        scores.length > 0
          ? scores.map(
              (score) =>
                html`<b>${score.code} ${score.name} ${score.value ?? ''}/100</b
                  >${tierShown(report, score.tier) ? `, ${tierShown(report, score.tier) ?? ''}` : ''}${score.provisional && score.range ? `, provisional, between ${score.range.low} and ${score.range.high}` : ''}. `,
            )
          : `No score (${report.outcome}).`
      }
    </p>
    <h2>The walk</h2>
    ${table(
      ['step', 'status', 'what was seen', 'evidence'],
      report.journey.map((step) => [step.step, status(step.status), step.summary, cited(step.evidence)]),
    )}
    ${
      report.handshake
        ? html`<h2>The handshake</h2>
            ${table(
              ['step', 'status', 'what was seen', 'evidence'],
              report.handshake.map((step) => [step.id, status(step.status), step.summary, cited(step.evidence)]),
            )}`
        : ''
    }
    ${
      judged
        ? html`<h2>Signals</h2>
            ${table(
              ['signal', 'status', 'confidence', 'what was seen', 'evidence'],
              report.signals.map((one) => [
                one.id,
                status(one.status),
                one.confidence,
                one.summary,
                cited(one.evidence),
              ]),
            )}
            <h2>Flows</h2>
            ${table(
              ['flow', 'offered', 'for an agent', 'what was seen'],
              report.flows.map((one) => [one.id, one.offered, one.verdict, one.summary]),
            )}
            <h2>Anti-patterns</h2>
            ${table(
              ['anti-pattern', 'status', 'what was seen', 'evidence'],
              report.antiPatterns.map((one) => [one.id, status(one.status), one.summary, cited(one.evidence)]),
            )}`
        : ''
    }
    ${
      report.contradictions.length > 0
        ? html`<h2>Contradictions</h2>
            <ul>
              ${report.contradictions.map((one) => html`<li>${one.summary} ${cited(one.evidence)}</li>`)}
            </ul>`
        : ''
    }
    ${
      report.fixes.length > 0
        ? html`<h2>What to fix first</h2>
            ${report.fixes.slice(0, 3).map(fixPart)}`
        : ''
    }
    <h2>Evidence</h2>
    ${table(
      ['', 'purpose', 'request', 'answer'],
      report.exchanges.map((one) => [
        one.id,
        one.purpose,
        html`<code>${one.request.method} ${one.request.url}</code>`,
        one.response === null ? (one.error?.message ?? 'no answer') : one.response.status,
      ]),
    )}
    <p class="soft">
      ${counted(report.scan.requests, 'request')}, ${(report.scan.durationMs / 1000).toFixed(1)} s, methodology
      ${report.engine.methodology}, ${report.scan.finishedAt}.
    </p>`;
}

/** The reports as one page. */
export function reportsToHtml(reports: readonly Report[]): string {
  const title =
    reports.length === 1 ? `Latchkey: ${reports[0]?.target.host ?? ''}` : `Latchkey: ${reports.length} reports`;
  return page(title, reports.map(reportPart));
}
