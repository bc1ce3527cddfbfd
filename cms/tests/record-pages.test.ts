/** The pages of records in the admin: what they may read and change, in which state a record is, and a preview that keeps nothing. */
import type { Core } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PublicationReport } from '../src/domain/contract/desk/publication-report.ts';
import { OpenRecord, SavedRecord } from '../src/domain/contract/desk/record.ts';
import { EntryPreviewQuestion, PagePreviewQuestion } from '../src/domain/contract/press/preview.ts';
import { SiteExport } from '../src/domain/contract/site/site-export.ts';
import { storedPrintExport } from '../src/domain/stored/print-export.ts';
import { contentOfOffice, officeFormOf } from '../src/domain/entry/office-form.ts';
import { formatPhone } from '../src/domain/phone.ts';
import { readContentVersion } from '../src/platform/content-version/content-version.ts';
import { holdsVersion } from '../src/domain/content-version.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, makeTheme, publishAssociation, unique } from './helpers/content.ts';
import { asAdmin, readEtag, readExport, signIn, signInAsReader } from './helpers/http.ts';

const ASSOCIATION = 'api::association.association';
const PAGE = '/trame/records/associations';
const AGREED = { web: true, print: false, professionals: false, openData: false };
const CONTACT = {
  role: 'Accueil',
  name: null,
  phone: '+33536490011',
  email: null,
  ...AGREED,
  consentDate: '2026-01-10',
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

const post = (path: string, json: unknown, as = token) => asAdmin(cms, as, `${PAGE}${path}`, { method: 'POST', json });
const open = async (id: string) => OpenRecord.parse(await (await asAdmin(cms, token, `${PAGE}/${id}`)).json());
const saved = async (json: unknown) => {
  const response = await post('/save', json);
  const body = SavedRecord.parse(await response.json());
  if (body.kind !== 'saved') throw new Error(JSON.stringify(body));
  return body;
};
const change = (record: OpenRecord, content: Record<string, unknown>, publish = false) => ({
  documentId: record.documentId,
  base: record.version,
  openedAt: record.openedAt,
  content,
  publish,
});
const sentence = async (response: Response) =>
  ((await response.json()) as { error: { message: string; faults: { path: string }[] } }).error;

/** An editor of ours who may change associations, and not publish them. */
async function signInAsWriter(): Promise<string> {
  const account = { email: `${unique('redaction').replace(/\W/g, '-')}@example.org`, password: 'Un-mot-de-passe-4' };
  const role = await strapi.service('admin::role').create({ name: unique('Rédaction'), description: '' });
  const fields = Object.keys(strapi.getModel(ASSOCIATION).attributes);
  await strapi.service('admin::role').assignPermissions(
    role.id,
    ['read', 'create', 'update'].map((action) => ({
      action: `plugin::content-manager.explorer.${action}`,
      subject: ASSOCIATION,
      properties: { fields },
    })),
  );
  await strapi
    .service('admin::user')
    .create({ ...account, firstname: 'Rose', isActive: true, registrationToken: null, roles: [role.id] });
  return signIn(cms, account);
}

describe('a record on its page', () => {
  it('says where it stands at each moment, from nothing to off the site', async () => {
    const theme = await makeTheme(strapi);
    const empty = OpenRecord.parse(await (await asAdmin(cms, token, `${PAGE}/new`)).json());
    expect(empty).toMatchObject({ documentId: null, version: null, standing: 'new' });
    expect(empty.content).toMatchObject({ inPrint: true, contacts: [], themes: [], name: null });

    const made = await saved(change(empty, { name: unique('Club') }));
    expect(made.record).toMatchObject({ standing: 'draft', publishedAt: null });
    const { record } = await saved(
      change(made.record, { summary: 'Ce que l’on y fait.', themes: [theme.documentId] }, true),
    );
    expect(record.standing).toBe('published');
    expect(record.content['slug']).toMatch(/^club-/);
    const modified = await saved(change(record, { acronym: 'ABC' }));
    expect(modified.record).toMatchObject({ standing: 'modified', publishedAt: record.publishedAt });

    const act = (name: string) =>
      asAdmin(cms, token, `/content-manager/collection-types/${ASSOCIATION}/${record.documentId}/actions/${name}`, {
        method: 'POST',
        json: {},
      });
    expect((await act('discard')).status).toBe(200);
    expect(await open(record.documentId!)).toMatchObject({ standing: 'published', content: { acronym: null } });
    expect((await act('unpublish')).status).toBe(200);
    expect((await open(record.documentId!)).standing).toBe('offline');
  });

  it('knows which numbers everybody reads in its texts already: one in a draft is news to whoever publishes it', async () => {
    const { documentId } = await publishAssociation(strapi, { contacts: [CONTACT] });
    const { record } = await saved(change(await open(documentId), { howToJoin: 'Au +33 5 36 49 00 12.' }));
    expect(record.saidOnline).toEqual([]);
    const published = await saved(change(record, {}, true));
    expect(published.record.saidOnline).toEqual([formatPhone('+33536490012')]);
  });

  it('is read into the form and back without a change, whatever it holds', async () => {
    const { documentId } = await publishAssociation(strapi, {
      activities: [
        {
          label: 'Judo',
          ageMin: 6,
          slots: [
            { day: 'mercredi', begin: '15:15', end: '16:30' },
            { day: 'lundi', note: 'sur rendez-vous' },
          ],
        },
      ],
      contacts: [CONTACT],
      address: { street: '1 rue du Port', city: 'Cavignac', latitude: 45.1, longitude: -0.4, public: true },
      accessibility: { mobility: true },
      networks: [{ network: 'facebook', url: 'https://facebook.com/club' }],
      verifiedOn: '2026-03-01',
      verifiedBy: 'téléphone',
    });
    const { content } = await open(documentId);
    const back = contentOfOffice(officeFormOf(content));
    // Every attribute of the page comes back as the record holds it: what is not touched is not sent.
    for (const [name, value] of Object.entries(back)) expect([name, value]).toEqual([name, content[name]]);
    expect(Object.keys(content).sort()).toEqual(Object.keys(back).sort());
  });

  it('leads with its publication to a content version that holds it', async () => {
    const { documentId } = await publishAssociation(strapi);
    const before = await readContentVersion(strapi.db.connection);
    const { contentVersion } = await saved(change(await open(documentId), { acronym: 'DEF' }, true));
    expect(holdsVersion(before, contentVersion)).toBe(false);
    expect(holdsVersion(await readContentVersion(strapi.db.connection), contentVersion)).toBe(true);
    await readExport(cms); // which folds the log of changes
    expect(holdsVersion(await readContentVersion(strapi.db.connection), contentVersion)).toBe(true);
  });

  it('is online once the release is made of an export that holds it', async () => {
    const { documentId } = await publishAssociation(strapi);
    const live = (etag: string) => {
      const contentVersion = etag.replaceAll('"', '');
      const state = {
        live: { release: 'r', contentVersion, since: '2026-11-29T10:00:00.000Z' },
        building: null,
        failure: null,
        pending: false,
      };
      cms.answer = () => ({ status: 200, body: state });
    };
    const holds = async (version: string) => {
      const { liveVersion } = PublicationReport.parse(await (await asAdmin(cms, token, '/trame/publication')).json());
      return liveVersion !== null && holdsVersion(liveVersion, version);
    };
    live(await readEtag(cms));
    const { contentVersion } = await saved(change(await open(documentId), { acronym: 'EN1' }, true));
    expect(await holds(contentVersion)).toBe(false);
    live(await readEtag(cms));
    expect(await holds(contentVersion)).toBe(true);
    // A change that the site shows nothing of gives the same bytes: that release holds it too.
    const unseen = await saved(change(await open(documentId), { internalNote: 'rien à voir' }, true));
    await readEtag(cms);
    expect(await holds(unseen.contentVersion)).toBe(true);
    live('"of another life"');
    expect(await holds(contentVersion)).toBe(false);
    cms.answer = null;
  });

  it('puts two editors together, and asks where they touch', async () => {
    const { documentId } = await publishAssociation(strapi, { contacts: [CONTACT] });
    const opened = await open(documentId);
    await saved(change(opened, { acronym: 'AAA', summary: 'Écrit par l’une.' }));
    const other = SavedRecord.parse(
      await (await post('/save', change(opened, { howToJoin: 'Venez.', summary: 'Écrit par l’autre.' }))).json(),
    );
    if (other.kind !== 'conflict') throw new Error('nobody was asked');
    expect(other.conflicts).toMatchObject([
      { path: 'summary', mine: 'Écrit par l’autre.', theirs: 'Écrit par l’une.' },
    ]);
    expect(other.merged).toMatchObject({ acronym: 'AAA', howToJoin: 'Venez.' });
    expect(other.merged).not.toHaveProperty('missedEditions');
    expect((await open(documentId)).content).toMatchObject({ howToJoin: null });
    // What was chosen is a save like any other.
    const settled = await saved({
      documentId,
      base: other.version,
      openedAt: null,
      content: other.merged,
      publish: false,
    });
    expect(settled.record.content).toMatchObject({ acronym: 'AAA', summary: 'Écrit par l’autre.' });
  });

  it('says who else has it open, until they leave', async () => {
    const { documentId } = await publishAssociation(strapi);
    const writer = await signInAsWriter();
    const beat = async (as: string, leaving = false) =>
      (await (await post(`/${documentId}/presence`, { leaving }, as)).json()) as { others: { name: string }[] };
    expect(await beat(token)).toEqual({ others: [] });
    expect((await beat(writer)).others).toHaveLength(1);
    expect(await beat(token)).toEqual({ others: [{ name: 'Rose' }] });
    await beat(writer, true);
    expect(await beat(token)).toEqual({ others: [] });
  });

  it('leaves the line of a publication in the journal, with what it changed', async () => {
    const { documentId } = await publishAssociation(strapi);
    await saved(change(await open(documentId), { internalNote: 'rappeler' }));
    const lines = () =>
      strapi.db.query('api::journal-entry.journal-entry').findMany({ where: { associationId: documentId } });
    expect(await lines()).toHaveLength(0);
    await saved(change(await open(documentId), { summary: 'Un autre texte.' }, true));
    expect(await lines()).toMatchObject([{ act: 'fiche modifiée' }]);
  });
});

describe('what a page may do', () => {
  it('is what the roles of the editor allow: no publication without the right to publish', async () => {
    const { documentId } = await publishAssociation(strapi);
    const writer = await signInAsWriter();
    const record = OpenRecord.parse(await (await asAdmin(cms, writer, `${PAGE}/${documentId}`)).json());
    expect(record.may).toEqual({ save: true, publish: false, remove: false });
    const refused = await post('/save', change(record, { acronym: 'NON' }, true), writer);
    expect(refused.status).toBe(403);
    expect((await open(documentId)).content['acronym']).toBeNull();
    expect((await post('/save', change(record, { acronym: 'OUI' }), writer)).status).toBe(200);

    const reader = await signInAsReader(cms);
    for (const path of [`${PAGE}/${documentId}`, `${PAGE}/new`])
      expect((await asAdmin(cms, reader, path)).status).toBe(403);
    expect((await post('/save', change(record, {}), reader)).status).toBe(403);
    expect((await post('/preview/page', { ...change(record, {}), publish: undefined }, reader)).status).toBe(403);
    expect((await fetch(`${cms.url}${PAGE}/${documentId}`)).status).toBe(401);
  });

  it.each([
    ['an attribute that the program counts', { missedEditions: 0 }],
    ['who made it', { createdBy: 1 }],
    ['another record’s side of a relation', { guides: [] }],
    ['an id of a row', { contacts: [{ ...CONTACT, id: 4 }] }],
    ['a value of another kind', { foundedYear: '1987' }],
    ['a value of no vocabulary', { legalForm: 'secte' }],
    ['a text without end', { description: 'x'.repeat(100_001) }],
  ])('refuses %s', async (_, content) => {
    const { documentId } = await publishAssociation(strapi);
    const response = await post('/save', change(await open(documentId), content));
    expect(response.status).toBe(400);
    expect((await sentence(response)).faults).not.toEqual([]);
    expect((await open(documentId)).content).toMatchObject({ foundedYear: null, description: null, contacts: [] });
  });

  it('says by field what a rule of content refuses, and changes nothing', async () => {
    const { documentId } = await publishAssociation(strapi, { contacts: [CONTACT] });
    const record = await open(documentId);
    const wrong = [
      { ...CONTACT, consentSource: null },
      { ...CONTACT, phone: '12' },
    ];
    const error = await sentence(await post('/save', change(record, { name: 'Autre nom', contacts: wrong }, true)));
    expect(error.faults.map(({ path }) => path)).toContain('contacts.1.phone');
    expect((await open(documentId)).content).toMatchObject({ name: record.content['name'] });
    expect((await post('/save', change({ ...record, documentId: 'nowhere' }, {}))).status).toBe(404);
  });
});

describe('a preview', () => {
  beforeAll(() => {
    cms.answer = ({ url }) => {
      if (url === '/preview/page') return { status: 200, body: Buffer.from('<h1>La page</h1>') };
      if (url === '/preview/entry') return { status: 200, body: Buffer.from('89504e47', 'hex') };
      return { status: 202, body: null };
    };
  });
  afterAll(() => {
    cms.answer = null;
  });
  const asked = () => cms.received.filter(({ url }) => url.startsWith('/preview/'));
  const lastAsked = (): unknown => JSON.parse(asked().at(-1)?.body ?? 'null');
  const question = ({ publish: _, ...rest }: ReturnType<typeof change>) => rest;

  it('is made of what is typed as it would be exported, and keeps nothing', async () => {
    const { documentId } = await publishAssociation(strapi, { contacts: [CONTACT], summary: 'Publié.' });
    const record = await open(documentId);
    const version = await readContentVersion(strapi.db.connection);
    const contacts = [{ ...CONTACT, phone: '+33639980077', web: false, print: true }];
    const response = await post('/preview/page', question(change(record, { summary: 'Tapé.', contacts })));
    expect(await response.json()).toEqual({ kind: 'page', html: '<h1>La page</h1>' });

    expect(asked().at(-1)?.url).toBe('/preview/page');
    const body = lastAsked();
    const sent = PagePreviewQuestion.parse(body);
    const shown = SiteExport.parse(sent.content).associations.find(({ id }) => id === documentId);
    // The site's own export: what the contact keeps from the web is not even sent.
    expect(shown).toMatchObject({ slug: sent.slug, summary: 'Tapé.', contacts: [] });
    expect(JSON.stringify(body)).not.toContain('639980077');

    expect(await readContentVersion(strapi.db.connection)).toBe(version);
    expect((await open(documentId)).version).toBe(record.version);
    const live = (await readExport(cms)).associations.find(({ id }) => id === documentId);
    expect(live).toMatchObject({ summary: 'Publié.' });
  });

  it('shows a record that was never saved, and leaves none behind', async () => {
    const theme = await makeTheme(strapi);
    const name = unique('Jamais enregistrée');
    const content = { name, summary: 'Un essai.', themes: [theme.documentId] };
    const fresh = { documentId: null, base: null, openedAt: null, content };
    expect((await post('/preview/page', fresh)).status).toBe(200);
    expect(PagePreviewQuestion.parse(lastAsked()).slug).toMatch(/^jamais-enregistree/);
    expect(await documents(strapi, ASSOCIATION).count({ filters: { name } })).toBe(0);
  });

  it('says what is missing instead of a page that could not be', async () => {
    const { documentId } = await publishAssociation(strapi);
    const count = asked().length;
    const response = await post('/preview/page', question(change(await open(documentId), { themes: [] })));
    expect(response.status).toBe(400);
    expect((await sentence(response)).faults[0]?.path).toBe('themes');
    expect(asked()).toHaveLength(count);
  });

  it('prints the entry for the edition that is being prepared', async () => {
    const { documentId } = await publishAssociation(strapi, { contacts: [{ ...CONTACT, print: true }] });
    const record = await open(documentId);
    const all = await documents(strapi, 'api::edition.edition').count({});
    if (all === 0) {
      const refused = await post('/preview/print', question(change(record, {})));
      expect((await sentence(refused)).message).toContain('Éditions papier');
    }
    await documents(strapi, 'api::edition.edition').create({ data: { year: 2199, title: unique('Annuaire') } });
    const response = await post('/preview/print', question(change(record, { summary: 'À imprimer.' })));
    expect(await response.json()).toEqual({ kind: 'picture', picture: 'data:image/png;base64,iVBORw==' });
    const sent = EntryPreviewQuestion.parse(lastAsked());
    const { edition, content } = storedPrintExport.read(sent.content, 'preview');
    expect(edition.year).toBe(2199);
    expect(content.associations.find(({ id }) => id === documentId)).toMatchObject({
      summary: 'À imprimer.',
      contacts: [{ phone: '+33536490011' }],
    });
    const kept = await post('/preview/print', question(change(record, { inPrint: false })));
    expect((await sentence(kept)).message).toContain('ne paraît pas dans l’annuaire imprimé');
  });
});
