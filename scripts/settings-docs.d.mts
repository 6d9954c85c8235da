type Table = readonly { name: string; default: string; meaning: string; expects: string }[];
export function envExample(table: Table): string;
export function settingsMarkdown(table: Table): string;
export function withTable(markdown: string, table: Table): string | null;
