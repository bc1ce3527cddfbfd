/** From an answer to what is published: the desk, its decisions, and the journal. */
import { mkdirSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Desk, JournalLine, OpenAnswer, StillOpen } from '../src/domain/contract/desk/review.ts';
import { dayOf } from '../src/domain/dates.ts';
import { emptyEntry } from '../src/domain/entry/empty-entry.ts';
import type { EntryForm } from '../src/domain/entry/entry-form.ts';
import { acceptUnchanged } from '../src/update/answers/accept-unchanged.ts';
import { acceptAnswer, NO_VERSION, refuseAnswer } from '../src/update/answers/decide-answer.ts';
import { markOpen, openAnswer, readDesk } from '../src/update/answers/desk.ts';
import { newDocumentId } from '../src/platform/program-records/program-record.ts';
import { readEntries, readEntry } from '../src/entries/entry-of-record.ts';
import { findLookAlikes } from '../src/entries/look-alikes.ts';
import { submitAnswer } from '../src/update/answers/submit-answer.ts';
import { writeJournal } from '../src/entries/journal.ts';
import { readJournal } from '../src/update/answers/read-journal.ts';
import { revertEntry } from '../src/update/answers/revert-entry.ts';
import { readContentVersion } from '../src/platform/content-version/content-version.ts';
import { answerTo, lettersOf } from './helpers/answers.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, makeCommune, makeTheme, publishAssociation, refusalOf, unique } from './helpers/content.ts';
import { asAdmin, readExport, signIn } from './helpers/http.ts';

// Ids that no administrator of the tests has: some tests also ask as one who is signed in.
const CLAIRE = { name: 'Claire', id: '9001' };
const HUGO = { name: 'Hugo', id: '9002' };
const ASSOCIATION = 'api::association.association';
const TODAY = dayOf(new Date());
const CONTACT = {
  role: 'Présidence',
  name: 'Anne Martin',
  phone: '+33536490001',
  email: 'anne@example.org',
  web: true,
  print: false,
  professionals: false,
  openData: false,
  consentDate: '2025-06-02',
  consentSource: 'courriel',
};

let cms: Cms;
let strapi: Cms['strapi'];
beforeAll(async () => {
  cms = await startCms();
  strapi = cms.strapi;
  process.env.SITE_URL = 'https://annuaire.example.org';
});

/** A published association and its form. */
async function listed(data: Record<string, unknown> = {}) {
  const { documentId } = await publishAssociation(strapi, {
    contacts: [CONTACT],
    internalNote: 'À rappeler',
    inPrint: false,
    ...data,
  });
  const read = await readEntry(strapi, documentId);
  if (!read) throw new Error('Nothing is published');
  return { id: documentId as string, ...read };
}

const published = (documentId: string) =>
  documents(strapi, ASSOCIATION).findOne({
    documentId,
    status: 'published',
    populate: ['contacts', 'activities.slots', 'themes', 'address', 'logo'],
  });
const send = (id: string, entry: EntryForm | null, version: string, more = {}) =>
  submitAnswer(strapi, answerTo(id, entry, version, more));
const errorOf = async (act: Promise<unknown>): Promise<{ code?: string; message: string; faults?: unknown[] }> =>
  act.then(
    () => {
      throw new Error('Nothing was refused');
    },
    (error: unknown) => error as { code?: string; message: string },
  );
const journalOf = async (id: string) => {
  const lines = await readJournal(strapi, { associationId: id });
  for (const line of lines) JournalLine.parse(line);
  return lines;
};

describe('an answer', () => {
  it('waits, and moves nothing that is published', async () => {
    const one = await listed();
    const before = await readContentVersion(strapi.db.connection);
    const sent = await send(one.id, { ...one.entry, summary: 'Une présentation toute nouvelle.' }, one.version);
    expect(sent).toMatchObject({ kind: 'modification', state: 'à relire', decidedAt: null });
    expect((await published(one.id)).summary).toBe(one.entry.summary);
    expect(await readContentVersion(strapi.db.connection)).toBe(before);
    const [receipt] = await lettersOf(strapi, `answer:${sent.id}`);
    expect(receipt).toMatchObject({ kind: 'receipt', recipient: 'club@example.org' });
    expect(receipt?.text).toContain('Présentation courte');
  });

  it('that changes nothing is a confirmation', async () => {
    const one = await listed();
    expect((await send(one.id, one.entry, one.version)).kind).toBe('rien n’a changé');
  });

  it('replaces the one before, which nobody has read yet', async () => {
    const one = await listed();
    const first = await send(one.id, null, one.version);
    await send(one.id, { ...one.entry, acronym: 'ABC' }, one.version);
    const desk = await readDesk(strapi, CLAIRE);
    expect(desk.answers.filter(({ association }) => association === one.id)).toHaveLength(1);
    expect(await errorOf(acceptAnswer(strapi, first.id, { version: one.version, entry: null }, CLAIRE))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('remplacée'),
    });
  });

  it('is refused when it holds what no form has, what the rules refuse, or is about nobody', async () => {
    const one = await listed();
    const forged = { ...one.entry, publishedAt: null, owners: ['me'], internalNote: 'x' } as unknown as EntryForm;
    expect(await errorOf(send(one.id, forged, one.version))).toMatchObject({ code: 'invalid' });
    expect(await errorOf(send(one.id, { ...one.entry, name: '' }, one.version))).toMatchObject({
      code: 'invalid',
      faults: [{ path: 'name', message: expect.stringContaining('nom') }],
    });
    expect(await errorOf(send(one.id, { ...one.entry, summary: 'x'.repeat(6000) }, one.version))).toMatchObject({
      code: 'invalid',
    });
    expect(await errorOf(send('nobody', one.entry, one.version))).toMatchObject({ code: 'closed' });
    const draft = await documents(strapi, ASSOCIATION).create({ data: { name: unique('Brouillon') } });
    expect(await errorOf(send(draft.documentId, null, one.version))).toMatchObject({ code: 'closed' });
    const logo = { choice: 'new' as const, upload: 'someone-elses-upload', alt: 'Logo' };
    expect(await errorOf(send(one.id, { ...one.entry, logo }, one.version))).toMatchObject({ code: 'invalid' });
  });

  it('to an older state of the entry is not taken without the form that it was made from', async () => {
    const one = await listed();
    expect(await errorOf(send(one.id, null, 'f'.repeat(32)))).toMatchObject({ code: 'conflict' });
  });
});

