/** The file that `npm run artefacts` writes. */
export const bundled: string;
/** What belongs into it. */
export function bundleText(): string;
/** Writes the file when it is not what the sources say. */
export function ensureArtefacts(): void;
