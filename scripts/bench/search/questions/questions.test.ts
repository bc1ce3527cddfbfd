import { expect, it } from 'vitest';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import { judgedOn, questionSets, readQuestions } from './questions.ts';

const site = toSiteExport(demoContent({ today: judgedOn }));
const sets = questionSets.map((set) => ({ set, questions: readQuestions(set) }));
const questions = sets.flatMap((one) => one.questions);

/** As two people would type the same question: accents, capitals, apostrophes and spaces aside. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

it('expects only pages that the demonstration has', () => {
  const paths = new Set([
    ...site.associations.map(({ slug }) => `associations/${slug}`),
    ...site.events.map(({ slug }) => `agenda/${slug}`),
    ...site.resources.map(({ slug }) => `ressources/${slug}`),
    ...site.guides.map(({ slug }) => `guides/${slug}`),
  ]);
  const unknown = questions.flatMap(({ q, expected }) =>
    expected.filter((one) => !paths.has(one)).map((one) => `${q} → ${one}`),
  );
  expect(unknown).toEqual([]);
});

it('expects no page twice, and nothing that is over or cancelled on the day', () => {
  const gone = new Set(
    site.events
      .filter(
        ({ state, timings }) =>
          state === 'annulé' ||
          (timings.length > 0 && timings.every(({ begin, end }) => (end ?? begin).slice(0, 10) < judgedOn)),
      )
      .map(({ slug }) => `agenda/${slug}`),
  );
  expect(gone.size).toBeGreaterThan(0);
  const wrong = questions.filter(
    ({ expected }) => new Set(expected).size < expected.length || expected.some((one) => gone.has(one)),
  );
  expect(wrong.map(({ q }) => q)).toEqual([]);
});

it('asks no question twice, in one set or in two', () => {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const { set, questions: own } of sets) {
    for (const { q, query } of own) {
      for (const asked of new Set([plain(q), plain(query ?? q)])) {
        const before = seen.get(asked);
        if (before !== undefined) twice.push(`${q} (${before}, ${set})`);
        seen.set(asked, set);
      }
    }
  }
  expect(twice).toEqual([]);
});

it('says that there is no answer where the kind says so, and only of free questions', () => {
  for (const { q, kind, expected } of questions) {
    if (kind !== 'formulaire') expect(expected.length === 0, q).toBe(kind === 'sans');
  }
});

it('holds what the home page offers, and forms that the site can fill in', () => {
  const { questions: forms = [] } = sets.find(({ set }) => set === 'forms') ?? {};
  expect(forms.filter(({ kind }) => kind === 'accueil').map(({ query }) => query)).toEqual(
    site.home.questions.map(({ query }) => query),
  );
  const communes = new Set(site.communes.map(({ slug }) => slug));
  for (const { q, query } of forms) {
    const asked = new URLSearchParams(query);
    expect([...asked.keys()].length, q).toBeGreaterThan(0);
    const commune = asked.get('commune');
    if (commune !== null) expect(communes, q).toContain(commune);
  }
});
