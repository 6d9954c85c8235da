/** What `latchkey list` can list. Kept apart so that the program knows the names without loading the rules. */
export const listNames = [
  'signals',
  'rungs',
  'anti-patterns',
  'flows',
  'points',
  'formats',
  'exit-codes',
  'config',
  'report',
] as const;
export type ListName = (typeof listNames)[number];
