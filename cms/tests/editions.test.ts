import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { PrintExport } from '../src/domain/contract/press/edition.ts';
import type { EditionState } from '../src/domain/contract/press/edition-state.ts';
import type { PrintReport } from '../src/domain/contract/press/print-report.ts';
import { watchedTables } from '../src/platform/content-version/watched-tables.ts';
import { EXPORT_TOKEN, startCms, WEBHOOK_SECRET, type Cms } from './helpers/cms.ts';
import {
  documents,
  eventData,
  makeCommune,
  makeImage,
  makeTheme,
  publishAssociation,
  refusalOf,
  unique,
} from './helpers/content.ts';
import { asAdmin, readEtag, readExport, signIn } from './helpers/http.ts';
import { iccProfile } from './helpers/icc.ts';

const UID = 'api::edition.edition';
const AGREED = { consentDate: '2026-01-15', consentSource: 'bulletin papier' };

let cms: Cms;
beforeAll(async () => {
  cms = await startCms();
});

const editions = () => documents(cms.strapi, UID);
const makeEdition = (data: Record<string, unknown> = {}) =>
  editions().create({ data: { year: 2026, title: unique('Le guide'), ...data } });

/** What the journal says of an edition, the newest first. */
const journalOf = async ({ title }: { title: string }) =>
  (
    (await cms.strapi.db.query('api::journal-entry.journal-entry').findMany({
      where: { subject: { $endsWith: `${title}\u00a0»` } },
      orderBy: { id: 'desc' },
    })) as { act: string; note: string | null }[]
  ).map(({ act, note }) => [act, note?.replaceAll('\u00a0', ' ') ?? null]);

const getPrint = (id: string, headers: Record<string, string> = { Authorization: `Bearer ${EXPORT_TOKEN}` }) =>
  fetch(`${cms.url}/api/export/print/${id}`, { headers });

async function readPrint({ documentId }: { documentId: string }): Promise<PrintExport> {
  const response = await getPrint(documentId);
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return PrintExport.parse(await response.json());
}

const stored = ({ documentId }: { documentId: string }) => cms.strapi.db.query(UID).findOne({ where: { documentId } });
const freezeInDatabase = ({ documentId }: { documentId: string }, frozenAt: string) =>
  cms.strapi.db
    .query(UID)
    .update({ where: { documentId }, data: { stage: 'figée', frozenAt, fingerprint: 'a'.repeat(64) } });

const path = ({ documentId }: { documentId: string }, rest = '') => `/trame/editions/${documentId}${rest}`;
const form = ({ documentId }: { documentId: string }, rest = '') =>
  `/content-manager/collection-types/${UID}/${documentId}${rest}`;
const messageOf = async (response: Response) =>
  ((await response.json()) as { error: { message: string } }).error.message;

