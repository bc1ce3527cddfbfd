/** What editors do in Strapi's own forms and lists, and with printed editions, as the journal tells it. */
import type { Core } from '@strapi/strapi';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FormerState, JournalLine, Reverted } from '../src/domain/contract/desk/review.ts';
import { readEntry } from '../src/entries/entry-of-record.ts';
import { acceptAnswer } from '../src/update/answers/decide-answer.ts';
import { submitAnswer } from '../src/update/answers/submit-answer.ts';
import { answerTo } from './helpers/answers.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { associationData, documents, eventData, publishAssociation, unique } from './helpers/content.ts';
import { asAdmin, signIn } from './helpers/http.ts';

const ASSOCIATION = 'api::association.association';
const EVENT = 'api::event.event';
const CONTACT = {
  role: 'présidence',
  name: 'Anne Martin',
  phone: '+33536490001',
  web: true,
  consentDate: '2025-06-02',
  consentSource: 'courriel',
};

let cms: Cms;
let strapi: Core.Strapi;
let token: string;
beforeAll(async () => {
  cms = await startCms();
  ({ strapi } = cms);
  token = await signIn(cms);
});
beforeEach(() => strapi.db.query('api::journal-entry.journal-entry').deleteMany({}));

const send = async (method: string, path: string, json?: unknown) => {
  const response = await asAdmin(cms, token, path, { method, json });
  if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
  return response;
};
const atForm = (uid: string) => ({
  save: (id: string, data: object) => send('PUT', `/content-manager/collection-types/${uid}/${id}`, data),
  act: (id: string, act: 'publish' | 'unpublish' | 'discard', data: object = {}) =>
    send('POST', `/content-manager/collection-types/${uid}/${id}/actions/${act}`, data),
  remove: (id: string) => send('DELETE', `/content-manager/collection-types/${uid}/${id}`),
  inBulk: (act: string, documentIds: string[]) =>
    send('POST', `/content-manager/collection-types/${uid}/actions/${act}`, { documentIds }),
});

const lines = async () => {
  const found = (await (await asAdmin(cms, token, '/trame/journal')).json()) as JournalLine[];
  return found.map((line) => JournalLine.parse(line));
};
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
/** "Fiche modifiée: Éclats de voix", the newest first. */
const said = async () => (await lines()).map(({ what, subject }) => plain(`${what} | ${subject}`));

