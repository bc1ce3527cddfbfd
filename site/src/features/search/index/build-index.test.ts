/** A real index, opened from its folder through Pagefind's own browser module, and asked. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Activity, Association } from '@trame/cms/domain/contract/site/association';
import type { Event } from '@trame/cms/domain/contract/site/event';
import { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleTiming } from '../../../view/agenda/sample-event.ts';
import { ask as askLibrary, type Answer } from '../find/ask.ts';
import { answerSearches } from '../answer-searches.ts';
import type { Library } from '../find/library.ts';
import { countFacets } from '../counts.ts';
import type { RankedPage } from '../find/rank.ts';
import { criteriaOf, emptyState, type SearchState } from '../state.ts';
import { openFolder, type OpenedFolder } from '../find/open-folder.ts';
import { BUNDLE, PACK_FILE, type Pack } from '../../../view/search-bundle.ts';
import { tokenOf } from '../bundle/tokens.ts';
import { pieceOf } from '../find/word-index.ts';
import { stem } from '../stem.ts';
import { buildSearchIndex } from './build-index.ts';

const BUILT_AT = '2026-09-01T08:00:00.000Z';
const demo = toSiteExport(demoContent({ today: '2026-09-01' }));
const [sports, culture] = demo.themes.filter(({ parent }) => parent === null);
const subTheme = demo.themes.find(({ parent }) => parent === sports?.id);
const [here, there] = demo.communes;
const children = {
  ...demo.audiences[0],
  id: 'enfants',
  slug: 'enfants',
  name: 'Enfants',
  position: 1,
  ageMin: 3,
  ageMax: 12,
};
const seniors = { ...children, id: 'seniors', slug: 'seniors', name: 'Seniors', position: 2, ageMin: 60, ageMax: null };

const activity = (label: string, more: Partial<Activity> = {}): Activity => ({
  label,
  description: null,
  ageMin: null,
  ageMinUnit: 'ans',
  ageMax: null,
  ageMaxUnit: 'ans',
  slots: [],
  price: null,
  place: null,
  communeCode: null,
  season: null,
  ...more,
});
const on = (...days: ('lundi' | 'mercredi' | 'samedi')[]) =>
  days.map((day) => ({ day, begin: '14:00', end: '15:30', note: null }));

const association = (slug: string, name: string, more: Partial<Association> = {}): Association => ({
  id: slug,
  slug,
  name,
  officialName: null,
  acronym: null,
  rnaId: null,
  siret: null,
  legalForm: 'déclarée',
  foundedYear: null,
  summary: 'Une association.',
  description: null,
  howToJoin: null,
  themes: [culture?.id ?? ''],
  audiences: [],
  commune: here?.id ?? null,
  communesOfActivity: [],
  activities: [],
  contacts: [],
  address: null,
  website: null,
  networks: [],
  logo: null,
  photos: [],
  seeksVolunteers: false,
  volunteersNote: null,
  accessibility: null,
  verifiedOn: null,
  verifiedBy: null,
  inPrint: true,
  ...more,
});

const event = (slug: string, title: string, begin: string): Event => ({
  id: slug,
  slug,
  title,
  kind: 'forum',
  state: 'prévu',
  summary: 'Un rendez-vous.',
  description: null,
  timings: [sampleTiming(begin)],
  period: null,
  venue: null,
  place: null,
  onlineUrl: null,
  organisers: [],
  organiserName: null,
  participants: [],
  themes: [],
  registration: [],
  price: null,
  free: true,
  accessibility: null,
  image: null,
  externalIds: [],
  actions: [],
});

const directory = SiteExport.parse({
  ...demo,
  audiences: [children, seniors],
  associations: [
    association('amitie', 'Foyer de l’amitié', { summary: 'Un lieu où l’on se retrouve.' }),
    association('choeur', 'Le Chœur des Coteaux', { summary: 'On chante avec cœur.' }),
    association('cheval', 'Les Chevaux de Marsas', { summary: 'Randonnée équestre.', acronym: 'LCM' }),
    association('club', 'Club omnisports', {
      themes: [subTheme?.id ?? ''],
      audiences: ['enfants', 'seniors'],
      summary: 'Du judo et de la gymnastique.',
      activities: [
        activity('Judo', { ageMin: 6, ageMax: 12, slots: on('lundi'), communeCode: here?.inseeCode ?? null }),
        activity('Gymnastique douce', {
          ageMin: 60,
          slots: on('mercredi', 'samedi'),
          communeCode: there?.inseeCode ?? null,
        }),
        activity('Éveil', { slots: on('samedi') }),
      ],
    }),
    association('mention', 'Comité des fêtes', { summary: 'Le comité prête sa salle au club de judo.' }),
    association('aines', 'Club du temps libre', {
      audiences: ['seniors'],
      activities: [activity('Loto', { slots: on('lundi') })],
    }),
  ],
  events: [
    event('forum', 'Forum de rentrée', '2026-09-05T08:00:00.000Z'),
    event('passe', 'Forum passé', '2026-06-05T08:00:00.000Z'),
  ],
  guides: [],
  resources: [],
  actionPlans: [],
} satisfies SiteExport);

let work: string;
let opened: OpenedFolder;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'trame-search-test-'));
  await buildSearchIndex({ siteExport: directory, outDir: join(work, 'site'), builtAt: BUILT_AT });
  opened = await openFolder(join(work, 'site'), BUILT_AT.slice(0, 10));
});

afterAll(async () => {
  await opened.close();
  await rm(work, { recursive: true, force: true });
});

const answerTo = (asked: Partial<SearchState>, library: Library = opened.library): Promise<Answer> => {
  const state = { ...emptyState, ...asked };
  return askLibrary(library, { q: state.q, ticked: criteriaOf(state), literally: state.literally });
};

/** Slug of each page, with the ranks of its rows that answer. */
async function named(pages: readonly RankedPage[], { facts, index }: Library = opened.library): Promise<string[]> {
  return Promise.all(
    pages.map(async ({ page, rows }) => {
      const { url } = await index.page(page);
      const ranks = rows.map(({ row }) => row - facts.firstRow[page]! + 1).sort();
      return `${url.split('/').filter(Boolean).at(-1)}${facts.firstRow[page + 1]! - facts.firstRow[page]! > 1 ? `#${ranks.join()}` : ''}`;
    }),
  );
}
const found = async (asked: Partial<SearchState>): Promise<string[]> => named((await answerTo(asked)).exact);
const nearly = async (asked: Partial<SearchState>): Promise<string[]> => named((await answerTo(asked)).near);
const years = (count: number) => ({ count, unit: 'ans' as const });

