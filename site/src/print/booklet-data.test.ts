import type { Timing } from '@trame/cms/domain/contract/site/event';
import { describe, expect, it } from 'vitest';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import type { Edition } from '@trame/cms/domain/contract/press/edition';
import { contrastRatio } from '@trame/cms/domain/colour';
import { PRINTED_SUMMARY_LENGTH, printedLength } from '@trame/cms/domain/print-length';
import type { AdvertisementSize } from '@trame/cms/domain/vocabulary/advertisement-sizes';
import { toPrintExport } from '@trame/cms/demo/to-print-export';
import { bookletData } from './booklet-data.ts';
import { createSafeText } from './safe-text.ts';
import { bareAssociation, builtAt, demoExport, knownToTheCms } from './testing/demo-export.ts';
import { collectWarnings } from './warnings.ts';
import { sampleTiming } from '../view/agenda/sample-event.ts';

function map(source: SiteExport, changes: { builtAt?: string; siteUrl?: string; edition?: Edition } = {}) {
  const { warn, warnings } = collectWarnings();
  const safe = createSafeText({ covers: (codePoint) => codePoint < 0x2030, warn });
  const booklet = bookletData(source, { safe, warn, builtAt, siteUrl: 'https://trame.example.org', ...changes });
  return { booklet, warnings: warnings() };
}
const only = (...associations: SiteExport['associations']): SiteExport => ({ ...demoExport(), associations });

