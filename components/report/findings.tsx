/**
 * Everything that was judged, in one table: the signals by what they are worth, each with its items of the checklist; the anti-patterns; where
 * documents and behaviour disagree. What is in order, and what does not apply, is folded.
 */
import type { DisputeMark } from '../../lib/admin/disputes.ts';
import { groups, priceOf } from '../../lib/scan/dimensions/index.ts';
import {
  antiPatterns as antiPatternRegistry,
  checklist as checklistRegistry,
  signals as signalRegistry,
} from '../../lib/scan/judge/index.ts';
import type {
  AntiPatternResult,
  ChecklistId,
  Fix,
  Report,
  SignalId,
  SignalResult,
} from '../../lib/scan/schema/report.ts';
import { Status } from '../status.tsx';
import { antiPatternStatus, checklistStatus, count, signalStatus } from '../words.ts';
import { Basis, Cites } from './cite.tsx';
import { DisputeFoot, DisputeMarkOf } from './dispute.tsx';
import { Folded, Row } from './row.tsx';
import { Section } from './section.tsx';
import { homeOf, Short } from './short.tsx';

/** Heaviest group first; inside a group that counts its best signal, the better one first. */
export function byWorth(signals: readonly SignalResult[]): SignalResult[] {
  const order = (signal: SignalResult) => groups.findIndex(({ id }) => id === signal.group);
  return signals.toSorted((a, b) => b.weight - a.weight || order(a) - order(b) || (b.value ?? -1) - (a.value ?? -1));
}

/** The signal under which each item of the checklist stands. */
const signalOf: Record<ChecklistId, SignalId> = {
  'token-endpoint': 'client-credentials',
  'client-authentication': 'client-credentials',
  'token-response': 'token-expiry',
  'bearer-accepted': 'bearer-token',
  'structured-401': 'structured-401',
  metadata: 'oauth-discovery',
  'openapi-security': 'oauth-discovery',
};

const { format: points } = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** The better signal of the group, when it is another one: only that one counts. */
function betterThan(signal: SignalResult, all: readonly SignalResult[]): SignalResult | null {
  const best = all
    .filter(({ group }) => group === signal.group)
    .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))[0];
  return best && best.id !== signal.id && (best.value ?? -1) >= (signal.value ?? 0) ? best : null;
}

const titleOf = (id: SignalId) => signalRegistry.find(({ meta }) => meta.id === id)?.meta.title ?? id;

/** What the signal brought in of what its group is worth. */
function worth(signal: SignalResult, all: readonly SignalResult[]): string {
  if (signal.status === 'n/a') return '';
  if (betterThan(signal, all)) return 'not counted';
  if (signal.value === null) return `? of ${signal.weight}`;
  return `${points(signal.weight * signal.value)} of ${signal.weight}`;
}

/** Why a signal has not all its points, and what would fill them; null where nothing is missing. */
export function missing(signal: SignalResult, all: readonly SignalResult[]): string | null {
  const better = betterThan(signal, all);
  if (signal.status === 'n/a') return null;
  if (better) return `Of ${titleOf(signal.id)} and ${titleOf(better.id)} the better one counts.`;
  if (signal.status === 'unknown')
    return signal.value === null
      ? 'Not counted: it could not be looked at.'
      : `${signal.weight} more points once something public says it.`;
  if (signal.rung === null || signal.value === null || signal.value >= 1) return null;
  const open = Number(points(signal.weight * (1 - signal.value)));
  if (signal.rung === '401-names-error')
    return `The other ${count(open, 'point')} ${open === 1 ? 'is' : 'are'} for a call that is let in, which a verified scan with your own client shows.`;
  const ladder = Object.entries(groups.find(({ id }) => id === signal.group)?.ladders ?? {}).find(
    ([id]) => id === signal.id,
  )?.[1] as Record<string, { value: number; meaning: string }> | undefined;
  const best = Object.values(ladder ?? {}).find(({ value }) => value === 1);
  return best ? `${count(open, 'more point')} for this: ${best.meaning}.` : null;
}