describe('accepting', () => {
  it('publishes what changed, keeps what the form does not name, and says who checked', async () => {
    const commune = await makeCommune(strapi);
    const one = await listed({
      commune: commune.documentId,
      address: {
        street: '1 rue Haute',
        postalCode: '33620',
        city: 'Ici',
        latitude: 45.1,
        longitude: -0.4,
        public: true,
      },
      rnaId: 'W339009001',
    });
    const [contact] = one.entry.contacts;
    const sent = await send(
      one.id,
      {
        ...one.entry,
        summary: 'Du théâtre pour tous les âges.',
        activities: [
          {
            label: 'Théâtre',
            description: '',
            ageMin: 8,
            ageMinUnit: 'ans',
            ageMax: null,
            ageMaxUnit: 'ans',
            slots: [{ day: 'mercredi', begin: '14:00', end: '15:30', note: '' }],
            price: '120 €',
            place: '',
            communeCode: '',
            season: '',
          },
        ],
        contacts: [
          { ...contact!, role: 'Secrétariat' },
          { ...contact!, role: '', name: '', phone: '05 36 49 00 02', email: '', web: false, print: true },
        ],
      },
      one.version,
    );
    const opened = OpenAnswer.parse(await openAnswer(strapi, sent.id, CLAIRE));
    expect(opened.faults).toEqual([]);
    expect(opened.differences.map(({ label }) => label)).toEqual(['Présentation courte', 'Activités', 'Contacts']);
    expect(opened.differences[1]?.after).toEqual([expect.stringMatching(/^Théâtre\s: .*8\sans.*Mercredi, 14\sh/)]);

    await acceptAnswer(strapi, sent.id, { version: opened.version, entry: null }, CLAIRE);
    const after = await published(one.id);
    expect(after).toMatchObject({
      summary: 'Du théâtre pour tous les âges.',
      verifiedOn: TODAY,
      verifiedBy: 'lien',
      internalNote: 'À rappeler',
      inPrint: false,
      rnaId: 'W339009001',
      slug: one.record.slug,
      address: { latitude: 45.1 },
      activities: [{ label: 'Théâtre', slots: [{ day: 'mercredi' }] }],
      contacts: [
        { role: 'Secrétariat', consentDate: '2025-06-02', consentSource: 'courriel' },
        { phone: '+33536490002', print: true, consentDate: TODAY, consentSource: 'formulaire en ligne' },
      ],
    });
    const [line] = await journalOf(one.id);
    expect(line).toMatchObject({ who: 'Claire', what: 'Fiche modifiée', revertible: true });
    const letters = await lettersOf(strapi, `answer:${sent.id}:accepted`);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain(`/associations/${one.record.slug}/`);
  });

  it('takes another person under the same address as somebody who agrees anew, and an unticked box as none', async () => {
    const one = await listed({ contacts: [CONTACT, { ...CONTACT, name: 'Paul', phone: '+33536490009', email: null }] });
    const [anne, paul] = one.entry.contacts;
    const contacts = [
      { ...anne!, name: 'Zoé Petit' },
      { ...paul!, web: false },
    ];
    const sent = await send(one.id, { ...one.entry, contacts }, one.version, { channel: 'téléphone' });
    await acceptAnswer(strapi, sent.id, { version: one.version, entry: null }, CLAIRE);
    expect(await published(one.id)).toMatchObject({
      verifiedBy: 'téléphone',
      contacts: [
        { name: 'Zoé Petit', consentDate: TODAY, consentSource: 'téléphone' },
        { name: 'Paul', web: false, consentDate: '2025-06-02' },
      ],
    });
  });

  it('is refused with the new difference when the entry moved on, and nothing is overwritten', async () => {
    const one = await listed();
    const sent = await send(one.id, { ...one.entry, summary: 'Ce que dit l’association.', acronym: 'AA' }, one.version);
    await documents(strapi, ASSOCIATION).update({
      documentId: one.id,
      status: 'published',
      data: { summary: 'Ce que dit l’office.', howToJoin: 'Sur place.' },
    });
    const token = await signIn(cms);
    const accept = (version: string) =>
      asAdmin(cms, token, `/trame/desk/${sent.id}/accept`, { method: 'POST', json: { version, entry: null } });
    const refused = await accept(one.version);
    expect(refused.status).toBe(409);
    const { current, error } = (await refused.json()) as { current: unknown; error: { code: string } };
    expect(error.code).toBe('conflict');
    const opened = OpenAnswer.parse(current);
    expect(opened.differences.find(({ field }) => field === 'summary')).toMatchObject({
      before: ['Ce que dit l’office.'],
      after: ['Ce que dit l’association.'],
      conflict: [one.entry.summary],
    });
    expect(await published(one.id)).toMatchObject({ summary: 'Ce que dit l’office.', acronym: null });

    expect((await accept(opened.version)).status).toBe(200);
    expect(await published(one.id)).toMatchObject({
      summary: 'Ce que dit l’association.',
      acronym: 'AA',
      howToJoin: 'Sur place.',
    });
    expect((await accept(opened.version)).status).toBe(409);
  });

  it('by two editors at the same moment happens once', async () => {
    const one = await listed();
    const sent = await send(one.id, { ...one.entry, acronym: 'UN' }, one.version);
    const acceptance = { version: one.version, entry: null };
    const results = await Promise.allSettled([
      acceptAnswer(strapi, sent.id, acceptance, CLAIRE),
      acceptAnswer(strapi, sent.id, acceptance, HUGO),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await journalOf(one.id)).toHaveLength(1);
  });

  it('takes the editor’s retouches, checked like any form', async () => {
    const one = await listed();
    const sent = await send(one.id, { ...one.entry, summary: 'le theatre pour tousse les ages' }, one.version);
    const wrong = { ...one.entry, summary: '' };
    expect(await errorOf(acceptAnswer(strapi, sent.id, { version: one.version, entry: wrong }, CLAIRE))).toMatchObject({
      code: 'invalid',
    });
    const entry = { ...one.entry, summary: 'Le théâtre pour tous les âges.' };
    await acceptAnswer(strapi, sent.id, { version: one.version, entry }, CLAIRE);
    expect(await published(one.id)).toMatchObject({ summary: 'Le théâtre pour tous les âges.' });
    expect((await lettersOf(strapi, `answer:${sent.id}:accepted`))[0]?.text).toContain('retouché');
  });

  it('says on opening what a rule of content refuses, and keeps refusing it', async () => {
    const one = await listed({ contacts: [{ ...CONTACT, print: true }] });
    const said = { ...one.entry, description: 'Appelez Anne au 05 36 49 00 01, le soir.' };
    const sent = await send(one.id, said, one.version);
    // Anne asks the office, in between, to be taken off the site.
    await documents(strapi, ASSOCIATION).update({
      documentId: one.id,
      status: 'published',
      data: { contacts: [{ ...CONTACT, print: true, web: false }] },
    });
    const before = await readContentVersion(strapi.db.connection);
    const opened = await openAnswer(strapi, sent.id, CLAIRE);
    expect(opened.faults).toEqual([
      { path: 'description', message: expect.stringContaining('05 36 49 00 01'.replaceAll(' ', '\u00a0')) },
    ]);
    expect(await readContentVersion(strapi.db.connection)).toBe(before);
    const response = await asAdmin(cms, await signIn(cms), `/trame/desk/${sent.id}/accept`, {
      method: 'POST',
      json: { version: opened.version, entry: null },
    });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: { faults: unknown[] } }).error.faults).toHaveLength(1);
    expect((await published(one.id)).description).toBeNull();
    expect(await journalOf(one.id)).toEqual([]);
  });

  it('does not publish what an editor has not finished', async () => {
    const one = await listed();
    const sent = await send(one.id, { ...one.entry, acronym: 'XY' }, one.version);
    await documents(strapi, ASSOCIATION).update({ documentId: one.id, data: { description: 'Pas encore fi' } });
    expect(await errorOf(acceptAnswer(strapi, sent.id, { version: one.version, entry: null }, CLAIRE))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('brouillon'),
    });
    const confirmed = await listed();
    await documents(strapi, ASSOCIATION).update({ documentId: confirmed.id, data: { description: 'Pas encore fi' } });
    const yes = await send(confirmed.id, null, confirmed.version);
    await acceptAnswer(strapi, yes.id, { version: confirmed.version, entry: null }, CLAIRE);
    expect(await published(confirmed.id)).toMatchObject({ verifiedOn: TODAY, description: null });
  });

  it('stops when the entry has left the site meanwhile', async () => {
    const [gone, deleted] = [await listed(), await listed()];
    const answers = [
      await send(gone.id, { ...gone.entry, acronym: 'XY' }, gone.version),
      await send(deleted.id, null, deleted.version),
    ];
    await documents(strapi, ASSOCIATION).unpublish({ documentId: gone.id });
    await documents(strapi, ASSOCIATION).delete({ documentId: deleted.id });
    for (const [index, one] of [gone, deleted].entries()) {
      const id = answers[index]!.id;
      expect(await errorOf(acceptAnswer(strapi, id, { version: one.version, entry: null }, CLAIRE))).toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('n’est plus sur le site'),
      });
      expect(await errorOf(openAnswer(strapi, id, CLAIRE))).toMatchObject({ code: 'conflict' });
      await refuseAnswer(strapi, id, 'L’association n’existe plus.', CLAIRE);
    }
  });

  it('does not bring back a contact that left the entry after the answer was sent', async () => {
    const one = await listed({ contacts: [CONTACT, { ...CONTACT, name: 'Paul', phone: '+33536490009', email: null }] });
    const [anne, paul] = one.entry.contacts;
    const sent = await send(one.id, { ...one.entry, contacts: [{ ...anne!, role: 'Trésor' }, paul!] }, one.version);
    await documents(strapi, ASSOCIATION).update({
      documentId: one.id,
      status: 'published',
      data: { contacts: [CONTACT] },
    });
    const opened = await openAnswer(strapi, sent.id, CLAIRE);
    await acceptAnswer(strapi, sent.id, { version: opened.version, entry: null }, CLAIRE);
    expect((await published(one.id)).contacts).toMatchObject([{ name: 'Anne Martin', role: 'Trésor' }]);
  });

  it('puts a proposed logo into the media library with its description, and takes it out again when it fails', async () => {
    const folder = join(process.env['DATA_DIR'] ?? '', 'submissions');
    mkdirSync(folder, { recursive: true });
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const upload = 'logo-of-this-very-answer';
    writeFileSync(join(folder, upload), png);
    const one = await listed();
    const logo = { choice: 'new' as const, upload, alt: 'Un masque de théâtre' };
    const sent = await send(one.id, { ...one.entry, logo }, one.version, { logoFile: upload });
    const opened = await openAnswer(strapi, sent.id, CLAIRE);
    expect(opened.logo).toMatch(/^data:image\/png;base64,/);
    const files = () => strapi.db.query('plugin::upload.file').count();
    const before = await files();
    await errorOf(acceptAnswer(strapi, sent.id, { version: 'f'.repeat(32), entry: null }, CLAIRE));
    expect(await files()).toBe(before);
    await acceptAnswer(strapi, sent.id, { version: opened.version, entry: null }, CLAIRE);
    expect((await published(one.id)).logo).toMatchObject({
      alternativeText: 'Un masque de théâtre',
      mime: 'image/png',
    });
    expect(existsSync(join(folder, upload))).toBe(false);
  });
});

