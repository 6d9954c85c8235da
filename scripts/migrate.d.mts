export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}
export function readMigrations(): Promise<Migration[]>;
export function ensureDatabase(adminUrl: string, name: string): Promise<string>;
export function ensureOwnDatabase(adminUrl: string, name: string): Promise<string>;
export function migrate(connectionString: string, options?: { warn?: (message: string) => void }): Promise<string[]>;