/** What the rung is that a signal stands on, in the words of the methodology. */
function rungOf(signal: SignalResult): string | null {
  if (signal.rung === null) return null;
  try {
    return priceOf(signal.id, signal.rung).meaning;
  } catch {
    // A report of another methodology may name a rung that is no more.
    return null;
  }
}

function Items({ items, home }: { items: Report['checklist']; home: string }) {
  if (items.length === 0) return null;
  return (
    <ul className="mt-3 space-y-2 border-l border-hair pl-3">
      {items.map((item) => {
        const meta = checklistRegistry.find((known) => known.meta.id === item.id)?.meta;
        return (
          <li key={item.id} id={`checklist-${item.id}`}>
            <Status {...checklistStatus[item.status]} /> <Short text={meta?.title ?? item.id} home={home} />
            {meta?.recommended && <span className="text-soft"> (recommended)</span>}
            <span className="block text-soft">
              <Short text={item.summary} home={home} /> <Cites evidence={item.evidence} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function FixLink({ id, fixes }: { id: string | null; fixes: readonly Fix[] }) {
  const fix = fixes.find((one) => one.id === id);
  if (!fix) return null;
  return (
    <p className="mt-3">
      Fix:{' '}
      <a href={`#fix-${fix.id}`} className="link">
        {fix.title}
      </a>
      {fix.gain > 0 && <span className="num text-open"> +{count(fix.gain, 'point')}</span>}
    </p>
  );
}

interface Parts {
  report: Report;
  /** What readers say is wrong, by finding. */
  disputes: readonly DisputeMark[];
}

function SignalRow({ signal, report, disputes }: Parts & { signal: SignalResult }) {
  const home = homeOf(report);
  const id = `signal-${signal.id}`;
  const items = report.checklist.filter((item) => signalOf[item.id] === signal.id);
  const left = missing(signal, report.signals);
  const rung = rungOf(signal);
  return (
    <Row
      id={id}
      status={signalStatus[signal.status]}
      title={
        <>
          {titleOf(signal.id)}
          <DisputeMarkOf finding={id} disputes={disputes} />
        </>
      }
      end={worth(signal, report.signals)}
      note={signal.status === 'pass' && left !== null ? left : undefined}
    >
      <p>
        <Short text={signal.summary} home={home} />
      </p>
      {signal.status === 'unknown' && signal.silent && (
        <p className="mt-1 text-soft">Unknown: an agent cannot find this out.</p>
      )}
      {(rung !== null || (left !== null && signal.status !== 'pass')) && (
        <p className="mt-1 text-soft">
          {rung !== null && (
            <>
              Counted as{' '}
              <a href={`/methodology#${signal.id}`} className="link">
                <Short text={rung} home={home} />
              </a>
              .{' '}
            </>
          )}
          {signal.status !== 'pass' && left}
        </p>
      )}
      <Basis confidence={signal.confidence} evidence={signal.evidence} />
      <Items items={items} home={home} />
      <FixLink id={signal.fix} fixes={report.fixes} />
      <DisputeFoot finding={id} scan={report.scan} disputes={disputes} />
    </Row>
  );
}

function AntiPatternRow({ found, report, disputes }: Parts & { found: AntiPatternResult }) {
  const meta = antiPatternRegistry.find((item) => item.meta.id === found.id)?.meta;
  const id = `anti-pattern-${found.id}`;
  return (
    <Row
      id={id}
      status={antiPatternStatus[found.status]}
      title={
        <>
          {meta?.title ?? found.id}
          <DisputeMarkOf finding={id} disputes={disputes} />
        </>
      }
      end={<span className="text-soft">Anti-pattern</span>}
    >
      <p>
        <Short text={found.summary} home={homeOf(report)} />
      </p>
      {found.quote !== null && (
        <blockquote className="mt-2 border-l-2 border-wall pl-3 font-mono text-xs leading-relaxed break-words text-ink">
          {found.quote}
        </blockquote>
      )}
      {found.status === 'present' && meta && (
        <p className="mt-2">
          {meta.cure}{' '}
          <a href={`/methodology#${found.id}`} className="link">
            About this trap
          </a>
          .
        </p>
      )}
      <Basis confidence={found.confidence} evidence={found.evidence} />
      {found.status === 'present' && <FixLink id={found.fix} fixes={report.fixes} />}
      <DisputeFoot finding={id} scan={report.scan} disputes={disputes} />
    </Row>
  );
}

function ContradictionRow({ item, report, disputes }: Parts & { item: Report['contradictions'][number] }) {
  const id = `contradiction-${item.id}`;
  return (
    <Row
      id={id}
      status={{ word: 'At odds', shape: 'half', tone: 'partly' }}
      title={
        <>
          Documents and behaviour disagree
          <DisputeMarkOf finding={id} disputes={disputes} />
        </>
      }
      end={<span className="text-soft">Contradiction</span>}
    >
      <p>
        <Short text={item.summary} home={homeOf(report)} /> What the server does is what counts.{' '}
        <Cites evidence={item.evidence} />
      </p>
      <DisputeFoot finding={id} scan={report.scan} disputes={disputes} />
    </Row>
  );
}

const inOrder: ReadonlySet<SignalResult['status']> = new Set(['pass', 'n/a']);

/** `4 signals passed`, `1 does not apply`, `3 anti-patterns were looked for and not found`. */
function foldedLabel(passed: number, inapplicable: number, absent: number): string {
  return [
    passed > 0 ? `${count(passed, 'signal')} passed` : '',
    inapplicable > 0 ? `${inapplicable} ${inapplicable === 1 ? 'does' : 'do'} not apply` : '',
    absent > 0 ? `${count(absent, 'anti-pattern')} not found` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

export function Findings({ report, ...parts }: Parts) {
  const signals = byWorth(report.signals);
  const open = signals.filter(({ status }) => !inOrder.has(status));
  const passed = signals.filter(({ status }) => status === 'pass');
  const inapplicable = signals.filter(({ status }) => status === 'n/a');
  const traps = report.antiPatterns.filter(({ status }) => status === 'present');
  const unclear = report.antiPatterns.filter(({ status }) => status === 'unknown');
  const absent = report.antiPatterns.filter(({ status }) => status === 'absent');
  const done = report.checklist.filter(({ status }) => status === 'done').length;
  // Where nothing of it could be told, as of an API that needs no credentials, a count would say that all of it is missing.
  const checked = report.checklist.some(({ status }) => status !== 'unknown');
  const folded = passed.length + inapplicable.length + absent.length;
  return (
    <Section
      id="findings"
      title="Findings"
      note={
        <>
          By what they are worth;{' '}
          <a className="link" href="/methodology">
            how they are counted
          </a>
          .{' '}
          {checked &&
            `${done} of ${report.checklist.length} items of the checklist ${done === 1 ? 'is' : 'are'} done. `}
          Open a line for its reason, evidence and fix.
        </>
      }
    >
      <div className="border-t border-hair">
        {traps.map((found) => (
          <AntiPatternRow key={found.id} found={found} report={report} {...parts} />
        ))}
        {open.map((signal) => (
          <SignalRow key={signal.id} signal={signal} report={report} {...parts} />
        ))}
        {report.contradictions.map((item) => (
          <ContradictionRow key={item.id + item.summary} item={item} report={report} {...parts} />
        ))}
        {unclear.length > 0 && (
          <Folded label={`${count(unclear.length, 'anti-pattern')} could not be judged`}>
            {unclear.map((found) => (
              <AntiPatternRow key={found.id} found={found} report={report} {...parts} />
            ))}
          </Folded>
        )}
        {folded > 0 && (
          <Folded label={foldedLabel(passed.length, inapplicable.length, absent.length)}>
            {[...passed, ...inapplicable].map((signal) => (
              <SignalRow key={signal.id} signal={signal} report={report} {...parts} />
            ))}
            {absent.map((found) => (
              <AntiPatternRow key={found.id} found={found} report={report} {...parts} />
            ))}
          </Folded>
        )}
      </div>
    </Section>
  );
}
