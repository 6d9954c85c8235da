/** What an operator can do to one site, as small forms of their own: they work without script. */
import type { Standing } from '../../lib/admin/leaderboard.ts';

type Action = (data: FormData) => Promise<void>;
interface Props {
  row: Standing;
  action: Action;
}

/** Pin and hide, or the way back. */
export function SiteActions({ row: { domain, pinned, hidden }, action }: Props) {
  const does = (what: 'pin' | 'unpin' | 'hide' | 'show', name: string) => (
    <form action={action}>
      <input type="hidden" name="domain" value={domain} />
      <input type="hidden" name="do" value={what} />
      <button type="submit" className="button-quiet">
        {name}
        <span className="sr-only"> {domain}</span>
      </button>
    </form>
  );
  return (
    <div className="flex gap-2">
      {pinned ? does('unpin', 'Unpin') : does('pin', 'Pin')}
      {hidden ? does('show', 'Show') : does('hide', 'Hide')}
    </div>
  );
}

/** The site's industry, which opens into a field. */
export function SiteTag({ row: { domain, industry, siteId }, action }: Props) {
  return (
    // A saved tag comes back folded.
    <details key={industry} className="group text-xs text-soft">
      <summary className="list-none [&::-webkit-details-marker]:hidden">
        <span
          className={
            industry === null
              ? 'underline decoration-rule decoration-dotted underline-offset-3'
              : 'text-ink underline decoration-rule decoration-dotted underline-offset-3'
          }
        >
          {industry ?? 'Add industry'}
        </span>
        <span className="sr-only">{industry === null ? ` of ${domain}` : `, change industry of ${domain}`}</span>
      </summary>
      <form action={action} className="mt-1.5 mb-1 flex items-center gap-2">
        <input type="hidden" name="domain" value={domain} />
        <input type="hidden" name="do" value="tag" />
        <input
          id={`industry-${siteId}`}
          aria-label={`Industry of ${domain}`}
          name="industry"
          list="industries"
          defaultValue={industry ?? ''}
          maxLength={40}
          autoComplete="off"
          className="h-8 w-36 rounded-sm border border-unknown bg-paper px-2 text-xs text-ink"
        />
        <button type="submit" className="button-quiet">
          Save
        </button>
      </form>
    </details>
  );
}
