/** Where one is in a long list, and the way on. Nothing where everything fits on one page. */
export function Pager({
  page,
  perPage,
  total,
  href,
  label,
}: {
  page: number;
  perPage: number;
  total: number;
  href: (page: number) => string;
  label: string;
}) {
  const last = Math.max(1, Math.ceil(total / perPage));
  if (last === 1) return null;
  return (
    <nav aria-label={label} className="no-print num mt-6 flex items-center gap-5 text-sm">
      {page > 1 ? (
        <a href={href(page - 1)} rel="prev" className="link py-1">
          Previous
        </a>
      ) : (
        <span className="text-unknown">Previous</span>
      )}
      <span className="text-soft">
        Page {page.toLocaleString('en')} of {last.toLocaleString('en')}
      </span>
      {page < last ? (
        <a href={href(page + 1)} rel="next" className="link py-1">
          Next
        </a>
      ) : (
        <span className="text-unknown">Next</span>
      )}
    </nav>
  );
}
