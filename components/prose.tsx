/** A sentence of ours in which backticks set off what is typed or sent. */

export function Prose({ text }: { text: string }) {
  return text.split('`').map((part, index) =>
    // The parts between two backticks are every second one.
    index % 2 === 1 ? (
      <code key={`${index}${part}`} className="text-[0.92em] break-all">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
