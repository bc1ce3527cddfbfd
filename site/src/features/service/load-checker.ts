import type * as Checker from './checker.ts';
import type { parseEmail } from './email-checker.ts';

/** The check of one address, without the tables of telephone numbers. */
export const loadEmailCheck = (): Promise<typeof parseEmail | null> =>
  import('./email-checker.ts').then((module) => module.parseEmail).catch(() => null);

/** The check, fetched once; null when the network is down, and then asked for again at the next need. */
export const loadChecker = (): Promise<typeof Checker | null> => import('./checker.ts').catch(() => null);
