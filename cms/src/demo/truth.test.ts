/** The demonstration says what the documents say, and nothing that its own pages would contradict. */
import { describe, expect, it } from 'vitest';
import type { DemoContent } from './demo-content.ts';
import { actionKey } from './to-site-export.ts';
import { demoContent } from './territory.ts';

const content = demoContent({ today: '2026-11-21' });
const [own, ...others] = content.actionPlans;

const UNITS = 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(
  ' ',
);
const TENS: Readonly<Record<string, number>> = {
  'dix-sept': 17,
  'dix-huit': 18,
  'dix-neuf': 19,
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  cent: 100,
  mille: 1000,
};

/** "douze" → 12, "trente-huit" → 38, "1 200" → 1200; null for another word. */
function numberOf(word: string): number | null {
  const digits = word.replace(/[\s\u00a0\u202f]/g, '');
  if (/^\d+$/.test(digits)) return Number(digits);
  const whole = UNITS.indexOf(word) >= 0 ? UNITS.indexOf(word) : TENS[word];
  if (whole !== undefined) return whole;
  const [ten, ...unit] = word.split('-');
  const [tens, units] = [TENS[ten ?? ''], UNITS.indexOf(unit.filter((part) => part !== 'et').join('-'))];
  return tens === undefined || units < 0 ? null : tens + units;
}

