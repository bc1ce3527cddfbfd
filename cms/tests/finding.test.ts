/** The one search of the admin, lists, and look-alikes: what they find, and for whom. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  anyRecord,
  Found,
  RecordLists,
  RecordPage,
  Twins,
  type RecordCriteria,
} from '../src/domain/contract/desk/finding.ts';
import { indexedTypes } from '../src/entries/record-index/catalogue.ts';
import { FOUND_TYPES } from '../src/domain/contract/desk/finding.ts';
import { eraseLeftLists, KEEP_LISTS_DAYS } from '../src/finding/saved-lists.ts';
import { answerTo, closeAllCampaigns, makeCampaign } from './helpers/answers.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, eventData, makeCommune, publishAssociation, unique } from './helpers/content.ts';
import { asAdmin, readExport, signIn, signInAsReader } from './helpers/http.ts';
import { readEntry } from '../src/entries/entry-of-record.ts';
import { submitAnswer } from '../src/update/answers/submit-answer.ts';
import { openCampaign } from '../src/update/campaigns/open-campaign.ts';

const ASSOCIATION = 'api::association.association';
const CONSENT = { web: true, print: true, consentDate: '2026-06-02', consentSource: 'courriel' };

let cms: Cms;
let token: string;
beforeAll(async () => {
  cms = await startCms();
  token = await signIn(cms);
  process.env.SITE_URL = 'https://annuaire.example.org';
});

const ask = async (path: string, as = token): Promise<unknown> => {
  const response = await asAdmin(cms, as, path);
  expect(response.status, path).toBe(200);
  return response.json();
};
const find = async (question: string, as = token) =>
  Found.parse(await ask(`/trame/find?q=${encodeURIComponent(question)}`, as));
const found = async (question: string, as = token) => (await find(question, as)).records.map(({ title }) => title);
const lists = async (as = token) => RecordLists.parse(await ask('/trame/record-lists', as));
const post = (path: string, json: unknown, as = token) => asAdmin(cms, as, path, { method: 'POST', json });
const page = async (criteria: Partial<RecordCriteria>, as = token) => {
  const response = await post('/trame/record-lists/read', { criteria: { ...anyRecord, ...criteria }, page: 1 }, as);
  expect(response.status).toBe(200);
  return RecordPage.parse(await response.json());
};
const count = async (id: string, as = token) => (await lists(as)).lists.find((list) => list.id === id)?.count;

interface Role {
  readonly action?: string;
  readonly subject: string;
  readonly properties?: { readonly fields: readonly string[] };
  readonly conditions?: readonly string[];
}

/** Somebody whose role allows this and nothing else. */
async function signInWith(permissions: readonly Role[]): Promise<string> {
  const { strapi } = cms;
  const role = await strapi.service('admin::role').create({ name: unique('Rôle'), description: '' });
  await strapi.service('admin::role').assignPermissions(
    role.id,
    permissions.map((one) => ({
      action: 'plugin::content-manager.explorer.read',
      properties: {},
      conditions: [],
      ...one,
    })),
  );
  const account = { email: `${unique('role').replace(' ', '-')}@example.org`, password: 'Un-mot-de-passe-5' };
  await strapi
    .service('admin::user')
    .create({ ...account, firstname: 'Zoé', isActive: true, registrationToken: null, roles: [role.id] });
  return signIn(cms, account);
}

it('indexes the types that the contract names', () => {
  expect([...FOUND_TYPES].sort()).toEqual([...indexedTypes].sort());
});

