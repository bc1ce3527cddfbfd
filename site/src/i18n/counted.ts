/** Sentences of a script that say how many. */
import { fill } from './fill.ts';
import { formatNumber } from './formats.ts';
import { currentLanguage } from './language.ts';
import { formFor, type Counted } from './words.ts';

/** The form that a count takes in the language of the page. */
export const counted = (forms: Counted, count: number): string =>
  fill(formFor(forms, count, currentLanguage()), { count: formatNumber(count) });
