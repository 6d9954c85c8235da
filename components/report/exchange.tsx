/** One recorded request and its answer, folded. The anchor is inside the fold, so that following a link to it opens it. */
import type { Exchange } from '../../lib/scan/types.ts';
import { duration, size } from '../words.ts';
import { curlOf, requestText, responseText, visible, type WireText } from './exchange-text.ts';

function Wire({ text, label }: { text: WireText; label: string }) {
  const marked = new Set(text.marks);
  return (
    <>
      <p>{label}</p>
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
      {text.cut !== null && <p>{text.cut}</p>}
    </>
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
    <details className="exchange">
      <summary>
        <span className="id">{exchange.id}</span>
        <span>
          <span className="url">
            <b>{request.method}</b> {visible(request.url)}
          </span>
          <span className="about">
            {exchange.purpose}
            {citedBy.length > 0 && <span className="text-ink"> · cited</span>}
          </span>
        </span>
        <span className="end">
          {response ? (
            <b>{response.status}</b>
          ) : (
            <span className="text-partly">{error ? failed[error.step] : 'No answer'}</span>
          )}
          <span className="about">{duration(exchange.ms)}</span>
        </span>
      </summary>
      <div id={exchange.id}>
        <Wire text={requestText(exchange)} label={`Request ${exchange.id}`} />
        {answer && response && <Wire text={answer} label={`Response ${exchange.id}, ${size(response.bodyBytes)}`} />}
        {error && (
          <p className="mt-3 text-sm">
            {failed[error.step]}: {visible(error.message)} <code className="text-xs text-soft">{error.code}</code>
          </p>
        )}
        <div className="foot">
          <button type="button" data-copy={curlOf(exchange)} className="button-quiet">
            Copy as curl
          </button>
          {citedBy.length > 0 && (
            <p>
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
