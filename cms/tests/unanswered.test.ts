/** « Ce que les gens cherchent »: what devices may tell, what is kept of it, what an editor sees and does. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UnansweredReport, WordAdded, type AddWord } from '../src/domain/contract/desk/unanswered.ts';
import { dayOf } from '../src/domain/dates.ts';
import { LEAST_TIMES, MOST_QUESTIONS, unansweredPath } from '../src/domain/unanswered-questions.ts';
import { KEEP_RARE_MONTHS, KEEP_UNANSWERED_MONTHS } from '../src/unanswered/unanswered-store.ts';
import type * as EraseOldData from '../src/upkeep/erase-old-data.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, makeTheme, publishAssociation } from './helpers/content.ts';
import { freshAddress, knock, SITE } from './helpers/door.ts';
import { asAdmin, readExport, signIn, signInAsReader } from './helpers/http.ts';

const { eraseOldData } = createRequire(import.meta.url)(
  join(import.meta.dirname, '../dist/src/upkeep/erase-old-data.js'),
) as typeof EraseOldData;

const ASSOCIATION = 'api::association.association';
const THEME = 'api::theme.theme';
const SETTINGS = 'api::site-settings.site-settings';

let cms: Cms;
let strapi: Cms['strapi'];
let token: string;
beforeAll(async () => {
  process.env.SITE_URL = SITE;
  cms = await startCms();
  ({ strapi } = cms);
  token = await signIn(cms);
});

async function turn(on: boolean): Promise<void> {
  const { documentId } = await documents(strapi, SETTINGS).findFirst({});
  await documents(strapi, SETTINGS).update({ documentId, data: { countUnanswered: on } });
}
beforeEach(async () => {
  await strapi.db.connection.raw('delete from trame_unanswered');
  await strapi.db.connection.raw('delete from trame_unanswered_settled');
  await turn(true);
});

const told = (...questions: string[]) => ({
  format: 'trame-unanswered/1',
  questions: questions.map((question) => ({ question, missing: question.split(' ').at(-1) })),
});
const tell = (json: unknown, from = freshAddress()) => knock(cms, unansweredPath, { json, from });
/** As many devices as it takes to be shown. */
async function tellOften(question: string, times = LEAST_TIMES): Promise<void> {
  for (let device = 0; device < times; device += 1) expect((await tell(told(question))).status).toBe(202);
}
const rows = async () =>
  (await strapi.db.connection.raw('select question, missing, times from trame_unanswered order by question')).rows;
const report = async () => UnansweredReport.parse(await (await asAdmin(cms, token, '/trame/unanswered')).json());
const post = (act: string, json: object, by = token) =>
  asAdmin(cms, by, `/trame/unanswered/${act}`, { method: 'POST', json });
const add = async (asked: AddWord) => WordAdded.parse(await (await post('add', asked)).json());

describe('the door', () => {
  it('takes nothing where the territory did not choose to count', async () => {
    await turn(false);
    const answer = await tell(told('cornemuse'));
    expect(answer.status).toBe(409);
    expect(answer.json.error.message).toContain('ne compte pas les recherches');
    expect(await rows()).toEqual([]);
    expect(await readExport(cms)).not.toHaveProperty('countsUnanswered');
    await turn(true);
    expect((await readExport(cms)).countsUnanswered).toBe(true);
  });

  it('counts words by month, once a day for one address, and gives no cookie', async () => {
    const from = freshAddress();
    const answer = await tell(told('cours de cornemuse', 'oud'), from);
    expect([answer.status, answer.text, answer.headers['set-cookie']]).toEqual([202, '', undefined]);
    await tell(told('cours de cornemuse'), from);
    await tell(told('cours de cornemuse'));
    expect(await rows()).toEqual([
      { question: 'cours de cornemuse', missing: 'cornemuse', times: 2 },
      { question: 'oud', missing: 'oud', times: 1 },
    ]);
  });

  it.each([
    ['a number', told('appeler le 0639981234')],
    ['an address', told('camille@example.org')],
    ['a given name', told('piano chez sophie')],
    ['HTML', told('<img src=x>')],
    ['what is not folded', told('Cornemuse')],
    [
      'missing words of another question',
      { format: 'trame-unanswered/1', questions: [{ question: 'oud', missing: 'viole' }] },
    ],
    ['more than fits', told(...Array.from({ length: MOST_QUESTIONS + 1 }, () => 'oud'))],
    ['who asks', { ...told('oud'), device: 'abc' }],
    ['another format', { ...told('oud'), format: 'trame-unanswered/9' }],
    ['nothing', {}],
  ])('refuses %s, and keeps nothing of the batch', async (_, json) => {
    expect((await tell(json)).status).toBe(400);
    expect(await rows()).toEqual([]);
  });

  it('is closed to other sites, to long bodies, and to one address that tells without end', async () => {
    expect((await knock(cms, unansweredPath, { json: told('oud'), origin: 'https://ailleurs.example' })).status).toBe(
      403,
    );
    expect((await tell({ ...told('oud'), more: 'x'.repeat(3000) })).status).toBe(413);
    const from = freshAddress();
    let answer = await tell(told('oud'), from);
    for (let times = 0; times < 245 && answer.status === 202; times += 1) answer = await tell(told('oud'), from);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(await rows()).toEqual([{ question: 'oud', missing: 'oud', times: 1 }]);
  });
});

