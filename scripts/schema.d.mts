export function findDrift(adminUrl: string, schema?: string): Promise<string[]>;
export function newMigration(adminUrl: string, name: string, now?: Date): Promise<string | null>;
