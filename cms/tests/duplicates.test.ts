/** « Doublons »: two records that are one, what is carried over, and the way back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Duplicates, Merged, MergeUndone, PairView } from '../src/domain/contract/desk/duplicates.ts';
import { BinLine } from '../src/domain/contract/desk/bin.ts';
import { Withdrawn } from '../src/domain/contract/associations/my-entry.ts';
import { eraseDuplicates } from '../src/duplicates/erase-duplicates.ts';
import { readHeldData } from '../src/associations/data-requests/held-data.ts';
import { createMembership, findMemberships } from '../src/associations/memberships/membership-store.ts';
import { readEntry } from '../src/entries/entry-of-record.ts';
import { readContent } from '../src/entries/record-content.ts';
import { findSchedule, removeSchedule, writeSchedule } from '../src/entries/schedule/schedule-store.ts';
import { hashLinkToken } from '../src/platform/links/link-token.ts';
import { withdrawalLink } from '../src/platform/links/withdrawal-link.ts';
import { createProgramRecord } from '../src/platform/program-records/program-record.ts';
import { findSubmission } from '../src/update/answers/submission-store.ts';
import { readJournal } from '../src/update/answers/read-journal.ts';
import { submitAnswer } from '../src/update/answers/submit-answer.ts';
import { findRequest, findRequestByToken, REQUEST } from '../src/update/campaigns/request-store.ts';
import { answerTo, closeAllCampaigns, makeCampaign } from './helpers/answers.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, eventData, makeCommune, publishAssociation, unique } from './helpers/content.ts';
import { knock, SITE } from './helpers/door.ts';
import { asAdmin, readExport, signIn, signInAsReader } from './helpers/http.ts';

const ASSOCIATION = 'api::association.association';
const EVENT = 'api::event.event';
const RESOURCE = 'api::resource.resource';

let cms: Cms;
let strapi: Cms['strapi'];
let token: string;
beforeAll(async () => {
  process.env.SITE_URL = SITE;
  cms = await startCms();
  ({ strapi } = cms);
  token = await signIn(cms);
});

const post = (path: string, json: object) => asAdmin(cms, token, `/trame/duplicates${path}`, { method: 'POST', json });
const list = async () => Duplicates.parse(await (await asAdmin(cms, token, '/trame/duplicates')).json());
const view = async (first: string, second: string, uid = ASSOCIATION) => {
  const answer = await asAdmin(cms, token, `/trame/duplicates/pair?uid=${uid}&first=${first}&second=${second}`);
  if (!answer.ok) throw new Error(await answer.text());
  return PairView.parse(await answer.json());
};
interface Asked {
  readonly keep?: 'first' | 'second';
  readonly choices?: Record<string, string>;
  readonly publish?: boolean;
}
/** Merges the second into the first, as the page would that shows it. */
const askMerge = (seen: PairView, { keep = 'first', choices = {}, publish = seen.publish }: Asked = {}) =>
  post('/merge', {
    uid: seen.uid,
    first: seen.first.documentId,
    second: seen.second.documentId,
    keep,
    versions: { first: seen.first.version, second: seen.second.version },
    choices,
    publish,
  });
const merge = async (seen: PairView, asked: Asked = {}) => {
  const answer = await askMerge(seen, asked);
  if (!answer.ok) throw new Error(await answer.text());
  return Merged.parse(await answer.json());
};
const askUndo = (id: string) => post(`/merges/${id}/undo`, {});
const undo = async (id: string) => {
  const answer = await askUndo(id);
  if (!answer.ok) throw new Error(await answer.text());
  return MergeUndone.parse(await answer.json());
};
const states = async (uid: string, id: string) => [
  (await readContent(strapi, uid, id, 'draft'))?.content,
  (await readContent(strapi, uid, id, 'published'))?.content,
];
const spaced = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const message = async (answer: Response) =>
  spaced(((await answer.json()) as { error: { message: string } }).error.message);

let people = 0;
const person = (more: Record<string, unknown> = {}) => {
  people += 1;
  return {
    role: 'Présidence',
    name: `Anne Martin ${people}`,
    phone: `+3353649${String(2000 + people)}`,
    email: `anne.${people}@example.org`,
    ...{ web: true, print: true, professionals: false, openData: false },
    ...{ consentDate: '2026-01-02', consentSource: 'courriel' },
    ...more,
  };
};

