/** `npm start`: builds what changed and runs the whole product. */
import { main } from './launch.mjs';

await main({ dev: false });
