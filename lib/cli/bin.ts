#!/usr/bin/env node
/** The program of the package: `latchkey`. */
import { exitCodes } from './exit.ts';
import { main } from './index.ts';

try {
  process.exitCode = await main(process.argv.slice(2), { packagedBrowser: false, startProduct: null });
} catch (error) {
  process.stderr.write('This is a bug in latchkey; please report it with the lines below.\n');
  console.error(error);
  process.exitCode = exitCodes.notRun.code;
}
