/** What an owner gives to have the handshake done: a credential, what to ask for with it, and which hosts may receive it. Never stored with a report. */
import { z } from 'zod';

const text = z.string().trim();
const optional = text.max(2000).optional();

/** RFC 9110 §5.6.2, without fields that belong to the connection or to us. */
const headerName = text
  .max(100)
  .regex(/^[\w!#$%&'*+.^`|~-]+$/)
  .transform((name) => name.toLowerCase())
  .refine(
    (name) =>
      !/^(?:host|connection|content-.*|transfer-.*|te|trailer|upgrade|expect|accept.*|user-agent|authorization|proxy-.*|signature.*)$/.test(
        name,
      ),
  );

const keyPlace = z.discriminatedUnion('in', [
  z.object({ in: z.literal('bearer') }),
  /** RFC 7617. Without `user` the key itself is the user name and the password is empty. */
  z.object({ in: z.literal('basic'), user: text.max(500).optional() }),
  z.object({ in: z.literal('header'), name: headerName }),
]);

const clientId = text.min(1).max(2000);

const credentials = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('client-secret'), clientId, secret: z.string().min(1).max(4000) }),
  /** A private key as a JWK or in PEM. */
  z.object({ kind: z.literal('private-key'), clientId, privateKey: z.string().min(1).max(20_000) }),
  z.object({
    kind: z.literal('api-key'),
    key: z
      .string()
      .max(8000)
      .regex(/^[\x20-\x7e]+$/),
    place: keyPlace,
  }),
]);

export const verifyRequest = z.object({
  credentials,
  scope: optional,
  /** RFC 8707: the address of the API that the token is for. */
  resource: optional,
  /** The same in the words of servers that are older than RFC 8707. */
  audience: optional,
  tokenEndpoint: optional,
  /** Address to call with GET. Left out: one that the API description declares as reading. */
  operation: optional,
  /** Hosts (with their port, unless it is the default one) that the owner has confirmed as receivers of the credential. */
  hosts: z.array(text.toLowerCase()).max(10),
});

export type VerifyRequest = z.output<typeof verifyRequest>;
export type Credentials = VerifyRequest['credentials'];
export type KeyPlace = z.output<typeof keyPlace>;
