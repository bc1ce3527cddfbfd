/** A start on a database of before: what the register knows is done once more, and what cannot be known is held. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createMembership, findMembership, MEMBERSHIP } from '../src/associations/memberships/membership-store.ts';
import { storedSuppression, type Suppression } from '../src/domain/stored/suppression.ts';
import { addToBin, findInBin } from '../src/entries/bin/bin-store.ts';
import { readContent } from '../src/entries/record-content.ts';
import { readRestore } from '../src/upkeep/restore-routes.ts';
import type * as CatchUp from '../src/upkeep/catch-up.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { REGISTER_HEADER } from '../src/domain/contract/site/site-export.ts';
import type * as Register from '../src/platform/suppressions/register.ts';
import { associationData, documents, eventData, makeImage, publishAssociation } from './helpers/content.ts';
import { EXPORT_TOKEN } from './helpers/cms.ts';

/** The modules that the running CMS has, with what they know. */
const compiled = <T>(name: string): T =>
  createRequire(import.meta.url)(join(import.meta.dirname, '../dist/src', `${name}.js`)) as T;
const { catchUp } = compiled<typeof CatchUp>('upkeep/catch-up');
const { contactMark, noteSuppressions, registerWritten, withoutNoting } = compiled<typeof Register>(
  'platform/suppressions/register',
);

const ASSOCIATION = 'api::association.association';
const agreed = { web: true, print: true, consentDate: '2025-06-02', consentSource: 'courriel' };
const contact = {
  role: 'Accueil',
  name: 'Camille Exemple',
  phone: '+33639980001',
  email: 'accueil@example.org',
  ...agreed,
};

let cms: Cms;
let strapi: Cms['strapi'];
const file = () => join(process.env['DATA_DIR'] ?? '', 'suppressions.jsonl');
beforeAll(async () => {
  cms = await startCms();
  strapi = cms.strapi;
});
// Another test must not find its letters or its export held.
afterEach(() => strapi.db.connection.raw('delete from trame_restores'));

async function lines(): Promise<Suppression[]> {
  const text = await readFile(file(), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => storedSuppression.read(JSON.parse(line), 'x'));
}
/** The acts about an association, once they are in the file. */
async function actsAbout(id: string, count: number): Promise<Suppression[]> {
  const about = async () =>
    (await lines()).filter(
      ({ act }) => ('association' in act && act.association === id) || ('record' in act && act.record === id),
    );
  await vi.waitFor(async () => expect(await about()).toHaveLength(count));
  return about();
}
const contactsOf = async (documentId: string, status: 'draft' | 'published') =>
  (await documents(strapi, ASSOCIATION).findOne({ documentId, status, populate: ['contacts'] })).contacts as Record<
    string,
    unknown
  >[];
/** The database of before: it does not know these acts. */
const forget = (acts: readonly Suppression[]) =>
  strapi.db.connection.raw('delete from trame_suppressions where id = any(?)', [acts.map(({ id }) => id)]);
async function restoreContact(documentId: string): Promise<void> {
  const ids = [...(await contactsOf(documentId, 'draft')), ...(await contactsOf(documentId, 'published'))].map(
    ({ id }) => id,
  );
  await strapi.db.query('contact.contact').updateMany({ where: { id: { $in: ids } }, data: contact });
}
const exported = async () =>
  (await fetch(`${cms.url}/api/export/site`, { headers: { authorization: `Bearer ${EXPORT_TOKEN}` } })).status;

it('takes a number off again, and lets its contact go on without it', async () => {
  const { documentId } = await publishAssociation(strapi, { contacts: [contact] });
  await documents(strapi, ASSOCIATION).update({
    documentId,
    status: 'published',
    data: { contacts: [{ ...contact, phone: null }] },
  });
  const acts = await actsAbout(documentId, 1);
  expect(acts[0]?.act.kind).toBe('value');
  await restoreContact(documentId);
  await forget(acts);
  for (let starts = 0; starts < 2; starts++) await catchUp(strapi); // twice is once
  for (const status of ['draft', 'published'] as const)
    expect(await contactsOf(documentId, status)).toMatchObject([{ phone: null, email: contact.email, web: true }]);
  expect(await actsAbout(documentId, 1)).toEqual(acts); // what is done again is not noted again
});

