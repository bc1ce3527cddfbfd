import { typography } from '@trame/cms/domain/typography';
import { inFrenchOnly } from '../i18n/frame.ts';

const known = new Map<string, string>();

/**
 * A text of the CMS, set as French is (`typography`). Remembered for the length of the build: a summary stands on its own
 * page and in half a dozen lists, and setting it costs more than showing it.
 */
export function french(text: string): string {
  let set = known.get(text);
  if (set === undefined) {
    set = inFrenchOnly(text, typography);
    known.set(text, set);
  }
  return set;
}