describe('the search', () => {
  it('finds an association by all that an editor knows of it, and says why', async () => {
    const commune = await makeCommune(cms.strapi);
    const name = unique('Les Étourneaux du Préau');
    const { documentId } = await publishAssociation(cms.strapi, {
      name,
      acronym: 'É.D.P.',
      rnaId: 'W339009771',
      commune: commune.documentId,
      activities: [{ label: 'Flûte traversière' }],
      contacts: [
        {
          role: 'Présidente',
          name: 'Ysoline Grandchêne',
          phone: '05 36 49 07 71',
          email: 'ysoline@example.org',
          ...CONSENT,
        },
      ],
    });
    for (const question of [
      'etourneaux preau',
      'étourneax',
      'ÉDP',
      'grandchene',
      '05.36.49.07.71',
      '+33 5 36 49 07 71',
      '0771',
      'YSOLINE@example.org',
      'flute etourneaux',
      `${commune.name} ysoline`,
      'w339 009 771',
    ]) {
      expect(await found(question), question).toContain(name);
    }
    const [record] = (await find('05 36 49 07 71')).records;
    expect(record).toEqual({
      uid: ASSOCIATION,
      documentId,
      title: name,
      detail: commune.name,
      state: 'en ligne',
      because: 'Ysoline Grandchêne, Présidente\u00a0: 05\u00a036\u00a049\u00a007\u00a071',
    });
    expect(await found('05 36 49 07 72')).toEqual([]);
  });

  it('follows each change at once, in every state', async () => {
    const { strapi } = cms;
    const name = unique('Zygomatiques');
    const { documentId } = await documents(strapi, ASSOCIATION).create({ data: { name } });
    const state = async () => (await find(name)).records.find((one) => one.documentId === documentId)?.state;
    expect(await state()).toBe('brouillon');
    const theme = await documents(strapi, 'api::theme.theme').create({ data: { name: unique('Rire'), position: 1 } });
    await documents(strapi, ASSOCIATION).update({
      documentId,
      data: { summary: 'On y rit.', themes: [theme.documentId] },
      status: 'published',
    });
    expect(await state()).toBe('en ligne');
    await new Promise((resolve) => setTimeout(resolve, 600)); // Strapi takes two instants within half a second for one
    const renamed = unique('Fous rires');
    await documents(strapi, ASSOCIATION).update({ documentId, data: { name: renamed } });
    expect(await state(), 'by the name that residents still read').toBe('modifiée');
    expect(await found(renamed)).toEqual([renamed]);
    await documents(strapi, ASSOCIATION).unpublish({ documentId });
    expect((await find(renamed)).records[0]?.state).toBe('hors ligne');
    await documents(strapi, ASSOCIATION).delete({ documentId });
    expect(await found(renamed)).toEqual([]);
  });

  it('tells two of one name apart, and finds events, venues and resources too', async () => {
    const { strapi } = cms;
    const [one, two] = [await makeCommune(strapi), await makeCommune(strapi)];
    const name = unique('Comité des lampions');
    await publishAssociation(strapi, { name, commune: one.documentId });
    await publishAssociation(strapi, { name, commune: two.documentId });
    expect((await find(name)).records.map(({ detail }) => detail).sort()).toEqual([one.name, two.name].sort());
    const title = unique('Bal des lampions');
    await documents(strapi, 'api::event.event').create({ data: { ...eventData(), title, place: 'Halle aux grains' } });
    expect((await find(title)).records[0]).toMatchObject({
      uid: 'api::event.event',
      detail: '5 septembre 2027, Halle aux grains',
    });
    const venue = unique('Salle des lampions');
    await documents(strapi, 'api::venue.venue').create({
      data: { name: venue, city: one.name, commune: one.documentId },
    });
    expect((await find(venue)).records[0]).toMatchObject({ uid: 'api::venue.venue', detail: one.name, state: null });
    const resource = unique('Barnum des lampions');
    await documents(strapi, 'api::resource.resource').create({
      data: { title: resource, howToGet: 'Appelez le 05 36 49 07 99.' },
    });
    expect(await found('0536490799')).toEqual([resource]);
  });

  it('finds answers that wait and letters of the campaign, for who decides about them', async () => {
    const { strapi } = cms;
    await closeAllCampaigns(strapi);
    const name = unique('Cigognes');
    const { documentId } = await publishAssociation(strapi, {
      name,
      contacts: [{ role: 'Trésorier', name: 'Paul Nid', email: 'nid@example.org', ...CONSENT }],
    });
    const campaign = await makeCampaign(strapi);
    await openCampaign(strapi, campaign.documentId, { name: 'Claire', id: '1' });
    expect((await find('nid@example.org')).cases).toMatchObject([
      { kind: 'request', title: name, campaign: campaign.documentId, because: 'nid@example.org' },
    ]);
    const version = (await readEntry(strapi, documentId))?.version ?? '';
    await submitAnswer(strapi, answerTo(documentId, null, version, { sender: 'cigogne@example.org' }));
    const { cases } = await find('cigogne@example.org');
    expect(cases).toMatchObject([{ kind: 'answer', title: name }]);
    expect(cases[0]?.detail).toMatch(/^Rien n’a changé, reçue le /);
    const reader = await signInWith([{ subject: ASSOCIATION }]);
    expect((await find('cigogne@example.org', reader)).cases).toEqual([]);
    await closeAllCampaigns(strapi);
    expect((await find('nid@example.org')).cases).toEqual([]);
  });
});