describe('the page', () => {
  it('shows what enough devices told, the most of late first, and counts the rest', async () => {
    await tellOften('cours de cornemuse', LEAST_TIMES + 1);
    await tellOften('oud');
    await tellOften('viole', LEAST_TIMES - 1);
    const { counting, lines, tooFew, mayAdd } = await report();
    expect({ counting, tooFew, mayAdd }).toEqual({
      counting: true,
      tooFew: 1,
      mayAdd: { theme: true, association: true },
    });
    const lastMonth = `${dayOf(new Date()).slice(0, 7)}-01`;
    expect(lines).toEqual([
      { question: 'cours de cornemuse', missing: 'cornemuse', lately: 4, altogether: 4, lastMonth, settled: null },
      { question: 'oud', missing: 'oud', lately: 3, altogether: 3, lastMonth, settled: null },
    ]);
    await turn(false);
    expect((await report()).counting).toBe(false);
  });

  it('is for who may publish associations', async () => {
    const reader = await signInAsReader(cms);
    expect((await asAdmin(cms, reader, '/trame/unanswered')).status).toBe(403);
    expect((await post('ignore', { question: 'oud' }, reader)).status).toBe(403);
    const asked = { question: 'oud', word: 'oud', uid: THEME, documentId: 'x' };
    expect((await post('add', asked, reader)).status).toBe(403);
    expect((await fetch(`${cms.url}/trame/unanswered`)).status).toBe(401);
  });

  it('sets a question aside, and takes it back', async () => {
    await tellOften('oud');
    await post('ignore', { question: 'oud' });
    expect((await report()).lines[0]?.settled).toEqual({ act: 'ignored', on: dayOf(new Date()), added: null });
    await post('reopen', { question: 'oud' });
    expect((await report()).lines[0]?.settled).toBeNull();
    // What is not shown cannot be set aside: nobody saw it.
    await post('ignore', { question: 'jamais dite' });
    expect((await report()).lines).toHaveLength(1);
  });
});

