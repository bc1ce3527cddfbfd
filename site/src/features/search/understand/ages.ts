/** Ages of a question: "8 ans", "de 6 à 8", "18 mois", "plus de 60 ans", "ado". */
import { isAge, type AgeRange } from '@trame/cms/domain/ages';
import type { AgeUnit } from '@trame/cms/domain/vocabulary/age-units';
import { ageWords } from './age-words.ts';
import type { AgePiece } from './pieces.ts';
import type { Made, Reading } from './reading.ts';

const NUMBER = '(\\d{1,3})';
const UNIT = '(ans?|mois)(?: et demie?)?';
/** "de 6 à 8" without a unit counts people only where it cannot count anything else. */
const OLDEST_WITHOUT_UNIT = 20;
const COUNTED_OTHERWISE = '(?! (?:h|heures?|euros?|km|kilometres?|metres?|personnes|places|minutes|jours|fois))';

/** Ages that people write as words, the longest first. */
const IN_WORDS: Readonly<Record<string, number>> = {
  'quatre vingt dix': 90,
  'quatre vingts?': 80,
  'soixante dix': 70,
  'soixante quinze': 75,
  'soixante cinq': 65,
  soixante: 60,
  cinquante: 50,
  quarante: 40,
  trente: 30,
  vingt: 20,
  'dix huit': 18,
  'dix sept': 17,
  seize: 16,
  quinze: 15,
  quatorze: 14,
  treize: 13,
  douze: 12,
  onze: 11,
  dix: 10,
  neuf: 9,
  huit: 8,
  sept: 7,
  six: 6,
  cinq: 5,
  quatre: 4,
  trois: 3,
  deux: 2,
  un: 1,
};

const COUNT = `(?:\\d{1,3}|${Object.keys(IN_WORDS).join('|')})`;

const inFigures = (said: string): number | undefined =>
  Object.entries(IN_WORDS).find(([words]) => new RegExp(`^(?:${words})$`).test(said))?.[1];

const unitOf = (said: string | undefined): AgeUnit => (said === 'mois' ? 'mois' : 'ans');

/** One age, its year or month around it; null when nobody has it. */
function at(count: string | undefined, said: string | undefined): AgeRange | null {
  const age = { count: Number(count), unit: unitOf(said) };
  if (!isAge(age)) return null;
  return { ageMin: age.count, ageMinUnit: age.unit, ageMax: age.count, ageMaxUnit: age.unit };
}

const piece = (...ranges: (AgeRange | null)[]): AgePiece | null =>
  ranges.some((range) => range === null) ? null : { kind: 'age', ranges: ranges as AgeRange[] };

function between(
  from: string | undefined,
  fromUnit: string | undefined,
  to: string | undefined,
  toUnit?: string,
): Made {
  const [min, max] = [at(from, fromUnit ?? toUnit), at(to, toUnit)];
  if (min === null || max === null) return null;
  return piece({
    ageMin: min.ageMin,
    ageMinUnit: min.ageMinUnit ?? 'ans',
    ageMax: max.ageMax,
    ageMaxUnit: max.ageMaxUnit ?? 'ans',
  });
}

/** Where anything would do, "un bébé de 10 mois" is no subject either. */
const ANYTHING_TO_DO =
  '(?:trucs?|choses?|activites?|idees?|sorties?|quoi|que|qu)(?: (?:a|peut on|pourrait on|pouvons nous))? faire';

/** Reads numbers first, then what words say; after a number, "mon petit" or "mamie" say no other age. */
export function readAges(reading: Reading): void {
  const each = reading.each.bind(reading);
  // "fêter mes 40 ans" is a birthday.
  reading.skip('(?:mes|tes|ses|nos|vos|leurs) \\d{1,3} ans');
  // "Depuis un an", "il y a 3 ans", "deux ans que je suis veuve", "dans six mois": so long, and nobody's age.
  reading.skip(
    `(?:depuis|pendant|durant|il y a|y a|ca fait|cela fait|voila|d ici|dans) (?:bientot |presque |environ |plus de |moins de |quelques |deja |a peine )?${COUNT} (?:ans?|mois)|${COUNT} (?:ans?|mois) (?=qu|que )`,
  );
  each(`(?:de |a |age de |agee? de )?(${Object.keys(IN_WORDS).join('|')}) ${UNIT}`, ([, said, unit]) =>
    piece(at(String(inFigures(said ?? '')), unit)),
  );
  each(`(?:de |entre )${NUMBER} ?(?:${UNIT} )?(?:a|et) ${NUMBER} ${UNIT}`, ([, from, unit, to, last]) =>
    between(from, unit, to, last),
  );
  each(`${NUMBER} ${UNIT} (?:et|ou) (?:de )?${NUMBER} ${UNIT}`, ([, one, unit, other, last]) =>
    piece(at(one, unit), at(other, last)),
  );
  each(`${NUMBER} (?:et|ou) ${NUMBER} ${UNIT}`, ([, one, other, unit]) => piece(at(one, unit), at(other, unit)));
  each(`${NUMBER} (?:a )?${NUMBER} ${UNIT}`, ([, from, to, unit]) => between(from, unit, to, unit));
  each(
    `(?:les )?(?:plus de|a partir de|des|\\+ de|au dela de|apres) ${NUMBER} ${UNIT}|${NUMBER} ${UNIT} et plus`,
    ([, a, u, b, v]) => {
      const min = at(a ?? b, u ?? v);
      return min && piece({ ageMin: min.ageMin, ageMinUnit: min.ageMinUnit ?? 'ans', ageMax: null });
    },
  );
  each(`(?:les )?(?:moins de|avant|jusqu a) ${NUMBER} ${UNIT}`, ([all, count, unit]) => {
    const max = at(count, unit);
    if (max === null) return null;
    // "moins de 3 ans" ends the day before the third birthday.
    const last = /jusqu a/.test(all) ? Number(count) : Math.max(0, Number(count) - 1);
    return piece({ ageMin: 0, ageMax: last, ageMaxUnit: unitOf(unit) });
  });
  each(`(?:de |a |age de |agee? de )?${NUMBER} ${UNIT}`, ([, count, unit]) => piece(at(count, unit)));
  each(`(?:de|entre) ${NUMBER} (?:a|et) ${NUMBER}${COUNTED_OTHERWISE}`, ([, from, to]) =>
    Number(to) > OLDEST_WITHOUT_UNIT || Number(from) >= Number(to) ? null : between(from, 'ans', to, 'ans'),
  );
  if (reading.has('age')) {
    // Beside a number the word says the same once more: "un ado de 15 ans".
    for (const { pattern, keep } of ageWords) if (!keep || reading.says(ANYTHING_TO_DO)) reading.skip(pattern);
    return;
  }
  for (const { pattern, range, keep } of ageWords) {
    each(pattern, () => {
      if (reading.has('age')) return null;
      const made: AgePiece = { kind: 'age', ranges: [range] };
      return keep ? { piece: made, keep } : made;
    });
  }
}
