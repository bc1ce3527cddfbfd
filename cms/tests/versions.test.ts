/** Two people, one record: what a form that read an older state may save, through the very requests of Strapi's own forms. */
import { createRequire } from 'node:module';
import type { Core } from '@strapi/strapi';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BASE_HEADER, CHOSEN_HEADER, FormConflict, TOLD_HEADER } from '../src/domain/contract/desk/form-conflict.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { dayOf } from '../src/domain/dates.ts';
import { confirmEntries } from '../src/entries/confirm-entries.ts';
import { readEntry } from '../src/entries/entry-of-record.ts';
import { eraseVersions, KEEP_VERSIONS_DAYS, openVersion, versionsSince } from '../src/entries/kept-versions.ts';
import { contentAttributes } from '../src/entries/record-content.ts';
import { knownShapes } from '../src/entries/record-shape.ts';
import type * as SaveRecord from '../src/entries/save-record.ts';
import { isContent } from '../src/platform/program-records/program-record.ts';
import { withdrawalLink } from '../src/platform/links/withdrawal-link.ts';
import { submitAnswer } from '../src/update/answers/submit-answer.ts';
import { answerTo } from './helpers/answers.ts';
import { documents, eventData, makeCommune, makeTheme, publishAssociation, unique } from './helpers/content.ts';
import { knock, SITE } from './helpers/door.ts';
import { asAdmin, openForm, readExport, signIn } from './helpers/http.ts';

const ASSOCIATION = 'api::association.association';
const EVENT = 'api::event.event';
const AGREED = {
  web: true,
  print: true,
  professionals: true,
  openData: true,
  consentDate: '2026-01-10',
  consentSource: 'courriel',
};
const ANNE = { role: 'présidence', name: 'Anne Martin', phone: '+33536490001', email: 'anne@example.org', ...AGREED };
const PAUL = { role: 'trésorerie', name: 'Paul Lenoir', phone: '+33536490002', email: null, ...AGREED };

let cms: Cms;
let strapi: Core.Strapi;
let token: string;
beforeAll(async () => {
  cms = await startCms();
  ({ strapi } = cms);
  token = await signIn(cms);
  process.env.SITE_URL = SITE;
});
beforeEach(() => strapi.db.query('api::journal-entry.journal-entry').deleteMany({}));

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const address = (uid: string, id: string) => `/content-manager/collection-types/${uid}/${id}`;

type Values = Record<string, unknown>;
interface Form {
  readonly record: string;
  base: Record<string, string>;
  /** What the form holds, as Strapi's form holds it: rows with their numbers, relations as changes. */
  readonly values: Values;
}

/** What Strapi's form makes of a record (`transformDocument`): no null, no field of the row, relations as changes of them. */
function asFormHolds(document: Values): Values {
  const relations = [
    'themes',
    'audiences',
    'commune',
    'communesOfActivity',
    'organisers',
    'participants',
    'venue',
    'organisedEvents',
    'attendedEvents',
    'resources',
    'guides',
    'actions',
    'highlightedOn',
    'editions',
  ];
  const ofTheRow = [
    'id',
    'documentId',
    'createdAt',
    'updatedAt',
    'publishedAt',
    'createdBy',
    'updatedBy',
    'status',
    'locale',
    'localizations',
    'firstPublishedAt',
  ];
  return Object.fromEntries(
    Object.entries(document)
      .filter(([name, value]) => !ofTheRow.includes(name) && value !== null)
      .map(([name, value]) => [name, relations.includes(name) ? { connect: [], disconnect: [] } : value]),
  );
}

/** What is kept of an association, the oldest first. */
const keptOf = (documentId: string) =>
  strapi.db.transaction(({ trx }) => versionsSince(trx, { uid: ASSOCIATION, documentId }, '0'));

async function open(uid: string, id: string): Promise<Form> {
  const record = address(uid, id);
  const base = await openForm(cms, token, record);
  const { data } = (await (await asAdmin(cms, token, record)).json()) as { data: Values };
  return { record, base, values: asFormHolds(data) };
}

