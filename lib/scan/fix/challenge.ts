/** The challenge that this API is to send, and the values of every marked place of the artefacts. */
import { wayOf } from '../judge/case.ts';
import { wayTable } from '../judge/ways.ts';
import { exampleScopes } from './documents.ts';
import type { PlaceValues } from './frameworks.ts';
import { quotedString } from './quote.ts';
import type { FixContext } from './types.ts';

/** Names the RFC 9728 document only where it is there: a client that follows it to nothing stops (RFC 9728 §5.1). */
export function bearerChallenge({ places, subject }: FixContext): string {
  const realm = `Bearer realm="${quotedString(places.realm)}"`;
  return subject.evidence.protectedResources.length > 0
    ? `${realm}, resource_metadata="${quotedString(places.slots.RESOURCE_METADATA_URL.value)}"`
    : realm;
}

/**
 * What the API takes today, as a challenge (RFC 9110 §11.6.1): a refusal that names another scheme would send programs the wrong way. Fields
 * and cookies have no registered scheme; `type` and `name` say what goes where.
 */
export function challengeToday(context: FixContext): string {
  const { subject, places } = context;
  const realm = `realm="${quotedString(places.realm)}"`;
  if (wayOf(subject, 'bearer')) return bearerChallenge(context);
  const header = wayOf(subject, 'own-header');
  if (header) return `ApiKey ${realm}, type="header", name="${quotedString(places.slots.KEY_HEADER.value)}"`;
  if (wayOf(subject, 'basic')) return `Basic ${realm}`;
  const cookie = wayOf(subject, 'cookie') ?? subject.access.guarded.find(({ answer }) => answer.loginPage);
  return cookie ? `Cookie ${realm}` : bearerChallenge(context);
}

/** The request field in which credentials travel today. */
function credentialField(subject: FixContext['subject'], keyHeader: string): string {
  if (subject.oauth || subject.ways.some(({ id }) => wayTable[id].inAuthorization)) return 'authorization';
  return wayOf(subject, 'own-header') ? keyHeader.toLowerCase() : 'cookie';
}

const pathOf = (url: string) => new URL(url).pathname;

/** The values of this target; `challenge` is what it sends once the fix is in place. */
export function placeValues({ places, subject }: FixContext, challenge: string): PlaceValues {
  const { slots, prefix } = places;
  const scopes = places.scopes.length > 0 ? places.scopes : exampleScopes;
  const paths = {
    TOKEN: places.tokenPath,
    REGISTRATION: pathOf(slots.REGISTRATION_URL.value),
    METADATA: pathOf(slots.SERVER_METADATA_URL.value),
    RESOURCE_METADATA: pathOf(slots.RESOURCE_METADATA_URL.value),
  };
  /** Django writes routes without the first slash. */
  const inBoth = Object.entries(paths).flatMap(([name, path]): [string, string][] => [
    [`${name}_PATH`, path],
    [`${name}_ROUTE`, path.slice(1)],
  ]);
  return {
    ...Object.fromEntries(inBoth),
    CHALLENGE: challenge,
    HELP: slots.DOCS_URL.value,
    CREDENTIAL_FIELD: credentialField(subject, slots.KEY_HEADER.value),
    PREFIX: prefix,
    PREFIX_STAR: `${prefix}*`,
    CALL_PATH: pathOf(slots.CALL_URL.value),
    SCOPES: scopes.join(' '),
    SCOPE: scopes[0] ?? 'read',
  };
}
