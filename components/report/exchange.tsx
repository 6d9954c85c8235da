/** One recorded request and its answer, folded. The anchor is inside the fold, so that following a link to it opens it. */
import type { Exchange } from '../../lib/scan/types.ts';
import { duration, size } from '../words.ts';
import { curlOf, requestText, responseText, visible, type WireText } from './exchange-text.ts';

function Wire({ text, label }: { text: WireText; label: string }) {
  const marked = new Set(text.marks);
  return (
    <div className="mt-3">
      <p className="mb-1 text-xs text-soft">{label}</p>
      <div className="wire">
        <pre aria-hidden="true" className="numbers">
          {text.lines.map((_, index) => index + 1).join('\n')}
        </pre>
        <pre aria-hidden="true" className="marks">
          {text.lines.map((_, index) => (marked.has(index) ? '|' : ' ')).join('\n')}
        </pre>
        {/* Long lines scroll sideways; the keyboard has to reach that too. */}
        <pre className="text" tabIndex={0} role="group" aria-label={label}>
          {text.lines.join('\n')}
        </pre>
      </div>
      {text.cut !== null && <p className="mt-1 text-xs text-soft">{text.cut}</p>}
    </div>
  );
}

const failed = {
  guard: 'Refused by the scanner',
  dns: 'Name not resolved',
  connect: 'No connection',
  tls: 'No secure connection',
  send: 'Not sent',
  headers: 'No answer',
  body: 'Answer broke off',
  budget: 'Not sent',
  aborted: 'Stopped',
} as const;

export interface CitedBy {
  href: string;
  name: string;
}

export function ExchangeDetails({ exchange, citedBy }: { exchange: Exchange; citedBy: readonly CitedBy[] }) {
  const { request, response, error } = exchange;
  const answer = responseText(exchange, citedBy.length > 0);
  return (
    <details className="group border-b border-hair">
      <summary className="grid list-none grid-cols-[2.6rem_minmax(0,1fr)_auto] items-baseline gap-x-3 py-2.5 text-sm hover:bg-sheet [&::-webkit-details-marker]:hidden">
        <span className="font-mono text-xs text-soft">{exchange.id}</span>
        <span className="min-w-0">
          <span className="block truncate font-mono text-xs group-open:whitespace-normal group-open:break-all max-md:line-clamp-3 max-md:break-all max-md:whitespace-normal max-md:group-open:line-clamp-none">
            <span className="font-medium">{request.method}</span> {visible(request.url)}
          </span>
          <span className="block text-xs text-soft">
            {exchange.purpose}
            {citedBy.length > 0 && <span className="text-ink"> · cited</span>}
          </span>
        </span>
        <span className="num text-right text-xs whitespace-nowrap">
          {response ? (
            <span className="font-mono font-medium">{response.status}</span>
          ) : (
            <span className="text-partly">{error ? failed[error.step] : 'No answer'}</span>
          )}
          <span className="block text-soft">{duration(exchange.ms)}</span>
        </span>
      </summary>
      <div id={exchange.id} className="scroll-mt-36 pb-5 sm:pl-[3.3rem]">
        <Wire text={requestText(exchange)} label={`Request ${exchange.id}`} />
        {answer && response && <Wire text={answer} label={`Response ${exchange.id}, ${size(response.bodyBytes)}`} />}
        {error && (
          <p className="mt-3 text-sm">
            {failed[error.step]}: {visible(error.message)} <code className="text-xs text-soft">{error.code}</code>
          </p>
        )}
        <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <button type="button" data-copy={curlOf(exchange)} className="button-quiet">
            Copy as curl
          </button>
          {citedBy.length > 0 && (
            <p className="text-xs text-soft">
              Cited by{' '}
              {citedBy.map(({ href, name }, index) => (
                <span key={href}>
                  {index > 0 && ', '}
                  <a href={href} className="link">
                    {name}
                  </a>
                </span>
              ))}
            </p>
          )}
        </div>
      </div>
    </details>
  );
}
