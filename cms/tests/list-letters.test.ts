/** A letter to the associations of a list: who gets it, that it leaves once, and the way out that each carries. */
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readHeldData } from '../src/associations/data-requests/held-data.ts';
import { anyRecord } from '../src/domain/contract/desk/finding.ts';
import { ListLetterLook, ListLetterPreview, SentListLetter } from '../src/domain/contract/desk/list-letter.ts';
import type { TakenRecords } from '../src/domain/contract/desk/lists-out.ts';
import { KEEP_SUPPRESSIONS_YEARS } from '../src/domain/stored/suppression.ts';
import { readSecretAddress } from '../src/domain/secret-address.ts';
import { listMark, listToken } from '../src/platform/links/list-link.ts';
import type * as Outbox from '../src/platform/mail/outbox.ts';
import type * as StoppedLetters from '../src/platform/mail/stopped-letters.ts';
import { noteRestore } from '../src/platform/restores/restore-store.ts';
import type * as Register from '../src/platform/suppressions/register.ts';
import type * as CatchUp from '../src/upkeep/catch-up.ts';
import type * as EraseOldData from '../src/upkeep/erase-old-data.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { makeCommune, publishAssociation } from './helpers/content.ts';
import { knock, SITE } from './helpers/door.ts';
import { asAdmin, signIn, signInAsReader } from './helpers/http.ts';

/** The modules that the running CMS has, with what they know. */
const compiled = <T>(name: string): T =>
  createRequire(import.meta.url)(join(import.meta.dirname, '../dist/src', `${name}.js`)) as T;
const { contactMark, noteSuppressions } = compiled<typeof Register>('platform/suppressions/register');
const { sendAgain } = compiled<typeof Outbox>('platform/mail/outbox');
const { cancelStoppedLetters } = compiled<typeof StoppedLetters>('platform/mail/stopped-letters');
const { catchUp } = compiled<typeof CatchUp>('upkeep/catch-up');
const { eraseOldData } = compiled<typeof EraseOldData>('upkeep/erase-old-data');

const ASSOCIATION = 'api::association.association';
const written = { subject: 'Le forum de {association}', body: 'Bonjour,\n\nLe forum approche.\n\n{office}' };

let cms: Cms;
let strapi: Cms['strapi'];
let token: string;
beforeAll(async () => {
  process.env.SITE_URL = SITE;
  cms = await startCms();
  ({ strapi } = cms);
  token = await signIn(cms);
});
// Another test must not find its letters held.
afterEach(async () => {
  await strapi.db.connection.raw('delete from trame_restores');
});

/** No letter leaves: each waits for a decision about a backup that is put back much later. */
const holdLetters = () =>
  noteRestore(
    strapi,
    { id: randomUUID(), restoredAt: '2099-01-01T00:00:00.000Z', madeAt: null, register: 'whole' },
    [],
  );

const agreed = { web: true, consentDate: '2026-06-02', consentSource: 'courriel' };
let people = 0;
const person = () => {
  people += 1;
  return { name: 'Anne', email: `lettres.${people}@example.org`, ...agreed };
};

/** Associations of a commune of their own: the list of a test. */
async function listOf(associations: readonly { name: string; contacts: readonly object[] }[]) {
  const commune = await makeCommune(strapi);
  const ids: string[] = [];
  for (const { name, contacts } of associations) {
    const made = await publishAssociation(strapi, { name, contacts, commune: commune.documentId });
    ids.push(made.documentId);
  }
  const taken: TakenRecords = {
    criteria: { ...anyRecord, types: [ASSOCIATION], commune: commune.documentId },
    ticked: null,
  };
  return { taken, ids };
}

const post = (act: string, json: object, as = token) =>
  asAdmin(cms, as, `/trame/lists-out/letter/${act}`, { method: 'POST', json });
const look = async (taken: TakenRecords) => ListLetterLook.parse(await (await post('look', { taken })).json());
const send = (taken: TakenRecords, expected: number, more: object = {}, as = token) =>
  post('send', { taken, ...written, id: randomUUID(), expected, ...more }, as);
