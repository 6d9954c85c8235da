/** Every real server. */
import type { RealServer } from './types.ts';

export const servers: readonly RealServer[] = [];
