import type { Metadata } from 'next';
import { Confirm } from '@/components/admin/confirm.tsx';
import { Section } from '@/components/report/section.tsx';
import { Status } from '@/components/status.tsx';
import { When } from '@/components/when.tsx';
import { removals } from '@/lib/admin/removals.ts';
import { rendererState } from '@/lib/admin/renderer.ts';
import { siteSetting } from '@/lib/admin/site-settings.ts';
import { handleRemoval, removeReports, switchLeaderboard } from '../../actions.ts';
import { requireOperator } from '../../session.ts';

export const metadata: Metadata = { title: 'Site' };

export default async function SiteSettings() {
  await requireOperator();
  const [isPublic, requests, renderer] = await Promise.all([
    siteSetting('public-leaderboard'),
    removals(),
    rendererState(),
  ]);
  const now = new Date();
  return (
    <div className="pt-8">
      <h1 className="text-3xl">Site</h1>
      <div className="mt-8">
        <Section id="public-leaderboard" title="Public leaderboard">
          <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
            {isPublic ? (
              <Status shape="full" tone="open" word="On" />
            ) : (
              <Status shape="ring" tone="unknown" word="Off" />
            )}
            <form action={switchLeaderboard}>
              <button type="submit" name="value" value={isPublic ? 'off' : 'on'} className="button-quiet">
                {isPublic ? 'Switch off' : 'Switch on'}
                <span className="sr-only"> the public leaderboard</span>
              </button>
            </form>
          </div>
          <p className="mt-3 max-w-prose text-sm text-soft">
            {isPublic ? (
              <>
                Everybody can read{' '}
                <a href="/leaderboard" className="link">
                  /leaderboard
                </a>
                .
              </>
            ) : (
              'The address /leaderboard answers 404.'
            )}{' '}
            It lists the newest scored scan of each site that is listed, not hidden, and has a public name. Nothing
            unlisted is ever on it.
          </p>
        </Section>
        {renderer && (
          <Section id="renderer" title="Rendering browser">
            {renderer.sandbox ? (
              <Status shape="full" tone="open" word="In its sandbox" />
            ) : (
              <Status shape="barred" tone="wall" word="Without a sandbox" />
            )}
            <p className="mt-3 max-w-prose text-sm text-soft">
              {renderer.sandbox
                ? 'Pages that need JavaScript are rendered in a Chromium that the operating system confines.'
                : `Pages that need JavaScript are rendered in a Chromium that the operating system does not confine: ${renderer.problem ?? 'the reason is not known'}. Run the worker as an ordinary user on a machine with user namespaces, or set SCAN_BROWSER=off.`}{' '}
              {renderer.shared === null
                ? 'It runs as a user of its own.'
                : renderer.shared !== undefined &&
                  `It runs as the worker’s own user, because ${renderer.shared}: a page that breaks out of it can read what the worker can. Start the worker as root with RENDERER_USER set.`}{' '}
              Told by the worker on {renderer.machine}, <When at={renderer.at} now={now} />.
            </p>
          </Section>
        )}
        <Section
          id="removals"
          title="Removal requests"
          note="Owners ask that reports be taken down. Each has proved the domain by a DNS record or a file."
        >
          {requests.length === 0 ? (
            <p className="text-soft">There are none.</p>
          ) : (
            <ul className="-mt-3">
              {requests.map(({ id, domain, contact, message, createdAt, resolvedAt, resolvedBy }) => (
                <li key={id} className="border-b border-hair py-4">
                  <div className="flex flex-wrap items-baseline justify-between gap-x-6">
                    <h3 className="font-sans text-base font-medium break-all">{domain}</h3>
                    <p className="text-xs text-soft">
                      {resolvedAt ? (
                        <>
                          Closed <When at={resolvedAt} now={now} /> by {resolvedBy}
                        </>
                      ) : (
                        <When at={createdAt} now={now} />
                      )}
                    </p>
                  </div>
                  <p className="text-sm break-all text-soft">{contact}</p>
                  {message !== '' && (
                    <p className="mt-2 max-w-prose text-sm break-words whitespace-pre-line">{message}</p>
                  )}
                  {!resolvedAt && (
                    <div className="mt-3 flex flex-wrap items-start gap-2">
                      <form action={handleRemoval} className="contents">
                        <input type="hidden" name="id" value={id} />
                        <input type="hidden" name="domain" value={domain} />
                        <button type="submit" name="do" value="hide" className="button-quiet">
                          Hide the site
                        </button>
                        <button type="submit" name="do" value="block" className="button-quiet">
                          Never scan it
                        </button>
                        <button type="submit" name="do" value="close" className="button-quiet">
                          Close the request
                        </button>
                      </form>
                      <Confirm
                        name="Delete its reports"
                        question={`Delete every scan and report of ${domain}? It cannot be undone.`}
                        yes="Delete them"
                        action={removeReports}
                      >
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
