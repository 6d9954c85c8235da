/** Every world, archetypes first. */
import type { World } from '../lib/world.ts';
import { documentWorlds } from './archetypes/documents.ts';
import { frameworkWorlds } from './archetypes/frameworks.ts';
import { keyWorlds } from './archetypes/keys.ts';
import { oauthWorlds } from './archetypes/oauth.ts';
import { peopleWorlds } from './archetypes/people.ts';
import { shapeWorlds } from './archetypes/shapes.ts';
import { troubleWorlds } from './archetypes/trouble.ts';
import { behindLoginWorlds } from './archetypes/behind-login.ts';
import { whoseWorlds } from './archetypes/whose.ts';
import { fifthKeyWorlds } from './providers/fifth-a.ts';
import { fifthMixedWorlds } from './providers/fifth-b.ts';
import { fifthGrantWorlds } from './providers/fifth-c.ts';
import { fourthBigWorlds } from './providers/fourth-a.ts';
import { fourthSmallWorlds } from './providers/fourth-b.ts';
import { builderWorlds } from './providers/builders.ts';
import { cloudWorlds } from './providers/cloud.ts';
import { commerceWorlds } from './providers/commerce.ts';
import { fileWorlds } from './providers/files.ts';
import { paymentWorlds } from './providers/payments.ts';
import { sixthBusinessWorlds } from './providers/sixth-a.ts';
import { sixthSectorWorlds } from './providers/sixth-b.ts';
import { socialWorlds } from './providers/social.ts';
import { secondWorlds } from './providers/second.ts';
import { thirdAbroadWorlds } from './providers/third-abroad.ts';
import { thirdKeyWorlds } from './providers/third-keys.ts';
import { thirdSoftwareWorlds } from './providers/third-software.ts';
import { thirdWorkWorlds } from './providers/third-work.ts';
import { workWorlds } from './providers/work.ts';
import { eleventh } from './eleventh/index.ts';
import { tenth } from './tenth/index.ts';
import { fifteenth } from './fifteenth/index.ts';
import { fourteenth } from './fourteenth/index.ts';
import { thirteenth } from './thirteenth/index.ts';
import { twelfth } from './twelfth/index.ts';
import { eighthWorlds } from './eighth/index.ts';
import { ninthWorlds } from './ninth/index.ts';
import { seventhWorlds } from './seventh/index.ts';

export const worlds: readonly World[] = [
  ...keyWorlds,
  ...oauthWorlds,
  ...frameworkWorlds,
  ...shapeWorlds,
  ...peopleWorlds,
  ...behindLoginWorlds,
  ...troubleWorlds,
  ...whoseWorlds,
  ...documentWorlds,
  ...paymentWorlds,
  ...workWorlds,
  ...commerceWorlds,
  ...cloudWorlds,
  ...socialWorlds,
  ...fileWorlds,
  ...builderWorlds,
  ...secondWorlds,
  ...thirdKeyWorlds,
  ...thirdWorkWorlds,
  ...thirdSoftwareWorlds,
  ...thirdAbroadWorlds,
  ...fourthBigWorlds,
  ...fourthSmallWorlds,
  ...fifthKeyWorlds,
  ...fifthMixedWorlds,
  ...fifthGrantWorlds,
  ...sixthBusinessWorlds,
  ...sixthSectorWorlds,
  ...seventhWorlds,
  ...eighthWorlds,
  ...ninthWorlds,
  ...tenth,
  ...eleventh,
  ...twelfth,
  ...thirteenth,
  ...fourteenth,
  ...fifteenth,
];