/** Two published entries of one name, in one commune, with one contact. */
async function twins(first: Record<string, unknown> = {}, second: Record<string, unknown> = {}) {
  const [name, commune, contact] = [unique('Chorale du Moron'), await makeCommune(strapi), person()];
  const shared = { name, commune: commune.documentId, contacts: [contact] };
  const one = await publishAssociation(strapi, { ...shared, ...first });
  const other = await publishAssociation(strapi, { ...shared, ...second });
  return { name, contact, one, other, ids: [one.documentId, other.documentId] as [string, string] };
}

describe('the pairs', () => {
  it('are told with why, until an editor says that they are two, and again when that is taken back', async () => {
    const { ids, name } = await twins();
    const of = ({ pairs }: Duplicates) =>
      pairs.filter((pair) => ids.includes(pair.first.documentId) && ids.includes(pair.second.documentId));
    const [pair] = of(await list());
    expect(pair).toMatchObject({ uid: ASSOCIATION, score: 100, first: { title: name, state: 'en ligne' } });
    expect(pair?.reasons.map(({ words }) => words)).toEqual([
      'Même nom',
      'Même adresse électronique',
      'Même téléphone',
      'Même commune',
    ]);
    const distinct = (is: boolean) =>
      post('/distinct', { uid: ASSOCIATION, first: ids[1], second: ids[0], distinct: is });
    expect((await distinct(true)).status).toBe(200);
    expect((await distinct(true)).status).toBe(200);
    const after = await list();
    expect(of(after)).toEqual([]);
    expect(after.distinct.map(({ first }) => first.title)).toContain(name);
    await distinct(false);
    expect(of(await list())).toHaveLength(1);
  });

  it('are not shown to who may read no entry, nor merged by them', async () => {
    const { ids } = await twins();
    const reader = await signInAsReader(cms);
    const seen = await view(...ids);
    expect((await asAdmin(cms, reader, '/trame/duplicates')).status).toBe(403);
    const asked = { method: 'POST', json: { ...seen, choices: {}, publish: true } };
    expect((await asAdmin(cms, reader, '/trame/duplicates/merge', asked)).status).toBe(403);
    expect(
      (await asAdmin(cms, token, `/trame/duplicates/pair?uid=${ASSOCIATION}&first=${ids[0]}&second=nobody`)).status,
    ).toBe(404);
    expect((await asAdmin(cms, token, `/trame/duplicates/pair?uid=plugin::x.y&first=a&second=b`)).status).toBe(400);
  });
});

