import { withoutAccents } from './french.ts';

const LONGEST = 80;

/** The path segment of a name: `L’Amicale des Cœurs (ADC)` → `l-amicale-des-coeurs-adc`; cut at a word, never empty. */
export function slugify(name: string): string {
  const words = withoutAccents(name)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    const next = slug === '' ? word.slice(0, LONGEST) : `${slug}-${word}`;
    if (next.length > LONGEST) break;
    slug = next;
  }
  return slug || 'sans-nom';
}