describe('refusing', () => {
  it('leaves the entry, mails the reason, and asks for one', async () => {
    const one = await listed();
    const sent = await send(one.id, { ...one.entry, acronym: 'NON' }, one.version);
    expect(await errorOf(refuseAnswer(strapi, sent.id, ' ', CLAIRE))).toMatchObject({ code: 'invalid' });
    await refuseAnswer(strapi, sent.id, 'Le sigle est celui d’une autre association.', CLAIRE);
    expect((await lettersOf(strapi, `answer:${sent.id}:refused`))[0]?.text).toContain('Le sigle est celui');
    expect((await published(one.id)).acronym).toBeNull();
    expect(await errorOf(refuseAnswer(strapi, sent.id, 'Encore une fois', HUGO))).toMatchObject({ code: 'conflict' });
    expect(await journalOf(one.id)).toMatchObject([{ who: 'Claire', revertible: false }]);
  });
});

describe('« Rien n’a changé », all together', () => {
  it('leaves what moved or is gone, and confirms the rest', async () => {
    const [still, moved, gone] = [await listed(), await listed(), await listed()];
    for (const one of [still, moved, gone]) await send(one.id, null, one.version);
    await documents(strapi, ASSOCIATION).update({ documentId: moved.id, status: 'published', data: { acronym: 'M' } });
    await documents(strapi, ASSOCIATION).unpublish({ documentId: gone.id });
    const { left } = await acceptUnchanged(strapi, CLAIRE);
    expect(left.map(({ title }) => title)).toEqual(expect.arrayContaining([moved.record.name, gone.record.name]));
    expect(await published(still.id)).toMatchObject({ verifiedOn: TODAY, verifiedBy: 'lien' });
    expect(await published(moved.id)).toMatchObject({ verifiedOn: null });
    expect(await journalOf(still.id)).toMatchObject([{ what: 'Fiche confirmée', differences: [] }]);
  });

  it('takes 300 in one change of content, well within ten seconds, and wakes the deployer once', async () => {
    await acceptUnchanged(strapi, CLAIRE);
    // Rows as publications leave them; 600 publications would only make the test wait.
    const ids = Array.from({ length: 300 }, () => newDocumentId());
    const rows = (publishedAt: Date | null) =>
      ids.map((documentId) => ({
        documentId,
        publishedAt,
        name: unique('Club'),
        slug: documentId,
        summary: 'Un club.',
      }));
    await strapi.db.query(ASSOCIATION).createMany({ data: [...rows(null), ...rows(new Date())] });
    const entries = await readEntries(strapi, ids);
    await strapi.db.query('api::submission.submission').createMany({
      data: ids.map((associationId) => ({
        documentId: newDocumentId(),
        publishedAt: new Date(),
        kind: 'rien n’a changé',
        state: 'à relire',
        channel: 'lien',
        title: entries.get(associationId)?.record.name,
        associationId,
        baseVersion: entries.get(associationId)?.version,
        sentAt: new Date(),
      })),
    });
    const changes = async () => Number((await strapi.db.connection('trame_content_changes').count())[0]?.['count']);
    const before = await changes();
    const heard = cms.received.length;
    const response = await asAdmin(cms, await signIn(cms), '/trame/desk/accept-unchanged', {
      method: 'POST',
      json: {},
    });
    expect(await response.json()).toMatchObject({ accepted: 300 });
    expect(await changes()).toBe(before + 1);
    expect(cms.received.slice(heard).map(({ url }) => url)).toEqual(['/hooks/strapi']);
    const verified = await strapi.db
      .query(ASSOCIATION)
      .count({ where: { documentId: { $in: ids }, verifiedOn: TODAY, verifiedBy: 'lien' } });
    expect(verified).toBe(600);
    await strapi.db.query(ASSOCIATION).deleteMany({ where: { documentId: { $in: ids } } });
  });
});

