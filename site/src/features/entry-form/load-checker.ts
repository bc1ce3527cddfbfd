type Checker = typeof import('./checker.ts');

/** The check, fetched once; null when the network is down, and then asked for again at the next need. */
export const loadChecker = (): Promise<Checker | null> => import('./checker.ts').catch(() => null);
