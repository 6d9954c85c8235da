/** Builds the package and the single file, or with `single` that alone; resolves to their paths. */
export function packageCommand(options?: { single?: boolean }): Promise<{ tarball: string; file: string }>;