it('closes the channel that was closed, and no other', async () => {
  const { documentId } = await publishAssociation(strapi, { contacts: [contact] });
  await documents(strapi, ASSOCIATION).update({
    documentId,
    status: 'published',
    data: { contacts: [{ ...contact, web: false }] },
  });
  const acts = await actsAbout(documentId, 3); // its number, its address, its name
  await restoreContact(documentId);
  await forget(acts);
  await catchUp(strapi);
  expect(await contactsOf(documentId, 'published')).toMatchObject([{ web: false, print: true, phone: contact.phone }]);
});

it('lets nobody in again whose access was taken away since', async () => {
  const { documentId: associationId } = await publishAssociation(strapi, { contacts: [contact] });
  const documentId = await createMembership(strapi, {
    associationId,
    associationName: 'Club',
    email: 'gestion@example.org',
    state: 'active',
  });
  await documents(strapi, MEMBERSHIP).update({ documentId, data: { state: 'retirée' } });
  const acts = await actsAbout(documentId, 1);
  await strapi.db.query(MEMBERSHIP).update({ where: { documentId }, data: { state: 'active', endedAt: null } });
  await forget(acts);
  await catchUp(strapi);
  expect(await findMembership(strapi, { documentId })).toMatchObject({ state: 'retirée', endedBy: 'office' });
});

it('leaves access that was given back, and asks about an entry that came back: it may show less since', async () => {
  const { documentId } = await publishAssociation(strapi, { contacts: [contact] });
  await documents(strapi, ASSOCIATION).unpublish({ documentId });
  await documents(strapi, ASSOCIATION).update({ documentId, data: { contacts: [{ ...contact, web: false }] } });
  await documents(strapi, ASSOCIATION).publish({ documentId });
  const acts = await actsAbout(documentId, 2);
  await forget(acts);
  await catchUp(strapi);
  expect(await contactsOf(documentId, 'published')).toHaveLength(1);
  expect((await readRestore(strapi)).pending?.publication).toMatchObject({ register: 'whole', failed: [documentId] });
  // An editor knows entries by their names.
  expect(Object.keys((await readRestore(strapi)).pending?.publication?.names ?? {})).toEqual([documentId]);
  expect(await exported()).toBe(409);
});