const save = (form: Form, changes: Values, headers: Record<string, string> = {}) =>
  asAdmin(cms, token, form.record, {
    method: 'PUT',
    json: { ...form.values, ...changes },
    headers: { ...form.base, ...headers },
  });
const publish = (form: Form, changes: Values, headers: Record<string, string> = {}) =>
  asAdmin(cms, token, `${form.record}/actions/publish`, {
    method: 'POST',
    json: { ...form.values, ...changes },
    headers: { ...form.base, ...headers },
  });

const told = (response: Response): string[] => {
  const header = response.headers.get(TOLD_HEADER);
  return header === null ? [] : (JSON.parse(decodeURIComponent(header)) as string[]).map(plain);
};
const conflictOf = async (response: Response) => {
  expect(response.status).toBe(409);
  const { error } = (await response.json()) as { error: { details: unknown; message: string } };
  return FormConflict.parse(error.details);
};
const ok = async (response: Response): Promise<Response> => {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response;
};
const standing = (id: string, status: 'draft' | 'published' = 'published', uid = ASSOCIATION) =>
  documents(strapi, uid as typeof ASSOCIATION).findOne({
    documentId: id,
    status,
    populate: uid === EVENT ? ['registration'] : ['contacts', 'themes', 'activities', 'activities.slots', 'address'],
  }) as Promise<Values & { contacts: (typeof ANNE)[]; themes: { documentId: string }[] }>;
const journal = async () =>
  (
    (await strapi.db.query('api::journal-entry.journal-entry').findMany({ orderBy: { id: 'asc' } })) as {
      act: string;
      note: string | null;
      who: string;
    }[]
  ).map(({ act, note }) => `${act}: ${plain(note ?? '')}`);

/** The person opens the link of a letter, and confirms. */
async function withdraws(contact: { email: string | null; phone: string }, association: string): Promise<void> {
  cms.answer = ({ url }) =>
    url === '/editions/holding'
      ? { status: 200, body: { editions: [], looked: [], unreadable: [] } }
      : { status: 202, body: null };
  const link = withdrawalLink(association, { email: contact.email ?? undefined, phone: contact.phone })?.url ?? '';
  const { status } = await knock(cms, '/api/retrait/confirmer', { json: { token: link.split('#')[1] } });
  cms.answer = null;
  expect(status).toBe(200);
}

let people = 0;
/** Contacts that no other test has. */
function contacts() {
  people += 1;
  const of = (base: Values, digit: number) => ({
    ...base,
    phone: `+33536492${people}${digit}`.padEnd(12, '0').slice(0, 12),
    email: `personne.${people}.${digit}@example.org`,
  });
  return [of(ANNE, 1), of(PAUL, 2)] as [typeof ANNE, typeof ANNE];
}
const channelsOf = ({ web, print, professionals, openData }: Values) => [web, print, professionals, openData];
const NOWHERE = [false, false, false, false];

/** Everything that the public and the print shop may read of a record, as text. */
const public_ = async (): Promise<string> => JSON.stringify(await readExport(cms));

