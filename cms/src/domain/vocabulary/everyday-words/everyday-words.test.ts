import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../search/words.ts';
import { everydayWords } from './everyday-words.ts';
import type { WordFamily } from './word-family.ts';

const SHORTEST = 2;
const LONGEST = 40;

/** They do not count when expressions are compared. */
const LITTLE = new Set('a au aux d de des du en et l la le les ou un une'.split(' '));

/** Two expressions that are compared as one have the same: « Les gants de boxe » and « gant, boxe ». */
function sameness(expression: string): string {
  const words = wordsOf(expression);
  const telling = words.filter((word) => !LITTLE.has(word));
  return (telling.length > 0 ? telling : words).map((word) => word.replace(/(?<=...)[sx]$/, '')).join(' ');
}

/** What makes families useless to a search or contradicts itself, one line a fault. Empty when all is well. */
function faultsOf(families: readonly WordFamily[]): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  for (const { id } of families) {
    if (ids.has(id)) faults.push(`${id}: stands twice`);
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) faults.push(`${id}: no name of letters, digits and hyphens`);
    ids.add(id);
  }
  const labels = new Map<string, string>();
  for (const { id, label, says, asks, near = [] } of families) {
    const other = labels.get(label);
    if (other !== undefined) faults.push(`${id}: has the label of ${other}`);
    labels.set(label, id);
    if (label !== label.trim() || label === '') faults.push(`${id}: label « ${label} »`);
    if (says.length === 0) faults.push(`${id}: says nothing`);

    const met = new Set<string>();
    for (const expression of [...says, ...asks]) {
      if (expression.length < SHORTEST || expression.length > LONGEST)
        faults.push(`${id}: length of « ${expression} »`);
      if (expression !== expression.normalize('NFC').trim().replace(/\s+/g, ' ') || expression.includes("'"))
        faults.push(`${id}: writing of « ${expression} »`);
      const same = sameness(expression);
      if (same === '') faults.push(`${id}: no word in « ${expression} »`);
      if (met.has(same)) faults.push(`${id}: « ${expression} » stands twice`);
      met.add(same);
    }

    for (const neighbour of near) {
      if (neighbour === id) faults.push(`${id}: is near itself`);
      else if (!ids.has(neighbour)) faults.push(`${id}: near ${neighbour}, which does not exist`);
    }
    if (new Set(near).size !== near.length) faults.push(`${id}: near the same twice`);
  }
  return faults;
}

/** Alone in the text of an entry these prove nothing: entries of every kind use them. */
const PROVES_NOTHING =
  'jeu atelier club cours sortie aide groupe enfant association activité animation stage loisir rencontre marche course pêche carte voile échec ballon équipe'
    .split(' ')
    .map(sameness);

describe('the checks themselves', () => {
  const sound: WordFamily = {
    id: 'boxe',
    label: 'la boxe',
    says: ['boxe', 'boxeur'],
    asks: ['gants de boxe'],
    near: [],
  };

  test('accept a sound family', () => expect(faultsOf([sound])).toEqual([]));

  const broken: [string, WordFamily[], string][] = [
    ['an id twice', [sound, { ...sound, label: 'autre' }], 'boxe: stands twice'],
    ['a label twice', [sound, { ...sound, id: 'autre' }], 'autre: has the label of boxe'],
    ['an id with a space', [{ ...sound, id: 'la boxe' }], 'la boxe: no name of letters, digits and hyphens'],
    ['a label with a space at its end', [{ ...sound, label: 'la boxe ' }], 'boxe: label « la boxe  »'],
    ['nothing that proves', [{ ...sound, says: [] }], 'boxe: says nothing'],
    ['a neighbour unknown', [{ ...sound, near: ['lutte'] }], 'boxe: near lutte, which does not exist'],
    ['itself as neighbour', [{ ...sound, near: ['boxe'] }], 'boxe: is near itself'],
    [
      'a neighbour twice',
      [
        { ...sound, near: ['lutte', 'lutte'] },
        { ...sound, id: 'lutte', label: 'la lutte' },
      ],
      'boxe: near the same twice',
    ],
    ['an expression twice', [{ ...sound, says: ['boxe', 'boxe'] }], 'boxe: « boxe » stands twice'],
    ['what says and asks share', [{ ...sound, asks: ['la Boxe'] }], 'boxe: « la Boxe » stands twice'],
    ['a plural', [{ ...sound, asks: ['gant de boxe', 'gants de boxe'] }], 'boxe: « gants de boxe » stands twice'],
    ['an accent', [{ ...sound, asks: ['mêlée', 'melee'] }], 'boxe: « melee » stands twice'],
    ['one letter', [{ ...sound, asks: ['b'] }], 'boxe: length of « b »'],
    ['a sentence', [{ ...sound, asks: ['b'.repeat(41)] }], `boxe: length of « ${'b'.repeat(41)} »`],
    ['two spaces', [{ ...sound, asks: ['sac  de frappe'] }], 'boxe: writing of « sac  de frappe »'],
    ['a typewriter’s apostrophe', [{ ...sound, asks: ["salle d'armes"] }], "boxe: writing of « salle d'armes »"],
    ['signs alone', [{ ...sound, asks: ['???'] }], 'boxe: no word in « ??? »'],
  ];
  test.each(broken)('refuse %s', (_, families, fault) => expect(faultsOf(families)).toEqual([fault]));
});

test('everyday words contradict nothing', () => {
  expect(faultsOf(everydayWords)).toEqual([]);
});

test('no word that entries of every kind use proves anything', () => {
  const vague = everydayWords.flatMap(({ id, says }) =>
    says
      .filter((expression) => PROVES_NOTHING.includes(sameness(expression)))
      .map((expression) => `${id}: ${expression}`),
  );
  expect(vague).toEqual([]);
});

test('every family has a next best thing', () => {
  expect(everydayWords.filter(({ near = [] }) => near.length === 0).map(({ id }) => id)).toEqual([]);
});

const chapters = readdirSync(import.meta.dirname).filter(
  (file) => file.endsWith('.ts') && !file.startsWith('everyday-words') && file !== 'word-family.ts',
);

test.each(chapters)('the chapter %s is among them whole', async (file) => {
  const module = (await import(`./${file}`)) as Record<string, readonly WordFamily[]>;
  const families = Object.values(module).flat();
  expect(families.length).toBeGreaterThan(0);
  const joined = new Set(everydayWords);
  expect(families.filter((family) => !joined.has(family)).map(({ id }) => id)).toEqual([]);
});
