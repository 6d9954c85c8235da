'use server';
import { headers } from 'next/headers';
import { countRegistrationOf } from '@/app/oauth/answers.ts';
import { visitorOf } from '@/app/visitor.ts';
import { createKey } from '@/lib/oauth/clients.ts';
import { OAuthError } from '@/lib/oauth/errors.ts';
import { ServiceUnavailable } from '@/lib/scans.ts';
import type { KeyState } from '@/components/key-form.tsx';

const longestName = 100;

/** Makes a key and shows it. */
export async function makeKey(_: KeyState, data: FormData): Promise<KeyState> {
  const name = data.get('name');
  try {
    await countRegistrationOf(visitorOf(await headers()));
    const { key } = await createKey((typeof name === 'string' ? name.trim().slice(0, longestName) : '') || 'unnamed');
    return { key, problem: null };
  } catch (error) {
    if (error instanceof OAuthError) return { key: null, problem: error.message };
    if (error instanceof ServiceUnavailable)
      return {
        key: null,
        problem: `Keys cannot be made right now. Please try again in ${error.retryAfterSeconds} seconds.`,
      };
    throw error;
  }
}