/** Numbers of things that the directory counts; « un rendez-vous » counts nothing. */
function claims(text: string): { what: string; count: number; said: string }[] {
  const things = 'associations|communes|fiches|thèmes|axes|actions|rendez-vous|ressources|expériences';
  const found = text.matchAll(new RegExp(`([\\p{L}-]+|\\d[\\d\\u00a0\\u202f ]*)[ \\u00a0](${things})\\b`, 'giu'));
  return [...found].flatMap(([said, word = '', what = '']) => {
    const count = numberOf(word.trim().toLowerCase());
    return count === null || count === 1 ? [] : [{ what: what.toLowerCase(), count, said }];
  });
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

/** What is written in the voice of the office about its own territory: not associations, nor what happened elsewhere. */
const officeSays = (of: DemoContent) =>
  textsOf([
    of.settings,
    of.home,
    of.legal,
    of.communes,
    of.editions,
    of.actionPlans.filter(({ elsewhere }) => !elsewhere),
    of.guides.filter(({ kind }) => kind !== 'expérience'),
    of.events.filter(({ organisers }) => organisers.length === 0),
  ]);

/** How many there are; a lender is an association that lends something. */
const counts = (of: DemoContent): Readonly<Record<string, readonly number[]>> => ({
  associations: [of.associations.length, new Set(of.resources.flatMap(({ owner }) => owner ?? [])).size],
  communes: [of.communes.length],
  fiches: [of.associations.length, own?.axes.flatMap(({ actions }) => actions).length ?? 0],
  thèmes: [of.themes.filter(({ parent }) => parent === null).length],
  axes: [own?.axes.length ?? 0],
  actions: [own?.axes.flatMap(({ actions }) => actions).length ?? 0],
  'rendez-vous': [of.events.length],
  ressources: [of.resources.length],
  expériences: [of.guides.filter(({ kind }) => kind === 'expérience').length],
});

const wrongClaims = (of: DemoContent) =>
  officeSays(of)
    .flatMap(claims)
    .filter(({ what, count }) => !counts(of)[what]?.includes(count))
    .map(({ said }) => said);

describe('what the office says of the territory', () => {
  it('counts as its own pages count', () => {
    expect(officeSays(content).flatMap(claims).length).toBeGreaterThanOrEqual(4);
    expect(wrongClaims(content)).toEqual([]);
  });

  it('is held to it in figures and in words', () => {
    const saying = (introduction: string) => wrongClaims({ ...content, home: { ...content.home, introduction } });
    expect(saying(`${content.associations.length} associations des douze communes`)).toEqual([]);
    expect(saying('Les 268 associations')).toEqual(['268 associations']);
    expect(saying('Trente-huit associations de treize communes')).toEqual([
      'Trente-huit associations',
      'treize communes',
    ]);
    expect(saying('Un club, ses actions et des rendez-vous')).toEqual([]);
  });

  it('names one president', () => {
    const presidents = textsOf([content.legal, content.editions]).flatMap(
      (text) => /(\p{Lu}\p{L}+ \p{Lu}\p{L}+), président/u.exec(text)?.[1] ?? [],
    );
    expect(presidents.length).toBeGreaterThan(1);
    expect(new Set(presidents).size).toBe(1);
  });

  it('never says that every entry was read again, while some were not', () => {
    expect(content.associations.some(({ verifiedOn }) => verifiedOn === null)).toBe(true);
    const all =
      /\b(?:toutes les fiches|chaque (?:association|fiche)|toutes)\s(?:ont|a)\s(?:été\s)?(?:relu|vérifi|confirm)/iu;
    expect('Toutes les fiches ont été relues cet été.').toMatch(all);
    expect(officeSays(content).filter((text) => all.test(text))).toEqual([]);
  });
});

describe('the plans', () => {
  it('are one of the territory, and examples from elsewhere', () => {
    expect(own).toMatchObject({ slug: 'latitude-nord-gironde-axe-3', elsewhere: false });
    expect(others.map(({ territory, elsewhere }) => [territory, elsewhere])).toEqual([
      ['Commune de Bois-le-Roi', true],
      ['Pays de Vitré', true],
    ]);
  });

  it('say where an action stands only where their document does', () => {
    const states = content.actionPlans.map((plan) =>
      plan.axes.flatMap(({ actions }) =>
        actions.map(({ number, state }) => (state === null ? null : `${number} ${state}`)),
      ),
    );
    expect(states.map((plan) => plan.filter((state) => state !== null))).toEqual([
      ['2 en cours', '3 en réflexion', '5 en cours', '6 en cours'],
      [],
      [],
    ]);
    expect(states.map(({ length }) => length)).toEqual([8, 9, 10]);
  });

  it('hold no figure: the documents have none', () => {
    const indicators = content.actionPlans.flatMap(({ axes }) =>
      axes.flatMap(({ actions }) => actions.flatMap(({ indicators: found }) => found)),
    );
    expect(indicators.length).toBeGreaterThan(15);
    expect(indicators.filter(({ target, readings }) => target !== null || readings.length > 0)).toEqual([]);
  });

  it('of other territories are tied to nothing of this one', () => {
    const keys = new Set(
      others.flatMap((plan) => plan.axes.flatMap(({ actions }) => actions.map((action) => actionKey(plan, action)))),
    );
    const tied = [...content.events, ...content.resources, ...content.guides].filter(({ actions }) =>
      actions.some((key) => keys.has(key)),
    );
    expect(tied.map(({ slug }) => slug)).toEqual([]);
    expect(
      others.flatMap(({ axes }) => axes.flatMap(({ actions }) => actions.flatMap((one) => one.associations))),
    ).toEqual([]);
    expect(content.editions.flatMap(({ actionPlans }) => actionPlans)).toEqual([own?.slug]);
  });
});

describe('what is offered', () => {
  it('is lent by an association of the territory or by its office, and by nobody from elsewhere', () => {
    const associations = new Set(content.associations.map(({ slug }) => slug));
    const strange = content.resources.filter(
      ({ owner, ownerName }) =>
        !(owner !== null && associations.has(owner)) && ownerName !== content.settings.operatorName,
    );
    expect(strange.map(({ slug }) => slug)).toEqual([]);
  });

  it('and what came of the documents is there to read', () => {
    const bouquet = content.guides.find(({ slug }) => slug === 'bouquet-d-experiences');
    const dated = content.guides.filter(({ source }) => source?.label === bouquet?.source?.label);
    expect(bouquet?.guides.toSorted()).toEqual(
      dated
        .map(({ slug }) => slug)
        .filter((slug) => slug !== bouquet?.slug)
        .toSorted(),
    );
    expect(bouquet?.guides).toHaveLength(15);
    const vitre = others.find(({ territory }) => territory === 'Pays de Vitré')?.preamble ?? '';
    for (const part of [
      'Objectif principal',
      'Objectifs secondaires',
      'Calendrier',
      'Partenaires',
      'comité de pilotage',
    ])
      expect(vitre).toContain(part);
  });
});