describe('the last that was noted of a record decides', () => {
  const noteOf = (record: string, act: 'deleted' | 'unpublished' | 'published') =>
    noteSuppressions(strapi, [{ kind: 'record', type: ASSOCIATION, record, act }]);
  const start = async (record: string, ...acts: ('deleted' | 'unpublished' | 'published')[]) => {
    for (const act of acts) await noteOf(record, act);
    await forget(await actsAbout(record, acts.length));
    await catchUp(strapi);
    return (await readRestore(strapi)).pending?.publication?.failed ?? [];
  };
  const stands = async (documentId: string) => [
    (await documents(strapi, ASSOCIATION).findOne({ documentId, status: 'draft' })) !== null,
    (await documents(strapi, ASSOCIATION).findOne({ documentId, status: 'published' })) !== null,
  ];

  it('and what was deleted and put back since is on the site', async () => {
    const { documentId } = await publishAssociation(strapi);
    expect(await start(documentId, 'deleted', 'published')).toEqual([]);
    expect(await stands(documentId)).toEqual([true, true]);
    expect(await exported()).toBe(200);
  });

  it('or off it, if it was put back as a draft', async () => {
    const { documentId } = await publishAssociation(strapi);
    expect(await start(documentId, 'deleted', 'unpublished')).toEqual([]);
    expect(await stands(documentId)).toEqual([true, false]);
  });

  it('or an editor is asked, if that draft was published: it may show less', async () => {
    const { documentId } = await publishAssociation(strapi);
    expect(await start(documentId, 'deleted', 'unpublished', 'published')).toEqual([documentId]);
    expect(await stands(documentId)).toEqual([true, true]);
    // Once: a later start does not hold the site again.
    await strapi.db.connection.raw('delete from trame_restores');
    await catchUp(strapi);
    expect((await readRestore(strapi)).pending).toBeNull();
  });

  it('or it is gone, if it was deleted again', async () => {
    const { documentId } = await publishAssociation(strapi);
    expect(await start(documentId, 'unpublished', 'published', 'deleted')).toEqual([]);
    expect(await stands(documentId)).toEqual([false, false]);
  });

  it('and nobody is asked about one that this database does not have, or not on the site', async () => {
    expect(await start('made-after-the-backup', 'unpublished', 'published')).toEqual([]);
    const draft = await documents(strapi, ASSOCIATION).create({ data: await associationData(strapi) });
    expect(await start(draft.documentId, 'unpublished', 'published')).toEqual([]);
    // Nor when its marks were made with another secret: there is nothing that they could be about.
    const mark = 'a'.repeat(64);
    await noteSuppressions(strapi, [
      { kind: 'contact', association: 'made-after-the-backup-2', mark, channels: ['web'] },
      { kind: 'item', type: ASSOCIATION, record: 'made-after-the-backup-2', field: 'website', mark, act: 'retracted' },
    ]);
    const acts = await actsAbout('made-after-the-backup-2', 2);
    const before = await readFile(file(), 'utf8');
    try {
      await forget(acts);
      await writeFile(
        file(),
        before
          .split('\n')
          .map((line) =>
            line.includes('-backup-2') ? line.replace(/"secret":"\w+"/, '"secret":"ffffffffffffffff"') : line,
          )
          .join('\n'),
      );
      await catchUp(strapi);
      expect((await readRestore(strapi)).pending?.publication?.failed).toEqual([]); // the file itself was touched
      expect(await exported()).toBe(409);
    } finally {
      await registerWritten();
      await writeFile(file(), before);
    }
  });

  it('also of one who withdrew and is in the bin of that database: nothing gives the agreement back', async () => {
    const { documentId } = await publishAssociation(strapi, { contacts: [contact] });
    const content = (await readContent(strapi, ASSOCIATION, documentId, 'published'))?.content ?? null;
    await withoutNoting(() => documents(strapi, ASSOCIATION).delete({ documentId }));
    await addToBin(strapi, {
      ...{ uid: ASSOCIATION, documentId, title: 'Club', deletedBy: 'Camille', deletedById: null },
      ...{ draft: content, published: content, links: [] },
    });
    const channels = ['web', 'print', 'professionals', 'openData'] as const;
    const mark = contactMark(documentId, contact.email);
    await noteSuppressions(strapi, [{ kind: 'contact', association: documentId, mark, channels: [...channels] }]);
    await forget(await actsAbout(documentId, 1));
    await catchUp(strapi);
    const kept = await findInBin(strapi, ASSOCIATION, documentId);
    for (const version of [kept?.draft, kept?.published])
      expect(version?.['contacts']).toMatchObject([{ web: false, print: false, email: contact.email }]);
  });
});

type Row = Record<string, unknown>;
const EVENT = 'api::event.event';
const RESOURCE = 'api::resource.resource';
/** What each version of a record says in a field, the draft and what is published. */
async function fieldOf(uid: string, documentId: string, field: string): Promise<unknown[]> {
  const versions = (await strapi.db.query(uid).findMany({ where: { documentId }, populate: true })) as Row[];
  expect(versions).toHaveLength(2);
  return versions.map((version) => version[field]);
}
async function actsSince(id: string): Promise<Suppression[]> {
  await registerWritten();
  return (await lines()).filter(
    ({ act }) => ('record' in act && act.record === id) || ('association' in act && act.association === id),
  );
}
type Content = typeof ASSOCIATION | typeof EVENT | typeof RESOURCE;
/** Publishes each state of a record in turn; then the first is there once more, and the program starts on it. */
async function goBack(uid: Content, [first, ...later]: readonly [Row, ...Row[]]): Promise<string> {
  const { documentId } = await documents(strapi, uid).create({ data: first, status: 'published' });
  for (const data of later) await documents(strapi, uid).update({ documentId, data, status: 'published' });
  const acts = await actsSince(documentId);
  await withoutNoting(() => documents(strapi, uid).update({ documentId, data: first, status: 'published' }));
  await forget(acts);
  for (let starts = 0; starts < 2; starts++) await catchUp(strapi); // twice is once
  expect(await actsSince(documentId)).toEqual(acts); // what is done again is not noted again
  expect((await readRestore(strapi)).pending).toBeNull();
  return documentId;
}

