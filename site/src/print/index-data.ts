/** The two indexes at the end of the booklet. */
import type { Association } from '@trame/cms/domain/contract/association';
import type { Commune } from '@trame/cms/domain/contract/territory';
import { compareFrench, indexLetter, sortByName, sortKey } from '@trame/cms/domain/french';
import type { IndexGroup } from './booklet.ts';
import { bookletTexts } from './texts.ts';

/** An association with the rank and the name that it has in the booklet. */
export interface Indexed {
  readonly association: Association;
  readonly number: number;
  readonly name: string;
  readonly acronym: string | null;
}

/**
 * By letter, digits and signs last. An association stands under its name, and under its acronym for those who know it by that,
 * unless the two begin alike.
 */
export function alphabeticalIndex(entries: readonly Indexed[]): IndexGroup[] {
  const rows = entries.flatMap(({ name, acronym, number }) => {
    const underName = { text: name, entry: number };
    const useful = acronym !== null && !sortKey(name).toLowerCase().startsWith(acronym.toLowerCase());
    return useful ? [underName, { text: `${acronym} (${name})`, entry: number }] : [underName];
  });
  const byLetter = Map.groupBy(
    sortByName(rows, ({ text }) => text),
    ({ text }) => indexLetter(text),
  );
  const signs = byLetter.get('#');
  byLetter.delete('#');
  return [
    ...[...byLetter].map(([title, group]) => ({ title, rows: group })),
    ...(signs === undefined ? [] : [{ title: bookletTexts.digitsAndSigns, rows: signs }]),
  ];
}

/**
 * By commune, in alphabetical order: seat, communes of activity and places of activities. An association that is active in every
 * commune stands once, under the whole territory, and not at each commune.
 */
export function communeIndex(
  entries: readonly Indexed[],
  communes: readonly Commune[],
  printedName: (commune: Commune) => string,
): IndexGroup[] {
  const byCode = new Map(communes.map(({ inseeCode, id }) => [inseeCode, id]));
  const known = new Set(communes.map(({ id }) => id));
  const groups = new Map<string, { text: string; entry: number }[]>();
  const add = (group: string, { name, number }: Indexed) => {
    const row = { text: name, entry: number };
    const rows = groups.get(group);
    if (rows === undefined) groups.set(group, [row]);
    else rows.push(row);
  };

  for (const entry of entries) {
    const places = placesOf(entry.association, byCode).filter((id) => known.has(id));
    const everywhere = known.size > 1 && places.length === known.size;
    if (everywhere) add(bookletTexts.wholeTerritory, entry);
    else if (places.length === 0) add(bookletTexts.unknownCommune, entry);
    else for (const id of places) add(id, entry);
  }

  const group = (key: string, title: string): IndexGroup[] => {
    const rows = groups.get(key);
    return rows === undefined ? [] : [{ title, rows: sortByName(rows, ({ text }) => text) }];
  };
  return [
    ...group(bookletTexts.wholeTerritory, bookletTexts.wholeTerritory),
    ...[...communes]
      .sort((a, b) => compareFrench(a.name, b.name))
      .flatMap((commune) => group(commune.id, printedName(commune))),
    ...group(bookletTexts.unknownCommune, bookletTexts.unknownCommune),
  ];
}

function placesOf(association: Association, byCode: ReadonlyMap<string, string>): string[] {
  const ofActivities = association.activities.map(({ communeCode }) =>
    communeCode === null ? undefined : byCode.get(communeCode),
  );
  const all = [association.commune, ...association.communesOfActivity, ...ofActivities];
  return [...new Set(all.filter((id) => id !== null && id !== undefined))];
}
