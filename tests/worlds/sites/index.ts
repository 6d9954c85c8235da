/** Every world, archetypes first. */
import type { World } from '../lib/world.ts';
import { keyWorlds } from './archetypes/keys.ts';

export const worlds: readonly World[] = [...keyWorlds];
