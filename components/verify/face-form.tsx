/** The owner of a domain says which report stands for it. A plain form, so that it works without script. */
import { When } from '../when.tsx';

export interface FaceFormProps {
  action: (data: FormData) => Promise<void>;
  id: string;
  name: string;
  options: readonly { scanId: string; targetUrl: string; mode: 'public' | 'verified'; d7: number; finishedAt: Date }[];
  /** The scan that stands now. */
  stands: string | null;
  /** Whether the owner has chosen it. */
  chosen: boolean;
  wish: 'waits' | 'unproved' | null;
  /** Days for which a published verified report stands, and for which a choice holds. */
  verifiedDays: number;
  choiceDays: number;
  now: Date;
}

const said = {
  waits: 'We are looking for the proof once more; then your choice holds. Load this page again in a few seconds.',
  unproved: 'The proof was not there any more, so nothing has changed. Publish it again and choose once more.',
};

export function FaceForm(props: FaceFormProps) {
  const { action, id, name, options, stands, chosen, wish, verifiedDays, choiceDays, now } = props;
  const kept = <span className="font-mono text-[0.92em] break-all">{name}</span>;
  return (
    <section className="section" aria-labelledby="face">
      <h2 id="face" className="text-xl">
        Which report stands
      </h2>
      <div className="min-w-0 max-w-2xl">
        <p className="max-w-prose">
          Page, badge and API show one report for {kept}.{' '}
          {chosen ? 'You have chosen it.' : 'Nobody has chosen it, so the rules decide.'} A published verified report
          stands for {verifiedDays} days, with newer scans from outside linked beside it. A choice holds for{' '}
          {choiceDays} days and is named on the report; you can change it or take it back here.
        </p>
        {wish && (
          <p role="status" className={`mt-4 border-l-2 pl-4 ${wish === 'waits' ? 'border-rule' : 'border-partly'}`}>
            {said[wish]}
          </p>
        )}
        {options.length === 0 ? (
          <p className="mt-4 text-soft">There is no listed report with a score yet.</p>
        ) : (
          <form action={action} className="mt-5">
            <input type="hidden" name="id" value={id} />
            <fieldset>
              <legend className="sr-only">Report that stands for {name}</legend>
              <ul className="border-t border-hair">
                {options.map(({ scanId, targetUrl, mode, d7, finishedAt }) => (
                  <li key={scanId} className="border-b border-hair">
                    <label className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-3 py-2.5">
                      <input
                        type="radio"
                        name="scan"
                        value={scanId}
                        required
                        defaultChecked={chosen && scanId === stands}
                      />
                      <span className="min-w-0">
                        <span className="font-mono text-sm break-all">{targetUrl}</span>
                        <span className="block text-sm text-soft">
                          {mode === 'verified' ? 'verified with your client' : 'from outside'},{' '}
                          <When at={finishedAt} now={now} />
                          {scanId === stands && ', stands now'}
                        </span>
                      </span>
                      <span className="num text-sm">{d7} of 100</span>
                    </label>
                  </li>
                ))}
                <li className="border-b border-hair">
                  <label className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3 py-2.5">
                    <input type="radio" name="scan" value="" required defaultChecked={!chosen} />
                    <span>
                      Whatever the{' '}
                      <a className="link" href="/methodology">
                        rules
                      </a>{' '}
                      say
                    </span>
                  </label>
                </li>
              </ul>
            </fieldset>
            <p className="mt-5">
              <button type="submit" className="button-quiet">
                Let it stand
              </button>
            </p>
          </form>
        )}
      </div>
    </section>
  );
}

/** Said where what was proved is one host, which does not speak for the domain. */
export const FaceHint = ({ domain }: { domain: string }) => (
  <section className="section" aria-labelledby="face">
    <h2 id="face" className="text-xl">
      Which report stands
    </h2>
    <p className="max-w-prose">
      The file proves this host alone. To choose which report stands for{' '}
      <span className="font-mono text-[0.92em] break-all">{domain}</span>, begin again and publish the DNS record.
    </p>
  </section>
);
