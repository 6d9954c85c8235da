/** Every world, archetypes first. */
import type { World } from '../lib/world.ts';
import { frameworkWorlds } from './archetypes/frameworks.ts';
import { keyWorlds } from './archetypes/keys.ts';
import { oauthWorlds } from './archetypes/oauth.ts';
import { peopleWorlds } from './archetypes/people.ts';
import { shapeWorlds } from './archetypes/shapes.ts';
import { troubleWorlds } from './archetypes/trouble.ts';

export const worlds: readonly World[] = [...keyWorlds, ...oauthWorlds, ...frameworkWorlds, ...shapeWorlds, ...peopleWorlds, ...troubleWorlds];
