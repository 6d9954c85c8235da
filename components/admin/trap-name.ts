import type { AntiPatternId } from '../../lib/scan/report/schema.ts';

/** Anti-patterns in the few words that a column has room for. */
export const trapName: Record<AntiPatternId, string> = {
  'browser-only-oauth': 'Browser-only OAuth',
  'captcha-before-token': 'CAPTCHA before the token',
  'session-cookie-only': 'Session cookies only',
  'manual-key-approval': 'Keys approved by hand',
  'token-rotation-without-refresh': 'Tokens without a way back',
};