describe('what an account may not read', () => {
  it('it cannot find: without a right nothing, and nobody without a session', async () => {
    const name = unique('Hiboux');
    await publishAssociation(cms.strapi, { name });
    const nobody = await signInAsReader(cms);
    expect(await find(name, nobody)).toEqual({ records: [], cases: [], total: 0 });
    expect((await page({}, nobody)).total).toBe(0);
    expect((await lists(nobody)).lists.every((list) => list.count === 0)).toBe(true);
    expect((await fetch(`${cms.url}/trame/find?q=${name}`)).status).toBe(401);
    expect((await post('/trame/record-lists', { name: 'À moi', criteria: anyRecord }, nobody)).status).toBe(403);
  });

  it('it cannot find by, nor learn from a list or a look-alike: attribute by attribute', async () => {
    const name = unique('Effraies');
    await publishAssociation(cms.strapi, {
      name,
      internalNote: 'Querelle de clocher',
      contacts: [{ role: 'Président', name: 'Odon Nocturne', phone: '05 36 49 07 55', ...CONSENT }],
    });
    const some = await signInWith([{ subject: ASSOCIATION, properties: { fields: ['name', 'summary'] } }]);
    expect(await found(name, some)).toEqual([name]);
    for (const question of ['0536490755', 'nocturne', 'querelle']) {
      expect(await found(question), question).toEqual([name]);
      expect(await found(question, some), question).toEqual([]);
    }
    expect((await page({ gaps: ['contact'] }, some)).total).toBe(0);
    const alike = `/trame/look-alikes?type=contact&phone=0536490755`;
    expect(Twins.parse(await ask(alike)).found).toHaveLength(1);
    expect(Twins.parse(await ask(alike, some)).found).toEqual([]);
  });

  it('it cannot find: records of others, when its role lets it read its own only', async () => {
    const name = unique('Grands-ducs');
    await publishAssociation(cms.strapi, { name });
    const own = await signInWith([
      { action: 'plugin::content-manager.explorer.create', subject: ASSOCIATION },
      { subject: ASSOCIATION, conditions: ['admin::is-creator'] },
    ]);
    expect(await found(name, own)).toEqual([]);
    const mine = unique('Petits-ducs');
    const made = await post(`/content-manager/collection-types/${ASSOCIATION}`, { name: mine }, own);
    expect(made.status).toBeLessThan(300);
    expect(await found('ducs', own)).toEqual([mine]);
  });
});

it('leaves nothing of what was looked for in the log', async () => {
  const written = vi.spyOn(cms.strapi.log, 'http');
  await find('05 36 49 09 09');
  await ask(`/trame/look-alikes?type=contact&phone=0536490909`);
  await ask(`/content-manager/collection-types/${ASSOCIATION}?page=1&pageSize=10&_q=0536490909`);
  const lines = written.mock.calls.map(([line]) => line as unknown as string);
  written.mockRestore();
  expect(lines).toHaveLength(3);
  expect(lines.join()).not.toMatch(/0909|09\s09|09%2009/);
  expect(lines[0]).toMatch(/^GET \/trame\/find\?… \(\d+ ms\) 200$/);
});

