/** The styles that stand in the pages of a release, as its build named them (`site/src/pages/styles.json.ts`). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '../lib/log.ts';

/** A digest, as a policy names it: nothing that could say more there. */
const DIGEST = /^sha256-[A-Za-z\d+/]{43}=$/;

/** @returns null where a release does not say, as those of before; what cannot be read is told, and says nothing */
export function stylesOf(folder: string, log: Log): readonly string[] | null {
  try {
    const { styles } = JSON.parse(readFileSync(path.join(folder, 'styles.json'), 'utf8')) as { styles?: unknown };
    if (Array.isArray(styles) && styles.every((one) => typeof one === 'string' && DIGEST.test(one)))
      return styles as string[];
    log.error('styles of the pages refused', { styles: JSON.stringify(styles)?.slice(0, 200) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      log.error('styles of the pages not read', { cause: String(error) });
  }
  return null;
}