describe('the print export', () => {
  it('is for the builder’s token only', async () => {
    const edition = await makeEdition();
    const token = async (type: 'read-only' | 'full-access') => {
      const key = randomBytes(32).toString('hex');
      await cms.strapi.db.query('admin::api-token').create({
        data: {
          name: unique('Jeton'),
          kind: 'content-api',
          type,
          accessKey: cms.strapi.service('admin::api-token').hash(key),
        },
      });
      return { Authorization: `Bearer ${key}` };
    };
    expect((await getPrint(edition.documentId, {})).status).toBe(401);
    expect((await getPrint(edition.documentId, { Authorization: 'Bearer nobody' })).status).toBe(401);
    expect((await getPrint(edition.documentId, { Authorization: `Bearer ${await signIn(cms)}` })).status).toBe(401);
    expect((await getPrint(edition.documentId, await token('full-access'))).status).toBe(403);
    expect((await getPrint(edition.documentId, await token('read-only'))).status).toBe(403);
    expect((await getPrint(edition.documentId)).status).toBe(200);
  });

  it('says in French that an edition is not there', async () => {
    for (const id of ['unknown', '%00', "' or 1=1 --", '..%2Fsite']) {
      const response = await getPrint(id);
      expect(response.status, id).toBe(404);
      if (id === 'unknown') expect(await messageOf(response)).toMatch(/^Cette édition n’existe pas/);
    }
  });

  it('holds every field of an edition, as the contract says', async () => {
    const [commune, theme] = [await makeCommune(cms.strapi), await makeTheme(cms.strapi)];
    const guide = await documents(cms.strapi, 'api::guide.guide').create({
      data: {
        title: unique('Guide'),
        kind: 'guide pratique',
        summary: 'x',
        body: [{ type: 'paragraph', children: [{ type: 'text', text: 'x' }] }],
      },
      status: 'published',
    });
    const forum = await documents(cms.strapi, 'api::event.event').create({ data: eventData(), status: 'published' });
    const plan = await documents(cms.strapi, 'api::action-plan.action-plan').create({
      data: { title: unique('Plan'), territory: 'x' },
      status: 'published',
    });
    const [cover, ad, logo] = [
      await makeImage(cms.strapi, 'Une place'),
      await makeImage(cms.strapi, 'Une publicité'),
      await makeImage(cms.strapi, 'Un logo'),
    ];
    const edition = await makeEdition({
      format: 'carré',
      binding: 'dos carré collé',
      bleedMm: 5,
      marks: false,
      pdfStandard: 'PDF/X-1a:2003',
      columns: 1,
      printRun: 3500,
      interiorPaper: { name: 'offset', grammage: 90, bulk: 1.25 },
      finishing: 'Pelliculage',
      editorial: 'Bonjour.\nBonne lecture.',
      editorialAuthor: 'Capucine Exemple',
      cover: cover.id,
      guides: [guide.documentId],
      forum: forum.documentId,
      actionPlans: [plan.documentId],
      advertisements: [{ advertiser: 'La Boulangerie', size: 'quart de page', image: ad.id }],
      partners: [{ name: 'Le Crédit', logo: logo.id }],
      usefulNumbers: [
        { name: 'Secours', number: '112' },
        { name: 'Pharmacie', number: '3237', note: 'de garde' },
      ],
      chapters: [theme.documentId],
      onlyCommunes: [commune.documentId],
      onlyThemes: [theme.documentId],
      verifiedSince: '2026-06-01',
    });
    expect((await readPrint(edition)).edition).toEqual({
      id: edition.documentId,
      year: 2026,
      title: edition.title,
      stage: 'épreuve',
      format: 'carré',
      binding: 'dos carré collé',
      bleedMm: 5,
      marks: false,
      pdfStandard: 'PDF/X-1a:2003',
      colourProfile: null,
      interiorPaper: { name: 'offset', grammage: 90, bulk: 1.25 },
      coverPaper: { name: 'couché mat', grammage: 250, bulk: 0.9 },
      finishing: 'Pelliculage',
      printRun: 3500,
      editorial: 'Bonjour.\nBonne lecture.',
      editorialAuthor: 'Capucine Exemple',
      cover: expect.objectContaining({ alt: 'Une place' }),
      guides: [guide.documentId],
      forum: forum.documentId,
      actionPlans: [plan.documentId],
      advertisements: [
        {
          advertiser: 'La Boulangerie',
          size: 'quart de page',
          image: expect.objectContaining({ alt: 'Une publicité' }),
        },
      ],
      partners: [{ name: 'Le Crédit', logo: expect.objectContaining({ alt: 'Un logo' }) }],
      usefulNumbers: [
        { name: 'Secours', number: '112', note: null },
        { name: 'Pharmacie', number: '3237', note: 'de garde' },
      ],
      chapters: [theme.documentId],
      columns: 1,
      verifiedSince: '2026-06-01',
      onlyCommunes: [commune.documentId],
      onlyThemes: [theme.documentId],
      previous: null,
    });

    // what is taken off the site is not printed, and comes back with it
    const guides = documents(cms.strapi, 'api::guide.guide');
    await guides.publish({ documentId: guide.documentId });
    expect((await readPrint(edition)).edition.guides).toEqual([guide.documentId]);
    await guides.unpublish({ documentId: guide.documentId });
    await documents(cms.strapi, 'api::event.event').unpublish({ documentId: forum.documentId });
    expect((await readPrint(edition)).edition).toMatchObject({ guides: [], forum: null });
    await guides.publish({ documentId: guide.documentId });
    expect((await readPrint(edition)).edition.guides).toEqual([guide.documentId]);

    // an extract that lost a chapter would print everything
    const parent = await makeTheme(cms.strapi);
    await documents(cms.strapi, 'api::theme.theme').update({
      documentId: theme.documentId,
      data: { parent: parent.documentId },
    });
    const refused = await getPrint(edition.documentId);
    expect(refused.status).toBe(409);
    expect(await messageOf(refused)).toMatch(/un chapitre de l’extrait/);
  });

  it('is the same bytes for the same content, named by their hash', async () => {
    const edition = await makeEdition();
    const first = await getPrint(edition.documentId);
    const body = Buffer.from(await first.arrayBuffer());
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toBe(`"${createHash('sha256').update(body).digest('hex')}"`);
    expect(first.headers.get('content-encoding')).toBe('gzip');
    const plain = await getPrint(edition.documentId, {
      Authorization: `Bearer ${EXPORT_TOKEN}`,
      'Accept-Encoding': 'identity',
    });
    expect(Buffer.from(await plain.arrayBuffer()).equals(body)).toBe(true);
    const again = () =>
      getPrint(edition.documentId, { Authorization: `Bearer ${EXPORT_TOKEN}`, 'If-None-Match': etag }).then(
        ({ status }) => status,
      );
    expect(await again()).toBe(304);

    // that a proof was taken changes nothing in what is printed
    await cms.strapi.db.query(UID).update({ where: { documentId: edition.documentId }, data: { stage: 'épreuve' } });
    expect(await again()).toBe(304);
    await editions().update({ documentId: edition.documentId, data: { printRun: 12 } });
    expect(await again()).toBe(200);
    await editions().update({ documentId: edition.documentId, data: { printRun: null } });
    expect(await again()).toBe(304);
    await publishAssociation(cms.strapi);
    expect(await again()).toBe(200);
  });

  it('names the last frozen edition of the same scope that came before', async () => {
    const theme = await makeTheme(cms.strapi);
    const scope = { onlyThemes: [theme.documentId] };
    const [first, second, whole, third] = [
      await makeEdition(scope),
      await makeEdition(scope),
      await makeEdition(),
      await makeEdition(scope),
    ];
    expect((await readPrint(third)).edition.previous).toBeNull();
    await freezeInDatabase(first, '2024-06-01T00:00:00.000Z');
    await freezeInDatabase(second, '2025-06-01T00:00:00.000Z');
    await freezeInDatabase(whole, '2026-06-01T00:00:00.000Z');
    expect((await readPrint(third)).edition.previous).toBe(second.documentId);
    expect((await readPrint(second)).edition).toMatchObject({ previous: first.documentId, stage: 'figée' });
    expect((await readPrint(first)).edition.previous).toBeNull();
  });
});