describe('what a publication shows no more', () => {
  const address = { street: '3 rue du Moulin', postalCode: '33620', city: 'Cavignac', public: true };
  const facebook = { network: 'facebook', url: 'https://www.facebook.com/camille.exemple' };
  const instagram = { network: 'instagram', url: 'https://www.instagram.com/club' };
  const data = async (more: Row) => ({ ...(await associationData(strapi)), ...more });

  it.each<[string, Row, Row, string, unknown]>([
    [
      'an address that was made private',
      { address },
      { address: { ...address, public: false } },
      'address',
      { public: false },
    ],
    ['an address that was emptied', { address }, { address: null }, 'address', { public: false }],
    [
      'an address that moved',
      { address },
      { address: { ...address, street: '1 place de la Mairie' } },
      'address',
      { street: address.street, public: false },
    ],
    ['a page of the web', { website: 'https://club.example.org/' }, { website: null }, 'website', null],
    ['one network of two', { networks: [facebook, instagram] }, { networks: [instagram] }, 'networks', [instagram]],
    ['a place in the booklet', { inPrint: true }, { inPrint: false }, 'inPrint', false],
    [
      'the name of somebody whose number stays',
      { contacts: [contact] },
      { contacts: [{ ...contact, name: null }] },
      'contacts',
      [{ name: null, phone: contact.phone, web: true }],
    ],
    [
      'somebody who was named and nothing else',
      { contacts: [contact, { role: 'Présidente', name: 'Dominique Exemple', ...agreed }] },
      { contacts: [contact] },
      'contacts',
      [
        { name: contact.name, web: true },
        { name: 'Dominique Exemple', web: false, print: false },
      ],
    ],
  ])('%s does not come back', async (_, before, after, field, expected) => {
    const base = await data({});
    const documentId = await goBack(ASSOCIATION, [
      { ...base, ...before },
      { ...base, ...after },
    ]);
    for (const value of await fieldOf(ASSOCIATION, documentId, field)) {
      if (expected !== null && typeof expected === 'object') expect(value).toMatchObject(expected);
      else expect(value).toBe(expected);
      if (Array.isArray(expected)) expect(value).toHaveLength(expected.length);
    }
  });

  it('is on the site when it was shown again since', async () => {
    const base = await data({ address });
    const hidden = { ...base, address: { ...address, public: false } };
    const documentId = await goBack(ASSOCIATION, [base, hidden, base]);
    for (const value of await fieldOf(ASSOCIATION, documentId, 'address'))
      expect(value).toMatchObject({ public: true });
  });

  it('is a picture that was taken out, of any record, and the others stay', async () => {
    const [gone, stays] = [await makeImage(strapi, 'Un enfant'), await makeImage(strapi, 'La salle')];
    const resource = { title: 'Une sono', kind: 'matériel', summary: 'À prêter.' };
    for (const [uid, base] of [
      [ASSOCIATION, await data({})],
      [RESOURCE, resource],
    ] as const) {
      const documentId = await goBack(uid, [
        { ...base, photos: [gone.id, stays.id] },
        { ...base, photos: [stays.id] },
      ]);
      for (const photos of await fieldOf(uid, documentId, 'photos')) expect(photos).toMatchObject([{ id: stays.id }]);
    }
  });

  it('is how to register for an event, and that it or one of its dates takes place', async () => {
    const [first, second] = ['2027-09-05', '2027-09-12'].map((day) => ({
      begin: `${day}T08:00:00.000Z`,
      end: `${day}T16:00:00.000Z`,
    }));
    const event = {
      ...eventData(),
      timings: [first, second],
      registration: [{ kind: 'téléphone', value: '+33639980017' }],
    };
    const documentId = await goBack(EVENT, [
      event,
      { ...event, registration: [], timings: [{ ...first, state: 'annulé' }, second] },
    ]);
    for (const registration of await fieldOf(EVENT, documentId, 'registration')) expect(registration).toEqual([]);
    for (const timings of await fieldOf(EVENT, documentId, 'timings'))
      expect((timings as Row[]).map(({ state }) => state)).toEqual(['annulé', 'prévu']);
    const cancelled = await goBack(EVENT, [eventData(), { state: 'annulé' }]);
    expect(await fieldOf(EVENT, cancelled, 'state')).toEqual(['annulé', 'annulé']);
    const planned = await goBack(EVENT, [eventData(), { state: 'annulé' }, { state: 'prévu' }]);
    expect(await fieldOf(EVENT, planned, 'state')).toEqual(['prévu', 'prévu']);
  });
});