describe('a new association', () => {
  const declared = async (name: string): Promise<EntryForm> => ({
    ...emptyEntry(),
    name,
    summary: 'Ce que nous faisons, en deux mots.',
    themes: [(await makeTheme(strapi)).documentId as string],
    contacts: [
      {
        role: '',
        name: '',
        phone: '05 36 49 00 03',
        email: '',
        web: true,
        print: true,
        professionals: false,
        openData: false,
      },
    ],
  });
  const declare = (entry: EntryForm, rnaId = '', legalForm: string | null = null) =>
    submitAnswer(strapi, {
      ...answerTo('', entry, '', {
        kind: 'nouvelle association',
        channel: 'formulaire public',
        details: { rnaId, legalForm },
      }),
      association: null,
    });

  it('is published under an address of its own, with its agreement', async () => {
    const name = unique('Chorale des Grillons');
    const sent = await declare(await declared(name), 'W339009100', 'utilité publique');
    const opened = OpenAnswer.parse(await openAnswer(strapi, sent.id, CLAIRE));
    expect(opened).toMatchObject({ version: NO_VERSION, faults: [] });
    expect(opened.differences.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Forme juridique', 'Numéro RNA']),
    );
    const { associationId } = await acceptAnswer(strapi, sent.id, { version: NO_VERSION, entry: null }, CLAIRE);
    expect(await published(associationId!)).toMatchObject({
      name,
      slug: expect.stringMatching(/^chorale-des-grillons/),
      rnaId: 'W339009100',
      legalForm: 'utilité publique',
      verifiedBy: 'autre source',
      contacts: [{ phone: '+33536490003', consentDate: TODAY, consentSource: 'formulaire en ligne' }],
    });
    expect((await readExport(cms)).associations.some(({ id }) => id === associationId)).toBe(true);
  });

  it('is published without a legal form that nobody told', async () => {
    const sent = await declare(await declared(unique('Collectif des Grillons')));
    const { associationId } = await acceptAnswer(strapi, sent.id, { version: NO_VERSION, entry: null }, CLAIRE);
    expect((await readExport(cms)).associations.find(({ id }) => id === associationId)).toMatchObject({
      legalForm: null,
    });
  });

  it('that is already there is pointed out by its RNA number and by its name, and cannot take the number', async () => {
    const commune = await makeCommune(strapi);
    const existing = await listed({
      name: 'Les Amis du Vieux Moulin',
      rnaId: 'W339009101',
      commune: commune.documentId,
    });
    const alike = (name: string, rnaId = '', where: string | null = null) =>
      findLookAlikes(strapi, { name, rnaId, commune: where }).then((found) =>
        found.map(({ why, name: one }) => [why, one]),
      );
    expect(await alike('Tout autre nom', 'w339 009 101')).toEqual([['rna', 'Les Amis du Vieux Moulin']]);
    expect(await alike('Association des amis du vieux moullin')).toEqual([['name', 'Les Amis du Vieux Moulin']]);
    expect(await alike('Amis du moulin', '', commune.documentId)).toEqual([['name', 'Les Amis du Vieux Moulin']]);
    expect(await alike('Amis des orgues')).toEqual([]);
    const sent = await declare(await declared('Les amis du vieux moulin'), 'W339009101');
    const opened = await openAnswer(strapi, sent.id, CLAIRE);
    expect(opened.faults.map(({ message }) => message).join(' ')).toContain('Les Amis du Vieux Moulin');
    const refused = await refusalOf(acceptAnswer(strapi, sent.id, { version: NO_VERSION, entry: null }, CLAIRE));
    expect(refused).toHaveProperty('rnaId');
    expect(existing.record.rnaId).toBe('W339009101');
  });
});