describe('an editor at the form of an association', () => {
  const form = atForm(ASSOCIATION);

  it('leaves one line a publication, with what it changed of what was published, and it can be put back', async () => {
    const { documentId, name } = await publishAssociation(strapi, { acronym: 'AVANT', contacts: [CONTACT] });
    expect(await lines()).toEqual([]); // a program publishes without a line
    await form.save(documentId, { acronym: 'PRESQUE' });
    await form.save(documentId, { acronym: 'APRÈS' });
    expect(await lines()).toEqual([]);
    await form.act(documentId, 'publish', { summary: 'Une autre présentation.', internalNote: 'À rappeler.' });
    const [line, ...others] = await lines();
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      who: 'l’équipe de l’annuaire',
      subject: name,
      association: documentId,
      revertible: true,
    });
    expect(plain(line?.what ?? '')).toMatch(/^Fiche modifiée : Note interne/);
    expect(line?.differences.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['acronym', ['AVANT'], ['APRÈS']],
      ['summary', ['Ce que fait l’association.'], ['Une autre présentation.']],
      ['internalNote', [], ['À rappeler.']],
    ]);
    await form.act(documentId, 'publish');
    expect(await lines()).toHaveLength(1); // nothing changed

    expect((await asAdmin(cms, token, `/trame/journal/${line?.id}/revert`, { method: 'POST', json: {} })).status).toBe(
      200,
    );
    expect(
      await documents(strapi, ASSOCIATION).findOne({ documentId, status: 'published', populate: ['contacts'] }),
    ).toMatchObject({
      acronym: 'AVANT',
      summary: 'Ce que fait l’association.',
      internalNote: null,
      contacts: [{ consentDate: '2025-06-02' }],
    });
    expect(await said()).toEqual([`Fiche rétablie | ${name}`, expect.stringContaining('Fiche modifiée')]);
  });

  it('puts back the fields that are chosen, and shows nobody who took an agreement back meanwhile', async () => {
    const contact = { ...CONTACT, phone: '+33639981201', web: true, print: true };
    const { documentId } = await publishAssociation(strapi, {
      howToJoin: 'Au forum.',
      acronym: 'YDV',
      address: { street: '3 allée des Tilleuls', postalCode: '33620', city: 'Cavignac', public: true },
      contacts: [contact],
    });
    await form.act(documentId, 'publish', { howToJoin: 'Au premier cours.' });
    const [line] = await lines();
    await form.act(documentId, 'publish', { acronym: 'YOGA' });
    // The association unticks its two boxes in its own form, and the desk accepts.
    const now = await readEntry(strapi, documentId);
    const unticked = now!.entry.contacts.map((one) => ({ ...one, web: false, print: false }));
    const proposal = { ...now!.entry, contacts: unticked, address: { ...now!.entry.address, public: false } };
    const sent = await submitAnswer(strapi, answerTo(documentId, proposal, now!.version));
    await acceptAnswer(strapi, sent.id, { version: now!.version, entry: null }, { name: 'Claire', id: '9001' });

    const path = `/trame/journal/${line?.id}`;
    const former = FormerState.parse(await (await asAdmin(cms, token, `${path}/former`)).json());
    expect(former.fields.map(({ difference, own }) => [difference.field, own])).toEqual([
      ['acronym', false],
      ['howToJoin', true],
    ]);
    const stored = () =>
      documents(strapi, ASSOCIATION).findOne({ documentId, status: 'published', populate: ['contacts', 'address'] });
    const hidden = { address: { public: false }, contacts: [{ web: false, print: false }] };

    expect((await asAdmin(cms, token, `${path}/revert`, { method: 'POST', json: {} })).status).toBe(200);
    expect(await stored()).toMatchObject({ howToJoin: 'Au forum.', acronym: 'YOGA', ...hidden });

    // Even the line of the answer itself puts nobody back, and says so.
    const answered = (await lines()).find(({ differences }) => differences.some(({ field }) => field === 'contacts'));
    await form.act(documentId, 'publish', { contacts: [{ ...contact, role: 'Bureau', web: false, print: false }] });
    const revert = async (id: string | undefined, fields: string[]) =>
      asAdmin(cms, token, `/trame/journal/${id}/revert`, { method: 'POST', json: { fields } });
    const done = await revert(line?.id, ['contacts', 'address', 'acronym']);
    expect(Reverted.parse(await done.json()).told).toEqual([expect.stringContaining('l’accord a été retiré depuis')]);
    expect(await stored()).toMatchObject({ acronym: 'YDV', ...hidden });
    expect(await stored()).toMatchObject({ contacts: [{ role: 'présidence' }] });
    expect((await revert(answered?.id, ['contacts', 'address'])).status).toBe(409); // nothing is left to put back
    expect(await stored()).toMatchObject(hidden);
  });

  it('keeps what changed of any other record too, in words, and puts it back', async () => {
    const organiser = await publishAssociation(strapi);
    const { documentId, title } = await documents(strapi, EVENT).create({
      data: { ...eventData(), price: '3 €', organisers: [organiser.documentId] },
      status: 'published',
    });
    const event = atForm(EVENT);
    await event.act(documentId, 'publish', {
      price: '5 €',
      organisers: { connect: [], disconnect: [{ documentId: organiser.documentId }] },
    });
    const [line] = await lines();
    expect(line).toMatchObject({ association: null, revertible: true });
    expect(line?.differences.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['organisers', [organiser.name], []],
      ['price', ['3 €'], ['5 €']],
    ]);
    const ofRecord = await asAdmin(cms, token, `/trame/journal?record=${documentId}`);
    expect(((await ofRecord.json()) as JournalLine[]).map(({ id }) => id)).toEqual([line?.id]);
    expect((await asAdmin(cms, token, '/trame/journal?where=1')).status).toBe(400);

    // A later change of another field stays; a draft that waits is not published along.
    await event.act(documentId, 'publish', { summary: 'Autrement dit.' });
    const revert = () => asAdmin(cms, token, `/trame/journal/${line?.id}/revert`, { method: 'POST', json: {} });
    await event.save(documentId, { title: `${title} bis` });
    expect((await revert()).status).toBe(409);
    await event.act(documentId, 'discard');
    expect((await revert()).status).toBe(200);
    expect(
      await documents(strapi, EVENT).findOne({ documentId, status: 'published', populate: ['organisers'] }),
    ).toMatchObject({ title, price: '3 €', summary: 'Autrement dit.', organisers: [{ name: organiser.name }] });
    expect((await said())[0]).toMatch(/^Fiche rétablie \| Événement/);
    expect((await revert()).status).toBe(409); // it says so already

    // Of a type without drafts as well.
    const { documentId: theme } = await documents(strapi, 'api::theme.theme').create({
      data: { name: unique('Thème'), position: 3 },
    });
    await atForm('api::theme.theme').save(theme, { position: 7 });
    const [moved] = await lines();
    expect(moved?.differences).toMatchObject([{ field: 'position', before: ['3'], after: ['7'] }]);
    await asAdmin(cms, token, `/trame/journal/${moved?.id}/revert`, { method: 'POST', json: {} });
    expect(await documents(strapi, 'api::theme.theme').findOne({ documentId: theme })).toMatchObject({ position: 3 });
  });

  it('leaves a line for a first publication, a departure from the site, what is abandoned, and a deletion', async () => {
    const { documentId, name } = await documents(strapi, ASSOCIATION).create({
      data: { ...(await associationData(strapi)), contacts: [CONTACT] },
    });
    await form.act(documentId, 'publish');
    await form.save(documentId, { acronym: 'JAMAIS' });
    await form.act(documentId, 'discard');
    await form.act(documentId, 'discard'); // nothing left to abandon
    await form.act(documentId, 'unpublish');
    await form.remove(documentId);
    expect(await said()).toEqual([
      `Fiche supprimée | ${name}`,
      `Fiche mise hors ligne | ${name}`,
      `Modifications abandonnées | ${name}`,
      `Fiche publiée | ${name}`,
    ]);
    const [removed, offline, abandoned, published] = await lines();
    expect(abandoned?.differences).toMatchObject([{ field: 'acronym', before: ['JAMAIS'], after: [] }]);
    expect(published?.differences.map(({ field }) => field)).toContain('summary');
    expect([removed, offline, abandoned, published].map((line) => line?.revertible)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    // What it said is kept, and not whom to reach there.
    expect(removed?.differences.map(({ field, after }) => [field, after])).toEqual(
      expect.arrayContaining([
        ['name', []],
        ['summary', []],
      ]),
    );
    const row = await strapi.db
      .query('api::journal-entry.journal-entry')
      .findOne({ where: { act: 'fiche supprimée' } });
    expect(JSON.stringify(row.before)).not.toContain('Anne Martin');
  });

  it('leaves a line for each record of a list, and none when nothing came of it', async () => {
    const made = [await publishAssociation(strapi), await publishAssociation(strapi)];
    const ids = made.map(({ documentId }) => documentId as string);
    await form.inBulk('bulkUnpublish', ids);
    await form.inBulk('bulkPublish', ids);
    expect((await said()).sort()).toEqual(
      made.flatMap(({ name }) => [`Fiche mise hors ligne | ${name}`, `Fiche publiée | ${name}`]).sort(),
    );
    const refused = await asAdmin(
      cms,
      token,
      `/content-manager/collection-types/${ASSOCIATION}/${ids[0]}/actions/publish`,
      { method: 'POST', json: { rnaId: 'faux', acronym: 'X' } },
    );
    expect(refused.status).toBe(400);
    expect(await lines()).toHaveLength(4);
  });
});

