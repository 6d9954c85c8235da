import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The packages lie above this folder. */
const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
export default { turbopack: { root }, devIndicators: false };