describe('a form that was opened before a withdrawal', () => {
  it('brings nobody back, draft or published, whatever else it changes, and says so', async () => {
    const [anne, paul] = contacts();
    const { documentId, name } = await publishAssociation(strapi, {
      contacts: [anne, paul],
      howToJoin: `Appelez le ${anne.phone}.`,
    });
    const [draft, published] = [await open(ASSOCIATION, documentId), await open(ASSOCIATION, documentId)];
    expect(await public_()).toContain(anne.phone);
    await withdraws(anne, documentId);

    const saved = await ok(await save(draft, { summary: 'Une autre présentation.' }));
    expect(told(saved)).toEqual([expect.stringMatching(/^Anne Martin : l’accord a été retiré le .* Il reste retiré/)]);
    for (const status of ['draft', 'published'] as const)
      expect(channelsOf((await standing(documentId, status)).contacts[0] as Values), status).toEqual(NOWHERE);
    await ok(await publish(published, { acronym: 'AM' }));
    const now = await standing(documentId);
    expect(now).toMatchObject({ summary: 'Une autre présentation.', acronym: 'AM' });
    expect(now.contacts.map((one) => channelsOf(one))).toEqual([NOWHERE, [true, true, true, true]]);
    expect(now.contacts[0]).toMatchObject({ consentDate: null, consentSource: null });
    expect(String((now as Values)['howToJoin'])).not.toContain(anne.phone);
    const shown = await public_();
    expect(shown).not.toContain(anne.phone);
    expect(shown).toContain(paul.phone);
    expect(shown).toContain(name);
    expect(await journal()).toEqual([
      expect.stringMatching(/^contact retiré/),
      expect.stringMatching(/^retrait maintenu: Anne Martin/),
      expect.stringMatching(/^retrait maintenu: Anne Martin/),
      expect.stringMatching(/^fiche modifiée/),
    ]);
    // Nothing that is kept for merging says it either.
    const { rows } = await strapi.db.connection.raw(
      `select document::text as document from trame_record_versions where record = ? and document::text like '%"web": true%' and document -> 'content' ->> 'howToJoin' like ?`,
      [documentId, `%${anne.phone}%`],
    );
    expect(rows).toEqual([]);
  });

  it('does not either when it changes that very contact, types the number anew, or adds the person once more', async () => {
    const [anne, paul] = contacts();
    const { documentId } = await publishAssociation(strapi, { contacts: [anne, paul] });
    const forms = [
      await open(ASSOCIATION, documentId),
      await open(ASSOCIATION, documentId),
      await open(ASSOCIATION, documentId),
    ];
    await withdraws(anne, documentId);
    const rows = (form: Form | undefined) => form?.values['contacts'] as Values[];
    await ok(
      await publish(forms[0] as Form, {
        contacts: [{ ...rows(forms[0])[0], role: 'coprésidence' }, rows(forms[0])[1]],
      }),
    );
    expect((await standing(documentId)).contacts[0]).toMatchObject({ role: 'coprésidence', web: false, print: false });
    const typed = `0${anne.phone.slice(3)}`.replace(/(..)(?=.)/g, '$1 ');
    await ok(
      await publish(forms[1] as Form, {
        contacts: [...rows(forms[1]), { ...anne, role: 'secrétariat', name: 'A. Martin', phone: typed, email: null }],
        howToJoin: `Ou bien ${typed}.`,
      }),
    );
    const now = await standing(documentId);
    for (const contact of now.contacts.filter(({ phone }) => phone === anne.phone))
      expect(channelsOf(contact)).toEqual(NOWHERE);
    expect(JSON.stringify(now['howToJoin'])).not.toContain(typed);
    // A choice between theirs and mine offers nobody who withdrew.
    const third = forms[2] as Form;
    const touching = await publish(third, {
      contacts: [{ ...rows(third)[0], role: 'vice-présidence' }, rows(third)[1]],
    });
    const { version, conflicts } = await conflictOf(touching);
    expect(conflicts.map(({ path, label }) => [path, plain(label)])).toEqual([
      ['contacts.0.role', 'Contacts 1 › Rôle'],
    ]);
    await ok(
      await publish(
        third,
        { contacts: [{ ...rows(third)[0], role: 'vice-présidence' }, rows(third)[1]] },
        { [CHOSEN_HEADER]: encodeURIComponent(JSON.stringify([{ against: version, theirs: [] }])) },
      ),
    );
    expect((await standing(documentId)).contacts[0]).toMatchObject({
      role: 'vice-présidence',
      web: false,
      openData: false,
    });
    expect(await public_()).not.toContain(anne.phone);
  });

  it('gives no agreement to one who had agreed to nothing before, however often the person says so', async () => {
    const [anne] = contacts();
    const nowhere = { ...anne, web: false, print: false, professionals: false, openData: false };
    const { documentId } = await publishAssociation(strapi, {
      contacts: [{ ...nowhere, consentDate: null, consentSource: null }],
    });
    for (let times = 0; times < 2; times += 1) {
      const form = await open(ASSOCIATION, documentId);
      const [row] = form.values['contacts'] as Values[];
      await withdraws(anne, documentId);
      const agreed = { web: true, print: true, consentDate: '2026-01-02', consentSource: 'téléphone' };
      const answer = await ok(await publish(form, { contacts: [{ ...row, ...agreed }] }));
      expect(told(answer)).toEqual([expect.stringMatching(/^Anne Martin : l’accord a été retiré/)]);
      expect(channelsOf((await standing(documentId)).contacts[0] as Values)).toEqual(NOWHERE);
    }
    // The desk is told by this line, when an answer would bring her in.
    expect((await journal()).filter((line) => line.startsWith('contact retiré'))).toHaveLength(1);
  });

  it('lets a new agreement be noted: on a form that was opened since, or given on a later day', async () => {
    const [anne] = contacts();
    const { documentId } = await publishAssociation(strapi, { contacts: [anne] });
    const before = await open(ASSOCIATION, documentId);
    await withdraws(anne, documentId);
    const today = dayOf(new Date());
    // The same day, on the form of before: nobody knows which came first.
    await ok(await publish(before, { contacts: [{ ...anne, consentDate: today, consentSource: 'téléphone' }] }));
    expect(channelsOf((await standing(documentId)).contacts[0] as Values)).toEqual(NOWHERE);

    const since = await open(ASSOCIATION, documentId);
    const [row] = since.values['contacts'] as Values[];
    const answer = await ok(
      await publish(since, { contacts: [{ ...row, web: true, consentDate: today, consentSource: 'téléphone' }] }),
    );
    expect(told(answer)).toEqual([]);
    expect((await standing(documentId)).contacts[0]).toMatchObject({ web: true, print: false, consentDate: today });
  });

  it('that was opened on the same state as another one of since does not use what that one may', async () => {
    const [anne] = contacts();
    const { documentId } = await publishAssociation(strapi, { contacts: [anne] });
    const before = await open(ASSOCIATION, documentId);
    await withdraws(anne, documentId);
    const since = await open(ASSOCIATION, documentId);
    const [row] = since.values['contacts'] as Values[];
    await ok(
      await publish(since, {
        contacts: [{ ...row, web: true, consentDate: dayOf(new Date()), consentSource: 'téléphone' }],
      }),
    );
    // The older form says that she agreed to everything: she has agreed to one thing since.
    await ok(await publish(before, { acronym: 'X' }));
    expect((await standing(documentId)).contacts[0]).toMatchObject({ web: true, print: false, openData: false });
  });

  it('publishes no withdrawn contact in bulk, whatever the draft said when the list was opened', async () => {
    const [anne] = contacts();
    const { documentId } = await publishAssociation(strapi, { contacts: [anne] });
    const form = await open(ASSOCIATION, documentId);
    await withdraws(anne, documentId);
    await ok(await save(form, { summary: 'Brouillon.' }));
    const bulk = await asAdmin(cms, token, `/content-manager/collection-types/${ASSOCIATION}/actions/bulkPublish`, {
      method: 'POST',
      json: { documentIds: [documentId] },
    });
    await ok(bulk);
    expect(await standing(documentId)).toMatchObject({ summary: 'Brouillon.' });
    expect(await public_()).not.toContain(anne.phone);
  });

  it('puts no way to register back to an event that lost it by the withdrawal', async () => {
    const [anne] = contacts();
    const { documentId } = await publishAssociation(strapi, { contacts: [anne] });
    const event = await documents(strapi, EVENT).create({
      data: { ...eventData(), organisers: [documentId], registration: [{ kind: 'téléphone', value: anne.phone }] },
      status: 'published',
    });
    const form = await open(EVENT, event.documentId);
    await withdraws(anne, documentId);
    const answer = await ok(
      await publish(form, { summary: 'Autre chose.', registration: [{ kind: 'téléphone', value: anne.phone }] }),
    );
    expect(told(answer)).toEqual([expect.stringMatching(/^Un moyen d’inscription a été retiré/)]);
    expect(await standing(event.documentId, 'published', EVENT)).toMatchObject({
      summary: 'Autre chose.',
      registration: [],
    });
  });

  it('that a publication overtakes waits for it: neither undoes the other', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [anne] = contacts();
      const { documentId } = await publishAssociation(strapi, { contacts: [anne] });
      const form = await open(ASSOCIATION, documentId);
      const [answer] = await Promise.all([publish(form, { acronym: `R${round}` }), withdraws(anne, documentId)]);
      await ok(answer);
      expect(await standing(documentId)).toMatchObject({ acronym: `R${round}` });
      expect(channelsOf((await standing(documentId)).contacts[0] as Values)).toEqual(NOWHERE);
      expect(channelsOf((await standing(documentId, 'draft')).contacts[0] as Values)).toEqual(NOWHERE);
    }
  });
});

