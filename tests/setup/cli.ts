/** The command as a program of its own, for tests that need a process. */
import { main } from '../../lib/cli/index.ts';

process.exitCode = await main(process.argv.slice(2), { packagedBrowser: false, startProduct: null });
