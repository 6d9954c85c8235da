/** The settings that bound what visitors and scans may do, as they apply in this process. None of them holds a secret. */
import { settings, settingsTable, type Settings } from '../settings.ts';

const groups: readonly { title: string; names: readonly string[] }[] = [
  {
    title: 'Visitors',
    names: [
      'VISITOR_SCANS',
      'CLIENT_SCANS',
      'VISITOR_WINDOW_S',
      'VISITOR_WAITING',
      'VISITOR_RUNNING',
      'VISITOR_STREAMS',
      'STREAM_LIMIT',
      'TRUSTED_PROXIES',
    ],
  },
  { title: 'Queue', names: ['QUEUE_LIMIT', 'TARGET_QUEUE_LIMIT', 'COOLDOWN_S', 'SCAN_CONCURRENCY'] },
  { title: 'One scan', names: ['SCAN_MAX_REQUESTS', 'SCAN_TIMEOUT_S', 'SCAN_BROWSER', 'SCAN_ALLOW_NETS'] },
  { title: 'Keeping', names: ['KEEP_REPORTS', 'KEEP_DAYS'] },
];

const camel = (name: string) => name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

function shown(value: Settings[keyof Settings]): string {
  // A key is an object, and never shown.
  const text = Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? '' : String(value ?? '');
  return text === '' ? 'none' : text;
}

export interface LimitRow {
  /** The environment variable. */
  name: string;
  value: string;
  isDefault: boolean;
  meaning: string;
}

/** Limits by what they bound, in the order of the settings' own table. */
export function currentLimits(): { title: string; rows: LimitRow[] }[] {
  const values = settings();
  return groups.map(({ title, names }) => ({
    title,
    rows: settingsTable
      .filter(({ name }) => names.includes(name))
      .map(({ name, default: fallback, meaning }) => {
        const value = shown(values[camel(name) as keyof Settings]);
        return { name, value, isDefault: value === (fallback === '' ? 'none' : fallback), meaning };
      }),
  }));
}
