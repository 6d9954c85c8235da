/** `npm run dev`: the same with fast reload of the site and a worker that restarts on every change. */
import { main } from './launch.mjs';

await main({ dev: true });