describe('an editor at another form', () => {
  it('leaves a line with the fields that changed, by their names', async () => {
    const form = atForm(EVENT);
    const { documentId, title } = await documents(strapi, EVENT).create({ data: eventData(), status: 'published' });
    await form.save(documentId, { summary: 'Autre chose.' });
    expect(await lines()).toEqual([]);
    await form.act(documentId, 'publish', { free: true });
    await form.act(documentId, 'unpublish');
    await form.remove(documentId);
    expect(await said()).toEqual([
      `Fiche supprimée | Événement « ${title} »`,
      `Fiche mise hors ligne | Événement « ${title} »`,
      expect.stringMatching(/^Fiche modifiée : .+ et .+ \| Événement «/),
    ]);
    expect(await lines()).toMatchObject([
      { association: null, differences: [], revertible: false },
      { association: null, differences: [], revertible: false },
      { association: null, differences: [{ field: 'summary' }, { field: 'free' }], revertible: true },
    ]);
  });

  it('of what has no drafts, leaves one for each change that residents see', async () => {
    const form = atForm('api::theme.theme');
    const name = unique('Thème du journal');
    const created = await send('POST', '/content-manager/collection-types/api::theme.theme', { name, position: 3 });
    const { data } = (await created.json()) as { data: { documentId: string } };
    await form.save(data.documentId, { position: 4 });
    await form.save(data.documentId, { position: 4 });
    await form.remove(data.documentId);
    expect(await said()).toEqual([
      `Fiche supprimée | Thème « ${name} »`,
      expect.stringMatching(/^Fiche modifiée : .+ \| Thème «/),
      `Fiche publiée | Thème « ${name} »`,
    ]);
  });
});

it('names the editor who acted, and nobody in the place of a program', async () => {
  const role = await strapi.db.query('admin::role').findOne({ where: { name: 'Éditeur·rice' } });
  const account = { email: 'journal@example.org', password: 'Un-mot-de-passe-2' };
  await strapi.service('admin::user').create({
    ...account,
    firstname: 'Noé',
    lastname: 'Exemple',
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
  const { documentId } = await publishAssociation(strapi);
  const path = `/content-manager/collection-types/${ASSOCIATION}/${documentId}/actions/unpublish`;
  await asAdmin(cms, await signIn(cms, account), path, { method: 'POST', json: {} });
  expect((await lines()).map(({ who }) => who)).toEqual(['Noé Exemple']);
});