describe('words', () => {
  it.each([
    ['amitié', ['amitie']],
    ['AMITIE', ['amitie']],
    ["l'amitié", ['amitie']],
    ['coeur', ['choeur']],
    ['cheval', ['cheval']],
    ['LCM', ['cheval']],
    ['randonnees', ['cheval']],
    ['le', []],
    ['', []],
  ])('%j finds %j', async (q, expected) => expect(await found({ q })).toEqual(expected));

  it('that name an activity come before words that mention it, which come too', async () => {
    expect(await found({ q: 'judo' })).toEqual(['club#1', 'mention']);
  });

  it('are ranked, not required', async () => {
    expect((await found({ q: 'je voudrais inscrire ma fille au judo cette année' }))[0]).toBe('club#1');
    expect((await found({ q: 'judo amicalement' }))[0]).toBe('club#1');
  });

  it('that nobody wrote are never cut until something answers', async () => {
    const answer = await answerTo({ q: 'jud33920xyz' });
    expect(answer.exact).toEqual([]);
    expect(answer.absent).toEqual(['jud33920xyz']);
  });

  it('with an error are read as they were meant, unless they are asked for as they are', async () => {
    const answer = await answerTo({ q: 'gimnastique' });
    expect(answer.corrected).toEqual([{ from: 'gimnastique', to: 'gymnastique' }]);
    expect(await named(answer.exact)).toEqual(['club#2']);
    expect((await answerTo({ q: 'gimnastique', literally: true })).exact).toEqual([]);
  });

  it('that are typed as far as they go find what they begin', async () => {
    expect(await found({ q: 'omnispo' })).toEqual(['club#1,2,3']);
  });
});

