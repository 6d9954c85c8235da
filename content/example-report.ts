/**
 * The report that a fresh installation shows. What was seen is stored (`npm run example`: a real scan of the small business in
 * tests/worlds/sites/example.ts); it is judged here, so that the example speaks as the reports of today do.
 */
import { conclude } from '../lib/scan/conclude.ts';
import { report as schema, type Report } from '../lib/scan/schema/report.ts';
import seen from './example-report.json' with { type: 'json' };

const stored = schema.pick({ scan: true, target: true, surface: true, evidence: true, exchanges: true });

let judged: Report | undefined;
export const exampleReport = (): Report => (judged ??= conclude(stored.parse(seen)));
