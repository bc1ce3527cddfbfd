type Checker = typeof import('./checker.ts');
type EmailCheck = (typeof import('./email-checker.ts'))['parseEmail'];

/** The check of one address, without the tables of telephone numbers. */
export const loadEmailCheck = (): Promise<EmailCheck | null> =>
  import('./email-checker.ts').then(({ parseEmail }) => parseEmail).catch(() => null);

/** The check, fetched once; null when the network is down, and then asked for again at the next need. */
export const loadChecker = (): Promise<Checker | null> => import('./checker.ts').catch(() => null);