describe('criteria', () => {
  it('never mix two activities of one entry', async () => {
    expect(await found({ q: 'club 8 ans mercredi' })).toEqual([]);
    expect(await found({ age: years(8), jour: ['mercredi'] })).toEqual([]);
    expect(await found({ age: years(8), jour: ['lundi'], type: ['associations'] })).toEqual(['club#1']);
  });

  it('are the same in the words and in the boxes', async () => {
    const q = `judo 8 ans lundi à ${here?.name}`;
    expect(await found({ q })).toEqual(['club#1']);
    expect(await found({ q: 'judo', age: years(8), jour: ['lundi'], commune: [here?.slug ?? ''] })).toEqual(['club#1']);
  });

  it('that nothing meets bring what is closest, with the reason', async () => {
    const answer = await answerTo({ q: 'judo 14 ans lundi' });
    expect(answer.exact).toEqual([]);
    expect((await named(answer.near))[0]).toBe('club#1');
    expect(answer.near[0]?.misses).toEqual([
      { kind: 'age', range: expect.objectContaining({ ageMin: 6, ageMax: 12 }) as unknown },
    ]);
    expect(await nearly({ q: 'judo le dimanche' })).toContain('club#1');
  });

  it('of age welcome open ends, and whom the association is for', async () => {
    expect(await found({ age: years(70), type: ['associations'] })).toEqual(
      expect.arrayContaining(['aines', 'club#2,3']),
    );
    expect(await found({ q: 'loto', age: years(8) })).toEqual([]);
  });

  it('of place are those of the activity, else of its association', async () => {
    expect(await found({ q: 'judo', commune: [there?.slug ?? ''] })).toEqual([]);
    expect(await found({ q: 'gymnastique', commune: [there?.slug ?? ''] })).toEqual(['club#2']);
    expect(await found({ q: 'éveil', commune: [here?.slug ?? ''] })).toEqual(['club#3']);
  });

  it('of the calendar find what takes place then, and nothing that is over', async () => {
    expect((await found({ q: 'forum ce week-end' }))[0]).toBe('forum');
    expect(await found({ q: 'forum' })).toEqual(['forum']);
    expect((await found({ q: 'que faire ce week-end' }))[0]).toBe('forum');
  });

  it('leave out what is over since the release was made', async () => {
    const later = { ...opened.library, today: '2026-09-20' };
    expect((await answerTo({ q: 'forum' }, later)).exact).toEqual([]);
  });

  it('are counted as if the words did not say the same', async () => {
    const counts = await countFacets(opened.library, { ...emptyState, q: 'gymnastique mercredi' });
    expect(counts.jour).toEqual({ mercredi: 1, samedi: 1 });
  });

  it('count what each value would give', async () => {
    const counts = await countFacets(opened.library, { ...emptyState, q: 'gymnastique' });
    expect(counts.jour).toEqual({ mercredi: 1, samedi: 1 });
    expect(counts.commune).toEqual({ [there?.slug ?? '']: 1 });
    expect(counts.type).toEqual({ associations: 1 });
  });
});

describe('words of editors', () => {
  it('find an association, those of its theme and other names of a commune too', async () => {
    const outDir = join(work, 'words');
    const said = {
      ...directory,
      themes: directory.themes.map((theme) => (theme.id === culture?.id ? { ...theme, words: ['gambade'] } : theme)),
      communes: directory.communes.map((commune) =>
        commune.id === here?.id ? { ...commune, otherNames: ['La Font du Roi'] } : commune,
      ),
      associations: directory.associations.map((one) =>
        one.slug === 'club'
          ? { ...one, words: ['zigoto'], notice: { kind: 'complet', until: '2026-12-31', note: null } as const }
          : one,
      ),
    };
    await buildSearchIndex({ siteExport: said, outDir, builtAt: BUILT_AT });
    const { library, close } = await openFolder(outDir, '2026-09-01');
    const foundThere = async (q: string): Promise<string[]> => named((await answerTo({ q }, library)).exact, library);
    expect(await foundThere('zigoto')).toEqual(['club#1,2,3']);
    expect(await foundThere('gambade')).toContain('amitie');
    expect((await foundThere('judo à la font du roi'))[0]).toBe('club#1');
    const [club] = (await answerTo({ q: 'zigoto' }, library)).exact;
    expect((await library.index.page(club!.page)).meta['avis']).toMatch(/complet/i);
    await close();
  });
});

describe('nothing', () => {
  it('is asked by an empty question, and nothing answers it', async () => {
    expect(await answerTo({})).toMatchObject({ idle: true, exact: [], near: [] });
  });
});

describe('a saved search', () => {
  const told = async (...searches: string[]) => {
    const { records, answers } = await answerSearches(opened.library, directory, searches);
    return answers.map(({ found: own, ...rest }) => ({
      ...rest,
      found: own.map(({ record, rows }) => [records[record]!.id, rows.map((row) => records[record]!.rows[row]!.label)]),
    }));
  };

  it('is answered by records, with the rows that answer, and said in words', async () => {
    const [answer] = await told(`q=judo&jour=lundi&commune=${here?.slug}`);
    expect(answer).toEqual({
      search: `q=judo&commune=${here?.slug}&jour=lundi`,
      words: `« judo », ${here?.name}, le lundi`,
      found: [['club', ['Judo']]],
    });
    const { records } = await answerSearches(opened.library, directory, ['q=forum']);
    expect(records).toEqual([
      expect.objectContaining({ type: 'event', id: 'forum', title: 'Forum de rentrée', rows: [] }),
    ]);
  });

  it.each([
    ['has every word', 'q=judo omnisports', ['club']],
    ['has not only some of the words', 'q=judo amitié', []],
    ['is not what a criterion misses', 'q=judo le dimanche', []],
    ['is not what a word was read as', 'q=gimnastique', []],
    ['is not what a word begins', 'q=omnispo', []],
    ['is nothing for a word that is nowhere', 'q=aïkido lundi', []],
  ])('%s: %s', async (_, search, expected) => {
    expect((await told(search)).flatMap(({ found: own }) => own.map(([id]) => id))).toEqual(expected);
  });

  it('of which nothing exists any more, or that is no search, says nothing and finds nothing', async () => {
    for (const search of ['', 'commune=nulle-part', 'jour=jeudredi', '&&&=%E0%A4%A', `q=${' '.repeat(500)}`])
      expect(await told(search), search).toEqual([{ search: '', words: '', found: [] }]);
  });
});

