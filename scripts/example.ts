/** `npm run example`: scans the small business of tests/worlds/sites/example.ts and stores what was seen for the example report of the home page. */
import { writeFileSync } from 'node:fs';
import { runWorld } from '../tests/worlds/lib/run.ts';
import { exampleWorld } from '../tests/worlds/sites/example.ts';

const file = 'content/example-report.json';
const { report, faults } = await runWorld(exampleWorld);
if (faults.length > 0) throw new Error(faults.join('\n'));
const { target, surface, evidence, exchanges } = report;
const scan = { ...report.scan, mode: 'example' };
writeFileSync(
  new URL(`../${file}`, import.meta.url),
  `${JSON.stringify({ scan, target, surface, evidence, exchanges }, null, 1)}\n`,
);
console.log(`${report.answer?.word ?? 'No answer'}, ${report.score.d7 ?? 'no score'}: ${file} is written.`);