describe('a word', () => {
  it('goes to a theme, after those that it has, and leaves with the export', async () => {
    const theme = await documents(strapi, THEME).create({
      data: { name: 'Musique du monde', position: 1, words: 'bal' },
    });
    await tellOften('cours de cornemuse');
    const added = await add({
      question: 'cours de cornemuse',
      word: 'cornemuse',
      uid: THEME,
      documentId: theme.documentId,
    });
    expect(added).toEqual({ title: 'Musique du monde', state: 'online' });
    const words = (await readExport(cms)).themes.find(({ id }) => id === theme.documentId)?.words;
    expect(words).toEqual(['bal', 'cornemuse']);
    expect((await report()).lines[0]?.settled).toEqual({
      act: 'added',
      on: dayOf(new Date()),
      added: { word: 'cornemuse', uid: THEME, documentId: theme.documentId, title: 'Musique du monde' },
    });
    // Once more, accented: it is there.
    const again = {
      question: 'cours de cornemuse',
      word: 'Cornemusé',
      uid: THEME,
      documentId: theme.documentId,
    } as const;
    expect((await add(again)).state).toBe('had');
  });

  it('goes online with its association, and leaves a line in the journal', async () => {
    const one = await publishAssociation(strapi, {});
    await tellOften('oud');
    const asked = { question: 'oud', word: 'oud', uid: ASSOCIATION, documentId: one.documentId } as const;
    expect((await add(asked)).state).toBe('online');
    expect((await readExport(cms)).associations.find(({ id }) => id === one.documentId)?.words).toEqual(['oud']);
    const lines = await strapi.db
      .query('api::journal-entry.journal-entry')
      .findMany({ where: { associationId: one.documentId } });
    expect(lines.map(({ note }: { note: string | null }) => note).join(' ')).toContain('ce que les gens cherchent');
  });

  it('joins a draft that waits, and publishes nothing of it', async () => {
    const one = await publishAssociation(strapi, {});
    await documents(strapi, ASSOCIATION).update({ documentId: one.documentId, data: { summary: 'Pas encore.' } });
    await tellOften('oud');
    const asked = { question: 'oud', word: 'oud', uid: ASSOCIATION, documentId: one.documentId } as const;
    expect((await add(asked)).state).toBe('draft');
    const exported = (await readExport(cms)).associations.find(({ id }) => id === one.documentId);
    expect(exported).not.toHaveProperty('words');
    expect(exported?.summary).not.toBe('Pas encore.');
    expect(await documents(strapi, ASSOCIATION).findOne({ documentId: one.documentId, status: 'draft' })).toMatchObject(
      {
        summary: 'Pas encore.',
        words: 'oud',
      },
    );
  });

  it('that a rule refuses, a record or a question that is gone: nothing is done, and it is said why', async () => {
    const theme = await makeTheme(strapi);
    await tellOften('oud');
    const asked = { question: 'oud', word: 'oud', uid: THEME, documentId: theme.documentId };
    for (const [change, status, said] of [
      [{ word: '!!!' }, 400, 'Écrivez un mot'],
      [{ documentId: 'parti' }, 404, 'n’existe pas'],
      [{ question: 'autre chose' }, 404, 'n’est plus dans la liste'],
      [{ uid: 'api::legal.legal' }, 400, 'mal formée'],
    ] as const) {
      const answer = await post('add', { ...asked, ...change });
      expect(answer.status, said).toBe(status);
      expect(((await answer.json()) as { error: { message: string } }).error.message).toContain(said);
    }
    expect((await report()).lines[0]?.settled).toBeNull();
  });
});

it('is erased with its time, what is too rare to be shown much sooner, and what was done about it along', async () => {
  const ago = (months: number): string => {
    const [year, month] = dayOf(new Date()).split('-').map(Number) as [number, number];
    return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
  };
  const put = (question: string, months: number, times: number) =>
    strapi.db.connection.raw('insert into trame_unanswered (question, month, missing, times) values (?, ?, ?, ?)', [
      question,
      ago(months),
      question,
      times,
    ]);
  await put('vieille', KEEP_UNANSWERED_MONTHS + 1, 50);
  await put('gardee', KEEP_UNANSWERED_MONTHS, 50);
  await put('rare', KEEP_RARE_MONTHS + 1, LEAST_TIMES - 1);
  await put('rare et recente', KEEP_RARE_MONTHS, LEAST_TIMES - 1);
  await strapi.db.connection.raw(
    `insert into trame_unanswered_settled (question, act, settled_on) values ('vieille', 'ignored', current_date), ('gardee', 'ignored', current_date)`,
  );
  expect((await eraseOldData(strapi, new Date())).unanswered).toBe(3);
  expect((await rows()).map(({ question }: { question: string }) => question)).toEqual(['gardee', 'rare et recente']);
  expect((await strapi.db.connection.raw('select question from trame_unanswered_settled')).rows).toEqual([
    { question: 'gardee' },
  ]);
});
