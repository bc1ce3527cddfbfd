/** A real index, served over the loopback and asked through Pagefind's own browser module. */
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Activity, Association } from '@trame/cms/domain/contract/site/association';
import type { Event, Timing } from '@trame/cms/domain/contract/site/event';
import { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSearchIndex } from './build-index.ts';
import { createEngine, type Engine, type PagefindModule } from './engine.ts';
import { groupHits } from './groups.ts';
import { ageRanges, searchGrain, searchRecords } from './records.ts';
import type { Grain } from './shelves.ts';
import { emptyState, type SearchState } from './state.ts';
import { sampleTiming } from '../../view/agenda/sample-event.ts';

const years = (count: number) => ({ count, unit: 'ans' as const });

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
let server: Server;
let origin: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'trame-search-test-'));
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', origin).pathname;
    readFile(join(work, path)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  await rm(work, { recursive: true, force: true });
});

/** Builds an index and opens it as the page does; Pagefind asks its page for two things only, which stand in here. */
async function open(name: string, siteExport: SiteExport, grain: Grain = 'facet'): Promise<Engine> {
  await buildSearchIndex({ siteExport, outDir: join(work, name), builtAt: BUILT_AT, grain });
  let language = 'fr';
  Object.assign(globalThis, {
    location: new URL(origin),
    document: { querySelector: () => ({ getAttribute: () => language }) },
  });
  return createEngine({
    basePath: `${origin}/${name}/pagefind/`,
    grain,
    ranges: ageRanges(siteExport),
    load: async () => (await import(pathToFileURL(join(work, name, 'pagefind/pagefind.js')).href)) as PagefindModule,
    inLanguage(wanted, run) {
      language = wanted;
      const result = run();
      language = 'fr';
      return result;
    },
  });
}

const ask = async (engine: Engine, state: Partial<SearchState>): Promise<string[]> => {
  const answer = await engine.search({ ...emptyState, ...state });
  const results = groupHits(await answer.hits(0, 50));
  return results.flatMap(({ url, activities }) =>
    activities.length > 0
      ? activities.map((hit) => hit.url.replace('/associations/', ''))
      : [url.replace('/associations/', '')],
  );
};

describe('a real index', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open('main', directory);
  });

  it.each([
    ['amitié', ['amitie/']],
    ['AMITIE', ['amitie/']],
    ['l’amitié', ['amitie/']],
    ["l'amitié", ['amitie/']],
    ['coeur', ['choeur/']],
    ['cœur', ['choeur/']],
    ['chœur', ['choeur/']],
    ['cheval', ['cheval/']],
    ['chevaux', ['cheval/']],
    ['randonnées', ['cheval/']],
    ['lcm', ['cheval/']],
    ['L.C.M.', ['cheval/']],
    ['gymnas', ['club/']],
    ['éveil samedi', ['club/']],
    ['zzzz', []],
  ])('finds %s', async (q, expected) => {
    expect(await ask(engine, { q })).toEqual(expected);
  });

  it('puts what is named before what is mentioned', async () => {
    expect(await ask(engine, { q: 'judo' })).toEqual(['club/', 'mention/']);
    expect(await ask(engine, { q: 'comité' })).toEqual(['mention/']);
  });

  it('never mixes two activities of one entry', async () => {
    expect(await ask(engine, { age: years(8), jour: ['lundi'] })).toEqual(['club/#activite-1']);
    expect(await ask(engine, { age: years(70), jour: ['lundi'] })).toEqual(['aines/#activite-1']);
    expect(await ask(engine, { age: years(8), jour: ['mercredi'] })).toEqual([]);
    expect(await ask(engine, { q: 'judo', jour: ['mercredi'] })).toEqual([]);
    expect(await ask(engine, { q: 'judo', commune: [there?.slug ?? ''] })).toEqual([]);
    expect(await ask(engine, { public: ['seniors'], jour: ['lundi'] })).toEqual(['aines/#activite-1']);
  });

  it('adds the values of a facet and crosses the facets', async () => {
    expect(await ask(engine, { theme: [sports?.slug ?? ''], jour: ['lundi', 'mercredi'] })).toEqual([
      'club/#activite-1',
      'club/#activite-2',
    ]);
    expect(await ask(engine, { theme: [subTheme?.slug ?? ''] })).toEqual(['club/']);
    expect(await ask(engine, { theme: [culture?.slug ?? ''], age: years(8) })).toEqual([]);
  });

  it('finds by age what has open ends, and what is for everyone of its association’s public', async () => {
    expect(await ask(engine, { age: years(95) })).toEqual([
      'aines/#activite-1',
      'club/#activite-2',
      'club/#activite-3',
    ]);
    expect(await ask(engine, { age: years(13) })).toEqual([]);
    expect(await ask(engine, { age: years(4) })).toEqual(['club/#activite-3']);
  });

  it('places an activity where it is, else where its association is', async () => {
    expect(await ask(engine, { q: 'judo', commune: [here?.slug ?? ''] })).toEqual(['club/#activite-1', 'mention/']);
    expect(await ask(engine, { q: 'loto', commune: [here?.slug ?? ''] })).toEqual(['aines/#activite-1']);
  });

  it('finds what is to come, by its day too, and not what is over', async () => {
    expect(await ask(engine, { q: 'forum' })).toEqual(['/agenda/forum/']);
    expect(await ask(engine, { q: 'forum', jour: ['samedi'] })).toEqual(['/agenda/forum/']);
  });

  it('finds what lasts by each of its days, and not by one that is over or cancelled', () => {
    const daysOf = (...timings: Timing[]) =>
      searchRecords(
        { ...directory, events: [{ ...event('x', 'Festival', BUILT_AT), timings }] },
        '2026-08-20T10:00:00.000Z',
      ).find(({ url }) => url === '/agenda/x/#lieu')?.filters['jour'];
    const festival = sampleTiming('2026-09-04T16:00:00.000Z', '2026-09-06T20:00:00.000Z');
    expect(daysOf(festival)).toEqual(['vendredi', 'samedi', 'dimanche']);
    // Begun on a Tuesday, seen on Thursday 20 August.
    expect(daysOf(sampleTiming('2026-08-18T16:00:00.000Z', '2026-08-21T16:00:00.000Z'))).toEqual(['jeudi', 'vendredi']);
    expect(daysOf({ ...festival, state: 'annulé' }, sampleTiming('2026-09-07T08:00:00.000Z'))).toEqual(['lundi']);
  });

  it('fetches nothing when nothing is asked', async () => {
    const unused = createEngine({
      basePath: '/nowhere/',
      grain: 'facet',
      ranges: [],
      load: () => Promise.reject(new Error('fetched')),
      inLanguage: (_language, run) => run(),
    });
    expect(await unused.search(emptyState)).toMatchObject({ total: 0 });
    await expect(unused.search({ ...emptyState, q: 'judo' })).rejects.toThrow('fetched');
  });

  it('counts what each value would give', async () => {
    const counts = await engine.counts({ ...emptyState, jour: ['lundi'] });
    expect(counts.jour).toMatchObject({ lundi: 2, mercredi: 1, samedi: 3 });
    expect(counts.public).toMatchObject({ enfants: 1, seniors: 1 });
    expect(counts.commune?.[there?.slug ?? '']).toBe(0);
  });

  it('finds the same when each value of a facet is a filter of its own', async () => {
    const split = await open('split', directory, 'value');
    expect(await ask(split, { age: years(8), jour: ['lundi'] })).toEqual(['club/#activite-1']);
    expect(await ask(split, { age: years(8), jour: ['mercredi'] })).toEqual([]);
    expect(await ask(split, { q: 'judo', jour: ['lundi', 'mercredi'] })).toEqual(['club/#activite-1']);
    expect(await ask(split, { theme: [sports?.slug ?? ''] })).toEqual(['club/']);
    expect(await split.counts(emptyState)).toEqual({});
  });
});