describe('two forms of one record', () => {
  it('that change other fields are both saved, and the second one says what it took over', async () => {
    const theme = await makeTheme(strapi);
    const { documentId } = await publishAssociation(strapi, {
      activities: [{ label: 'Judo', price: '120 €', slots: [{ day: 'lundi', begin: '18:00', end: '19:00' }] }],
    });
    const [one, two] = [await open(ASSOCIATION, documentId), await open(ASSOCIATION, documentId)];
    const activity = (form: Form) => (form.values['activities'] as Values[])[0];
    await ok(
      await publish(one, {
        acronym: 'UN',
        activities: [{ ...activity(one), price: '130 €' }],
        themes: { connect: [{ documentId: theme.documentId }], disconnect: [] },
      }),
    );
    const answer = await ok(
      await publish(two, {
        summary: 'Deux.',
        activities: [{ ...activity(two), season: 'toute l’année' }, { label: 'Yoga' }],
      }),
    );
    expect(await standing(documentId)).toMatchObject({
      acronym: 'UN',
      summary: 'Deux.',
      activities: [
        { label: 'Judo', price: '130 €', season: 'toute l’année', slots: [{ day: 'lundi' }] },
        { label: 'Yoga' },
      ],
    });
    expect((await standing(documentId)).themes.map((one) => one.documentId)).toContain(theme.documentId);
    expect(told(answer)).toEqual([
      expect.stringMatching(/a modifié « Sigle », « Thèmes » et « Activités » pendant ce temps : c’est repris\.$/),
    ]);
  });

  it('that change the same field are asked about, side by side, nothing saved; and saved at once when it is chosen', async () => {
    const { documentId } = await publishAssociation(strapi, { summary: 'Avant.', acronym: 'AV' });
    const [one, two] = [await open(ASSOCIATION, documentId), await open(ASSOCIATION, documentId)];
    await ok(await save(one, { summary: 'Un.', acronym: 'UN' }));
    const changes = { summary: 'Deux.', acronym: 'DEUX', foundedYear: 1990 };
    const { version, conflicts } = await conflictOf(await publish(two, changes));
    expect(conflicts).toMatchObject([
      {
        path: 'acronym',
        base: 'AV',
        mine: 'DEUX',
        theirs: 'UN',
        words: { mine: ['DEUX'] },
        who: 'l’équipe de l’annuaire',
      },
      { path: 'summary', label: expect.any(String), base: 'Avant.', mine: 'Deux.', theirs: 'Un.' },
    ]);
    expect(await standing(documentId)).toMatchObject({ summary: 'Avant.' });
    const chosen = { [CHOSEN_HEADER]: encodeURIComponent(JSON.stringify([{ against: version, theirs: ['acronym'] }])) };
    // A third one saves in between: what was chosen stays chosen, and only what is new is asked about.
    const third = await open(ASSOCIATION, documentId);
    await ok(await save(third, { website: 'https://trois.example.org', foundedYear: 2001 }));
    const again = await conflictOf(await publish(two, changes, chosen));
    expect(again.conflicts.map(({ path, theirs }) => [path, theirs])).toEqual([['foundedYear', 2001]]);
    const both = [
      { against: version, theirs: ['acronym'] },
      { against: again.version, theirs: [] },
    ];
    await ok(await publish(two, changes, { [CHOSEN_HEADER]: encodeURIComponent(JSON.stringify(both)) }));
    expect(await standing(documentId)).toMatchObject({
      summary: 'Deux.',
      acronym: 'UN',
      website: expect.stringContaining('trois.example.org'),
      foundedYear: 1990,
    });
  });

  it('may save again without being opened again: each save answers with the state that the next one is made from', async () => {
    const { documentId } = await publishAssociation(strapi);
    const form = await open(ASSOCIATION, documentId);
    const first = await ok(await save(form, { acronym: 'UN' }));
    form.base = { [BASE_HEADER]: first.headers.get(BASE_HEADER) ?? '' };
    await ok(await save(form, { acronym: 'DEUX' }));
    expect(await standing(documentId, 'draft')).toMatchObject({ acronym: 'DEUX' });
  });

  it('keep what an accepted answer, a job and a program did between', async () => {
    const { documentId } = await publishAssociation(strapi, {
      contacts: contacts(),
      commune: (await makeCommune(strapi)).documentId,
    });
    const form = await open(ASSOCIATION, documentId);
    const read = await readEntry(strapi, documentId);
    if (!read) throw new Error('no entry');
    const { id } = await submitAnswer(
      strapi,
      answerTo(documentId, { ...read.entry, howToJoin: 'Par l’association.' }, read.version),
    );
    await ok(
      await asAdmin(cms, token, `/trame/desk/${id}/accept`, {
        method: 'POST',
        json: { version: read.version, entry: null },
      }),
    );
    await confirmEntries(strapi, [{ associationId: documentId, day: dayOf(new Date()), source: 'téléphone' }]);
    await documents(strapi, ASSOCIATION).update({ documentId, data: { website: 'https://import.example.org' } });
    const answer = await ok(await publish(form, { acronym: 'ÉD' }));
    expect(await standing(documentId)).toMatchObject({
      acronym: 'ÉD',
      howToJoin: 'Par l’association.',
      verifiedOn: dayOf(new Date()),
      verifiedBy: 'téléphone',
      website: expect.stringContaining('import.example.org'),
    });
    expect(told(answer).join(' ')).toMatch(
      /l’association \(réponse acceptée par L’équipe de l’annuaire\) a modifié .*Quelqu’un a modifié /i,
    );
  });

  it('of which one takes it offline do not put it back without anybody knowing', async () => {
    const { documentId } = await publishAssociation(strapi);
    const form = await open(ASSOCIATION, documentId);
    await ok(await asAdmin(cms, token, `${form.record}/actions/unpublish`, { method: 'POST', json: {} }));
    const { version, conflicts } = await conflictOf(await publish(form, { acronym: 'X' }));
    expect(conflicts).toMatchObject([
      { path: '', theirs: false, words: { theirs: [expect.stringMatching(/^Mise hors ligne le/)] } },
    ]);
    expect(await standing(documentId)).toBeNull();
    expect(await standing(documentId, 'draft')).not.toMatchObject({ acronym: 'X' });
    await ok(
      await publish(
        form,
        { acronym: 'X' },
        { [CHOSEN_HEADER]: encodeURIComponent(JSON.stringify([{ against: version, theirs: [] }])) },
      ),
    );
    expect(await standing(documentId)).toMatchObject({ acronym: 'X' });
  });

  it('of a type without drafts, and of a page of which there is one, are put together too', async () => {
    const { documentId } = await makeTheme(strapi);
    const [one, two] = [await open('api::theme.theme', documentId), await open('api::theme.theme', documentId)];
    await ok(await save(one, { description: 'Un.' }));
    await ok(await save(two, { position: 7 }));
    expect(await documents(strapi, 'api::theme.theme').findOne({ documentId })).toMatchObject({
      description: 'Un.',
      position: 7,
    });

    const home = '/content-manager/single-types/api::home.home';
    const before = await openForm(cms, token, home);
    expect(before).not.toEqual({});
    await ok(await asAdmin(cms, token, home, { method: 'PUT', json: { introduction: unique('Bienvenue') } }));
    const touching = await asAdmin(cms, token, home, {
      method: 'PUT',
      json: { introduction: 'Autre' },
      headers: before,
    });
    expect((await conflictOf(touching)).conflicts.map(({ path }) => path)).toEqual(['introduction']);
    await ok(await asAdmin(cms, token, home, { method: 'PUT', json: { title: unique('Accueil') }, headers: before }));
  });
});

