/** A certificate authority that lives as long as the process, and a certificate per world. */
import { generate } from 'selfsigned';

export interface Authority {
  certificate: string;
  key: string;
}

let authority: Promise<Authority> | undefined;

/** The throw-away authority of this process. */
export function throwAwayAuthority(): Promise<Authority> {
  authority ??= generate([{ name: 'commonName', value: 'Worlds throw-away CA' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  }).then((made) => ({ certificate: made.cert, key: made.private }));
  return authority;
}

/** A certificate for the given DNS names. */
export async function certificateFor(names: readonly string[]): Promise<{ cert: string; key: string }> {
  const { certificate, key } = await throwAwayAuthority();
  const made = await generate([{ name: 'commonName', value: 'world' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ca: { cert: certificate, key },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: names.map((value) => ({ type: 2 as const, value })) },
    ],
  });
  return { cert: `${made.cert.trim()}\n${certificate}`, key: made.private };
}