describe('a proposed event or guide', () => {
  const event = {
    title: 'Portes ouvertes',
    kind: 'rencontre',
    summary: 'Venez essayer nos ateliers.',
    dates: [{ day: '2027-09-11', lastDay: '', begin: '14:00', end: '17:00' }],
    place: 'Salle des fêtes',
    commune: null,
    price: '',
    free: true,
    contact: '05 36 49 00 04',
    picture: { choice: 'none' },
    cancelled: false,
  };

  it('becomes an event of its association, public when it is complete', async () => {
    const one = await listed();
    const propose = (details: unknown) => send(one.id, null, '', { kind: 'événement', channel: 'espace', details });
    expect(await errorOf(propose({ ...event, publishedAt: 'now' }))).toMatchObject({ code: 'invalid' });
    const complete = await propose({ ...event, title: unique('Portes ouvertes') });
    const opened = OpenAnswer.parse(await openAnswer(strapi, complete.id, CLAIRE));
    expect(opened.differences.map(({ label }) => label)).toContain('Dates');
    const { draft } = await acceptAnswer(strapi, complete.id, { version: NO_VERSION, entry: null }, CLAIRE);
    expect(draft).toMatchObject({ uid: 'api::event.event', published: true });
    expect(
      await documents(strapi, 'api::event.event').findOne({
        documentId: draft!.documentId,
        status: 'published',
        populate: ['organisers', 'timings', 'registration'],
      }),
    ).toMatchObject({
      organisers: [{ documentId: one.id }],
      timings: [{ begin: '2027-09-11T12:00:00.000Z', end: '2027-09-11T15:00:00.000Z' }],
      registration: [{ kind: 'téléphone', value: '+33536490004' }],
    });

    const vague = await propose({
      ...event,
      title: unique('Soirée'),
      dates: [{ day: '2027-09-11', lastDay: '', begin: '', end: '' }],
    });
    const { draft: waiting } = await acceptAnswer(strapi, vague.id, { version: NO_VERSION, entry: null }, CLAIRE);
    expect(waiting).toMatchObject({ published: false });
    // The day that was told is there for the editor.
    expect(
      await documents(strapi, 'api::event.event').findOne({ documentId: waiting!.documentId, populate: ['timings'] }),
    ).toMatchObject({ timings: [{ begin: '2027-09-10T22:00:00.000Z', end: null }] });
  });

  it('becomes a guide that waits, its text as text', async () => {
    const one = await listed();
    const details = {
      kind: 'actualité',
      title: unique('Nouvelle salle'),
      summary: 'La salle a rouvert ses portes.',
      text: '<script>alert(1)</script>\n\nUn second paragraphe, assez long.',
      place: '',
    };
    const sent = await send(one.id, null, '', { kind: 'guide', channel: 'espace', details });
    const { draft } = await acceptAnswer(strapi, sent.id, { version: NO_VERSION, entry: null }, CLAIRE);
    expect(draft).toMatchObject({ published: false });
    const guide = await documents(strapi, 'api::guide.guide').findOne({ documentId: draft!.documentId });
    expect(guide.body).toHaveLength(2);
    expect(guide.body[0].children[0]).toEqual({ type: 'text', text: '<script>alert(1)</script>' });
  });
});

