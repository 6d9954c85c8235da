/** Tests start from the defaults, whatever the developer's or the CI machine's environment says. */
import { settingsTable } from '../../lib/settings.ts';

for (const { name } of settingsTable) delete process.env[name];
process.env.LOG_LEVEL = 'silent';