interface Row {
  readonly key: string;
  readonly state: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body_text: string;
}
const letters = async (id: string): Promise<Row[]> =>
  (
    await strapi.db.connection.raw<{ rows: Row[] }>(
      'select key, state, recipient, subject, body_text from trame_letters where starts_with(key, ?) order by id',
      [`list:${id}:`],
    )
  ).rows;
const statesTo = async (address: string): Promise<string[]> =>
  (
    await strapi.db.connection.raw<{ rows: { state: string }[] }>(
      `select state from trame_letters where recipient = ? and kind = 'list-letter' order by id`,
      [address],
    )
  ).rows.map(({ state }) => state);
const actsOn = async (address: string): Promise<{ id: string; act: string }[]> =>
  (
    await strapi.db.connection.raw<{ rows: { id: string; act: string }[] }>(
      `select id::text as id, document -> 'act' ->> 'act' as act from trame_suppressions
        where document -> 'act' ->> 'mark' = ? order by at, id`,
      [listMark(address)],
    )
  ).rows;
const door = (act: string, address: string) =>
  knock(cms, `/api/desinscription/${act}`, { json: { token: listToken(address) } });
const oneClick = (address: string, more: object = {}) =>
  knock(cms, `/api/desinscription/un-clic/${listToken(address)}`, {
    text: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    origin: null,
    ...more,
  });

describe('a letter to a list', () => {
  it('is for each address once, and says who is left out and why', async () => {
    const [shared, alone, nowhere, stopped] = [person(), person(), person(), person()];
    const { taken, ids } = await listOf([
      { name: 'Amicale des Pins', contacts: [shared] },
      { name: 'Boules du Lavoir', contacts: [{ ...shared, email: shared.email.toUpperCase() }] },
      { name: 'Chorale du Préau', contacts: [{ name: 'Sans adresse', phone: '05 36 49 17 41', ...agreed }, alone] },
      { name: 'Dames du Jeudi', contacts: [{ name: 'Rose', phone: '05 36 49 17 42', ...agreed }] },
      { name: 'Échecs de Blaye', contacts: [nowhere] },
      { name: 'Foyer rural', contacts: [stopped, person()] },
    ]);
    await noteSuppressions(strapi, [
      {
        kind: 'contact',
        association: ids[4]!,
        mark: contactMark(ids[4]!, nowhere.email),
        channels: ['web', 'print', 'professionals', 'openData'],
      },
    ]);
    await door('confirmer', stopped.email);

    const seen = await look(taken);
    expect(seen).toMatchObject({ letters: 2, reached: 3, others: 0 });
    expect(seen.leftOut.map(({ name, why }) => [name, why])).toEqual([
      ['Dames du Jeudi', 'no-address'],
      ['Échecs de Blaye', 'nowhere'],
      ['Foyer rural', 'stopped'],
    ]);
    const id = randomUUID();
    expect(SentListLetter.parse(await (await send(taken, 2, { id })).json()).queued).toBe(2);
    const queued = await letters(id);
    expect(queued.map(({ recipient, subject }) => [recipient, subject])).toEqual([
      [shared.email, 'Le forum d’Amicale des Pins et Boules du Lavoir'],
      [alone.email, 'Le forum de Chorale du Préau'],
    ]);
    expect(queued[1]?.body_text).toContain(`${SITE}/desinscription/#${listToken(alone.email)}`);
    expect(queued.map(({ key }) => key).join()).not.toContain('example.org');
  });

  it('leaves a line in the journal: the subject, the list and how many, never an address', async () => {
    const { taken } = await listOf([{ name: 'Ibis du Lavoir', contacts: [person()] }]);
    const asked = { ...taken, criteria: { ...taken.criteria, question: 'ibis' } };
    await send(asked, 1, { subject: 'Répondez à forum@example.org' });
    await send(asked, 1, { subject: 'Le forum' });
    const lines = (await strapi.db
      .query('api::journal-entry.journal-entry')
      .findMany({ where: { act: 'lettre à une liste' }, orderBy: { id: 'desc' }, limit: 2 })) as { note: string }[];
    expect(lines[0]?.note).toMatch(/objet\s: «\sLe forum\s»\s; 1\slettre pour 1\sassociation\s; liste\s: .*ibis/i);
    expect(lines[1]?.note).toContain('(objet avec une coordonnée)');
    expect(lines.map(({ note }) => note).join()).not.toContain('@');
  });

  it('is queued once, however often and however fast it is sent', async () => {
    const { taken } = await listOf([
      { name: 'Un', contacts: [person()] },
      { name: 'Deux', contacts: [person()] },
    ]);
    const id = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => send(taken, 2, { id })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await letters(id)).toHaveLength(2);
    const again = await send(taken, 2, { id });
    expect(((await again.json()) as { error: { message: string } }).error.message).toContain('déjà en file');
  });

  it('does not leave when the list is no more what the editor was told, nor with a text that is wrong', async () => {
    const { taken } = await listOf([{ name: 'Un', contacts: [person()] }]);
    const refused = async (expected: number, more: object) => {
      const id = randomUUID();
      const answer = await send(taken, expected, { id, ...more });
      expect(await letters(id)).toEqual([]);
      return [
        answer.status,
        ((await answer.json()) as { error: { faults: { path: string }[] } }).error.faults[0]?.path,
      ];
    };
    expect(await refused(2, {})).toEqual([409, undefined]);
    expect(await refused(1, { body: 'Voici {lien}' })).toEqual([400, 'body']);
    expect(await refused(1, { subject: '  ' })).toEqual([400, 'subject']);
    expect((await send(taken, 1, {}, await signInAsReader(cms))).status).toBe(403);
  });

  it('goes to its editor first, as the first association would read it, with links that open nothing', async () => {
    const { taken } = await listOf([{ name: 'Ondine', contacts: [person()] }]);
    const answer = await post('sample', { taken, ...written });
    const { to } = (await answer.json()) as { to: string };
    const { rows } = await strapi.db.connection.raw<{ rows: Row[] }>(
      `select subject, body_text from trame_letters where recipient = ? and kind = 'sample' order by id desc limit 1`,
      [to],
    );
    expect(rows[0]?.subject).toBe('[Essai] Le forum d’Ondine');
    expect(rows[0]?.body_text).toContain(`${SITE}/desinscription/#exemple`);
  });
});