describe('merging two entries', () => {
  it('keeps what was chosen, carries over all that names the other, leads on from its address, and all of it comes back', async () => {
    const { ids, one, other, name } = await twins(
      { internalNote: 'Première note.', website: null },
      {
        internalNote: 'Seconde note.',
        website: 'https://chorale.example',
        summary: 'Un autre résumé.',
        rnaId: 'W332055001',
      },
    );
    const [kept, gone] = ids;
    const event = await documents(strapi, EVENT).create({
      data: { ...eventData(), organisers: [gone] },
      status: 'published',
    });
    const both = await documents(strapi, EVENT).create({
      data: { ...eventData(), organisers: [gone, kept] },
      status: 'published',
    });
    const resource = await documents(strapi, RESOURCE).create({
      data: { title: unique('Barnum'), kind: 'matériel', summary: 'x', owner: gone },
    });
    const entry = await readEntry(strapi, gone);
    const { id: answer } = await submitAnswer(strapi, answerTo(gone, null, entry?.version ?? ''));
    const manager = (email: string, associationId: string) =>
      createMembership(strapi, { associationId, associationName: name, email, state: 'active', invitedBy: null });
    await manager('shared@example.org', kept);
    await manager('shared@example.org', gone);
    await manager(`own.${people}@example.org`, gone);
    const before = { kept: await states(ASSOCIATION, kept), gone: await states(ASSOCIATION, gone) };
    const events = async () => [await states(EVENT, event.documentId), await states(EVENT, both.documentId)];
    const eventsBefore = await events();

    const seen = await view(...ids);
    expect(seen.second.carried.map(spaced)).toEqual(['2 événements', '1 ressource', '1 réponse', '2 gestionnaires']);
    expect(seen.fields.map(({ label, proposed }) => [label, proposed.first])).toEqual(
      expect.arrayContaining([
        ['Présentation courte', 'first'],
        ['Site internet', 'second'],
        ['Note interne', 'both'],
        ['Numéro RNA', 'second'],
        ['Thèmes', 'both'],
      ]),
    );
    const merged = await merge(seen, { choices: { summary: 'second' } });
    expect(merged).toMatchObject({ documentId: kept, published: true, told: [] });

    for (const content of await states(ASSOCIATION, kept))
      expect(content).toMatchObject({
        ...{ slug: one.slug, summary: 'Un autre résumé.', website: 'https://chorale.example', rnaId: 'W332055001' },
        internalNote: 'Première note.\nSeconde note.',
        contacts: [expect.objectContaining({ web: true, consentDate: '2026-01-02' })],
      });
    expect(await states(ASSOCIATION, gone)).toEqual([undefined, undefined]);
    expect((await events()).map((versions) => versions.map((content) => content?.['organisers']))).toEqual([
      [[kept], [kept]],
      [[kept], [kept]],
    ]);
    expect((await readContent(strapi, RESOURCE, resource.documentId, 'draft'))?.content['owner']).toBe(kept);
    expect(await findSubmission(strapi, answer)).toMatchObject({ associationId: kept });
    expect((await findMemberships(strapi, { associationId: kept })).map(({ email }) => email).sort()).toEqual(
      ['shared@example.org', `own.${people}@example.org`].sort(),
    );
    const address = { kind: 'association', slug: other.slug, id: kept };
    expect((await readExport(cms)).formerAddresses).toContainEqual(address);
    // What was said of either is told of the one.
    const lines = await readJournal(strapi, { associationId: kept });
    expect(lines.map(({ what }) => what.split('\u00a0: ')[0])).toEqual(
      expect.arrayContaining(['Fiches réunies', 'Fiche supprimée', 'Fiche modifiée']),
    );
    // A new entry of that name does not take an address that is printed.
    const third = await publishAssociation(strapi, { name });
    expect([one.slug, other.slug]).not.toContain(third.slug);

    expect((await list()).merges.find(({ id }) => id === merged.id)).toMatchObject({
      undoable: true,
      otherTitle: name,
    });
    expect(await undo(merged.id)).toMatchObject({ documentId: kept, other: gone, told: [] });
    expect(await states(ASSOCIATION, kept)).toEqual(before.kept);
    expect(await states(ASSOCIATION, gone)).toEqual(before.gone);
    expect(await events()).toEqual(eventsBefore);
    expect((await readContent(strapi, RESOURCE, resource.documentId, 'draft'))?.content['owner']).toBe(gone);
    expect(await findSubmission(strapi, answer)).toMatchObject({ associationId: gone });
    expect((await findMemberships(strapi, { associationId: gone })).map(({ email }) => email).sort()).toEqual(
      ['shared@example.org', `own.${people}@example.org`].sort(),
    );
    expect((await readExport(cms)).formerAddresses ?? []).not.toContainEqual(address);
    expect((await askUndo(merged.id)).status).toBe(404);
  });

  it('carries over what is planned, unless the one that stays has a plan of its own, and gives it back', async () => {
    const { connection } = strapi.db;
    const moment = (day: string) => new Date(`2099-06-${day}T08:00:00.000Z`);
    const plan = (documentId: string, day: string) =>
      writeSchedule(
        connection,
        { uid: ASSOCIATION, documentId },
        { publishAt: null, offlineAt: moment(day).toISOString() },
        { id: '1', name: 'Claire' },
        new Date(),
      );
    const planned = async (documentId: string) =>
      (await findSchedule(connection, { uid: ASSOCIATION, documentId }))?.offlineAt ?? null;

    const { ids } = await twins();
    await plan(ids[1], '01');
    const seen = await view(...ids);
    expect(seen.second.carried.map(spaced)).toEqual(['ce qui est programmé']);
    const merged = await merge(seen);
    expect([await planned(ids[0]), await planned(ids[1])]).toEqual([moment('01'), null]);
    await undo(merged.id);
    expect([await planned(ids[0]), await planned(ids[1])]).toEqual([null, moment('01')]);

    await plan(ids[0], '02');
    const again = await merge(await view(...ids));
    expect([await planned(ids[0]), await planned(ids[1])]).toEqual([moment('02'), null]);
    await undo(again.id);
    expect(await planned(ids[0])).toEqual(moment('02'));
    await removeSchedule(connection, { uid: ASSOCIATION, documentId: ids[0] });
  });

  it('is refused, and shown anew, when either was changed by somebody meanwhile', async () => {
    const { ids, name } = await twins();
    for (const id of ids) {
      const seen = await view(...ids);
      await documents(strapi, ASSOCIATION).update({ documentId: id, data: { acronym: unique('CM') } });
      const answer = await askMerge(seen);
      expect(answer.status).toBe(409);
      expect(await message(answer)).toContain(`« ${name} » a changé`);
    }
    const seen = await view(...ids);
    await documents(strapi, ASSOCIATION).publish({ documentId: ids[1] });
    expect((await askMerge(seen)).status).toBe(409);
    // Two editors at once: one of them merges.
    const again = await view(...ids);
    const answers = await Promise.all([askMerge(again), askMerge(again, { keep: 'second' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('leaves everything as it was when a rule refuses what was chosen', async () => {
    const { ids } = await twins();
    const seen = await view(...ids);
    const before = [await states(ASSOCIATION, ids[0]), await states(ASSOCIATION, ids[1])];
    await strapi.db.connection('associations').where({ document_id: ids[1] }).update({ summary: null });
    const now = await view(...ids);
    const answer = await askMerge(now, { choices: { summary: 'second' } });
    expect(answer.status).toBe(400);
    expect((await askMerge(seen)).status).toBe(409);
    expect(await states(ASSOCIATION, ids[0])).toEqual(before[0]);
    expect((await list()).merges.map(({ documentId }) => documentId)).not.toContain(ids[0]);
  });

  it('puts a draft that takes a published entry in online when asked, and off again by its undo', async () => {
    const { ids, other } = await twins();
    const [draft, online] = ids;
    await documents(strapi, ASSOCIATION).unpublish({ documentId: draft });
    const before = [await states(ASSOCIATION, draft), await states(ASSOCIATION, online)];
    const seen = await view(...ids);
    expect(seen).toMatchObject({ keep: 'second', publish: true, first: { path: null } });
    const merged = await merge(seen, { keep: 'first', publish: true });
    const exported = await readExport(cms);
    expect(exported.associations.map(({ id }) => id)).toContain(draft);
    expect(exported.formerAddresses).toContainEqual({ kind: 'association', slug: other.slug, id: draft });
    await undo(merged.id);
    expect([await states(ASSOCIATION, draft), await states(ASSOCIATION, online)]).toEqual(before);

    // Not published, its address leads nowhere: nobody is sent to a page that is not there.
    await merge(await view(...ids), { keep: 'first', publish: false });
    const after = await readExport(cms);
    expect(after.associations.map(({ id }) => id)).not.toContain(draft);
    expect((after.formerAddresses ?? []).map(({ id }) => id)).not.toContain(draft);
  });

  it('asks once who was asked twice, and the second letter opens the entry that stands', async () => {
    await closeAllCampaigns(strapi);
    const { ids, name } = await twins();
    const campaign = await makeCampaign(strapi);
    await strapi.db.connection('campaigns').where({ document_id: campaign.documentId }).update({ stage: 'ouverte' });
    const ask = (associationId: string, secret: string) =>
      createProgramRecord(strapi, REQUEST, {
        ...{ campaignId: campaign.documentId, associationId, associationName: name, state: 'envoyée' },
        ...{ tokenHash: hashLinkToken(secret), expiresAt: new Date('2099-01-01'), generation: 1, remindersSent: 0 },
      });
    const secrets = [unique('premier'), unique('second')] as const;
    const [first, second] = [await ask(ids[0], secrets[0]), await ask(ids[1], secrets[1])];
    const merged = await merge(await view(...ids));
    expect(await findRequest(strapi, second)).toMatchObject({ state: 'annulée', associationId: ids[1] });
    expect(await findRequestByToken(strapi, secrets[1])).toMatchObject({
      state: 'open',
      request: { documentId: first },
    });
    await undo(merged.id);
    expect(await findRequestByToken(strapi, secrets[1])).toMatchObject({
      state: 'open',
      request: { documentId: second },
    });
    await closeAllCampaigns(strapi);
  });

  it('merges events of one title and one day', async () => {
    const data = eventData();
    const one = await documents(strapi, EVENT).create({ data: { ...data }, status: 'published' });
    const two = await documents(strapi, EVENT).create({ data: { ...data, price: '5 €' }, status: 'published' });
    const pairs = (await list()).pairs.filter(({ uid }) => uid === EVENT);
    expect(pairs.find(({ first, second }) => first.title === data.title && second.title === data.title)?.score).toBe(
      80,
    );
    const merged = await merge(await view(one.documentId, two.documentId, EVENT));
    expect((await readContent(strapi, EVENT, one.documentId, 'published'))?.content).toMatchObject({
      price: '5 €',
      timings: [expect.objectContaining({ begin: '2027-09-05T08:00:00.000Z' })],
    });
    const address = { kind: 'event', slug: two.slug, id: one.documentId };
    expect((await readExport(cms)).formerAddresses).toContainEqual(address);
    await undo(merged.id);
    expect((await readExport(cms)).events.map(({ id }) => id)).toEqual(
      expect.arrayContaining([one.documentId, two.documentId]),
    );
  });
});

describe('a withdrawal', () => {
  beforeAll(() => {
    const body = { editions: [], looked: [], unreadable: [] };
    cms.answer = ({ url }) => (url === '/editions/holding' ? { status: 200, body } : { status: 202, body: null });
  });
  afterAll(() => (cms.answer = null));

  const confirm = (associationId: string, contact: { email: string }) =>
    knock(cms, '/api/retrait/confirmer', {
      json: { token: (withdrawalLink(associationId, { email: contact.email })?.url ?? '').split('#')[1] ?? '' },
    });
  const shown = async (id: string) =>
    [...(await states(ASSOCIATION, id))].map((content) =>
      ((content?.['contacts'] ?? []) as { web: boolean }[]).some(({ web }) => web),
    );

  it('by the link of a letter about the former entry takes the contact out of the one that stands, and of its undo', async () => {
    const { ids, contact } = await twins();
    const merged = await merge(await view(...ids));
    expect(await shown(ids[0])).toEqual([true, true]);
    const answer = await confirm(ids[1], contact);
    expect(answer.status).toBe(200);
    Withdrawn.parse(answer.json);
    expect(await shown(ids[0])).toEqual([false, false]);
    // It changed the entry: the undo shows it, and the other one comes from the bin without the contact.
    expect((await askUndo(merged.id)).status).toBe(409);
    const { rows } = (await strapi.db.connection.raw(
      `select draft::text || published::text as kept from trame_merges where id = ?`,
      [merged.id],
    )) as unknown as { rows: { kept: string }[] };
    expect(rows[0]?.kept).not.toMatch(/"web": ?true/);
    await putBackFromBin(ids[1]);
    expect(await shown(ids[1])).toEqual([false, false]);
  });

  it('from one entry before is not undone by the contact of the other', async () => {
    const { ids, contact, one } = await twins();
    expect((await confirm(ids[0], contact)).status).toBe(200);
    const seen = await view(...ids);
    const merged = await merge(seen, { keep: 'first', choices: { contacts: 'second' } });
    expect(merged.told).toHaveLength(1);
    expect(await shown(ids[0])).toEqual([false, false]);
    const exported = (await readExport(cms)).associations.find(({ id }) => id === one.documentId);
    expect(exported?.contacts).toEqual([]);
  });
});

const putBackFromBin = async (documentId: string) => {
  const { rows } = (await strapi.db.connection.raw('select id::text as id from trame_bin where document_id = ?', [
    documentId,
  ])) as unknown as { rows: { id: string }[] };
  const answer = await asAdmin(cms, token, `/trame/bin/${rows[0]?.id}/put-back`, {
    method: 'POST',
    json: { publish: true },
  });
  if (!answer.ok) throw new Error(await answer.text());
  return rows[0]?.id;
};

describe('the way back', () => {
  it('is refused when somebody changed the entry since, with what and who; the other one can leave the bin', async () => {
    const { ids, name, other } = await twins();
    const merged = await merge(await view(...ids));
    const opened = await asAdmin(cms, token, `/content-manager/collection-types/${ASSOCIATION}/${ids[0]}`);
    expect(opened.status).toBe(200);
    await documents(strapi, ASSOCIATION).update({ documentId: ids[0], data: { summary: 'Changé depuis.' } });
    const answer = await askUndo(merged.id);
    expect(answer.status).toBe(409);
    const said = await message(answer);
    expect(said).toContain(`« ${name} » a été modifiée depuis la réunion`);
    expect(said).toContain('Présentation courte');
    expect((await readContent(strapi, ASSOCIATION, ids[0], 'draft'))?.content['summary']).toBe('Changé depuis.');

    await putBackFromBin(ids[1]);
    expect((await readContent(strapi, ASSOCIATION, ids[1], 'published'))?.content['slug']).toBe(other.slug);
    expect((await askUndo(merged.id)).status).toBe(404);
    expect((await list()).merges.map(({ id }) => id)).not.toContain(merged.id);
  });

  it('ends with the bin: nothing of what either said is kept after, and letters still know who stands for whom', async () => {
    const { ids, contact } = await twins();
    const merged = await merge(await view(...ids));
    const held = async () =>
      (await readHeldData(strapi, contact.email)).journal.filter(
        ({ act }) => act === 'état gardé pour annuler la réunion de deux fiches',
      );
    expect(await held()).toHaveLength(2);
    const bin = (await (await asAdmin(cms, token, '/trame/bin')).json()) as unknown[];
    const { id } = bin.map((line) => BinLine.parse(line)).find(({ title }) => title === merged.title)!;
    await asAdmin(cms, token, `/trame/bin/${id}/erase`, { method: 'POST', json: {} });
    expect((await askUndo(merged.id)).status).toBe(409);
    await eraseDuplicates(strapi);
    const { rows } = (await strapi.db.connection.raw(
      'select draft, published, carried, other from trame_merges where id = ?',
      [merged.id],
    )) as unknown as { rows: unknown[] };
    expect(await held()).toEqual([]);
    expect(rows).toEqual([{ draft: null, published: null, carried: null, other: ids[1] }]);
    const link = (withdrawalLink(ids[1], { email: contact.email })?.url ?? '').split('#')[1];
    expect((await knock(cms, '/api/retrait/ouvrir', { json: { token: link } })).status).toBe(200);
  });

  it('goes step by step where one entry was taken into another, and that into a third', async () => {
    const { ids, name, other } = await twins();
    const first = await merge(await view(...ids));
    const third = await publishAssociation(strapi, { name });
    const second = await merge(await view(third.documentId, ids[0]));
    const leads = async () =>
      ((await readExport(cms)).formerAddresses ?? []).filter(({ slug }) => slug === other.slug).map(({ id }) => id);
    expect(await leads()).toEqual([third.documentId]);
    expect((await askUndo(first.id)).status).toBe(409);
    await undo(second.id);
    expect(await leads()).toEqual([ids[0]]);
    await undo(first.id);
    expect(await leads()).toEqual([]);
  });
});

describe('a page whose address changes', () => {
  const formerOf = async (documentId: string) =>
    ((await readExport(cms)).formerAddresses ?? []).filter(({ id }) => id === documentId).map(({ slug }) => slug);
  const move = (uid: typeof ASSOCIATION | 'api::theme.theme', documentId: string, slug: string, publish = true) =>
    documents(strapi, uid).update({ documentId, data: { slug }, ...(publish ? { status: 'published' } : {}) });

  it('is led to from every address that it had online, and from none that another page has', async () => {
    const { documentId, slug } = await publishAssociation(strapi, { name: unique('Lecture') });
    const [second, third] = [`${slug}-b`, `${slug}-c`];
    await move(ASSOCIATION, documentId, second, false);
    expect(await formerOf(documentId)).toEqual([]);
    await documents(strapi, ASSOCIATION).publish({ documentId });
    expect(await formerOf(documentId)).toEqual([slug]);
    await move(ASSOCIATION, documentId, third);
    expect(await formerOf(documentId)).toEqual([slug, second]);
    // Somebody gives it to another page on purpose.
    await publishAssociation(strapi, { name: unique('Autre'), slug: second });
    expect(await formerOf(documentId)).toEqual([slug]);
    await move(ASSOCIATION, documentId, slug);
    expect(await formerOf(documentId)).toEqual([third]);
    await documents(strapi, ASSOCIATION).unpublish({ documentId });
    expect(await formerOf(documentId)).toEqual([]);
  });

  it('is led to from no address that says a number which may not be read', async () => {
    const contact = person({ phone: '+33536492999', web: false, print: true });
    const { documentId } = await publishAssociation(strapi, { name: unique('Belote'), contacts: [contact] });
    await strapi.db.connection('associations').where({ document_id: documentId }).update({ slug: '05-36-49-29-99' });
    await move(ASSOCIATION, documentId, unique('belote').replace(' ', '-'));
    expect(await formerOf(documentId)).toEqual([]);
  });

  it('may be of a type without drafts', async () => {
    const theme = await documents(strapi, 'api::theme.theme').create({
      data: { name: unique('Rubrique'), position: 3 },
    });
    await move('api::theme.theme', theme.documentId, `${theme.slug}-bis`, false);
    expect(await formerOf(theme.documentId)).toEqual([theme.slug]);
  });
});
