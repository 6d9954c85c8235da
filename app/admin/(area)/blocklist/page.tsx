import type { Metadata } from 'next';
import { ActionForm } from '@/components/admin/action-form.tsx';
import { SmallInput } from '@/components/admin/fields.tsx';
import { Section } from '@/components/report/section.tsx';
import { When } from '@/components/when.tsx';
import { longestReason, storedBlocks } from '@/lib/admin/blocklist.ts';
import { settings } from '@/lib/settings.ts';
import { addBlock, removeBlock } from '../../actions.ts';
import { requireOperator } from '../../session.ts';

export const metadata: Metadata = { title: 'Blocklist' };

export default async function Blocklist() {
  await requireOperator();
  const rows = await storedBlocks();
  const fixed = settings().blockedTargets;
  const now = new Date();
  return (
    <div className="pt-8">
      <h1 className="text-3xl">Blocklist</h1>
      <p className="mt-3 max-w-prose text-soft">
        Sites that are never scanned: a domain with everything below it, an address, or a block of addresses. A request
        for one is refused with a sentence, and no scan connects to one on its way. Reports that exist stay; delete them
        under{' '}
        <a href="/admin/scans" className="link">
          Scans
        </a>
        .
      </p>
      <div className="mt-8">
        <Section id="add" title="Block a site">
          <ActionForm action={addBlock} className="grid items-end gap-x-4 gap-y-3 sm:grid-cols-[1fr_1.4fr_auto]">
            <SmallInput
              id="entry"
              name="entry"
              label="Domain, address or block"
              required
              maxLength={300}
              autoComplete="off"
              spellCheck={false}
              placeholder="example.com"
            />
            <SmallInput
              id="reason"
              name="reason"
              label="Reason, for other operators"
              maxLength={longestReason}
              autoComplete="off"
            />
            <button type="submit" className="button-quiet h-9 justify-self-start px-5">
              Block
            </button>
          </ActionForm>
        </Section>
        <Section
          id="blocked"
          title="Blocked"
          note={fixed.length > 0 ? 'Those of BLOCKED_TARGETS can only be changed there.' : undefined}
        >
          {rows.length + fixed.length === 0 ? (
            <p className="text-soft">Nothing is blocked.</p>
          ) : (
            <ul className="-mt-2 text-sm">
              {fixed.map((entry) => (
                <li
                  key={entry}
                  className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-hair py-2.5"
                >
                  <code className="font-medium break-all">{entry}</code>
                  <span className="text-xs text-soft">BLOCKED_TARGETS</span>
                </li>
              ))}
              {rows.map(({ entry, reason, addedBy, createdAt }) => (
                <li
                  key={entry}
                  className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-hair py-2.5"
                >
                  <div className="min-w-0">
                    <code className="font-medium break-all">{entry}</code>
                    <p className="text-xs text-soft">
                      {reason !== '' && <>{reason} · </>}
                      {addedBy}, <When at={createdAt} now={now} />
                    </p>
                  </div>
                  <form action={removeBlock}>
                    <input type="hidden" name="entry" value={entry} />
                    <button type="submit" className="button-quiet">
                      Unblock<span className="sr-only"> {entry}</span>
                    </button>
                  </form>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </div>
  );
}
