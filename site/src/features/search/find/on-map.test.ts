/** Where entries stand and what is near, from a real index. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import type { Activity, Association } from '@trame/cms/domain/contract/site/association';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleAssociation } from '../../../content/sample-export.ts';
import { BUNDLE } from '../../../view/search-bundle.ts';
import { POINTS_FILE, readPoints, type PointsFile } from '../bundle/points-file.ts';
import { buildSearchIndex } from '../index/build-index.ts';
import { criteriaOf, emptyState } from '../state.ts';
import { openFolder, type OpenedFolder } from './open-folder.ts';
import { ask } from './ask.ts';
import { onMap } from './on-map.ts';

const BUILT_AT = '2026-09-01T08:00:00.000Z';
const demo = toSiteExport(demoContent({ today: '2026-09-01' }));
const commune = (slug: string) => demo.communes.find((one) => one.slug === slug)!;
const [savin, cezac] = [commune('saint-savin'), commune('cezac')];
const hall = {
  ...demo.venues[0]!,
  id: 'salle',
  name: 'Salle des Acacias',
  commune: savin.id,
  latitude: 45.141,
  longitude: -0.448,
};
/** As many decimals as a telephone gives. */
const home = {
  street: '5 impasse des Lilas',
  complement: null,
  postalCode: '33620',
  city: 'Cézac',
  latitude: 45.0912345,
  longitude: -0.4187654,
};

const activity = (label: string, more: Partial<Activity> = {}): Activity => ({
  label,
  description: null,
  ...{ ageMin: null, ageMinUnit: 'ans', ageMax: null, ageMaxUnit: 'ans' },
  slots: [],
  price: null,
  place: null,
  communeCode: null,
  season: null,
  ...more,
});
const association = (slug: string, name: string, more: Partial<Association>): Association =>
  sampleAssociation({
    id: slug,
    slug,
    name,
    themes: [demo.themes[0]!.id],
    audiences: [],
    summary: 'Chant.',
    commune: savin.id,
    ...more,
  });

const directory = SiteExport.parse({
  ...demo,
  venues: [hall],
  associations: [
    association('salle', 'Chorale de la salle', { activities: [activity('Chant', { place: 'salle des acacias' })] }),
    association('adresse', 'Chorale à l’adresse', {
      commune: cezac.id,
      address: home,
      activities: [activity('Chant')],
    }),
    association('ailleurs', 'Chorale qui chante ailleurs', {
      commune: cezac.id,
      address: home,
      activities: [
        activity('Chant', { communeCode: savin.inseeCode }),
        activity('Chant choral', { place: 'chez l’habitant' }),
      ],
    }),
    association('cachee', 'Chorale sans adresse', { commune: cezac.id, activities: [activity('Chant')] }),
    association('partout', 'Chorale partout', { communesOfActivity: [savin.id, cezac.id] }),
  ],
  events: [],
  guides: demo.guides.slice(0, 1),
  resources: [],
  actionPlans: [],
} satisfies SiteExport);

let work: string;
let opened: OpenedFolder;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'trame-map-test-'));
  await buildSearchIndex({ siteExport: directory, outDir: work, builtAt: BUILT_AT });
  opened = await openFolder(work, BUILT_AT.slice(0, 10));
});
afterAll(async () => {
  await opened.close();
  await rm(work, { recursive: true, force: true });
});

const answerTo = (q: string, from: readonly [number, number] | null = null, communes: string[] = []) =>
  ask(opened.library, { q, ticked: criteriaOf({ ...emptyState, commune: communes }), literally: false, from });
const slugOf = async (page: number): Promise<string> =>
  (await opened.library.index.page(page)).url.split('/').filter(Boolean).at(-1)!;

/** Name of each place, with the entries that stand there. */
async function places(q: string, communes: string[] = []) {
  const { facts, points } = opened.library;
  const answer = await answerTo(q, null, communes);
  const found = onMap(facts, await points(), answer.exact, communes);
  const named = await Promise.all(
    found.spots.map(
      async ({ name, pages }) => [name, (await Promise.all(pages.map(({ page }) => slugOf(page)))).sort()] as const,
    ),
  );
  return { ...found, named: Object.fromEntries(named) };
}

describe('an entry stands', () => {
  it('at the venue that it names, else at an address that may be shown, else at its communes', async () => {
    const { named, placed, unplaced } = await places('chorale');
    expect(named).toEqual({
      'Salle des Acacias, Saint-Savin': ['salle'],
      '5 impasse des Lilas, Cézac': ['adresse'],
      // Elsewhere than at the address: in the commune that the activity says, or where nobody told.
      'Saint-Savin': ['ailleurs', 'partout'],
      Cézac: ['ailleurs', 'cachee', 'partout'],
    });
    expect([placed, unplaced]).toEqual([5, 0]);
  });

  it('in those of its communes that are asked, and in no other', async () => {
    const { named } = await places('chorale', ['cezac']);
    expect(named['Cézac']).toContain('partout');
    expect(named['Saint-Savin'] ?? []).not.toContain('partout');
  });

  it('nowhere when nothing says where: it is counted for the list', async () => {
    const { facts, points } = opened.library;
    const guide = facts.pageCount - 1;
    const row = { row: facts.firstRow[guide]!, score: 1 };
    const found = onMap(facts, await points(), [{ page: guide, score: 1, rows: [row], misses: [], km: null }]);
    expect(found).toMatchObject({ spots: [], placed: 0, unplaced: 1 });
  });
});

describe('what is near', () => {
  const atTheHall = [45.1412, -0.4481] as const;
  it('comes first, with its kilometres, by what is known most exactly', async () => {
    const { exact, idle } = await answerTo('', atTheHall);
    const order = await Promise.all(exact.map(({ page }) => slugOf(page)));
    expect(idle).toBe(false);
    expect(order[0]).toBe('salle');
    expect(order.indexOf('partout')).toBeLessThan(order.indexOf('cachee'));
    expect(exact[0]!.km).toBeLessThan(0.1);
    expect(exact.at(-1)!.km).toBeGreaterThan(4);
    // A guide is nowhere: it is not near anybody.
    expect(exact).toHaveLength(5);
  });

  it('is asked beside the words and what is ticked, from wherever one is', async () => {
    const far = await answerTo('chorale', [48.85, 2.35], ['cezac']);
    expect(far.exact.length).toBeGreaterThan(0);
    for (const { km } of far.exact) expect(km).toBeGreaterThan(400);
  });

  it('is nothing that words alone say: without a position they ask for nothing', async () => {
    const answer = await answerTo('près de chez moi');
    expect(answer).toMatchObject({ idle: true, exact: [] });
    expect(answer.understood.pieces.map(({ piece }) => piece.kind)).toEqual(['pres-de-moi']);
  });
});

describe('the file of points', () => {
  it('says no more than a metre, and nothing of an address that may not be shown', async () => {
    const file = JSON.parse(await readFile(join(work, BUNDLE, POINTS_FILE), 'utf8')) as PointsFile;
    expect(file.points).toContainEqual([45.09123, -0.41877, '5 impasse des Lilas, Cézac']);
    expect(file.points).toHaveLength(2);
    expect(file.rows).toHaveLength(opened.library.facts.pageOf.length);
  });

  it.each([
    null,
    [],
    { version: 2, points: [], rows: [] },
    { version: 1, points: {}, rows: [] },
    { version: 1, points: [], rows: [0, 0] },
  ])('is refused when it is %j', (file) => expect(() => readPoints(file, 1)).toThrow(/points/));
});
