/** The indexes at the end of the booklet: by name, by commune, by activity. */
import type { Association } from '@trame/cms/domain/contract/site/association';
import type { Commune } from '@trame/cms/domain/contract/site/territory';
import { tellApart } from '@trame/cms/domain/told-apart';
import { compareFrench, indexLetter, sortByName, sortKey, withoutAccents } from '@trame/cms/domain/french';
import type { IndexGroup, SubjectGroup } from './booklet.ts';
import { bookletTexts } from './texts.ts';

/** An association with the rank and the name that it has in the booklet. */
export interface Indexed {
  readonly association: Association;
  readonly number: number;
  readonly name: string;
  readonly acronym: string | null;
  /** Where its seat is, as it is printed; null when that is not known. */
  readonly commune: string | null;
  /** What it does, as it is printed. */
  readonly activities?: readonly string[];
}

/** Two of one name and one commune are told apart by their acronyms, or by what they do. */
const named = ({ name, commune, acronym, activities = [] }: Indexed) => ({
  name,
  commune,
  marks: [acronym, ...activities.map(subjectOf)],
});

/**
 * By letter, digits and signs last. An association stands under its name; its acronym, for those who know it by that, sends to
 * its name (« AAPPMA → Association … »), unless the two begin alike.
 */
export function alphabeticalIndex(entries: readonly Indexed[]): IndexGroup[] {
  const nameOf = tellApart(entries, named);
  const rows = entries.flatMap((entry) => {
    const { acronym, number } = entry;
    const name = nameOf(entry);
    const underName = { text: name, entry: number };
    const useful = acronym !== null && !sortKey(name).toLowerCase().startsWith(acronym.toLowerCase());
    return useful ? [underName, { text: `${acronym} → ${name}`, entry: number }] : [underName];
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
  const groups = new Map<string, Indexed[]>();
  const add = (group: string, entry: Indexed) => {
    const found = groups.get(group);
    if (found === undefined) groups.set(group, [entry]);
    else found.push(entry);
  };

  for (const entry of entries) {
    const places = placesOf(entry.association, byCode).filter((id) => known.has(id));
    const everywhere = known.size > 1 && places.length === known.size;
    if (everywhere) add(bookletTexts.wholeTerritory, entry);
    else if (places.length === 0) add(bookletTexts.unknownCommune, entry);
    else for (const id of places) add(id, entry);
  }

  const group = (key: string, title: string): IndexGroup[] => {
    const found = groups.get(key);
    if (found === undefined) return [];
    const nameOf = tellApart(found, named);
    const rows = found.map((entry) => ({ text: nameOf(entry), entry: entry.number }));
    return [{ title, rows: sortByName(rows, ({ text }) => text) }];
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

/** "Cours de yoga", "Atelier d’écriture": people look for yoga and for writing. */
const LESSON =
  /^(?:(?:cours|ateliers?|initiations?|sections?|écoles?|stages?|séances?|entraînements?|pratique|découverte|club|groupe)(?: (?:collectifs?|hebdomadaires?|libres?|loisirs?))? )(?:de |d[’']|du |des |à la |à l[’']|au |aux |en )/iu;
/** What follows the subject itself: "Judo (débutants)", "Danse – enfants", "Gym : lundi". */
const PRECISION = /\s*(?:[(:;,/]|\s[-–—]\s).*$/su;
const MOST_SUBJECT_LETTERS = 40;

/** What an activity is about: its label without the kind of lesson and without what it adds. Null when nothing short is left. */
export function subjectOf(label: string): string | null {
  const bare = label.replaceAll('\u200b', '').replace(PRECISION, '').trim();
  const subject = bare.replace(LESSON, '').trim() || bare;
  if (subject === '' || subject.length > MOST_SUBJECT_LETTERS) return null;
  return subject.charAt(0).toUpperCase() + subject.slice(1);
}

/**
 * By subject, in alphabetical order: what is done, whoever does it. Subjects are those of activities, and the names of the
 * themes that associations stand under; the same words, whatever their accents, case and plural, are one subject.
 * @param printedTheme name of a theme, made safe to set; null when it is not published
 */
export function activityIndex(
  entries: readonly (Indexed & { readonly shortName: string; readonly activities: readonly string[] })[],
  printedTheme: (id: string) => string | null,
): SubjectGroup[] {
  const subjects = new Map<string, { text: string; entries: Set<(typeof entries)[number]> }>();
  const add = (text: string | null, entry: (typeof entries)[number]) => {
    if (text === null) return;
    const key = sameSubject(text);
    let subject = subjects.get(key);
    if (subject === undefined) subjects.set(key, (subject = { text, entries: new Set() }));
    subject.entries.add(entry);
  };
  for (const entry of entries) {
    for (const id of entry.association.themes) add(printedTheme(id), entry);
    for (const label of entry.activities) add(subjectOf(label), entry);
  }
  const rows = sortByName([...subjects.values()], ({ text }) => text).map(({ text, entries: found }) => {
    const nameOf = tellApart([...found], (entry) => ({ ...named(entry), name: entry.shortName }));
    return {
      text,
      entries: sortByName(
        [...found].map((entry) => ({ entry: entry.number, name: nameOf(entry) })),
        ({ name }) => name,
      ),
    };
  });
  const byLetter = Map.groupBy(rows, ({ text }) => indexLetter(text));
  const signs = byLetter.get('#');
  byLetter.delete('#');
  return [
    ...[...byLetter].map(([letter, group]) => ({ letter, subjects: group })),
    ...(signs === undefined ? [] : [{ letter: bookletTexts.digitsAndSigns, subjects: signs }]),
  ];
}

const sameSubject = (text: string): string =>
  withoutAccents(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .split(' ')
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, '') : word))
    .join(' ')
    .trim();