describe('chapters', () => {
  it('follow the top-level theme of the first theme, in the order of the editors', () => {
    const source = demoExport();
    const { booklet } = map(source);
    const chapters = source.themes
      .filter(({ parent }) => parent === null)
      .sort((a, b) => a.position - b.position)
      .map(({ name }) => name);
    expect(booklet.chapters.map(({ name }) => name)).toEqual(chapters);
    expect(booklet.chapters.map(({ number }) => number)).toEqual(chapters.map((_, index) => index + 1));
  });

  it('hold every printed association once, and no other', () => {
    const source = demoExport();
    const printed = source.associations.filter(({ inPrint }) => inPrint).map(({ name }) => name);
    const { booklet } = map(source);
    const names = booklet.chapters.flatMap(({ entries }) => entries.map(({ name }) => name));
    expect(source.associations.length).toBeGreaterThan(printed.length);
    expect([...names].sort()).toEqual([...printed].sort());
  });

  it('sort entries as a French index does, articles left aside', () => {
    const source = demoExport();
    const names = ['Les Zouaves', 'L’Écho', 'Étoile', 'Œuvre laïque', 'Ombre', 'L’Amicale', 'Athlétisme'];
    const { booklet } = map(only(...names.map((name, index) => bareAssociation(source, { slug: `a-${index}`, name }))));
    const sorted = ['L’Amicale', 'Athlétisme', 'L’Écho', 'Étoile', 'Œuvre laïque', 'Ombre', 'Les Zouaves'];
    expect(booklet.chapters[0]?.entries.map(({ name }) => name)).toEqual(sorted);
    expect(booklet.chapters[0]?.entries.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('keep an association whose themes are not published, and say so', () => {
    const { booklet, warnings } = map(only(bareAssociation(demoExport(), { slug: 'seule', themes: ['gone'] })));
    expect(booklet.chapters.map(({ name }) => name)).toEqual(['Autres associations']);
    expect(warnings).toMatchObject([
      { record: 'Association « seule »', message: expect.stringContaining('thèmes') as string },
    ]);
  });

  it('stand a theme on top when its parent is not published', () => {
    const source = demoExport();
    const child = source.themes.find(({ parent }) => parent !== null)!;
    source.themes = [{ ...child, parent: 'gone' }];
    source.associations = [bareAssociation(source, { slug: 'seule', themes: [child.id] })];
    expect(map(source).booklet.chapters.map(({ name }) => name)).toEqual([child.name]);
  });

  it('have colours on which white text, and that on white paper, can be read', () => {
    const source = demoExport();
    source.themes.forEach((theme, index) => (theme.colour = index % 2 ? '#ffff00' : '#f0f0f0'));
    for (const { colour } of map(source).booklet.chapters) {
      expect(contrastRatio(colour.solid, '#ffffff')).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(colour.solid, colour.pale)).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('an association', () => {
  it('whose name cannot be printed stands under its official name, or its slug', () => {
    const source = demoExport();
    const { booklet, warnings } = map(
      only(
        bareAssociation(source, { slug: 'amis-de-la-chine', name: '中文', officialName: 'Amis de la Chine' }),
        bareAssociation(source, { slug: 'club-sans-nom', name: '\u200b' }),
      ),
    );
    const names = booklet.chapters.flatMap(({ entries }) => entries.map(({ name }) => name));
    expect(names.sort()).toEqual(['Amis de la Chine', 'club sans nom']);
    expect(warnings.map(({ message }) => message).join()).toContain('« club sans nom »');
  });

  it('is shortened at a word when its summary is too long, and says so', () => {
    const summary = 'mot '.repeat(200).trim();
    const { booklet, warnings } = map(only(bareAssociation(demoExport(), { slug: 'bavarde', summary })));
    const [printed = ''] = booklet.chapters[0]?.entries[0]?.summary ?? [];
    expect(printed).toMatch(/mot…$/);
    expect(printedLength(printed)).toBeLessThanOrEqual(PRINTED_SUMMARY_LENGTH);
    expect(warnings).toEqual([
      {
        kind: 'shortened',
        association: 'bavarde',
        record: 'Association « bavarde »',
        message: expect.stringContaining('799 caractères') as string,
      },
    ]);
  });

  it('shows the first of endless lists, and says how many the site has besides', () => {
    const activity = {
      description: null,
      ageMin: null,
      ageMinUnit: 'ans' as const,
      ageMax: null,
      ageMaxUnit: 'ans' as const,
      slots: [],
      price: null,
      place: null,
    };
    const activities = Array.from({ length: 11 }, (_, index) => ({
      ...activity,
      label: `Activité ${index}`,
      communeCode: null,
      season: null,
    }));
    const { booklet, warnings } = map(only(bareAssociation(demoExport(), { slug: 'riche', activities })));
    const entry = booklet.chapters[0]?.entries[0];
    expect(entry?.activities.map(({ label }) => label)).toEqual([0, 1, 2, 3].map((index) => `Activité ${index}`));
    expect(entry?.moreActivities).toBe('et 7\u00a0autres activités sur le site');
    expect(warnings.map(({ kind }) => kind)).toEqual(['shortened']);
  });

  it('has a code on paper that leads to its living entry, unless the site works on one machine only', () => {
    const source = only(bareAssociation(demoExport(), { slug: 'judo' }));
    const { edition } = toPrintExport(knownToTheCms);
    const living = (siteUrl: string, on: Edition | null) =>
      map(source, { siteUrl, ...(on === null ? {} : { edition: on }) }).booklet.chapters[0]?.entries[0]?.living;
    expect(living('https://trame.example.org', edition)?.href).toBe('https://trame.example.org/associations/judo/');
    expect(living('http://localhost:8080', edition)).toBeNull();
    expect(living('https://trame.example.org', null)).toBeNull();
  });
});

describe('an edition', () => {
  const printed = toPrintExport(knownToTheCms);
  const withEdition = (changes: Partial<Edition>) =>
    map(printed.content, { edition: { ...printed.edition, ...changes } });
  const names = ({ booklet }: ReturnType<typeof map>) =>
    booklet.chapters.flatMap(({ entries }) => entries.map(({ slug }) => slug));
  const all = names(withEdition({}));

  it('orders its chapters as its editors say, the others after them', () => {
    const byName = new Map(printed.content.themes.map(({ id, name }) => [id, name]));
    const chapters = withEdition({}).booklet.chapters.map(({ name }) => name);
    expect(chapters.slice(0, 3)).toEqual(printed.edition.chapters.map((id) => byName.get(id)));
    expect(new Set(chapters).size).toBe(chapters.length);
  });

  it('keeps the entries of its communes, of its themes, and those verified since a day', () => {
    const [commune, theme] = [printed.content.communes[0]!, printed.content.themes.find(({ parent }) => !parent)!];
    for (const changes of [
      { onlyCommunes: [commune.id] },
      { onlyThemes: [theme.id] },
      { verifiedSince: '2026-06-01' },
    ] satisfies Partial<Edition>[]) {
      const kept = names(withEdition(changes));
      expect(kept.length).toBeGreaterThan(0);
      expect(kept.length).toBeLessThan(all.length);
    }
    expect(withEdition({ onlyThemes: [theme.id] }).booklet.chapters.map(({ name }) => name)).toEqual([theme.name]);
    expect(names(withEdition({ verifiedSince: '2199-01-01' }))).toEqual([]);
  });

  it('has its own title, editorial, forum, guides, plans and numbers', () => {
    const { booklet } = withEdition({});
    expect(booklet.title).toContain(String(printed.edition.year));
    expect(booklet.season).toBe('');
    expect(booklet.foreword.signature).toBe(printed.edition.editorialAuthor);
    expect(booklet.forum?.participants.length).toBeGreaterThan(0);
    expect(booklet.articles).toHaveLength(printed.edition.guides.length);
    expect(booklet.plans).toHaveLength(printed.edition.actionPlans.length);
    expect(booklet.usefulNumbers.map(({ number }) => number)).toContain('116\u00a0006');
    expect(withEdition({ actionPlans: [], guides: [], forum: null }).booklet).toMatchObject({
      plans: [],
      articles: [],
      forum: null,
    });
  });

  it('shows no plan of another territory unless the editor chose it, and says whose it is', () => {
    const elsewhere = printed.content.actionPlans.filter((plan) => plan.elsewhere);
    const own = printed.content.actionPlans.filter((plan) => !plan.elsewhere);
    expect(map(printed.content).booklet.plans.map(({ title }) => title)).toEqual(own.map(({ title }) => title));
    const chosen = withEdition({ actionPlans: elsewhere.map(({ id }) => id) }).booklet.plans;
    expect(chosen.length).toBeGreaterThan(0);
    for (const [at, { territory }] of elsewhere.entries())
      expect(chosen[at]?.adopted?.startsWith(`Ailleurs, en exemple\u00a0: ${territory}`)).toBe(true);
  });

  it('says where an action stands, and nothing where nobody says it', () => {
    const [plan] = printed.content.actionPlans.filter(({ elsewhere }) => !elsewhere);
    const states = withEdition({ actionPlans: [plan!.id] }).booklet.plans[0]?.axes.flatMap(({ actions }) =>
      actions.map(({ state }) => state),
    );
    expect(states).toContain('En cours');
    expect(states).toContain(null);
  });

  it('packs advertisements on as few pages as their sizes allow', () => {
    const [advertisement] = printed.edition.advertisements;
    const of = (size: AdvertisementSize) => ({ ...advertisement!, size });
    const { booklet } = withEdition({
      advertisements: [of('quart de page'), of('page entière'), of('demi-page'), of('quart de page'), of('demi-page')],
    });
    expect(booklet.advertisements.map((rows) => rows.map((row) => row.map(({ size }) => size)))).toEqual([
      [['page entière']],
      [['demi-page'], ['demi-page']],
      [['quart de page', 'quart de page']],
    ]);
  });
});

describe('the agenda', () => {
  const event = (source: SiteExport, timings: Timing[], period: string | null = null) => ({
    ...source.events[0]!,
    id: 'e',
    slug: 'e',
    title: 'Forum',
    state: 'prévu' as const,
    timings,
    period,
  });
  const agenda = (...parameters: Parameters<typeof event> extends [unknown, ...infer Rest] ? Rest : never) => {
    const source = demoExport();
    source.events = [event(source, ...parameters)];
    return map(source).booklet.agenda;
  };

  it('shows an event at its next date, under the month, with the others in brief', () => {
    const at = (day: string) => sampleTiming(`${day}T08:00:00.000Z`, `${day}T16:00:00.000Z`);
    const [group, ...rest] = agenda(['2026-08-29', '2026-09-05', '2026-10-03', '2026-10-10'].map(at));
    expect(rest).toEqual([]);
    expect(group?.title).toBe('Septembre 2026');
    expect(group?.items[0]).toMatchObject({ day: '5', weekday: 'samedi' });
    expect(group?.items[0]?.whenAndWhere[0]).toBe('10\u00a0h\u00a0–\u00a018\u00a0h');
    expect(group?.items[0]?.details.at(-1)).toBe('Aussi les 3 et 10 octobre 2026');
  });

  it('keeps what is on today and drops what is over', () => {
    expect(agenda([sampleTiming('2026-08-31T22:30:00.000Z')])).toHaveLength(1);
    expect(agenda([sampleTiming('2026-08-31T18:00:00.000Z', '2026-08-31T20:00:00.000Z')])).toEqual([]);
  });

  it('puts what began in a month before under the present one, without a leaf of calendar', () => {
    const [group, ...rest] = agenda([sampleTiming('2026-08-20T08:00:00.000Z', '2026-09-12T16:00:00.000Z')]);
    expect(rest).toEqual([]);
    expect(group).toMatchObject({ title: 'Septembre 2026', items: [{ day: null, weekday: null }] });
    expect(group?.items[0]?.whenAndWhere[0]).toMatch(/^du jeudi 20 août à 10\sh au samedi 12 septembre 2026/);
  });

  it('passes over a date that was cancelled, and says it when no other is left', () => {
    const off = { ...sampleTiming('2026-09-05T08:00:00.000Z'), state: 'annulé' as const };
    const [group] = agenda([off, sampleTiming('2026-09-12T08:00:00.000Z')]);
    expect(group?.items[0]).toMatchObject({ day: '12', notice: null });
    expect(agenda([off])[0]?.items[0]).toMatchObject({ day: '5', notice: 'Annulé' });
  });

  it('puts what has no date last, unless its year is over', () => {
    expect(agenda([], 'printemps 2027').map(({ title }) => title)).toEqual(['Dates à préciser']);
    expect(agenda([], '2023, date à définir')).toEqual([]);
  });

  it('is the same all day long', () => {
    const at = (time: string) => map(demoExport(), { builtAt: `2026-09-01T${time}:00.000Z` }).booklet;
    expect(at('06:00')).toEqual(at('20:59'));
  });
});

describe('the back cover', () => {
  it('names the site, unless its address works on one machine only', () => {
    expect(map(demoExport()).booklet.back.site).toEqual({
      text: 'trame.example.org',
      href: 'https://trame.example.org/',
    });
    expect(map(demoExport(), { siteUrl: 'http://127.0.0.1:8080' }).booklet.back.site).toBeNull();
  });
});
