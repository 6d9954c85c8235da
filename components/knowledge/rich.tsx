/** Our own prose. Backticks set off what is typed or sent; `[words](address)` is a link. */
import { Fragment } from 'react';

const piece = /(\[[^\]]+\]\([^)\s]+\)|`[^`]+`)/;
const linked = /^\[([^\]]+)\]\(([^)\s]+)\)$/;

export function Rich({ text }: { text: string }) {
  return text.split(piece).map((part, index) => {
    const link = linked.exec(part);
    // The words of a link may hold code, but no further link.
    if (link)
      return (
        <a key={index} href={link[2]} className="link">
          <Rich text={link[1] ?? ''} />
        </a>
      );
    if (part.startsWith('`'))
      return (
        <code key={index} className="text-[0.92em] break-words">
          {part.slice(1, -1)}
        </code>
      );
    return <Fragment key={index}>{part}</Fragment>;
  });
}

/** Running text in the width that is read best. */
export function Paragraphs({ texts }: { texts: readonly string[] }) {
  return (
    <div className="max-w-prose space-y-4">
      {texts.map((text) => (
        <p key={text}>
          <Rich text={text} />
        </p>
      ))}
    </div>
  );
}