describe('the agreement to paper', () => {
  it('decides alone what is printed: contacts of the web are not, and the other way round', async () => {
    const contact = (name: string, more: object) => ({ name, ...AGREED, ...more });
    const association = await publishAssociation(cms.strapi, {
      contacts: [
        contact('Seulement web', { web: true, phone: '05 36 49 31 01', email: 'web@example.org' }),
        contact('Seulement papier', { print: true, phone: '05 36 49 31 02', email: 'papier@example.org' }),
        contact('Les deux', { web: true, print: true, phone: '05 36 49 31 03' }),
        contact('Personne', { phone: '05 36 49 31 04' }),
        contact('Sans date', { print: false, web: false, phone: '05 36 49 31 05' }),
      ],
    });
    const quiet = await publishAssociation(cms.strapi, {
      inPrint: false,
      contacts: [contact('Pas au papier', { web: true, print: true, phone: '05 36 49 31 06' })],
    });
    const edition = await makeEdition();
    const [site, print] = [await readExport(cms), (await readPrint(edition)).content];
    const names = (content: typeof site, { documentId }: { documentId: string }) =>
      content.associations.find(({ id }) => id === documentId)?.contacts.map(({ name }) => name);
    expect(names(site, association)).toEqual(['Seulement web', 'Les deux']);
    expect(names(print, association)).toEqual(['Seulement papier', 'Les deux']);
    expect(names(site, quiet)).toEqual(['Pas au papier']);
    expect(names(print, quiet)).toEqual([]);
    const [siteText, printText] = [JSON.stringify(site), JSON.stringify(print)];
    for (const secret of ['+33536493102', 'papier@example.org', '+33536493104']) expect(siteText).not.toContain(secret);
    for (const secret of [
      '+33536493101',
      'web@example.org',
      '+33536493104',
      '+33536493106',
      'consentDate',
      'bulletin papier',
    ]) {
      expect(printText).not.toContain(secret);
    }
    // Nothing else differs between the two channels: paper has no address that leads on.
    const without = ({ associations, formerAddresses: _former, ...rest }: typeof site) => ({
      ...rest,
      associations: associations.map(({ contacts: _, ...one }) => one),
    });
    expect(without(print)).toEqual(without(site));
  });

  it('holds for what is typed in a printed text, and names the channel', async () => {
    const contacts = [{ name: 'Web', web: true, phone: '05 36 49 32 01', ...AGREED }];
    const refused = await refusalOf(
      publishAssociation(cms.strapi, {
        contacts,
        summary: 'Appelez le 05 36 49 32 01.',
        description: 'Le 05 36 49 32 01 se lit sur le site seulement.',
        activities: [{ label: 'Judo', slots: [{ day: 'lundi', note: 'sur rendez-vous : 0536493201' }] }],
        volunteersNote: '05.36.49.32.01',
      }),
    );
    expect(Object.keys(refused).sort()).toEqual(['activities.0.slots.0.note', 'message', 'summary', 'volunteersNote']);
    expect(refused['summary']).toMatch(/dans l’annuaire imprimé.*Accord\u00a0: annuaire imprimé/);

    const paper = [{ name: 'Papier', print: true, phone: '05 36 49 32 02', ...AGREED }];
    const other = await refusalOf(publishAssociation(cms.strapi, { contacts: paper, summary: '05 36 49 32 02' }));
    expect(other['summary']).toMatch(/sur le site.*Accord\u00a0: site internet/);

    // both at once: once is enough
    const neither = [{ name: 'Personne', phone: '05 36 49 32 03' }];
    const both = await refusalOf(publishAssociation(cms.strapi, { contacts: neither, summary: '05 36 49 32 03' }));
    expect(both['message']?.match(/05 36 49 32 03|05.36.49.32.03/gu)).toHaveLength(1);

    await publishAssociation(cms.strapi, { contacts, summary: 'Appelez le 05 36 49 32 01.', inPrint: false });
  });
});

