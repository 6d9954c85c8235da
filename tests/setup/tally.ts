/** Figures that the tests of hostility print, collected by `npm run hostile` (scripts/hostile.mjs). */
import { appendFileSync } from 'node:fs';

/** Says a family's figures, such as `{ 'scans accepted': 50, ended: 50 }`. */
export function tally(family: string, figures: Readonly<Record<string, number | string>>): void {
  const text = Object.entries(figures)
    .map(([name, figure]) => `${name} ${figure}`)
    .join(', ');
  process.stdout.write(`  ${family}: ${text}\n`);
  const file = process.env.TALLY_FILE;
  if (file) appendFileSync(file, `${JSON.stringify({ family, figures })}\n`);
}