describe('a form', () => {
  it('that does not say what it was made from is refused, with what to do, and nothing is saved', async () => {
    const { documentId } = await publishAssociation(strapi, { summary: 'Avant.' });
    for (const act of ['', '/actions/publish']) {
      for (const base of ['', 'x', 'a'.repeat(32)]) {
        const refused = await asAdmin(cms, token, `${address(ASSOCIATION, documentId)}${act}`, {
          method: act === '' ? 'PUT' : 'POST',
          json: { summary: 'Autre.' },
          headers: { [BASE_HEADER]: base },
        });
        expect(refused.status).toBe(428);
        const { error } = (await refused.json()) as { error: { message: string } };
        expect(plain(error.message)).toMatch(/^Ce formulaire ne dit pas de quel état .* rechargez la page/);
      }
    }
    expect(await standing(documentId, 'draft')).toMatchObject({ summary: 'Avant.' });
    // What holds nothing overwrites nothing.
    await ok(
      await asAdmin(cms, token, `${address(ASSOCIATION, documentId)}/actions/publish`, {
        method: 'POST',
        json: {},
        headers: { [BASE_HEADER]: '' },
      }),
    );
  });

  it('that is older than what is kept is asked about field by field, and can still be saved', async () => {
    const { documentId } = await publishAssociation(strapi, { summary: 'Avant.' });
    const form = await open(ASSOCIATION, documentId);
    await ok(await asAdmin(cms, token, form.record, { method: 'PUT', json: { acronym: 'NEUF' } }));
    const now = new Date(Date.now() + (KEEP_VERSIONS_DAYS + 1) * 24 * 3600 * 1000);
    expect(await eraseVersions(strapi.db.connection, now)).toBeGreaterThan(0);
    const { version, conflicts } = await conflictOf(await save(form, { summary: 'Le mien.', acronym: null }));
    expect(conflicts.map(({ path, mine, theirs }) => [path, mine, theirs])).toEqual([
      ['acronym', null, 'NEUF'],
      ['summary', 'Le mien.', 'Avant.'],
    ]);
    await ok(
      await save(
        form,
        { summary: 'Le mien.', acronym: null },
        { [CHOSEN_HEADER]: encodeURIComponent(JSON.stringify([{ against: version, theirs: ['acronym'] }])) },
      ),
    );
    expect(await standing(documentId, 'draft')).toMatchObject({ summary: 'Le mien.', acronym: 'NEUF' });
  });
});