describe('a list', () => {
  it('of ours counts what it holds, and follows it', async () => {
    const { strapi } = cms;
    const before = await count('sans-commune');
    const { documentId } = await publishAssociation(strapi, { name: unique('Sans toit') });
    expect(await count('sans-commune')).toBe((before ?? 0) + 1);
    const commune = await makeCommune(strapi);
    await documents(strapi, ASSOCIATION).update({
      documentId,
      data: { commune: commune.documentId },
      status: 'published',
    });
    expect(await count('sans-commune')).toBe(before);
  });

  it('of who has no contact goes by what they agreed to on the site', async () => {
    const contact = (more: object) => ({ contacts: [{ role: 'Présidence', ...CONSENT, ...more }] });
    const silent = await publishAssociation(cms.strapi);
    const paperOnly = await publishAssociation(cms.strapi, contact({ phone: '05 36 49 07 01', web: false }));
    const nameOnly = await publishAssociation(cms.strapi, contact({ name: 'Camille Martin' }));
    const reachable = await publishAssociation(cms.strapi, contact({ phone: '05 36 49 07 02' }));
    const commune = {
      types: [ASSOCIATION] as RecordCriteria['types'],
      gaps: ['contact web'] as RecordCriteria['gaps'],
    };
    const held: string[] = [];
    for (const { name } of [silent, paperOnly, nameOnly, reachable])
      held.push(...(await page({ ...commune, question: name })).records.map(({ title }) => title));
    expect(held).toEqual([silent.name, paperOnly.name, nameOnly.name]);
  });

  it('of what is refused holds records that the export leaves out', async () => {
    const name = unique('Mal née');
    const { documentId } = await publishAssociation(cms.strapi, { name });
    await cms.strapi.db
      .connection('associations')
      .where({ document_id: documentId })
      .update({ website: 'pas une adresse' });
    await readExport(cms);
    expect((await page({ states: ['refusée'] })).records).toContainEqual(
      expect.objectContaining({ documentId, state: 'refusée', title: name }),
    );
    await documents(cms.strapi, ASSOCIATION).delete({ documentId });
    await readExport(cms);
  });

  it('is read by its criteria, a question included', async () => {
    const { strapi } = cms;
    const commune = await makeCommune(strapi);
    const name = unique('Bergeronnettes');
    await publishAssociation(strapi, { name, commune: commune.documentId });
    await documents(strapi, 'api::venue.venue').create({
      data: { name: unique('Salle bergeronnettes'), city: commune.name, commune: commune.documentId },
    });
    expect((await page({ commune: commune.documentId })).total).toBe(3); // the commune itself too
    expect(
      (await page({ commune: commune.documentId, types: [ASSOCIATION] })).records.map(({ title }) => title),
    ).toEqual([name]);
    expect((await page({ question: 'bergeronettes', types: [ASSOCIATION] })).total).toBe(1);
  });

  it('of the office is kept with its version, shared, opened and deleted', async () => {
    const name = unique('Bergers à relire');
    const criteria = { ...anyRecord, question: 'berger', states: ['en ligne' as const] };
    const saved = RecordLists.parse(await (await post('/trame/record-lists', { name: ` ${name} `, criteria })).json());
    const list = saved.lists.find((one) => one.name === name)!;
    expect(list).toMatchObject({ criteria, sentence: '' });
    expect(list.by).toBeTruthy();
    const { rows } = await cms.strapi.db.connection.raw(
      'select document::json as document from trame_record_lists where id::text = ?',
      [list.id],
    );
    expect(rows).toMatchObject([{ document: { format: 'trame-record-list/1', name } }]);
    const again = await post('/trame/record-lists', { name: name.toUpperCase(), criteria });
    expect(again.status).toBe(409);
    expect(((await again.json()) as { error: { message: string } }).error.message).toContain('donnez-lui un autre nom');
    expect((await post(`/trame/record-lists/${list.id}/opened`, {})).status).toBe(200);
    const gone = await asAdmin(cms, token, `/trame/record-lists/${list.id}`, { method: 'DELETE' });
    expect(RecordLists.parse(await gone.json()).lists.map(({ id }) => id)).not.toContain(list.id);
    expect((await asAdmin(cms, token, `/trame/record-lists/${list.id}`, { method: 'DELETE' })).status).toBe(404);
  });

  it('keeps nobody’s number or address, and no list that nobody opens any more', async () => {
    for (const question of ['05 36 49 00 00', 'marie@example.org']) {
      const response = await post('/trame/record-lists', {
        name: unique('Marie'),
        criteria: { ...anyRecord, question },
      });
      expect(response.status).toBe(400);
    }
    await post('/trame/record-lists', { name: unique('Oubliée'), criteria: anyRecord });
    const day = 86_400_000;
    expect(await eraseLeftLists(cms.strapi, new Date(Date.now() + (KEEP_LISTS_DAYS - 1) * day))).toBe(0);
    expect(await eraseLeftLists(cms.strapi, new Date(Date.now() + (KEEP_LISTS_DAYS + 1) * day))).toBe(1);
  });

  it('that cannot be understood is counted, and hides no other', async () => {
    await cms.strapi.db.connection.raw(
      `insert into trame_record_lists (id, document) values (gen_random_uuid(), '{"format":"trame-record-list/99"}')`,
    );
    const read = await lists();
    expect(read.unreadable).toBe(1);
    expect(read.lists.length).toBeGreaterThan(5);
    await cms.strapi.db.connection.raw('delete from trame_record_lists');
  });
});

