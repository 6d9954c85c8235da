/**
 * The picture that previews of a report show: 1200 × 630, verdict, score and walk. Satori draws it, which knows flex boxes and inline
 * styles only and no variables, so the tokens of globals.css stand here as values.
 */
import { hasFindings, type Answer, type Report } from '../lib/scan/schema/report.ts';
import { headlineOf, tierShown } from '../lib/scan/schema/scores.ts';
import { endOf, exampleStations, stationsOf, type Station, type StationState } from './journey.ts';
import { answerStatus, tierWord } from './words.ts';

export const pictureSize = { width: 1200, height: 630 };

const paper = '#fbfaf7';
const ink = '#1c1b18';
const soft = '#57534a';
const hair = '#ddd8ce';
const rule = '#a8a294';
const open = '#0b6e4f';
const wall = '#b4432d';
const partly = '#8a5a00';
const unknown = '#676358';

/**
 * Text that the fonts at hand can draw. For a letter that they lack the library would ask a server on the internet for a font; so what is
 * outside Latin becomes `?`.
 */
export function drawable(text: string, longest: number): string {
  const plain = text
    .replace(/`/g, '')
    .replace(/[^\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]/g, '?');
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1).trimEnd()}…`;
}

const left = 70;
const width = 1060;
const pitch = 212;
const ground = 78;

function leg(state: StationState, from: number, to: number) {
  if (state === 'ok') return <path key={from} d={`M${from} ${ground}H${to}`} stroke={ink} strokeWidth={4} />;
  if (state === 'unknown')
    return (
      <path key={from} d={`M${from + 14} ${ground}H${to - 10}`} stroke={soft} strokeWidth={3} strokeDasharray="12 10" />
    );
  return (
    <path
      key={from}
      d={`M${from + (state === 'blocked' ? 56 : 16)} ${ground}H${to - 10}`}
      stroke={rule}
      strokeWidth={4}
      strokeDasharray="1 12"
      strokeLinecap="round"
    />
  );
}

function disc(state: StationState, x: number) {
  if (state === 'ok') return <circle key={x} cx={x} cy={ground} r={11} fill={ink} />;
  if (state === 'blocked') {
    return (
      <g key={x}>
        <path d={`M${x} ${ground}H${x + 30}`} stroke={ink} strokeWidth={4} />
        <circle cx={x} cy={ground} r={12} fill={wall} />
        <path d={`M${x - 7} ${ground}H${x + 7}`} stroke={paper} strokeWidth={4} />
        <rect x={x + 30} y={6} width={12} height={104} fill={wall} />
      </g>
    );
  }
  return (
    <circle
      key={x}
      cx={x}
      cy={ground}
      r={9.5}
      fill={paper}
      stroke={state === 'unknown' ? soft : rule}
      strokeWidth={3.5}
    />
  );
}

function Walk({ stations }: { stations: readonly Station[] }) {
  const at = (index: number) => 13 + index * pitch;
  const end = endOf(stations);
  const isOpen = end === 'open';
  const isAjar = end === 'unknown';
  const door = width - 72;
  return (
    <svg width={width} height={124} viewBox={`0 0 ${width} 124`} fill="none">
      {stations.map(({ state }, index) => leg(state, at(index), index === 4 ? door - 6 : at(index + 1)))}
      {stations.map(({ state }, index) => disc(state, at(index)))}
      <path
        d={`M${door} ${ground}V6H${door + 44}V${ground}`}
        stroke={isOpen ? open : isAjar ? partly : rule}
        strokeWidth={4}
        fill={isOpen ? '#dceae2' : isAjar ? '#f3ead9' : paper}
        strokeLinejoin="round"
      />
      {isOpen && (
        <path
          d={`M${door + 44} 6L${door + 68} 17V${ground + 12}L${door + 44} ${ground}Z`}
          stroke={open}
          strokeWidth={4}
          fill={paper}
          strokeLinejoin="round"
        />
      )}
      {isAjar && (
        <path
          d={`M${door} ${ground}V6L${door + 31} 14V${ground + 8}Z`}
          stroke={partly}
          strokeWidth={4}
          fill={paper}
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}

/** What stands in the place of the score. */
function Figure({ report }: { report: Report }) {
  const score = headlineOf(report);
  if (score === null) {
    const words: Record<Report['outcome'], string> = {
      scored: '',
      'no-api': 'No API found',
      blocked: 'Could not tell',
      unreachable: 'Not reached',
      refused: 'Opted out',
    };
    return (
      <div style={{ display: 'flex', fontFamily: 'Newsreader', fontSize: 40, color: soft }}>
        {words[report.outcome]}
      </div>
    );
  }
  return (
    <div style={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-end' }}>
      <div style={{ display: 'flex', fontFamily: 'Newsreader', fontSize: 150, lineHeight: 0.8 }}>{score.value}</div>
      <div style={{ display: 'flex', fontSize: 26, marginTop: 22, color: soft }}>
        {score.provisional
          ? 'of 100, provisional'
          : ['of 100', tierWord(tierShown(report, score.tier))?.toLowerCase()].filter(Boolean).join(', ')}
      </div>
    </div>
  );
}

const answerColour = (id: Answer['id']) => ({ open, partly, wall, unknown })[answerStatus[id].tone];

export function SharePicture({ report, siteName }: { report: Report; siteName: string }) {
  const stations = stationsOf(report.journey);
  const walked = hasFindings(report) || report.outcome === 'no-api';
  const sentence = drawable(report.verdict.sentence, 190);
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        width: '100%',
        height: '100%',
        padding: `54px ${left}px 48px`,
        background: paper,
        color: ink,
        fontFamily: 'Plex',
      }}
    >
      <div style={{ display: 'flex', justifyContent: 'space-between', fontSize: 27 }}>
        <div style={{ display: 'flex', fontFamily: 'Plex Mono' }}>{drawable(new URL(report.target.url).host, 48)}</div>
        <div style={{ display: 'flex', fontFamily: 'Newsreader', fontSize: 30 }}>{drawable(siteName, 30)}</div>
      </div>
      <div style={{ display: 'flex', flexGrow: 1, justifyContent: 'space-between', alignItems: 'center', gap: 50 }}>
        <div style={{ display: 'flex', flexDirection: 'column', flex: 1, fontFamily: 'Newsreader' }}>
          {report.answer && (
            <div
              style={{
                display: 'flex',
                fontSize: 66,
                lineHeight: 1,
                marginBottom: 18,
                color: answerColour(report.answer.id),
              }}
            >
              {answerStatus[report.answer.id].word}
            </div>
          )}
          <div style={{ display: 'flex', fontSize: sentence.length > 110 ? 34 : 42, lineHeight: 1.16 }}>{sentence}</div>
        </div>
        <Figure report={report} />
      </div>
      {walked && (
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          <Walk stations={stations} />
          <div style={{ display: 'flex', borderTop: `1px solid ${hair}`, paddingTop: 14 }}>
            {stations.map(({ step, name, state, wall: reason }) => (
              <div
                key={step}
                style={{
                  display: 'flex',
                  flexDirection: 'column',
                  width: pitch,
                  fontSize: 25,
                  color: state === 'beyond' ? rule : ink,
                }}
              >
                <div style={{ display: 'flex' }}>{name}</div>
                {reason !== null && (
                  <div style={{ display: 'flex', color: wall, fontFamily: 'Newsreader', fontSize: 27 }}>
                    {drawable(reason, 18)}
                  </div>
                )}
              </div>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

/** The picture of pages that are no report: the question, and a walk that ends at a login page. */
export function SitePicture({ siteName }: { siteName: string }) {
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        width: '100%',
        height: '100%',
        padding: `54px ${left}px 60px`,
        background: paper,
        color: ink,
        fontFamily: 'Newsreader',
      }}
    >
      <div style={{ display: 'flex', fontSize: 30 }}>{drawable(siteName, 30)}</div>
      <div style={{ display: 'flex', fontSize: 92, lineHeight: 1.05, width: 900 }}>Can an AI agent let itself in?</div>
      <Walk stations={exampleStations(3, 'login page')} />
    </div>
  );
}