describe('building', () => {
  const files = async (folder: string): Promise<string[]> =>
    (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();

  it('forgets what is no longer published', async () => {
    const outDir = join(work, 'forgotten');
    await buildSearchIndex({ siteExport: directory, outDir, builtAt: BUILT_AT });
    const less = { ...directory, associations: directory.associations.filter(({ slug }) => slug !== 'cheval') };
    await buildSearchIndex({ siteExport: less, outDir, builtAt: BUILT_AT });
    const { library, close } = await openFolder(outDir, '2026-09-01');
    expect((await answerTo({ q: 'cheval' }, library)).exact).toEqual([]);
    const own = (await files(outDir)).filter((file) => !/mots|orthographe/.test(file));
    for (const file of own) expect((await readFile(file)).includes('cheva')).toBe(false);
    await close();
  });

  it('gives the same files for the same export', async () => {
    const digest = async (name: string): Promise<string[]> => {
      const outDir = join(work, name);
      await buildSearchIndex({ siteExport: demo, outDir, builtAt: BUILT_AT });
      const all = await files(outDir);
      return Promise.all(
        all.map(
          async (file) =>
            `${file.slice(outDir.length)} ${createHash('sha256')
              .update(await readFile(file))
              .digest('hex')}`,
        ),
      );
    };
    expect(await digest('once')).toEqual(await digest('again'));
  });

  it.each(['together', 'one by one'])('keeps facts and pages in one order, read %s', async (how) => {
    const outDir = join(work, `order ${how}`);
    await buildSearchIndex({ siteExport: demo, outDir, builtAt: BUILT_AT });
    if (how === 'one by one') await rm(join(outDir, BUNDLE, PACK_FILE));
    const { library, close } = await openFolder(outDir, '2026-09-01');
    for (let page = 0; page < library.facts.pageCount; page += 1) {
      const { url } = await library.index.page(page);
      const kind = library.facts.kind(page);
      const folder = kind === 'ailleurs' ? 'plan-d-actions' : kind === 'experiences' ? 'guides' : kind;
      expect(url.startsWith(`/${folder}/`), url).toBe(true);
    }
    await close();
  });

  it('says in which piece a word stands, and takes no file of all pages that is of another index', async () => {
    const outDir = join(work, 'pieces');
    await buildSearchIndex({ siteExport: demo, outDir, builtAt: BUILT_AT });
    const pack = join(outDir, BUNDLE, PACK_FILE);
    const { pages, ...others } = JSON.parse(await readFile(pack, 'utf8')) as Pack;
    const changed = pages.map((page) => ({ ...page, url: '/ailleurs/' }));
    await writeFile(pack, JSON.stringify({ ...others, of: 'another', pages: changed }));
    const { library, read, close } = await openFolder(outDir, '2026-09-01');
    const { pieces, isShort } = library.facts.file.index!;
    expect(isShort).toBe(true);
    expect(pieces.length).toBeGreaterThan(1);
    for (const word of ['accordeon', 'judo', 'velo', 'yoga']) {
      const before = new Set(read.keys());
      const token = tokenOf(stem(word));
      const found = await library.index.placesOf(token);
      expect(found.size, word).toBeGreaterThan(0);
      const piece = `/${BUNDLE}/${pieceOf(pieces, token)}`;
      const fetched = [...read.keys()].filter((path) => path.includes('/index/') && !before.has(path));
      expect([...before, ...fetched]).toContain(piece);
      expect(fetched.every((path) => path === piece)).toBe(true);
    }
    expect((await library.index.page(0)).url).not.toBe('/ailleurs/');
    await close();
  });

  it('takes a directory that is still empty', async () => {
    const outDir = join(work, 'empty');
    const empty = { ...directory, associations: [], events: [] };
    expect(await buildSearchIndex({ siteExport: empty, outDir, builtAt: BUILT_AT })).toEqual({ pages: 0, rows: 0 });
    const { library, close } = await openFolder(outDir, '2026-09-01');
    expect((await answerTo({ q: 'judo' }, library)).exact).toEqual([]);
    await close();
  });
});