it('is what the search box of Strapi’s own lists finds, within its filters', async () => {
  const name = unique('Mésanges charbonnières');
  const { documentId } = await publishAssociation(cms.strapi, {
    name,
    contacts: [{ role: 'Présidente', phone: '05 36 49 07 33', ...CONSENT }],
  });
  const listed = async (query: string) =>
    (
      (await ask(`/content-manager/collection-types/${ASSOCIATION}?page=1&pageSize=50&${query}`)) as {
        results: { documentId: string }[];
      }
    ).results.map((one) => one.documentId);
  expect(await listed(`_q=${encodeURIComponent('mesange')}`)).toContain(documentId);
  expect(await listed(`_q=${encodeURIComponent('05.36.49.07.33')}`)).toEqual([documentId]);
  expect(await listed('_q=rien-de-tel-nulle-part')).toEqual([]);
  expect(await listed(`_q=mesange&filters[$and][0][name][$eq]=${encodeURIComponent(name)}`)).toEqual([documentId]);
  expect(await listed('_q=mesange&filters[$and][0][name][$eq]=autre')).toEqual([]);
  expect(await listed('_q=mesange&filters[$and][0][__status][$eq]=draft')).toEqual([]);
});

describe('look-alikes of a record that is being made', () => {
  const twins = async (query: Record<string, string>) =>
    Twins.parse(await ask(`/trame/look-alikes?${new URLSearchParams(query).toString()}`)).found.map(
      ({ title, why }) => [title, why],
    );

  it('are told by name and commune, number, and contact; drafts too, never the record itself', async () => {
    const { strapi } = cms;
    const commune = await makeCommune(strapi);
    const name = unique('Amicale des rouges-gorges');
    const { documentId } = await documents(strapi, ASSOCIATION).create({
      data: {
        name,
        rnaId: 'W339009881',
        commune: commune.documentId,
        contacts: [{ role: 'Secrétaire', name: 'Ana Plume', phone: '06 39 98 08 81', email: 'plume@example.org' }],
      },
    });
    const type = 'association';
    expect(await twins({ type, name: `L’${name.toLowerCase()}` })).toEqual([[name, 'Même nom']]);
    expect(await twins({ type, name: 'Rouges gorges', commune: commune.documentId })).toEqual([
      [name, 'Nom presque pareil'],
    ]);
    expect(await twins({ type, name: 'Tout autre', rnaId: 'w339009881' })).toEqual([[name, 'Même numéro RNA']]);
    expect(await twins({ type, name, phone: '06.39.98.08.81' })).toEqual([[name, 'Même contact']]);
    expect(await twins({ type: 'contact', email: 'Plume@Example.org' })).toEqual([[name, 'Même contact']]);
    expect(await twins({ type, name, except: documentId })).toEqual([]);
    expect(await twins({ type, name: 'Tout autre chose', phone: '06 39 98 08 81' })).toEqual([]);
    expect(await twins({ type })).toEqual([]);
  });

  it('are told of venues, and of events of the same day', async () => {
    const { strapi } = cms;
    const venue = unique('Halle des pinsons');
    await documents(strapi, 'api::venue.venue').create({ data: { name: venue, city: 'Cézac' } });
    expect(await twins({ type: 'venue', name: venue })).toEqual([[venue, 'Même nom']]);
    const title = unique('Grand loto des pinsons');
    await documents(strapi, 'api::event.event').create({ data: { ...eventData(), title } });
    expect(await twins({ type: 'event', name: 'Loto des pinsons', day: '2027-09-05' })).toEqual([
      [title, 'Nom presque pareil'],
    ]);
    expect(await twins({ type: 'event', name: 'Loto des pinsons', day: '2027-10-05' })).toEqual([]);
  });
});
