/** A question in a sentence ("mon enfant de 8 ans, le mercredi à Cavignac"): what in it is really a facet. */
import { isAge, type Age } from '@trame/cms/domain/ages';
import { withoutAccents } from '@trame/cms/domain/french';
import { days, type Day } from '@trame/cms/domain/vocabulary/days';
import type { SearchState } from './state.ts';
import { questionWords } from '../../view/search-words.ts';

/** Words around a facet that say nothing more once it is understood. */
const SMALL_TALK = new Set(
  'enfant enfants fils fille petit petite bebe bebes ans an mois age activite activites cours cherche trouver faire quoi pres loin autour alentours proche'.split(
    ' ',
  ),
);

const AGE = /(?<!\d)(\d{1,3})\s*(ans?|mois)(?!\p{L})/giu;

/**
 * The same question with its age, days and communes as facets, and the rest as words; null when there is none of them.
 * @param communes name of each commune by slug
 */
export function understand(state: SearchState, communes: ReadonlyMap<string, string>): SearchState | null {
  let text = ` ${withoutAccents(state.q).toLowerCase().replace(/[-’']/g, ' ')} `;
  const take = (pattern: RegExp): boolean => {
    const before = text;
    text = text.replace(pattern, ' ');
    return text !== before;
  };

  const ages = [...text.matchAll(AGE)]
    .map((match): Age => ({ count: Number(match[1]), unit: match[2] === 'mois' ? 'mois' : 'ans' }))
    .filter(isAge);
  if (ages.length === 1) take(AGE);
  const jour: Day[] = days.values.filter((day) => take(new RegExp(`(?<=\\s)${day}s?(?=[\\s,.;!?])`, 'g')));
  const commune = [...communes]
    // The longest first: "Saint-Savin-de-Blaye" before "Saint-Savin".
    .sort(([, a], [, b]) => b.length - a.length)
    .filter(([, name]) => {
      const plain = withoutAccents(name).toLowerCase().replace(/[-’']/g, ' ');
      return take(new RegExp(`(?<=\\s)${plain.replace(/[^a-z0-9 ]/g, '.')}(?=[\\s,.;!?])`, 'g'));
    })
    .map(([slug]) => slug);
  if (ages.length !== 1 && jour.length === 0 && commune.length === 0) return null;

  return {
    ...state,
    q: questionWords(text)
      .filter((word) => !SMALL_TALK.has(word))
      .join(' '),
    age: ages.length === 1 ? (ages[0] ?? null) : state.age,
    jour: days.values.filter((day) => jour.includes(day) || state.jour.includes(day)),
    commune: [...new Set([...state.commune, ...commune])],
  };
}