it('opens no link of a campaign that was revoked since', async () => {
  const query = strapi.db.query('api::update-request.update-request');
  const data = {
    campaignId: 'c',
    associationId: 'a',
    associationName: 'Club',
    state: 'envoyée',
    expiresAt: new Date(),
  };
  const request = (await query.create({
    data: { ...data, generation: 1, tokenHash: 'the-hash-of-before' },
  })) as { id: number; documentId: string };
  await noteSuppressions(strapi, [{ kind: 'request', request: request.documentId, generation: 2 }]);
  await registerWritten();
  await forget((await lines()).filter(({ act }) => act.kind === 'request'));
  for (let starts = 0; starts < 2; starts++) await catchUp(strapi);
  const found = (await query.findOne({ where: { id: request.id } })) as Row;
  expect(found).toMatchObject({ generation: 2, state: 'annulée' });
  expect(found['tokenHash']).not.toBe('the-hash-of-before');
});

describe('accounts of the admin', () => {
  const query = () => strapi.db.query('admin::user');
  const account = async (email: string, role: string) => {
    const found = (await strapi.db.query('admin::role').findOne({ where: { code: role } })) as { id: number };
    return (await query().create({
      data: { email, firstname: 'Camille', isActive: true, roles: [found.id] },
    })) as { id: number; documentId: string };
  };
  const close = async ({ id, documentId }: { id: number; documentId: string }) => {
    await query().update({ where: { id }, data: { isActive: false } });
    await registerWritten();
    const acts = (await lines()).filter(({ act }) => 'administrator' in act && act.administrator === documentId);
    await withoutNoting(() => query().update({ where: { id }, data: { isActive: true } }));
    await forget(acts);
    return acts;
  };

  it('that were closed since let nobody in, and the sessions of before are over', async () => {
    const editor = await account('fermee@example.org', 'strapi-editor');
    expect(await close(editor)).toHaveLength(1);
    await strapi.db.connection.raw(
      `insert into strapi_sessions (document_id, user_id, session_id, origin, expires_at, absolute_expires_at)
       values ('s', ?, 'a-session-of-before', 'admin', now() + interval '1 day', now() + interval '1 day')`,
      [String(editor.id)],
    );
    await catchUp(strapi);
    expect(await query().findOne({ where: { id: editor.id } })).toMatchObject({ isActive: false });
    const { rows } = await strapi.db.connection.raw<{ rows: unknown[] }>('select from strapi_sessions');
    expect(rows).toEqual([]);
  });

  it('stay open, and are asked about, when nobody else could do everything', async () => {
    const others = (await query().findMany({ where: { isActive: true, roles: { code: 'strapi-super-admin' } } })) as {
      id: number;
    }[];
    const only = await account('seule@example.org', 'strapi-super-admin');
    const ids = others.map(({ id }) => id);
    await close(only);
    await withoutNoting(() => query().updateMany({ where: { id: { $in: ids } }, data: { isActive: false } }));
    try {
      await catchUp(strapi);
      expect(await query().findOne({ where: { id: only.id } })).toMatchObject({ isActive: true });
      expect((await readRestore(strapi)).pending?.publication?.failed).toEqual([`admin::user ${only.documentId}`]);
    } finally {
      await query().updateMany({ where: { id: { $in: ids } }, data: { isActive: true } });
      await withoutNoting(() => query().delete({ where: { id: only.id } }));
      await strapi.db.connection.raw('delete from trame_suppressions where document::text like ?', [
        `%${only.documentId}%`,
      ]);
    }
  });
});

