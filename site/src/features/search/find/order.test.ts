/** What comes first, in the demonstration's territory. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../index/build-index.ts';
import { criteriaOf, emptyState } from '../state.ts';
import { ask, type Answer } from './ask.ts';
import { openFolder, type OpenedFolder } from './open-folder.ts';
import { LAST } from './rank.ts';

const TODAY = '2026-09-01';
let work: string;
let opened: OpenedFolder;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'trame-order-'));
  const siteExport = toSiteExport(demoContent({ today: TODAY }));
  await buildSearchIndex({ siteExport, outDir: work, builtAt: `${TODAY}T06:00:00.000Z` });
  opened = await openFolder(work, TODAY);
}, 60_000);
afterAll(async () => {
  await opened.close();
  await rm(work, { recursive: true, force: true });
});

const answerTo = (q: string): Promise<Answer> =>
  ask(opened.library, { q, ticked: criteriaOf(emptyState), literally: false });
const shown = ({ exact, near, close }: Answer) => [...exact, ...(close === null ? near : close.pages)];
const slugsOf = async (answer: Answer): Promise<string[]> =>
  Promise.all(
    shown(answer).map(async ({ page }) => (await opened.library.index.page(page)).url.split('/').at(-2) ?? ''),
  );

it('near me, what takes place nobody knows where is not the nearest', async () => {
  // Who stands in Donnezac; trips of the canoe club begin at a landing stage of no commune.
  const from = [45.25, -0.44] as const;
  const answer = await ask(opened.library, { q: 'sport', ticked: criteriaOf(emptyState), literally: false, from });
  const [first, ...others] = await slugsOf(answer);
  expect(first).toBe('l-eperon-des-landes');
  expect(others.indexOf('ensemble-autrement')).toBeLessThan(others.indexOf('sortie-carrelets-et-marees'));
});

describe('first comes', () => {
  it.each([
    ['what it is called, before what its statutes call it', 'danse', 'les-souliers-de-bal'],
    ['the sport, and not how old one is for it', 'rugby vétéran', 'rugby-des-deux-rives'],
    [
      'the subject on another day, before another subject on that day',
      'foot lundi soir',
      'football-club-des-trois-clochers',
    ],
    ['a sport that is played sitting', 'fauteuil roulant sport', 'handball-vignes-et-rail'],
    ['who is there, before a date', 'violences conjugales', 'la-maison-des-habitants'],
    ['a room, before what is hired out for a feast', 'salle pour fêter un anniversaire', 'salle-de-l-escale'],
    ['a club from that age on, before one for everybody', 'club de retraités', 'l-amicale-du-bel-age'],
    [
      'what families can do, before what only their parents can',
      'activité pour toute la famille le samedi',
      'carnaval-des-gueules-noires-de-raisin',
    ],
  ])('%s: « %s »', async (_, q, expected) => expect((await slugsOf(await answerTo(q)))[0]).toBe(expected));

  it.each(['violences conjugales', 'chat perdu', 'annuaire', 'logement', 'caf', 'médiathèque', 'jeunesse'])(
    'never the plan of action where something of the territory answers: « %s »',
    async (q) => {
      const kinds = shown(await answerTo(q)).map(({ page }) => opened.library.facts.kind(page));
      const isLast = kinds.map((kind) => LAST.includes(kind));
      expect(isLast.slice(0, isLast.lastIndexOf(false) + 1)).not.toContain(true);
    },
  );

  it('nothing, where only the plan of action speaks of it in passing', async () => {
    const answer = await answerTo('désenclavement');
    expect(shown(answer)).toEqual([]);
    expect(answer.absent).toEqual(['désenclavement']);
  });
});

describe('words', () => {
  it.each([
    ['written as one', 'pingpong', 'ping-pong-gabaye'],
    ['written as two', 'chor ale', 'le-choeur-des-coteaux'],
    ['without the sign of what is elided', 'tir a larc', 'les-archers-du-moron'],
  ])('%s find what they mean, and nothing is said of it: « %s »', async (_, q, expected) => {
    const answer = await answerTo(q);
    expect((await slugsOf(answer))[0]).toBe(expected);
    expect([answer.corrected, answer.absent]).toEqual([[], []]);
  });

  it('that sound the same are meant, however many letters differ', async () => {
    const answer = await answerTo('bibliotek');
    expect((await slugsOf(answer))[0]).toBe('pages-et-cie');
  });

  it('around the subject, alone, are no answer', async () => {
    // Games are played too, on that evening: nothing of them is about a trumpet.
    expect(await slugsOf(await answerTo('vendredi à 20h jouer de la trompette'))).not.toContain('soiree-jeux-geante');
  });

  it('that everybody knows are no slip of another', async () => {
    expect((await answerTo('bras')).corrected).toEqual([]);
    // A town of elsewhere is no edge of the water.
    expect((await answerTo('un train pour Bordeaux')).corrected).toEqual([]);
    expect((await answerTo('judi')).corrected).not.toEqual([]);
  });

  it('of a theme do not say what each of its activities is', async () => {
    expect(await slugsOf(await answerTo('foot'))).not.toContain('omnisports-du-pays-gabaye');
  });

  it('of what nobody offers are answered by what stands next to it, and not by a word of them in passing', async () => {
    expect(await slugsOf(await answerTo('chat perdu'))).toEqual(['truffes-et-museaux']);
    expect(await slugsOf(await answerTo('moto'))).toEqual(['les-belles-chromees']);
  });
});

describe('never nothing', () => {
  it('what fits who and when, where nobody has the subject', async () => {
    const { exact, close, absent } = await answerTo('aïkido pour un enfant de 9 ans le mercredi');
    expect([exact, absent]).toEqual([[], ['aïkido']]);
    expect(close?.pages.length).toBeGreaterThan(0);
  });

  it('but a place alone says too little of what somebody may like', async () => {
    expect(await slugsOf(await answerTo('zkrtvbh à Marsas'))).toEqual([]);
  });
});

describe('the story around a subject', () => {
  it('is no subject: « exercices pour la tête »', async () => {
    expect((await slugsOf(await answerTo('je voudrais remplir ma vie et jouer du violon')))[0]).toBe(
      'ecole-de-musique-double-croche',
    );
  });

  it('says how it is to be, and where: « en fin de vie à la maison »', async () => {
    expect((await slugsOf(await answerTo('accompagner mon père en fin de vie à la maison')))[0]).toBe(
      'ecoute-et-presence',
    );
  });
});

it('a family that is wider than the word is what comes closest', async () => {
  const { exact, close } = await answerTo('cours de dessin');
  expect(exact).toEqual([]);
  expect(close?.pages.length).toBeGreaterThan(0);
});

it('what says no day is almost on the day that is asked, and says so', async () => {
  const { near } = await answerTo('à partir de 65 ans le dimanche soir à Marsas');
  expect(near.flatMap(({ misses }) => misses)).toContainEqual({ kind: 'jour', days: [] });
});