describe('what is read before it leaves', () => {
  it('is the letter as its first reader gets it, and queues nothing', async () => {
    const one = person();
    const { taken } = await listOf([{ name: 'Amicale des Tilleuls', contacts: [one] }]);
    const text = { ...written, body: `${written.body}\n\nPour {association}.` };
    const preview = ListLetterPreview.parse(await (await post('preview', { taken, ...text })).json());
    expect(preview).toMatchObject({
      subject: 'Le forum d’Amicale des Tilleuls',
      to: one.email,
      associations: ['Amicale des Tilleuls'],
    });
    expect(preview.html).toContain('Pour Amicale des Tilleuls.');
    expect(preview.html).not.toMatch(/\{(association|office)\}/);
    expect(preview.html).toContain('Ne plus recevoir ces lettres');
    expect(preview.html).not.toContain(listToken(one.email));
    expect(await statesTo(one.email)).toEqual([]);
    const { status } = await post('preview', { taken, ...text, body: 'Bonjour {prenom}' });
    expect(status).toBe(400);
  });

  it('says why nobody would get it, with the addresses of the same list', async () => {
    const one = person();
    const { taken } = await listOf([{ name: 'Bridge du Préau', contacts: [one] }]);
    await door('confirmer', one.email);
    for (const response of [
      await post('preview', { taken, ...written }),
      await send(taken, 1),
      await asAdmin(cms, token, '/trame/lists-out/addresses', {
        method: 'POST',
        json: { taken, reason: 'écrire', words: '' },
      }),
    ]) {
      expect(response.status).toBe(409);
      expect((await response.text()).replace(/\u00a0/g, ' ')).toContain('1 personne s’est désinscrite de ces lettres.');
    }
  });
});

