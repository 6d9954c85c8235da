/** The answer in one word, above the sentence that says why. */
import type { Answer } from '../../lib/scan/schema/report.ts';
import { answerWords } from '../../lib/scan/vocabulary.ts';
import { StatusShape } from '../status.tsx';
import { answerStatus } from '../words.ts';

const colour = { open: 'text-open', partly: 'text-partly', wall: 'text-wall', unknown: 'text-unknown' } as const;

export function AnswerWord({ id }: { id: Answer['id'] }) {
  const { shape, tone } = answerStatus[id];
  return (
    <p className="mb-3">
      <span className="eyebrow block">Can an AI agent let itself in?</span>
      <span
        data-answer={id}
        title={answerWords[id].meaning}
        className={`mt-1 inline-flex items-center gap-2.5 font-serif text-3xl font-medium ${colour[tone]}`}
      >
        <StatusShape shape={shape} />
        {answerWords[id].word}
      </span>
    </p>
  );
}
