'use client';
/**
 * Takes a credential. Works without script: the three kinds stand below each other, and which one counts says a radio button. What is secret is
 * never written back into the page.
 */
import type { VerificationForm, VerificationProblem } from '../../lib/verification.ts';
import { useActionState, useId, type ReactNode } from 'react';
import { Prose } from '../prose.tsx';

/** What comes back to the form: everything that was typed except what is secret. */
export interface VerifyState {
  typed: Omit<VerificationForm, 'secret' | 'privateKey' | 'apiKey'>;
  problem: VerificationProblem | null;
}

type Action = (state: VerifyState, data: FormData) => Promise<VerifyState>;

const input = 'w-full rounded-sm border border-unknown bg-transparent px-3 py-2 font-mono text-sm';

interface FieldProps {
  label: string;
  hint?: string;
  children: (id: string, described: string | undefined) => ReactNode;
}

function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1.5 text-sm text-soft">
          {hint}
        </p>
      )}
      {children(id, hint ? `${id}-hint` : undefined)}
    </div>
  );
}

function Text({ label, hint, name, value }: { label: string; hint?: string; name: string; value: string }) {
  return (
    <Field label={label} {...(hint !== undefined && { hint })}>
      {(id, described) => (
        <input
          id={id}
          name={name}
          defaultValue={value}
          aria-describedby={described}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          className={input}
        />
      )}
    </Field>
  );
}

function Secret({ label, name }: { label: string; name: string }) {
  return (
    <Field label={label}>
      {(id) => <input id={id} name={name} type="password" autoComplete="off" spellCheck={false} className={input} />}
    </Field>
  );
}

/** One of several; what belongs to it stands below. */
function Choice({
  name,
  value,
  chosen,
  label,
  children,
}: {
  name: string;
  value: string;
  chosen: string;
  label: string;
  children?: ReactNode;
}) {
  return (
    <div>
      <label className="flex items-baseline gap-2.5 font-medium">
        <input type="radio" name={name} value={value} defaultChecked={chosen === value} />
        {label}
      </label>
      {children && <div className="mt-3 mb-5 grid gap-4 border-l border-hair pl-4 sm:ml-1.5 sm:pl-5">{children}</div>}
    </div>
  );
}

export interface VerifyFormProps {
  action: Action;
  id: string;
  /** Hosts that would receive the credential, by the newest report. */
  hosts: string[];
  tokenEndpoint: string | null;
  operations: string[];
}

export function VerifyForm({ action, id, hosts, tokenEndpoint, operations }: VerifyFormProps) {
  const [state, formAction, pending] = useActionState(action, {
    typed: {
      kind: 'client-secret',
      clientId: '',
      place: 'bearer',
      header: '',
      scope: '',
      resource: '',
      audience: '',
      tokenEndpoint: '',
      operation: '',
      hosts: [],
      publish: false,
    },
    problem: null,
  } satisfies VerifyState);
  const { typed, problem } = state;
  const receivers = problem?.hosts ?? hosts;
  return (
    // The form is reset after each action; the key draws it anew with what was typed, the secrets excepted.
    <form
      action={formAction}
      noValidate
      key={JSON.stringify(state)}
      className="grid max-w-2xl gap-8"
      autoComplete="off"
    >
      <input type="hidden" name="id" value={id} />
      {problem && (
        <p role="alert" className="border-l-2 border-wall pl-4 text-wall">
          <Prose text={problem.message} /> What was secret has to be entered again.
        </p>
      )}
      <fieldset className="grid gap-3">
        <legend className="mb-3 text-lg font-medium">Your credential</legend>
        <Choice name="kind" value="client-secret" chosen={typed.kind} label="A client with a secret">
          <Text label="Client id" name="clientId" value={typed.clientId} />
          <Secret label="Client secret" name="secret" />
        </Choice>
        <Choice
          name="kind"
          value="private-key"
          chosen={typed.kind}
          label="A client with a private key (private_key_jwt)"
        >
          <p className="text-sm text-soft">The client id goes into the field above.</p>
          <Field label="Private key, as a JWK or in PEM">
            {(field) => (
              <textarea id={field} name="privateKey" rows={3} autoComplete="off" spellCheck={false} className={input} />
            )}
          </Field>
        </Choice>
        <Choice name="kind" value="api-key" chosen={typed.kind} label="An API key">
          <Secret label="Key" name="apiKey" />
          <div className="grid gap-2">
            <Choice name="place" value="bearer" chosen={typed.place} label="as a bearer token" />
            <Choice name="place" value="basic" chosen={typed.place} label="as the user name of Basic" />
            <Choice name="place" value="header" chosen={typed.place} label="in a header of its own" />
          </div>
          <Text label="Name of the header" name="header" value={typed.header} />
        </Choice>
      </fieldset>
      <details open={typed.scope + typed.resource + typed.audience + typed.tokenEndpoint + typed.operation !== ''}>
        <summary className="cursor-pointer text-lg font-medium">What to ask for (optional)</summary>
        <div className="mt-4 grid gap-4">
          <Text label="Scope" name="scope" value={typed.scope} hint="Two or more, so that one alone can be tried." />
          <Text
            label="Operation to call with GET"
            name="operation"
            value={typed.operation}
            hint={operations[0] === undefined ? 'No description declares one.' : `Left empty: ${operations[0]}`}
          />
          <Text
            label="Token endpoint"
            name="tokenEndpoint"
            value={typed.tokenEndpoint}
            hint={tokenEndpoint === null ? 'None was found.' : `Left empty: ${tokenEndpoint}`}
          />
          <Text label="Resource (RFC 8707)" name="resource" value={typed.resource} />
          <Text label="Audience" name="audience" value={typed.audience} />
        </div>
      </details>
      <fieldset className="grid gap-3">
        <legend className="mb-2 text-lg font-medium">Where it may go</legend>
        {receivers.length === 0 && (
          <p className="text-sm text-soft">
            Name a token endpoint or an operation above; the next answer lists the hosts to confirm.
          </p>
        )}
        {receivers.map((host) => (
          <label key={host} className="flex items-baseline gap-2.5">
            <input type="checkbox" name="host" value={host} defaultChecked={typed.hosts.includes(host)} />
            <span>
              Send it to <span className="font-mono text-[0.92em] break-all">{host}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className="grid gap-3">
        <legend className="mb-2 text-lg font-medium">Who sees the report</legend>
        <Choice name="publish" value="no" chosen={typed.publish ? 'yes' : 'no'} label="Only people with its address" />
        <Choice
          name="publish"
          value="yes"
          chosen={typed.publish ? 'yes' : 'no'}
          label="Everybody, among the reports of your domain"
        />
      </fieldset>
      <p>
        <button type="submit" disabled={pending} className="button">
          Verify
        </button>
      </p>
    </form>
  );
}