describe('the desk', () => {
  it('lists what waits, and tells the other editor for ten minutes that one is open', async () => {
    const one = await listed();
    const sent = await send(one.id, { ...one.entry, acronym: 'DD' }, one.version);
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    const seenBy = async (editor: typeof CLAIRE, minutes: number) =>
      Desk.parse(await readDesk(strapi, editor, at(minutes))).answers.find(({ id }) => id === sent.id);
    // Reading alone tells nobody: the page says so itself.
    await openAnswer(strapi, sent.id, CLAIRE);
    expect(await seenBy(HUGO, 1)).toMatchObject({ openedBy: null });
    expect(await markOpen(strapi, sent.id, CLAIRE)).toEqual({ state: 'à relire', openedBy: null });
    expect(await seenBy(CLAIRE, 1)).toMatchObject({ openedBy: null, changes: ['Sigle'] });
    expect(await seenBy(HUGO, 1)).toMatchObject({ openedBy: 'Claire' });
    expect((await openAnswer(strapi, sent.id, HUGO)).answer.openedBy).toBe('Claire');
    // Who comes later does not take its place.
    expect(await markOpen(strapi, sent.id, HUGO)).toEqual({ state: 'à relire', openedBy: 'Claire' });
    expect(await seenBy(HUGO, 1)).toMatchObject({ openedBy: 'Claire' });
    const told = await asAdmin(cms, await signIn(cms), `/trame/desk/${sent.id}/still-open`, {
      method: 'POST',
      json: {},
    });
    expect(StillOpen.parse(await told.json())).toMatchObject({ state: 'à relire' });
    expect(await seenBy(HUGO, 11)).toMatchObject({ openedBy: null });
    expect(await seenBy(CLAIRE, 1)).toMatchObject({ openedBy: null });
  });

  it('is for signed-in editors, refuses extra keys, and knows no ids but its own', async () => {
    for (const path of ['/trame/desk', '/trame/journal', '/trame/campaigns/current']) {
      expect((await fetch(`${cms.url}${path}`)).status, path).toBe(401);
    }
    const token = await signIn(cms);
    const post = (path: string, json: unknown) => asAdmin(cms, token, path, { method: 'POST', json });
    expect((await asAdmin(cms, token, '/trame/desk')).status).toBe(200);
    expect((await asAdmin(cms, token, '/trame/desk/nobody')).status).toBe(404);
    expect((await post('/trame/desk/nobody/still-open', {})).status).toBe(404);
    expect((await post('/trame/desk/nobody/accept', { version: 'x', entry: null })).status).toBe(404);
    expect((await post('/trame/desk/nobody/accept', { version: 'x', entry: null, owner: 1 })).status).toBe(400);
    expect((await post('/trame/journal/nobody/revert', {})).status).toBe(404);
  });
});

