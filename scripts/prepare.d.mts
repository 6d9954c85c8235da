export function bundle(entry: string, outfile: string, options?: { whole?: boolean }): Promise<string>;
/** Builds the site unless what it is made of is unchanged; resolves to whether it did. */
export function ensureBuilt(): Promise<boolean>;
