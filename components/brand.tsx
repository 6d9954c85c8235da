/** The mark: the end of the walk, a line that reaches an open door. */
export function BrandMark() {
  return (
    <svg aria-hidden="true" width={30} height={24} viewBox="0 0 30 24" className="shrink-0">
      <path d="M1 20H17" strokeWidth={2} strokeLinecap="round" className="stroke-ink" />
      <path d="M12 20V3H24V20" fill="none" strokeWidth={2} strokeLinejoin="round" className="stroke-ink" />
      <path d="M24 3L29 6V23L24 20Z" strokeWidth={1.5} strokeLinejoin="round" className="fill-ink stroke-ink" />
    </svg>
  );
}