describe('an edition in the CMS', () => {
  it('needs a year and a title, and starts in preparation with what is usual', async () => {
    const edition = await stored(await makeEdition());
    expect(edition).toMatchObject({
      stage: 'en préparation',
      format: 'A5',
      binding: 'agrafé',
      bleedMm: 3,
      marks: true,
      columns: 2,
      pdfStandard: 'PDF/X-4',
      frozenAt: null,
      fingerprint: null,
    });
    // as the form sends it: the boxes of a paper are there, and empty
    const boxes = await makeEdition({
      interiorPaper: { name: null, grammage: null, bulk: 0.9 },
      coverPaper: { name: 'offset' },
    });
    expect((await readPrint(boxes)).edition).toMatchObject({
      interiorPaper: { name: 'couché mat', grammage: 115, bulk: 0.9 },
      coverPaper: { name: 'offset', grammage: 250, bulk: 0.9 },
    });
    expect(await refusalOf(editions().create({ data: {} }))).toMatchObject({
      year: /obligatoire/,
      title: /obligatoire/,
    });
  });

  it('has its title to itself in its year', async () => {
    const title = unique('Le guide');
    const first = await makeEdition({ title });
    expect((await refusalOf(makeEdition({ title: title.toUpperCase() })))['title']).toMatch(/porte déjà ce titre/);
    const other = await makeEdition({ title, year: 2027 });
    expect(
      (await refusalOf(editions().update({ documentId: other.documentId, data: { year: 2026 } })))['title'],
    ).toMatch(/2026/);
    await editions().update({ documentId: first.documentId, data: { title, printRun: 4 } });
  });

  it('refuses what cannot be printed', async () => {
    const parent = await makeTheme(cms.strapi);
    const child = await documents(cms.strapi, 'api::theme.theme').create({
      data: { name: unique('Sous-thème'), position: 1, parent: parent.documentId },
    });
    const [mute, described] = [await makeImage(cms.strapi, null), await makeImage(cms.strapi, 'Décrite')];
    const refused = await refusalOf(
      makeEdition({
        bleedMm: 4,
        chapters: [parent.documentId, child.documentId],
        onlyThemes: [child.documentId],
        cover: mute.id,
        advertisements: [
          { advertiser: 'A', size: 'demi-page', image: described.id },
          { advertiser: 'B', size: 'demi-page', image: mute.id },
        ],
        partners: [{ name: 'C', logo: mute.id }],
      }),
    );
    expect(Object.keys(refused).sort()).toEqual(
      ['advertisements.1.image', 'bleedMm', 'chapters', 'cover', 'message', 'onlyThemes', 'partners.0.logo'].sort(),
    );
    expect(refused['chapters']).toContain(child.name);
    expect(refused['chapters']).not.toContain(parent.name);
    expect(refused['advertisements.1.image']).toMatch(/texte de remplacement/);
  });

  it('takes the printer’s profile when it is one', async () => {
    const upload = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
      const body = new FormData();
      body.append('files', new Blob([bytes], { type: 'application/vnd.iccprofile' }), name);
      const response = await asAdmin(cms, await signIn(cms), '/upload', { method: 'POST', body });
      expect(response.status, name).toBe(201);
      return ((await response.json()) as [{ id: number }])[0].id;
    };
    const pdf = Uint8Array.from(Buffer.from('%PDF-1.7\nx'));
    const reproach = async (name: string, bytes: Uint8Array<ArrayBuffer>) =>
      (await refusalOf(makeEdition({ colourProfile: await upload(name, bytes) })))['colourProfile'];
    expect(await reproach('profil.pdf', pdf)).toMatch(/est un PDF, pas un profil ICC/);
    expect(await reproach('ecran.icc', iccProfile({ space: 'RGB', kind: 'mntr', name: 'Un écran' }))).toMatch(/RVB/);
    expect(await reproach('coupe.icc', iccProfile().slice(0, 140))).toMatch(/incomplet/);

    const edition = await makeEdition({
      colourProfile: await upload('presse.icc', iccProfile({ name: 'PSO Coated v3' })),
    });
    const { colourProfile } = (await readPrint(edition)).edition;
    expect(colourProfile).toMatchObject({ name: 'presse.icc', mime: 'application/vnd.iccprofile' });
    const served = await fetch(`${cms.url}${colourProfile?.url}`);
    expect(Buffer.from(await served.arrayBuffer()).equals(Buffer.from(iccProfile({ name: 'PSO Coated v3' })))).toBe(
      true,
    );
  });

  it('is frozen by nobody’s hand', async () => {
    const token = await signIn(cms);
    const edition = await makeEdition();
    for (const forged of [
      { stage: 'figée' },
      { frozenAt: '2026-01-01T00:00:00.000Z' },
      { fingerprint: 'a'.repeat(64) },
    ]) {
      const response = await asAdmin(cms, token, form(edition), { method: 'PUT', json: forged });
      expect(response.status).toBe(400);
      expect(await messageOf(response)).toMatch(/se fige depuis son panneau/);
      await expect(makeEdition(forged)).rejects.toThrow(/se fige depuis son panneau/);
    }
    // a form that was opened before the proof sends the older stage back
    await cms.strapi.db.query(UID).update({ where: { documentId: edition.documentId }, data: { stage: 'épreuve' } });
    const saved = await asAdmin(cms, token, form(edition), {
      method: 'PUT',
      json: { stage: 'en préparation', printRun: 9 },
    });
    expect(saved.status).toBe(200);
    expect(await stored(edition)).toMatchObject({ stage: 'épreuve', printRun: 9 });
  });

  it('is never touched again once frozen, and can be copied', async () => {
    const token = await signIn(cms);
    const edition = await makeEdition({ usefulNumbers: [{ name: 'Secours', number: '112' }] });
    await freezeInDatabase(edition, '2026-07-01T00:00:00.000Z');
    const before = await stored(edition);
    const attempts: [path: string, init: Parameters<typeof asAdmin>[3]][] = [
      [form(edition), { method: 'PUT', json: { title: 'Autre' } }],
      [form(edition), { method: 'PUT', json: { stage: 'en préparation' } }],
      [form(edition), { method: 'PUT', json: {} }],
      [form(edition), { method: 'DELETE' }],
      [
        `/content-manager/collection-types/${UID}/actions/bulkDelete`,
        { method: 'POST', json: { documentIds: [edition.documentId] } },
      ],
    ];
    for (const [to, init] of attempts) {
      const response = await asAdmin(cms, token, to, init);
      expect(response.status, `${init?.method} ${to}`).toBe(400);
      expect(await messageOf(response)).toMatch(/Cette édition est figée.*dupliquez-la/);
    }
    expect(await stored(edition)).toEqual(before);

    const copied = await asAdmin(cms, token, `/content-manager/collection-types/${UID}/clone/${edition.documentId}`, {
      method: 'POST',
      json: { year: 2026, title: edition.title, stage: 'figée', fingerprint: 'a'.repeat(64) },
    });
    expect(copied.status).toBe(200);
    const { data } = (await copied.json()) as { data: { documentId: string } };
    expect(data.documentId).not.toBe(edition.documentId);
    expect(await stored(data)).toMatchObject({
      title: `${edition.title} (copie)`,
      stage: 'en préparation',
      frozenAt: null,
      fingerprint: null,
    });
    expect((await readPrint(data)).edition.usefulNumbers).toEqual([{ name: 'Secours', number: '112', note: null }]);
    const second = await editions().clone({ documentId: edition.documentId });
    expect((await stored(second.entries[0])).title).toBe(`${edition.title} (copie\u00a02)`);
  });

  it('ignores fields that it does not have, or that are not content', async () => {
    const token = await signIn(cms);
    const edition = await makeEdition();
    const response = await asAdmin(cms, token, form(edition), {
      method: 'PUT',
      json: { printRun: 7, isAdmin: true, documentId: 'other', publishedAt: null },
    });
    expect(response.status).toBe(200);
    expect(await stored(edition)).toMatchObject({ documentId: edition.documentId, printRun: 7 });
    expect(await cms.strapi.db.query(UID).count({ where: { documentId: 'other' } })).toBe(0);
  });

  it('makes nobody wait for a build of the site', async () => {
    expect(watchedTables(cms.strapi).filter((table) => table.includes('edition'))).toEqual([]);
    const theme = await makeTheme(cms.strapi);
    const before = await readEtag(cms);
    const edition = await makeEdition({
      chapters: [theme.documentId],
      usefulNumbers: [{ name: 'Secours', number: '112' }],
    });
    await editions().update({ documentId: edition.documentId, data: { printRun: 5 } });
    expect(await readEtag(cms)).toBe(before);
    await editions().delete({ documentId: edition.documentId });
    expect(await readEtag(cms)).toBe(before);
  });

  it('has no route of its own', async () => {
    const edition = await makeEdition();
    for (const to of ['/api/editions', `/api/editions/${edition.documentId}`, '/api/edition']) {
      expect(
        (await fetch(`${cms.url}${to}`, { headers: { Authorization: `Bearer ${EXPORT_TOKEN}` } })).status,
        to,
      ).toBe(404);
    }
  });
});

