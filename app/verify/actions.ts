'use server';
import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { chooseFace } from '@/lib/faces.ts';
import { ScanError } from '@/lib/scan/errors.ts';
import { LimitReached, ServiceUnavailable } from '@/lib/scans.ts';
import {
  beginVerification,
  lookForVerification,
  submitVerification,
  type VerificationForm,
} from '@/lib/verification.ts';
import { visitorOf } from '../visitor.ts';
import type { BeginState } from '@/components/verify/begin-form.tsx';
import type { VerifyState } from '@/components/verify/verify-form.tsx';

/** Characters of a field that are looked at; lib/verification.ts refuses what is too long with a sentence. */
const longest = 30_000;

const field = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.slice(0, longest) : '';
};

/** The sentence for what kept a request from being taken; anything else is thrown. */
function sentenceOf(error: unknown): string {
  if (error instanceof ScanError || error instanceof LimitReached) return error.message;
  if (error instanceof ServiceUnavailable)
    return `This cannot be taken right now. Please try again in ${error.retryAfterSeconds} seconds.`;
  throw error;
}

/** Begins, and goes to the page that says how to prove the address. */
export async function begin(_: BeginState, data: FormData): Promise<BeginState> {
  const typed = field(data, 'target').slice(0, 2000);
  let id: string;
  try {
    id = await beginVerification(typed, visitorOf(await headers()));
  } catch (error) {
    return { typed, problem: sentenceOf(error) };
  }
  redirect(`/verify/${id}` as Route);
}

/** Has a worker look for the proof, and shows the page again. */
export async function lookNow(data: FormData): Promise<void> {
  const id = field(data, 'id');
  await lookForVerification(id, visitorOf(await headers()));
  redirect(`/verify/${encodeURIComponent(id)}` as Route);
}

/** Notes which report is to stand for what is proved, and shows the page again. */
export async function choose(data: FormData): Promise<void> {
  const id = field(data, 'id');
  await chooseFace(id, field(data, 'scan'), visitorOf(await headers()));
  redirect(`/verify/${encodeURIComponent(id)}` as Route);
}

/** Takes the credential and goes to the scan; otherwise the form comes back with the reason, and without what is secret. */
export async function submit(_: VerifyState, data: FormData): Promise<VerifyState> {
  const form: VerificationForm = {
    kind: field(data, 'kind'),
    clientId: field(data, 'clientId'),
    secret: field(data, 'secret'),
    privateKey: field(data, 'privateKey'),
    apiKey: field(data, 'apiKey'),
    place: field(data, 'place'),
    header: field(data, 'header'),
    scope: field(data, 'scope'),
    resource: field(data, 'resource'),
    audience: field(data, 'audience'),
    tokenEndpoint: field(data, 'tokenEndpoint'),
    operation: field(data, 'operation'),
    hosts: data.getAll('host').filter((host) => typeof host === 'string'),
    publish: data.get('publish') === 'yes',
  };
  const { secret: _secret, privateKey: _privateKey, apiKey: _apiKey, ...typed } = form;
  let scanId: string;
  try {
    const result = await submitVerification(field(data, 'id'), form, visitorOf(await headers()));
    if (!('scanId' in result)) return { typed, problem: result };
    ({ scanId } = result);
  } catch (error) {
    return { typed, problem: { message: sentenceOf(error) } };
  }
  redirect(`/scan/${scanId}` as Route);
}