describe('a register that is not the one that was written here', () => {
  /** Somebody is taken off after the copy, and the database of the copy's time is put in place with it. */
  async function withCopy(place: (copy: string, whole: string) => Promise<void>) {
    const { documentId } = await publishAssociation(strapi, { contacts: [contact] });
    await documents(strapi, ASSOCIATION).update({ documentId, status: 'published', data: { website: null } });
    await documents(strapi, ASSOCIATION).unpublish({ documentId });
    const [known] = await actsAbout(documentId, 1);
    const copy = await readFile(file(), 'utf8');
    await documents(strapi, ASSOCIATION).delete({ documentId });
    const acts = await actsAbout(documentId, 2);
    const whole = await readFile(file(), 'utf8');
    await place(copy, whole);
    return { known: known!, acts, whole };
  }
  const begun = async () => (await lines()).filter(({ act }) => act.kind === 'register').length;

  it('holds the site when it may be a copy, says up to when it goes, and vouches for nothing of before', async () => {
    const { acts, known, whole } = await withCopy(async (_, all) => {
      await rm(file());
      await writeFile(file(), all); // the same lines: nothing in it tells
    });
    await forget(acts);
    const before = await begun();
    await catchUp(strapi);
    await registerWritten();
    const { publication } = (await readRestore(strapi)).pending ?? {};
    expect(publication).toMatchObject({ register: 'unproven', failed: [] });
    expect(String(publication?.knownUntil) >= known.at).toBe(true);
    expect(await exported()).toBe(409);
    expect(await begun()).toBe(before + 1);
    expect(whole).not.toBe('');
  });

  it('holds the site when lines are missing that its witness knew, in the file and in the database', async () => {
    const { acts } = await withCopy((copy) => writeFile(file(), copy));
    await forget(acts);
    await catchUp(strapi);
    expect((await readRestore(strapi)).pending?.publication?.register).toBe('missing');
    await strapi.db.connection.raw('delete from trame_restores');
    await catchUp(strapi); // once: from here on the register begins anew
    expect((await readRestore(strapi)).pending).toBeNull();
  });

  it('holds nothing when the database knows more than the file: it writes what is missing', async () => {
    const { whole } = await withCopy((copy) => writeFile(file(), copy));
    await catchUp(strapi);
    expect((await readRestore(strapi)).pending).toBeNull();
    const ids = (text: string) => [...text.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id).sort();
    expect(ids(await readFile(file(), 'utf8'))).toEqual(ids(whole));
  });

  it('vouches for nothing that somebody else wrote by adding a line to it', async () => {
    const witnessed = () => readFile(file().replace('.jsonl', '.witness.json'), 'utf8');
    await registerWritten();
    const before = await witnessed();
    await writeFile(file(), await readFile(file(), 'utf8')); // as a copy would be put in its place
    await noteSuppressions(strapi, [{ kind: 'request', request: 'r', generation: 2 }]);
    await registerWritten();
    expect((await lines()).at(-1)?.act.kind).toBe('request');
    expect(await witnessed()).toBe(before);
    await catchUp(strapi); // the database knows every line of it
    expect(await witnessed()).not.toBe(before);
  });

  it('tells the site’s builder up to which line its content goes', async () => {
    await registerWritten();
    const response = await fetch(`${cms.url}/api/export/site`, {
      headers: { authorization: `Bearer ${EXPORT_TOKEN}` },
    });
    expect(response.headers.get(REGISTER_HEADER)).toBe((await lines()).at(-1)?.id);
  });
});

it('holds the site when an act cannot be done again, or the register cannot be read, and leaves the register as it is', async () => {
  const { documentId } = await publishAssociation(strapi, { contacts: [contact] });
  await documents(strapi, ASSOCIATION).update({ documentId, status: 'published', data: { contacts: [] } });
  const acts = await actsAbout(documentId, 3);
  await registerWritten();
  const before = await readFile(file(), 'utf8');
  try {
    await forget(acts);
    await writeFile(file(), before.replaceAll(acts[0]?.secret ?? '', 'ffffffffffffffff'));
    await catchUp(strapi);
    expect((await readRestore(strapi)).pending?.publication).toMatchObject({
      // The file was written by somebody else: nothing proves it any more.
      register: 'unproven',
      failed: [documentId],
    });
    expect(await exported()).toBe(409);
    await strapi.db.connection.raw('delete from trame_restores');
    await registerWritten();
    await writeFile(file(), before);
    await catchUp(strapi); // with the secret that made the marks it can
    await registerWritten();
    expect((await readRestore(strapi)).pending?.publication?.failed).toEqual([]);
    await strapi.db.connection.raw('delete from trame_restores');

    const torn = before.replace('"trame-suppression/3"', '"trame-suppression/99"');
    await writeFile(file(), torn);
    await catchUp(strapi);
    expect((await readRestore(strapi)).pending?.publication?.register).toBe('unreadable');
    expect(await readFile(file(), 'utf8')).toBe(torn);
  } finally {
    await writeFile(file(), before);
  }
});

it('takes off a line that a crash cut short, and gives the file what it lacks', async () => {
  await catchUp(strapi);
  await registerWritten();
  await strapi.db.connection.raw('delete from trame_restores');
  const before = await readFile(file(), 'utf8');
  const [first = ''] = before.split('\n');
  await writeFile(file(), `${first}\n{"format":"trame-sup`);
  await catchUp(strapi);
  const ids = (text: string) => [...text.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id).sort();
  expect(ids(await readFile(file(), 'utf8'))).toEqual(ids(before));
  expect((await readRestore(strapi)).pending).toBeNull();
});