describe('the way out', () => {
  it('is said in the head of the letter as mail programs read it', async () => {
    const one = person();
    const { taken } = await listOf([{ name: 'Un', contacts: [one] }]);
    await send(taken, 1);
    const caught = () => cms.mail.letters.list().find(({ to }) => to === one.email);
    await vi.waitFor(() => expect(caught()).toBeDefined(), 10_000);
    const { headerLines } = await simpleParser((await cms.mail.letters.source(caught()!.id))!);
    const head = (key: string) => headerLines.find((line) => line.key === key)?.line.replace(/\r?\n\s+/g, ' ');
    expect(head('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const [, address = ''] = /^List-Unsubscribe: ?<(.*)>$/.exec(head('list-unsubscribe') ?? '') ?? [];
    expect(new URL(address).pathname).toBe(`/api/desinscription/un-clic/${listToken(one.email)}`);
    expect((await oneClick(one.email)).status).toBe(200);
    await vi.waitFor(async () => expect(await statesTo(one.email)).toEqual(['sent']), 10_000);
  });

  it('is one POST without cookie, in either form that programs send; a GET leads to the page and changes nothing', async () => {
    const [one, other] = [person(), person()];
    const looked = await oneClick(one.email, {
      method: 'GET',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(looked.status).toBe(302);
    const { pathname, hash } = new URL(looked.headers.location ?? '');
    expect(readSecretAddress(`${pathname}${hash}`)).toEqual({
      page: 'desinscription',
      secret: { tokens: [listToken(one.email)] },
    });
    expect(await actsOn(one.email)).toEqual([]);

    expect((await oneClick(one.email)).status).toBe(200);
    expect((await oneClick(one.email)).status).toBe(200);
    expect((await actsOn(one.email)).map(({ act }) => act)).toEqual(['stopped']);
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    expect((await oneClick(other.email, { form, text: undefined, headers: {} })).status).toBe(200);
    expect((await actsOn(other.email)).map(({ act }) => act)).toEqual(['stopped']);
  });

  it('is nobody’s without the link, and no page of another site can press it', async () => {
    const one = person();
    const foreign = await oneClick(one.email, { origin: 'https://ailleurs.example.com' });
    expect(foreign.status).toBe(403);
    for (const wrong of ['A'.repeat(43), 'court', `${listToken(one.email)}A`])
      expect(
        (
          await knock(cms, `/api/desinscription/un-clic/${wrong}`, {
            text: 'List-Unsubscribe=One-Click',
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
          })
        ).status,
      ).toBe(404);
    expect((await knock(cms, '/api/desinscription/confirmer', { json: { token: 'A'.repeat(43) } })).status).toBe(404);
    expect(await actsOn(one.email)).toEqual([]);
  });

  it('opens by the code of the letter too, and is undone by the same link', async () => {
    const one = person();
    const { taken } = await listOf([{ name: 'Un', contacts: [one] }]);
    const id = randomUUID();
    await send(taken, 1, { id });
    const [letter] = await letters(id);
    const [, code = ''] =
      /desinscription\/#\S+\n.* ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/.exec(letter!.body_text) ?? [];
    expect((await knock(cms, '/api/desinscription/code', { json: { code } })).json).toEqual({
      token: listToken(one.email),
    });
    expect((await door('ouvrir', one.email)).json).toEqual({ stopped: false });
    expect((await door('confirmer', one.email)).json).toEqual({ stopped: true });
    expect((await door('ouvrir', one.email)).json).toEqual({ stopped: true });
    expect((await look(taken)).letters).toBe(0);
    expect((await door('reprendre', one.email)).json).toEqual({ stopped: false });
    expect((await look(taken)).letters).toBe(1);
  });

  it('is shown to editors on the page of the association, and to the person among what is held', async () => {
    const [one, other] = [person(), person()];
    const { ids } = await listOf([{ name: 'Un', contacts: [one, other] }]);
    const shown = async (as = token) => asAdmin(cms, as, `/trame/lists-out/letter/stopped/${ids[0]}`);
    expect(await (await shown()).json()).toEqual({ addresses: [] });
    await oneClick(one.email);
    expect(await (await shown()).json()).toEqual({ addresses: [one.email] });
    expect((await shown(await signInAsReader(cms))).status).toBe(403);
    const { listLetters } = await readHeldData(strapi, one.email);
    expect(listLetters).toEqual([{ stoppedAt: expect.stringMatching(/^20\d\d-/) }]);
    expect((await readHeldData(strapi, other.email)).listLetters).toEqual([]);
  });

  it('stops what waits, and what an editor sends once more; letters of other kinds go on', async () => {
    await holdLetters();
    const one = person();
    const { taken } = await listOf([{ name: 'Un', contacts: [one] }]);
    const id = randomUUID();
    await send(taken, 1, { id });
    await strapi.db.connection.raw(
      `insert into trame_letters (key, kind, urgency, recipient, recipient_hash, return_token, subject, body_text, body_html)
       values (?, 'receipt', 1, ?, 'x', ?, 'Reçu', 'Reçu', 'Reçu')`,
      [`receipt:${id}`, one.email, id.replaceAll('-', '').slice(0, 18)],
    );
    await oneClick(one.email);
    expect(await statesTo(one.email)).toEqual(['cancelled']);
    await strapi.db.connection.raw(`update trame_letters set state = 'returned' where starts_with(key, ?)`, [
      `list:${id}:`,
    ]);
    await sendAgain(
      strapi,
      (await letters(id)).map(({ key }) => key),
    );
    await cancelStoppedLetters(strapi);
    expect(await statesTo(one.email)).toEqual(['cancelled']);
    const { rows } = await strapi.db.connection.raw<{ rows: { state: string }[] }>(
      'select state from trame_letters where key = ?',
      [`receipt:${id}`],
    );
    expect(rows[0]?.state).toBe('queued');
    await strapi.db.connection.raw('delete from trame_letters where key = ?', [`receipt:${id}`]);
  });

  it('is remembered by a database of before, with the letter that waited in it', async () => {
    await holdLetters();
    const one = person();
    const { taken } = await listOf([{ name: 'Un', contacts: [one] }]);
    const id = randomUUID();
    await send(taken, 1, { id });
    await oneClick(one.email);
    const noted = await actsOn(one.email);
    await compiled<typeof Register>('platform/suppressions/register').registerWritten();
    // The database of before: it does not know the act, and its letter still waits.
    await strapi.db.connection.raw('delete from trame_suppressions where id = any(?)', [
      noted.map(({ id: act }) => act),
    ]);
    await strapi.db.connection.raw(`update trame_letters set state = 'queued' where starts_with(key, ?)`, [
      `list:${id}:`,
    ]);
    expect((await look(taken)).letters).toBe(1);
    await catchUp(strapi);
    token = await signIn(cms); // a database of before lets nobody go on
    expect(await actsOn(one.email)).toEqual(noted);
    expect((await look(taken)).letters).toBe(0);
    await cancelStoppedLetters(strapi);
    expect(await statesTo(one.email)).toEqual(['cancelled']);
  });

  it('is kept as long as the address is in the directory, and forgotten in its time when it is not', async () => {
    const [known, gone] = [person(), person()];
    await listOf([{ name: 'Un', contacts: [known] }]);
    await oneClick(known.email);
    await oneClick(gone.email);
    const later = new Date();
    later.setFullYear(later.getFullYear() + KEEP_SUPPRESSIONS_YEARS, later.getMonth() + 1);
    await eraseOldData(strapi, later);
    expect(await actsOn(known.email)).toHaveLength(1);
    expect(await actsOn(gone.email)).toEqual([]);
  });
});
