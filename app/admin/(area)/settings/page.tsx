import type { Metadata } from 'next';
import { Confirm } from '@/components/admin/confirm.tsx';
import { Section } from '@/components/report/section.tsx';
import { Status } from '@/components/status.tsx';
import { When } from '@/components/when.tsx';
import { removals } from '@/lib/admin/removals.ts';
import { siteSetting } from '@/lib/admin/site-settings.ts';
import { handleRemoval, removeReports, switchLeaderboard } from '../../actions.ts';
import { requireOperator } from '../../session.ts';

export const metadata: Metadata = { title: 'Site' };

export default async function SiteSettings() {
  await requireOperator();
  const [isPublic, requests] = await Promise.all([siteSetting('public-leaderboard'), removals()]);
  const now = new Date();
  return (
    <div className="pt-8">
      <h1 className="text-3xl">Site</h1>
      <div className="mt-8">
        <Section id="public-leaderboard" title="Public leaderboard">
          <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
            {isPublic ? <Status shape="full" tone="open" word="On" /> : <Status shape="ring" tone="unknown" word="Off" />}
            <form action={switchLeaderboard}>
              <button type="submit" name="value" value={isPublic ? 'off' : 'on'} className="button-quiet">{isPublic ? 'Switch off' : 'Switch on'}<span className="sr-only"> the public leaderboard</span></button>
            </form>
          </div>
          <p className="mt-3 max-w-prose text-sm text-soft">
            {isPublic ? <>Everybody can read <a href="/leaderboard" className="link">/leaderboard</a>.</> : 'The address /leaderboard answers 404.'} It lists the newest scored scan of each site that is listed, not hidden, and has a public name. Nothing unlisted is ever on it.
          </p>
        </Section>
        <Section id="removals" title="Removal requests" note="Owners ask that reports be taken down. Make sure who asks before you act.">
          {requests.length === 0 ? (
            <p className="text-soft">There are none.</p>
          ) : (
            <ul className="-mt-3">
              {requests.map(({ id, domain, contact, message, createdAt, resolvedAt, resolvedBy }) => (
                <li key={id} className="border-b border-hair py-4">
                  <div className="flex flex-wrap items-baseline justify-between gap-x-6">
                    <h3 className="font-sans text-base font-medium break-all">{domain}</h3>
                    <p className="text-xs text-soft">{resolvedAt ? <>Closed <When at={resolvedAt} now={now} /> by {resolvedBy}</> : <When at={createdAt} now={now} />}</p>
                  </div>
                  <p className="text-sm break-all text-soft">{contact}</p>
                  {message !== '' && <p className="mt-2 max-w-prose text-sm break-words whitespace-pre-line">{message}</p>}
                  {!resolvedAt && (
                    <div className="mt-3 flex flex-wrap items-start gap-2">
                      <form action={handleRemoval} className="contents">
                        <input type="hidden" name="id" value={id} />
                        <input type="hidden" name="domain" value={domain} />
                        <button type="submit" name="do" value="hide" className="button-quiet">Hide the site</button>
                        <button type="submit" name="do" value="block" className="button-quiet">Never scan it</button>
                        <button type="submit" name="do" value="close" className="button-quiet">Close the request</button>
                      </form>
                      <Confirm name="Delete its reports" question={`Delete every scan and report of ${domain} for good?`} yes="Delete them" action={removeReports}>
                        <input type="hidden" name="domain" value={domain} />
                      </Confirm>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </div>
  );
}
