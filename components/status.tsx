/** Status as a shape first and a colour second, always with its word. */

export type Shape = 'full' | 'half' | 'barred' | 'ring' | 'dash';
export type Tone = 'open' | 'partly' | 'wall' | 'unknown';

const text: Record<Tone, string> = {
  open: 'text-open',
  partly: 'text-partly',
  wall: 'text-wall',
  unknown: 'text-unknown',
};

/** The shape alone, in the colour of its text. Decorative: the word beside it carries the meaning. */
export function StatusShape({ shape }: { shape: Shape }) {
  return (
    <svg aria-hidden="true" width={14} height={14} viewBox="0 0 14 14" className="shrink-0">
      {shape === 'full' && <circle cx={7} cy={7} r={6} className="fill-current" />}
      {shape === 'half' && (
        <>
          <circle cx={7} cy={7} r={5.2} fill="none" strokeWidth={1.6} className="stroke-current" />
          <path d="M7 1.8A5.2 5.2 0 0 0 7 12.2Z" className="fill-current" />
        </>
      )}
      {shape === 'barred' && (
        <>
          <circle cx={7} cy={7} r={6} className="fill-current" />
          <path d="M3.4 7H10.6" strokeWidth={2.2} className="stroke-paper" />
        </>
      )}
      {shape === 'ring' && <circle cx={7} cy={7} r={5.2} fill="none" strokeWidth={1.6} className="stroke-current" />}
      {shape === 'dash' && <path d="M2 7H12" strokeWidth={1.6} className="stroke-current" />}
    </svg>
  );
}

export function Status({ shape, tone, word }: { shape: Shape; tone: Tone; word: string }) {
  return (
    <span className={`inline-flex items-center gap-2 text-sm font-medium whitespace-nowrap ${text[tone]}`}>
      <StatusShape shape={shape} />
      {word}
    </span>
  );
}