describe('a page of ours that saves a record', () => {
  // As the server has it: what it says to the rules of content goes by the same module.
  const { saveRecord } = createRequire(import.meta.url)('../dist/src/entries/save-record.js') as typeof SaveRecord;
  const editor = { name: 'Camille', id: '1' };

  it('gets what was saved, what was taken over, and what has to be chosen; a new record needs no base', async () => {
    const theme = await makeTheme(strapi);
    const made = await saveRecord(
      strapi,
      {
        uid: ASSOCIATION,
        documentId: null,
        base: null,
        content: { name: unique('Neuve'), summary: 'Une.', themes: [theme.documentId] },
        publish: true,
      },
      editor,
    );
    if (made.kind !== 'saved') throw new Error('not saved');
    const { documentId, version } = made;
    expect(await standing(documentId)).toMatchObject({ summary: 'Une.' });
    expect((await journal())[0]).toMatch(/^fiche publiée/);
    const asked = (base: string | null, content: Values) => ({
      uid: ASSOCIATION,
      documentId,
      base,
      content,
      publish: false,
    });
    const first = await saveRecord(strapi, asked(version, { summary: 'Deux.' }), editor);
    expect(first).toMatchObject({
      kind: 'saved',
      merged: [],
      content: { summary: 'Deux.', themes: [theme.documentId] },
    });
    const second = await saveRecord(strapi, asked(version, { summary: 'Une.', acronym: 'AC' }), editor);
    expect(second).toMatchObject({ kind: 'saved', merged: ['summary'], content: { summary: 'Deux.', acronym: 'AC' } });
    const third = await saveRecord(strapi, asked(version, { summary: 'Trois.', foundedYear: 1990 }), editor);
    expect(third).toMatchObject({
      kind: 'conflict',
      conflicts: [{ path: 'summary', base: 'Une.', mine: 'Trois.', theirs: 'Deux.', who: 'Camille' }],
      merged: { summary: 'Trois.', acronym: 'AC', foundedYear: 1990 },
    });
    if (third.kind !== 'conflict') throw new Error('no conflict');
    const solved = await saveRecord(strapi, asked(third.version, { ...third.merged }), editor);
    expect(solved).toMatchObject({ kind: 'saved', content: { summary: 'Trois.', acronym: 'AC', foundedYear: 1990 } });
    await expect(saveRecord(strapi, asked(null, { summary: 'Quatre.' }), editor)).rejects.toThrow(/rechargez la page/);
    expect((await keptOf(documentId)).map(({ who }) => who)).toEqual(['Camille', 'Camille', 'Camille', 'Camille']);
  });

  it('is told what a withdrawal kept closed', async () => {
    const [anne] = contacts();
    const { documentId } = await publishAssociation(strapi, { contacts: [anne] });
    const opened = await openVersion(strapi, ASSOCIATION, documentId);
    if (!opened) throw new Error('not there');
    await withdraws(anne, documentId);
    const saved = await saveRecord(
      strapi,
      {
        uid: ASSOCIATION,
        documentId,
        base: opened.version,
        content: { ...opened.content, acronym: 'Z' },
        publish: true,
      },
      editor,
    );
    expect(saved).toMatchObject({
      kind: 'saved',
      withdrawn: [expect.stringContaining('Anne Martin')],
      content: { acronym: 'Z' },
    });
    expect(await public_()).not.toContain(anne.phone);
  });
});