describe('the journal', () => {
  it('puts an entry back to what it was, agreements included, and remembers that too', async () => {
    const one = await listed();
    const sent = await send(
      one.id,
      { ...one.entry, acronym: 'APRÈS', contacts: one.entry.contacts.map((contact) => ({ ...contact, name: 'Zoé' })) },
      one.version,
    );
    await acceptAnswer(strapi, sent.id, { version: one.version, entry: null }, CLAIRE);
    const [line] = await journalOf(one.id);
    await revertEntry(strapi, line!.id, HUGO);
    expect(await published(one.id)).toMatchObject({
      acronym: null,
      verifiedOn: TODAY,
      contacts: [{ name: 'Anne Martin', consentDate: '2025-06-02', consentSource: 'courriel' }],
    });
    const lines = await journalOf(one.id);
    expect(lines.map(({ who, what }) => [who, what])).toEqual([
      ['Hugo', 'Fiche rétablie'],
      ['Claire', 'Fiche modifiée'],
    ]);
    expect(await errorOf(revertEntry(strapi, line!.id, HUGO))).toMatchObject({ code: 'conflict' });
  });

  it('never brings back who asked to be taken out', async () => {
    const one = await listed({ contacts: [CONTACT, { ...CONTACT, name: 'Paul', phone: '+33536490009', email: null }] });
    const sent = await send(one.id, { ...one.entry, acronym: 'AV' }, one.version);
    await acceptAnswer(strapi, sent.id, { version: one.version, entry: null }, CLAIRE);
    const [line] = await journalOf(one.id);
    await documents(strapi, ASSOCIATION).update({
      documentId: one.id,
      status: 'published',
      data: { contacts: [CONTACT] },
    });
    await writeJournal(strapi, {
      who: 'Paul',
      whoId: null,
      act: 'contact retiré',
      subject: one.record.name,
      associationId: one.id,
    });
    await revertEntry(strapi, line!.id, CLAIRE);
    expect(await published(one.id)).toMatchObject({ acronym: null, contacts: [{ name: 'Anne Martin' }] });
  });

  it('and answers and requests cannot be written through the document service, by anyone', async () => {
    const row = await strapi.db.query('api::journal-entry.journal-entry').findOne({ where: { act: 'fiche modifiée' } });
    for (const uid of [
      'api::journal-entry.journal-entry',
      'api::submission.submission',
      'api::update-request.update-request',
    ] as const) {
      const service = documents(strapi, uid);
      await refusalOf(service.create({ data: { subject: 'x' } }));
      await refusalOf(service.delete({ documentId: row.documentId }));
      await refusalOf(service.update({ documentId: row.documentId, data: { subject: 'x' } }));
      const token = await signIn(cms);
      const admin = await asAdmin(cms, token, `/content-manager/collection-types/${uid}/${row.documentId}`, {
        method: 'DELETE',
      });
      expect(admin.status).toBeGreaterThanOrEqual(400);
    }
    expect(await strapi.db.query('api::journal-entry.journal-entry').count({ where: { id: row.id } })).toBe(1);
  });
});