describe('building', () => {
  it('forgets what is no longer published', async () => {
    const engine = await open('after', {
      ...directory,
      associations: directory.associations.filter(({ slug }) => slug !== 'amitie'),
    });
    expect(await ask(engine, { q: 'amitié' })).toEqual([]);
    await buildSearchIndex({ siteExport: directory, outDir: join(work, 'twice'), builtAt: BUILT_AT });
    await buildSearchIndex({
      siteExport: { ...directory, associations: [] },
      outDir: join(work, 'twice'),
      builtAt: BUILT_AT,
    });
    const entry = await readFile(join(work, 'twice/pagefind/pagefind-entry.json'), 'utf8');
    expect(JSON.parse(entry)).toMatchObject({ languages: { fr: { page_count: 1 } } });
  });

  it('gives the same files for the same export', async () => {
    const fingerprint = async (name: string): Promise<string> => {
      await buildSearchIndex({ siteExport: directory, outDir: join(work, name), builtAt: BUILT_AT });
      const folder = join(work, name, 'pagefind');
      const hash = createHash('sha256');
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      for (const path of entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()) {
        hash.update(path.slice(folder.length)).update(await readFile(path));
      }
      return hash.digest('hex');
    };
    expect(await fingerprint('one')).toBe(await fingerprint('two'));
  });

  it('keeps one record for each url, as Pagefind does', () => {
    const urls = searchRecords(toSiteExport(demoContent({ today: '2026-09-01' })), BUILT_AT).map(({ url }) => url);
    expect(new Set(urls).size).toBe(urls.length);
  });

  it('writes nothing that a browser does not need', async () => {
    const names = await readdir(join(work, 'main/pagefind'));
    expect(names.filter((name) => !/\.pf_meta$/.test(name)).sort()).toEqual([
      'filter',
      'fragment',
      'index',
      'pagefind-entry.json',
      'pagefind-worker.js',
      'pagefind.js',
      'wasm.fr.pagefind',
    ]);
  });

  it('cuts filters by value only in a large directory', () => {
    const many = (activities: number) => ({
      associations: [association('x', 'X', { activities: Array<Activity>(activities).fill(activity('Y')) })],
    });
    expect(searchGrain(many(6000))).toBe('facet');
    expect(searchGrain(many(6001))).toBe('value');
  });

  it('takes a directory that is still empty', async () => {
    const empty = { ...directory, associations: [], events: [] };
    expect(await buildSearchIndex({ siteExport: empty, outDir: join(work, 'empty'), builtAt: BUILT_AT })).toEqual({
      pages: 0,
      activities: 0,
    });
  });
});