const report = (edition: string): PrintReport => ({
  format: 'trame-print-report/1',
  edition: { id: edition, year: 2026, title: 'Le guide' },
  printedAt: '2026-11-22T10:00:00.000Z',
  content: 'b'.repeat(64),
  software: { typst: '0.14', trame: '0.1.0' },
  standard: 'PDF/X-4',
  profile: 'FOGRA39L Coated',
  files: [{ name: 'livret.pdf', label: 'Livret', bytes: 10, sha256: 'c'.repeat(64), pages: 8 }],
  pages: 8,
  entries: 12,
  notesPages: 0,
  spineMm: null,
  entryPages: {},
  checks: [],
  notices: [],
  changes: null,
});
const state = (edition: string, more: Partial<EditionState> = {}): EditionState => ({
  edition,
  printing: null,
  failure: null,
  proof: null,
  proofIsStale: false,
  frozen: null,
  links: [],
  unreadable: [],
  ...more,
});

describe('the admin’s page of an edition', () => {
  const listener = (url: string) =>
    vi.waitFor(
      () => {
        const found = cms.listeners.find((one) => one.url === url);
        if (!found) throw new Error(`No one listens at ${url}`);
        return found;
      },
      { timeout: 10_000 },
    );
  const asks = () =>
    cms.received.filter(({ url }) => url.startsWith('/editions/')).map(({ method, url }) => `${method} ${url}`);

  it('is for signed-in people who may change editions', async () => {
    const edition = await makeEdition();
    cms.received.length = 0;
    const routes = [
      ['GET', ''],
      ['GET', '/events'],
      ['POST', '/proof'],
      ['POST', '/freeze'],
      ['POST', '/links'],
      ['DELETE', '/links/x'],
      ['GET', '/files/proof/livret.pdf'],
      ['GET', '/entries/judo-club'],
    ] as const;
    const role = await cms.strapi.service('admin::role').create({ name: unique('Lecture'), description: '' });
    await cms.strapi
      .service('admin::role')
      .assignPermissions(role.id, [
        { action: 'plugin::content-manager.explorer.read', subject: UID, properties: { fields: ['title'] } },
      ]);
    const account = { email: 'lectrice@example.org', password: 'Un-mot-de-passe-3' };
    await cms.strapi.service('admin::user').create({
      ...account,
      firstname: 'Lise',
      lastname: 'Exemple',
      isActive: true,
      registrationToken: null,
      roles: [role.id],
    });
    const reader = await signIn(cms, account);
    for (const [method, rest] of routes) {
      const to = path(edition, rest);
      expect((await fetch(`${cms.url}${to}`, { method })).status, to).toBe(401);
      const builder = { Authorization: `Bearer ${EXPORT_TOKEN}` };
      expect((await fetch(`${cms.url}${to}`, { method, headers: builder })).status, to).toBe(401);
      const refused = await asAdmin(cms, reader, to, { method });
      expect(refused.status, to).toBe(403);
      expect(await messageOf(refused)).toMatch(/Votre compte/);
      const unknown = await asAdmin(cms, await signIn(cms), `/trame/editions/unknown${rest}`, { method });
      expect(unknown.status, to).toBe(404);
    }
    expect(asks()).toEqual([]);
  });

  it('shows what the deployer says, and the record follows: proof, frozen, never back', async () => {
    const token = await signIn(cms);
    const edition = await makeEdition();
    const { documentId } = edition;
    const get = () => asAdmin(cms, token, path(edition));
    const post = (rest: string) => asAdmin(cms, token, path(edition, rest), { method: 'POST', json: {} });

    cms.answer = () => ({ status: 200, body: state(documentId) });
    expect(await (await get()).json()).toEqual(state(documentId));
    expect(await stored(edition)).toMatchObject({ stage: 'en préparation' });

    const printing = state(documentId, { printing: { startedAt: '2026-11-22T10:00:00.000Z' } });
    cms.received.length = 0;
    cms.answer = () => ({ status: 202, body: printing });
    const proof = await post('/proof');
    expect([proof.status, await proof.json()]).toEqual([202, printing]);
    expect(cms.received.at(-1)).toMatchObject({
      method: 'POST',
      url: `/editions/${documentId}/proof`,
      headers: { authorization: `Bearer ${WEBHOOK_SECRET}` },
    });
    expect(await stored(edition)).toMatchObject({ stage: 'épreuve' });

    cms.answer = () => ({ status: 409, body: { error: 'Le contenu a changé depuis cette épreuve.' } });
    const refused = await post('/freeze');
    expect([refused.status, await messageOf(refused)]).toEqual([409, 'Le contenu a changé depuis cette épreuve.']);
    expect(await stored(edition)).toMatchObject({ stage: 'épreuve', fingerprint: null });

    const frozen = state(documentId, { frozen: { at: '2026-11-22T11:00:00.000Z', report: report(documentId) } });
    cms.answer = () => ({ status: 200, body: frozen });
    expect(await journalOf(edition)).toEqual([]);
    expect((await post('/freeze')).status).toBe(200);
    expect((await post('/freeze')).status).toBe(200); // once more is no second act
    expect(await journalOf(edition)).toEqual([['édition figée', `empreinte ${'b'.repeat(12)}`]]);
    const after = await stored(edition);
    expect(after).toMatchObject({ stage: 'figée', fingerprint: 'b'.repeat(64) });
    expect(new Date(after.frozenAt).toISOString()).toBe('2026-11-22T11:00:00.000Z');
    expect((await asAdmin(cms, token, form(edition), { method: 'PUT', json: { printRun: 1 } })).status).toBe(400);

    // A printing service that has lost the frozen files is no edition that was never frozen.
    cms.answer = () => ({ status: 200, body: state(documentId, { proof: report(documentId) }) });
    expect((await get()).status).toBe(200);
    cms.received.length = 0;
    const printed = await post('/proof');
    expect([printed.status, await messageOf(printed)]).toEqual([409, expect.stringMatching(/figée/)]);
    expect(asks()).toEqual([]);
    expect(await stored(edition)).toEqual(after);
    cms.answer = null;
  });

  it('lets the record follow what the deployer tells, and nothing that is only read', async () => {
    const edition = await makeEdition();
    const { documentId } = edition;
    const frozen = { at: '2026-11-22T11:00:00.000Z', report: report(documentId) };
    cms.answer = () => ({ status: 200, body: state(documentId, { frozen }) });
    await asAdmin(cms, await signIn(cms), path(edition));
    expect(await stored(edition)).toMatchObject({ stage: 'en préparation' });
    cms.answer = null;

    const heard = await listener('/editions/events');
    expect(heard.authorization).toBe(`Bearer ${WEBHOOK_SECRET}`);
    const tell = (progress: unknown) => heard.response.write(`data: ${JSON.stringify(progress)}\n\n`);
    const stage = async () => (await stored(edition)).stage;
    heard.response.write('data: not of ours\n\n');
    tell({ edition: 'unknown', begun: true, frozen: null });
    tell({ edition: documentId, begun: true, frozen: null });
    await vi.waitFor(async () => expect(await stage()).toBe('épreuve'), 10_000);
    tell({ edition: documentId, begun: true, frozen: { at: frozen.at, content: 'b'.repeat(64) } });
    await vi.waitFor(async () => expect(await stage()).toBe('figée'), 10_000);
    expect(await stored(edition)).toMatchObject({ fingerprint: 'b'.repeat(64) });

    // A deployer that stops is listened to again.
    heard.response.end();
    await vi.waitFor(() => expect(cms.listeners).not.toContain(heard), 10_000);
    expect((await listener('/editions/events')).authorization).toBe(heard.authorization);
  });

  it('hands the events of an edition on to its page, until the page goes away', async () => {
    const edition = await makeEdition();
    const leave = new AbortController();
    const response = await fetch(`${cms.url}${path(edition, '/events')}`, {
      headers: { Authorization: `Bearer ${await signIn(cms)}` },
      signal: leave.signal,
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    const { response: told } = await listener(`/editions/${edition.documentId}/events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe(': \n\n');
    for (const text of ['data: one\n\n', 'data: two\n\n']) {
      told.write(text);
      expect((await reader?.read())?.value).toBe(text);
    }
    leave.abort();
    await vi.waitFor(() => expect(cms.listeners.some(({ response }) => response === told)).toBe(false), 10_000);
  });

  it('makes and takes back links, and asks for nothing that makes no sense', async () => {
    const token = await signIn(cms);
    const edition = await makeEdition();
    const post = (json: unknown) => asAdmin(cms, token, path(edition, '/links'), { method: 'POST', json });
    cms.received.length = 0;
    for (const wrong of [
      {},
      { recipient: '', days: 3 },
      { recipient: 'x', days: 91 },
      { recipient: 'x', days: 3, admin: true },
    ]) {
      const response = await post(wrong);
      expect(response.status).toBe(400);
      expect(await messageOf(response)).toMatch(/à qui ce lien est destiné/);
    }
    expect(asks()).toEqual([]);

    const link = {
      id: 'abc_1',
      recipient: 'Imprimerie du Moron',
      createdAt: '2026-11-22T10:00:00.000Z',
      expiresAt: '2026-12-22T10:00:00.000Z',
      revokedAt: null,
      visits: 0,
      downloads: 0,
      lastUsedAt: null,
    };
    cms.answer = () => ({ status: 201, body: { url: 'https://presse.example.org/imprimeur/x/', link } });
    const made = await post({ recipient: 'Imprimerie du Moron', days: 30 });
    expect(made.status).toBe(201);
    expect(await made.json()).toEqual({ url: 'https://presse.example.org/imprimeur/x/', link });
    expect(JSON.parse(cms.received.at(-1)?.body ?? '')).toEqual({ recipient: 'Imprimerie du Moron', days: 30 });

    cms.answer = () => ({ status: 200, body: state(edition.documentId, { links: [link] }) });
    expect((await asAdmin(cms, token, path(edition, '/links/..%2F..%2Fstate'), { method: 'DELETE' })).status).toBe(200);
    expect(cms.received.at(-1)?.url).toBe(`/editions/${edition.documentId}/links/..%2F..%2Fstate`);

    expect((await asAdmin(cms, token, path(edition, '/links/abc_1'), { method: 'DELETE' })).status).toBe(200);
    expect(await journalOf(edition)).toEqual([
      ['lien imprimeur fermé', 'Imprimerie du Moron'],
      ['lien imprimeur créé', 'Imprimerie du Moron, jusqu’au 22 décembre 2026'],
    ]);
    cms.answer = null;
  });

  it('hands files on byte by byte, and only files', async () => {
    const token = await signIn(cms);
    const edition = await makeEdition();
    const bytes = randomBytes(300_000);
    cms.answer = () => ({ status: 200, body: bytes });
    const get = (rest: string) => asAdmin(cms, token, path(edition, rest));
    const file = await get('/files/proof/livret.pdf');
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="livret.pdf"');
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);

    const page = await get('/files/frozen/rapport.html');
    expect(page.headers.get('content-security-policy')).toContain('sandbox');
    expect(page.headers.get('cache-control')).toContain('no-store');
    await page.arrayBuffer();
    const picture = await get('/entries/judo-club-du-cedre-bleu');
    expect(picture.headers.get('content-type')).toBe('image/png');
    await picture.arrayBuffer();
    expect(cms.received.at(-1)?.url).toBe(`/editions/${edition.documentId}/entries/judo-club-du-cedre-bleu.png`);

    cms.received.length = 0;
    for (const wrong of [
      '/files/proof/..%2Fexport.json',
      '/files/proof/x.exe',
      '/files/originals/a.pdf',
      '/entries/..%2Fx',
      '/entries/Judo',
    ]) {
      expect((await get(wrong)).status, wrong).toBe(404);
    }
    expect(asks()).toEqual([]);
    cms.answer = () => ({ status: 404, body: { error: 'Ce fichier n’existe pas.' } });
    const missing = await get('/files/proof/absent.pdf');
    expect([missing.status, await messageOf(missing)]).toEqual([404, 'Ce fichier n’existe pas.']);
    cms.answer = null;
  });

  it('says in French that the deployer is down, refuses the CMS, or is of another version', async () => {
    const token = await signIn(cms);
    const edition = await makeEdition();
    const get = async () => {
      const response = await asAdmin(cms, token, path(edition));
      return [response.status, await messageOf(response)];
    };
    cms.answer = () => ({ status: 401, body: null });
    expect(await get()).toEqual([502, expect.stringContaining('TRAME_WEBHOOK_SECRET')]);
    cms.answer = () => ({ status: 200, body: { nothing: 'known' } });
    expect(await get()).toEqual([502, expect.stringContaining('même version')]);
    cms.answer = () => ({ status: 500, body: 'not json of ours' });
    expect(await get()).toEqual([502, expect.stringContaining('même version')]);
    const url = process.env['DEPLOYER_URL'];
    process.env['DEPLOYER_URL'] = 'http://127.0.0.1:9';
    expect(await get()).toEqual([503, expect.stringContaining('ne répond pas')]);
    process.env['DEPLOYER_URL'] = url;
    cms.answer = null;
  });
});

describe('an editor', () => {
  it('makes editions and prints them', async () => {
    const role = await cms.strapi.db.query('admin::role').findOne({ where: { name: 'Éditeur·rice' } });
    const account = { email: 'imprimeuse@example.org', password: 'Un-mot-de-passe-4' };
    await cms.strapi.service('admin::user').create({
      ...account,
      firstname: 'Inès',
      lastname: 'Exemple',
      isActive: true,
      registrationToken: null,
      roles: [role.id],
    });
    const token = await signIn(cms, account);
    const made = await asAdmin(cms, token, `/content-manager/collection-types/${UID}`, {
      method: 'POST',
      json: { year: 2028, title: unique('Le guide') },
    });
    expect(made.status).toBe(201);
    const { data } = (await made.json()) as { data: { documentId: string } };
    cms.answer = () => ({ status: 200, body: state(data.documentId) });
    expect((await asAdmin(cms, token, path(data))).status).toBe(200);
    cms.answer = null;
    expect((await asAdmin(cms, token, form(data), { method: 'DELETE' })).status).toBe(200);
  });
});