describe('what was kept by another version of the program', () => {
  const SUBMISSIONS = 'api::submission.submission';
  const LINES = 'api::journal-entry.journal-entry';
  const rowOf = (uid: string, documentId: string) => strapi.db.query(uid).findOne({ where: { documentId } });
  const rewrite = (uid: string, documentId: string, data: object) =>
    strapi.db.query(uid).update({ where: { documentId }, data });

  it('is written with its version, and read without one', async () => {
    const one = await listed();
    const { id } = await send(one.id, { ...one.entry, acronym: 'AVANT' }, one.version);
    const row = await rowOf(SUBMISSIONS, id);
    expect([row.entry.format, row.base.format]).toEqual(['trame-entry/2', 'trame-entry/2']);
    // As the first version wrote it, before ages had units.
    const firstEntry = ({ format: _, ...fields }: { format?: string; activities: Record<string, unknown>[] }) => ({
      ...fields,
      activities: fields.activities.map(({ ageMinUnit: _min, ageMaxUnit: _max, ...activity }) => activity),
    });
    const firstState = ({ format: _, ...state }: { format: string; entry: Parameters<typeof firstEntry>[0] }) => ({
      ...state,
      entry: firstEntry(state.entry),
    });
    await rewrite(SUBMISSIONS, id, { entry: firstEntry(row.entry), base: firstEntry(row.base) });
    await acceptAnswer(strapi, id, { version: one.version, entry: null }, CLAIRE);
    expect(await published(one.id)).toMatchObject({ acronym: 'AVANT' });

    const [line] = await journalOf(one.id);
    const kept = await rowOf(LINES, line!.id);
    expect([kept.before.format, kept.after.format]).toEqual(['trame-kept-state/2', 'trame-kept-state/2']);
    await rewrite(LINES, line!.id, { before: firstState(kept.before), after: firstState(kept.after) });
    expect((await journalOf(one.id))[0]).toMatchObject({ differences: [{ label: 'Sigle' }], unreadable: null });
    await revertEntry(strapi, line!.id, CLAIRE);
    expect(await published(one.id)).toMatchObject({ acronym: null });
  });

  it('and cannot be read is shown as such among the others, and nothing is decided about it', async () => {
    const [one, other] = [await listed(), await listed()];
    const { id } = await send(one.id, { ...one.entry, acronym: 'A' }, one.version);
    const confirmed = await send(other.id, null, other.version);
    const event = await send(other.id, null, '', {
      kind: 'événement',
      details: {
        title: 'Grand bal d’été',
        kind: 'rencontre',
        summary: 'Réservez sur place.',
        dates: [{ day: '2099-07-14', lastDay: '', begin: '20:00', end: '' }],
        place: 'Place du Lavoir',
        commune: null,
        price: '',
        free: true,
        contact: '',
        picture: { choice: 'none' },
        cancelled: false,
      },
    });
    const { entry } = await rowOf(SUBMISSIONS, id);
    const { name: _, ...lacking } = entry;
    const broken = [
      [id, { entry: { ...entry, format: 'trame-entry/99' } }],
      [id, { entry: lacking }],
      [confirmed.id, { base: ['torn'] }],
      [event.id, { details: { title: 'Grand bal d’été' } }],
    ] as const;
    for (const [answer, data] of broken) {
      const before = await rowOf(SUBMISSIONS, answer);
      await rewrite(SUBMISSIONS, answer, data);
      const stored = await rowOf(SUBMISSIONS, answer);
      const { answers } = Desk.parse(await readDesk(strapi, CLAIRE));
      const shown = answers.find((line) => line.id === answer);
      expect(shown?.unreadable).toMatch(/ne peut pas être relu/);
      expect(answers.filter(({ unreadable }) => unreadable === null).length).toBeGreaterThanOrEqual(2);
      const opened = OpenAnswer.parse(await openAnswer(strapi, answer, CLAIRE));
      expect(opened).toMatchObject({ differences: [], entry: null, faults: [{ message: shown?.unreadable }] });
      for (const decide of [
        () => acceptAnswer(strapi, answer, { version: opened.version, entry: null }, CLAIRE),
        () => acceptAnswer(strapi, answer, { version: one.version, entry: one.entry }, CLAIRE),
        () => refuseAnswer(strapi, answer, 'Nous ne pouvons pas la lire.', CLAIRE),
      ]) {
        expect(await errorOf(decide())).toMatchObject({ code: 'conflict', message: shown?.unreadable });
      }
      if (answer === confirmed.id) {
        const { left } = await acceptUnchanged(strapi, CLAIRE);
        expect(left.find(({ title }) => title === other.record.name)?.reason).toBe(shown?.unreadable);
      }
      expect(await rowOf(SUBMISSIONS, answer)).toEqual(stored);
      await rewrite(SUBMISSIONS, answer, { entry: before.entry, base: before.base, details: before.details });
    }
    const { answers } = await readDesk(strapi, CLAIRE);
    for (const answer of [id, event.id]) expect(answers.find((line) => line.id === answer)?.unreadable).toBeNull();
  });

  it('and cannot be read in the journal is told on its line, and nothing goes back to it', async () => {
    const one = await listed();
    for (const acronym of ['UN', 'DEUX']) {
      const now = (await readEntry(strapi, one.id))!;
      const { id } = await send(one.id, { ...now.entry, acronym }, now.version);
      await acceptAnswer(strapi, id, { version: now.version, entry: null }, CLAIRE);
    }
    const [newest] = await journalOf(one.id);
    await rewrite(LINES, newest!.id, { before: { format: 'trame-kept-state/99', entry: {} } });
    const [line, older] = await journalOf(one.id);
    expect(line).toMatchObject({ id: newest!.id, differences: [], revertible: false });
    expect(line?.unreadable).toMatch(/ne peut pas être relu/);
    expect(older).toMatchObject({ unreadable: null, revertible: true, differences: [{ label: 'Sigle' }] });
    expect(await errorOf(revertEntry(strapi, newest!.id, CLAIRE))).toMatchObject({
      code: 'conflict',
      message: line?.unreadable,
    });
    expect(await published(one.id)).toMatchObject({ acronym: 'DEUX' });
  });
});