describe('what is kept of a record', () => {
  it('is each state once, gone with the record, and readable as every attribute of its type', async () => {
    const { documentId } = await publishAssociation(strapi, { contacts: contacts() });
    const count = async () => (await keptOf(documentId)).length;
    expect(await count()).toBe(1);
    const form = await open(ASSOCIATION, documentId);
    await open(ASSOCIATION, documentId);
    expect(await count()).toBe(1);
    await ok(await save(form, {}));
    expect(await count()).toBe(1);
    await documents(strapi, ASSOCIATION).delete({ documentId });
    expect(await count()).toBe(0);
  });

  it('has a shape for each component and type that merges it in its own way', () => {
    for (const [uid, { units = [], identity = [] }] of Object.entries(knownShapes)) {
      const names = contentAttributes(strapi, uid).map(([name]) => name);
      for (const name of [...units, ...identity].flat()) expect(names, uid).toContain(name);
    }
    const repeated = new Set(
      Object.keys(strapi.contentTypes)
        .filter(isContent)
        .flatMap((uid) => [
          ...contentAttributes(strapi, uid),
          ...contentAttributes(strapi, 'activity.activity'),
          ...contentAttributes(strapi, 'plan.indicator'),
        ])
        .flatMap(([, { component, repeatable }]) => (component !== undefined && repeatable ? [component] : [])),
    );
    for (const uid of repeated) expect(knownShapes[uid]?.identity?.length ?? 0, uid).toBeGreaterThan(0);
  });
});
