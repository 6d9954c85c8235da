import type { Metadata } from 'next';
import { ActionForm } from '@/components/admin/action-form.tsx';
import { Confirm } from '@/components/admin/confirm.tsx';
import { SmallInput } from '@/components/admin/fields.tsx';
import { Section } from '@/components/report/section.tsx';
import { stamp } from '@/components/times.ts';
import { When } from '@/components/when.tsx';
import { linkHours, openLinks, operators } from '@/lib/auth/operators.ts';
import { endSession, inviteOperator, removeOperatorAction } from '../../actions.ts';
import { requireOperator } from '../../session.ts';

export const metadata: Metadata = { title: 'Operators' };

/** A browser's name out of its User-Agent, which anybody can write. */
function browserOf(userAgent: string | null): string {
  const text = userAgent ?? '';
  const name = /Edg\//.test(text)
    ? 'Edge'
    : /Firefox\//.test(text)
      ? 'Firefox'
      : /Chrom(e|ium)\//.test(text)
        ? 'Chrome'
        : /Safari\//.test(text)
          ? 'Safari'
          : text === 'API token'
            ? text
            : 'Unknown browser';
  const system = /Windows/.test(text)
    ? 'Windows'
    : /Android/.test(text)
      ? 'Android'
      : /iPhone|iPad/.test(text)
        ? 'iOS'
        : /Mac OS/.test(text)
          ? 'macOS'
          : /Linux/.test(text)
            ? 'Linux'
            : null;
  return system === null ? name : `${name} on ${system}`;
}

export default async function Operators() {
  const me = await requireOperator();
  const [all, links] = await Promise.all([operators(), openLinks()]);
  const now = new Date();
  return (
    <div className="pt-8">
      <h1 className="text-3xl">Operators</h1>
      <div className="mt-8">
        <Section id="all" title="Who may enter" note="A session lasts twelve hours. Ending one takes effect at once.">
          <ul className="-mt-3">
            {all.map(({ id, email, createdAt, sessions }) => (
              <li key={id} className="border-b border-hair py-4">
                <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
                  <div>
                    <h3 className="font-sans text-base font-medium break-all">
                      {email}
                      {id === me.id && <span className="ml-2 text-xs font-normal text-soft">you</span>}
                    </h3>
                    <p className="text-xs text-soft">
                      since <time dateTime={createdAt.toISOString()}>{stamp(createdAt)}</time>
                    </p>
                  </div>
                  {id !== me.id && (
                    <Confirm
                      name="Remove"
                      question={`Remove ${email} and end all sessions?`}
                      yes="Remove"
                      action={removeOperatorAction}
                    >
                      <input type="hidden" name="email" value={email} />
                    </Confirm>
                  )}
                </div>
                <ul className="mt-2 text-sm">
                  {sessions.map((session) => (
                    <li key={session.id} className="flex flex-wrap items-center justify-between gap-x-6 py-1">
                      <span className="text-soft">
                        {browserOf(session.userAgent)}, signed in <When at={session.createdAt} now={now} />
                        {session.id === me.sessionId && <span className="text-ink"> · this one</span>}
                      </span>
                      {session.id !== me.sessionId && (
                        <form action={endSession}>
                          <input type="hidden" name="id" value={session.id} />
                          <button type="submit" className="link text-xs">
                            End<span className="sr-only"> this session of {email}</span>
                          </button>
                        </form>
                      )}
                    </li>
                  ))}
                  {sessions.length === 0 && <li className="text-soft">Not signed in anywhere.</li>}
                </ul>
              </li>
            ))}
          </ul>
        </Section>
        <Section
          id="invite"
          title="One-time link"
          note={`For a new operator, or a new password. It works once, within ${linkHours} hours.`}
        >
          <ActionForm action={inviteOperator} className="flex flex-wrap items-end gap-x-4 gap-y-3">
            <div className="w-full max-w-sm">
              <SmallInput
                id="email"
                name="email"
                type="email"
                label="Email address"
                required
                maxLength={254}
                autoComplete="off"
              />
            </div>
            <button type="submit" className="button-quiet h-9 px-5">
              Make a link
            </button>
          </ActionForm>
          {links.length > 0 && (
            <ul className="mt-5 text-sm text-soft">
              {links.map(({ email, expiresAt }) => (
                <li key={email}>
                  A link for {email} is open until <time dateTime={expiresAt.toISOString()}>{stamp(expiresAt)}</time>.
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </div>
  );
}
