/** Lists that leave the admin: what a file says, for whom, and what is written down of it. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BulkPlan, BulkRun, type BulkChange } from '../src/domain/contract/desk/bulk-edit.ts';
import { anyRecord } from '../src/domain/contract/desk/finding.ts';
import { ImportChange, ImportView, ListedImport } from '../src/domain/contract/desk/import.ts';
import {
  AddressesAnswer,
  LabelsLook,
  ListOutLook,
  MadeFile,
  type TableQuestion,
} from '../src/domain/contract/desk/lists-out.ts';
import { LabelsExport, MailingExport, SheetsExport } from '../src/domain/contract/press/lists.ts';
import { readContent } from '../src/entries/record-content.ts';
import { eraseColumnChoices, KEEP_COLUMN_CHOICES_DAYS } from '../src/lists-out/column-choices.ts';
import type * as Register from '../src/platform/suppressions/register.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, eventData, makeCommune, makeTheme, publishAssociation, unique } from './helpers/content.ts';
import { asAdmin, signIn, signInAsReader } from './helpers/http.ts';
import { SITE } from './helpers/door.ts';

/** The register that the running CMS has. */
const { contactMark, noteSuppressions } = createRequire(import.meta.url)(
  join(import.meta.dirname, '../dist/src/platform/suppressions/register.js'),
) as typeof Register;

const ASSOCIATION = 'api::association.association';
const EVENT = 'api::event.event';
const RESOURCE = 'api::resource.resource';
const AGREED = { consentDate: '2026-06-02', consentSource: 'courriel' };

let cms: Cms;
let strapi: Cms['strapi'];
let token: string;
let commune: { documentId: string; name: string };
let theme: { documentId: string; name: string };
beforeAll(async () => {
  process.env.SITE_URL = SITE;
  cms = await startCms();
  ({ strapi } = cms);
  token = await signIn(cms);
  commune = await makeCommune(strapi);
  theme = await makeTheme(strapi);
});

const post = (path: string, json: unknown, as = token) => asAdmin(cms, as, path, { method: 'POST', json });
const inCommune = (id: string, ticked: TableQuestion['taken']['ticked'] = null): TableQuestion['taken'] => ({
  criteria: { ...anyRecord, types: [ASSOCIATION], commune: id },
  ticked,
});
const look = async (
  taken: TableQuestion['taken'],
  destination: TableQuestion['destination'] = 'office',
  as = token,
) => {
  const response = await post('/trame/lists-out/look', { taken, destination }, as);
  expect(response.status).toBe(200);
  return ListOutLook.parse(await response.json());
};
const ask = (taken: TableQuestion['taken'], more: Partial<TableQuestion> = {}, as = token) =>
  post(
    '/trame/lists-out/table',
    {
      taken,
      destination: 'office',
      columns: ['name', 'phone', 'email', 'summary'],
      format: 'csv-machines',
      reason: 'téléphoner',
      words: '',
      ...more,
    },
    as,
  );
const file = async (response: Response) => {
  if (!response.ok) throw new Error(await response.text());
  const { name, type, base64 } = MadeFile.parse(await response.json());
  return { name, type, bytes: Buffer.from(base64, 'base64') };
};
const lines = async (response: Response) =>
  (await file(response)).bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim()
    .split('\r\n');
const journal = async (act: string) =>
  (await strapi.db.query('api::journal-entry.journal-entry').findMany({ where: { act }, orderBy: { id: 'desc' } })) as {
    who: string;
    subject: string;
    note: string;
  }[];

describe('a list as a table', () => {
  let of: { documentId: string; name: string };
  let ids: string[];
  beforeAll(async () => {
    of = await makeCommune(strapi);
    const shared = { commune: of.documentId, themes: [theme.documentId] };
    const made = [
      await publishAssociation(strapi, {
        ...shared,
        name: 'Étourneaux du Préau',
        summary: 'Chant. Joindre Anne au 05 36 49 19 71.',
        website: 'https://etourneaux.example.org',
        internalNote: 'Fâchés avec la mairie.',
        address: { street: '3 rue des Lilas', postalCode: '33920', city: 'Cavignac', public: false },
        contacts: [
          { name: 'Anne', phone: '05 36 49 19 71', email: 'anne@example.org', web: true, print: true, ...AGREED },
          { name: 'Paul', phone: '05 36 49 11 02', professionals: true, ...AGREED },
          { name: 'Rose', phone: '05 36 49 11 03', web: true, openData: true, ...AGREED },
        ],
      }),
      await publishAssociation(strapi, {
        ...shared,
        name: '=Zumba',
        contacts: [{ name: 'Sans accord', phone: '05 36 49 11 04', email: 'secret@example.org' }],
      }),
      await documents(strapi, ASSOCIATION).create({
        data: { ...shared, name: 'Brouillon', summary: 'Jamais publiée.' },
      }),
    ];
    ids = made.map(({ documentId }) => documentId);
  });

  it('is for the office all that it holds, drafts included', async () => {
    const seen = await look(inCommune(of.documentId));
    expect(seen).toMatchObject({ count: 3, notOnline: 0, withoutContact: 1 });
    expect(seen.columns).toContain('internalNote');
    const taken = inCommune(of.documentId);
    expect(await lines(await ask(taken, { columns: ['name', 'phone', 'internalNote', 'street'] }))).toEqual([
      'name,phone,street,internalNote',
      'Brouillon,,,',
      'Étourneaux du Préau,+33536491971,3 rue des Lilas,Fâchés avec la mairie.',
      '=Zumba,+33536491104,,',
    ]);
  });

  it('is for anybody else what is online, with whom agreed to that reader, in the texts too', async () => {
    const taken = inCommune(of.documentId);
    const said = async (destination: TableQuestion['destination']) =>
      lines(await ask(taken, { destination, columns: ['name', 'phone', 'summary', 'street', 'internalNote'] }));
    expect(await look(taken, 'site')).toMatchObject({ count: 2, notOnline: 1, withoutContact: 1 });
    const [head, entry, ...rest] = await said('site');
    expect(head).toBe('name,phone,street,summary');
    expect(entry).toBe('Étourneaux du Préau,+33536491971,,Chant. Joindre Anne au 05 36 49 19 71.');
    expect(rest.join()).not.toContain('491104');
    expect((await said('papier'))[1]).toBe(entry);
    // The rules of publication hold texts to site and booklet; the other readers come by here alone.
    const without = ',Chant. Joindre Anne au (coordonnées retirées).';
    expect((await said('données ouvertes'))[1]).toBe(`Étourneaux du Préau,+33536491103,${without}`);
    expect((await said('professionnels'))[1]).toBe(`Étourneaux du Préau,+33536491102,${without}`);
  });

  it('holds what is ticked, and nothing that left the list since', async () => {
    const ticked = [
      { uid: ASSOCIATION, documentId: ids[1]! },
      { uid: ASSOCIATION, documentId: 'gone' },
    ] as const;
    const other = await publishAssociation(strapi, { commune: commune.documentId });
    const taken = inCommune(of.documentId, [...ticked, { uid: ASSOCIATION, documentId: other.documentId }]);
    expect(await lines(await ask(taken, { columns: ['name'] }))).toEqual(['name', '=Zumba']);
    const gone = await ask(inCommune(of.documentId, [{ uid: ASSOCIATION, documentId: 'gone' }]));
    expect(gone.status).toBe(409);
  });

  it('is a workbook or a CSV for a spreadsheet, which run nothing', async () => {
    const taken = inCommune(of.documentId);
    const csv = await lines(await ask(taken, { format: 'csv', columns: ['name', 'phone', 'verifiedOn'] }));
    expect(csv[0]).toBe('Nom;Téléphone;Vérifiée le');
    expect(csv.at(-1)).toBe("'=Zumba;05 36 49 11 04;");
    const made = await file(await ask(taken, { format: 'xlsx', reason: 'autre', words: 'Forum de septembre' }));
    expect(made.name).toMatch(/^Liste du [0-9-]{10}\.xlsx$/);
    expect(made.type).toContain('spreadsheetml');
    const { Sheets } = read(made.bytes);
    expect(utils.sheet_to_json<string[]>(Sheets['Fiches']!, { header: 1 }).map(([name]) => name)).toEqual([
      'Nom',
      'Brouillon',
      'Étourneaux du Préau',
      '=Zumba',
    ]);
    const about = utils.sheet_to_csv(Sheets['À propos de ce fichier']!);
    expect(about).toContain('Forum de septembre');
    expect(about).toContain(of.name);
  });

  it('leaves a line in the journal, with its filter and its reason, without the number that was looked for', async () => {
    const inOne = inCommune(of.documentId);
    const taken = { ...inOne, criteria: { ...inOne.criteria, question: '05 36 49 19 71' } };
    await lines(await ask(taken, { destination: 'site', reason: 'réunir', words: 'forum' }));
    const [line] = await journal('liste téléchargée');
    const note = line?.note.replace(/[\u00a0\u202f]/g, ' ');
    expect(note).toBe(
      [
        'CSV pour un logiciel : 1 fiche',
        'pour : un site internet',
        'raison : Préparer une réunion ou un forum : forum',
        `filtre : Associations · contient « (une coordonnée) » · ${of.name}`,
        'colonnes : Nom, Téléphone, Adresse électronique, Présentation courte',
      ].join(' ; '),
    );
    expect(line?.subject).not.toContain('49');
    const before = (await journal('liste téléchargée')).length;
    const refused = await ask(taken, { reason: 'autre', words: ' ' });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Dites en quelques mots');
    expect(await journal('liste téléchargée')).toHaveLength(before);
  });

  it('remembers the columns of each account, and lets go of those that nobody uses', async () => {
    const taken = inCommune(of.documentId);
    await ask(taken, { columns: ['name', 'rnaId', 'internalNote'] });
    expect((await look(taken)).chosen).toEqual(['name', 'rnaId', 'internalNote']);
    // A reader who gets no internal note does not make the account forget it.
    await ask(taken, { destination: 'site', columns: ['name', 'siret'] });
    expect((await look(taken)).chosen).toEqual(['name', 'siret', 'internalNote']);
    await eraseColumnChoices(strapi.db.connection, new Date());
    expect((await look(taken)).chosen).toContain('siret');
    await eraseColumnChoices(
      strapi.db.connection,
      new Date(Date.now() + (KEEP_COLUMN_CHOICES_DAYS + 1) * 24 * 3600 * 1000),
    );
    expect((await look(taken)).chosen).toContain('commune');
  });

  it('holds for an account what it may read', async () => {
    const role = await strapi.service('admin::role').create({ name: unique('Rôle'), description: '' });
    await strapi.service('admin::role').assignPermissions(role.id, [
      {
        action: 'plugin::content-manager.explorer.read',
        subject: ASSOCIATION,
        properties: { fields: ['name', 'commune'] },
        conditions: [],
      },
    ]);
    const account = { email: `${unique('liste').replace(' ', '-')}@example.org`, password: 'Un-mot-de-passe-6' };
    await strapi
      .service('admin::user')
      .create({ ...account, firstname: 'Zoé', isActive: true, registrationToken: null, roles: [role.id] });
    const as = await signIn(cms, account);
    const taken = inCommune(of.documentId);
    expect((await look(taken, 'office', as)).columns).toEqual(['name', 'type', 'state', 'commune']);
    expect((await lines(await ask(taken, { columns: ['name', 'phone', 'internalNote'] }, as)))[0]).toBe('name');
    expect((await ask(taken, { columns: ['phone'] }, as)).status).toBe(400);
    const nobody = await signInAsReader(cms);
    expect((await look(taken, 'office', nobody)).count).toBe(0);
    expect((await ask(taken, {}, nobody)).status).toBe(409);
  });

  it('refuses a question of another shape', async () => {
    for (const wrong of [
      { columns: [] },
      { columns: ['password'] },
      { destination: 'voisin' },
      { format: 'pdf' },
      { words: 'x'.repeat(201) },
      { reason: '' },
    ])
      expect((await ask(inCommune(of.documentId), wrong as never)).status, JSON.stringify(wrong)).toBe(400);
  });
});

describe('one change of many records', () => {
  const published = (more: Record<string, unknown> = {}) =>
    publishAssociation(strapi, { commune: here.documentId, themes: [theme.documentId], ...more });
  let here: { documentId: string; name: string };
  let other: { documentId: string; name: string };
  beforeAll(async () => {
    other = await makeTheme(strapi);
  });
  beforeEach(async () => {
    here = await makeCommune(strapi);
  });
  const taken = () => inCommune(here.documentId);
  const plan = async (change: BulkChange, of = taken()) => {
    const response = await post('/trame/lists-out/bulk/look', { taken: of, change });
    if (!response.ok) throw new Error(await response.text());
    return BulkPlan.parse(await response.json());
  };
  const apply = async (change: BulkChange, shown: BulkPlan, of = taken()): Promise<BulkRun> => {
    const response = await post('/trame/lists-out/bulk/apply', { taken: of, change, plan: shown.plan });
    if (!response.ok) throw new Error(await response.text());
    const { id } = BulkRun.parse(await response.json());
    for (;;) {
      const run = BulkRun.parse(await (await asAdmin(cms, token, `/trame/lists-out/bulk/runs/${id}`)).json());
      if (run.edit !== null || run.failure !== null) return run;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const undo = async ({ edit }: BulkRun, changes: string[] | null = null) => {
    await post(`/trame/imports/${edit}/undo`, { changes });
    for (;;) {
      const view = ImportView.parse(await (await asAdmin(cms, token, `/trame/imports/${edit}`)).json());
      if (view.progress === null) return view;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const changesOf = async ({ edit }: BulkRun) =>
    z.array(ImportChange).parse(await (await asAdmin(cms, token, `/trame/imports/${edit}/changes`)).json());
  const content = async (documentId: string, version: 'draft' | 'published') =>
    (await readContent(strapi, ASSOCIATION, documentId, version))?.content ?? null;

  it('is shown first, then made at once, on what is online too, and undone', async () => {
    const [one, two] = [await published(), await published({ themes: [theme.documentId, other.documentId] })];
    const draft = await documents(strapi, ASSOCIATION).create({ data: { name: 'Ébauche', commune: here.documentId } });
    const change = { what: 'add-theme', id: other.documentId } as const;
    const shown = await plan(change);
    expect(shown).toMatchObject({ changed: 2, same: 1, left: 0, others: 0 });
    expect(shown.name.replace(/[\u00a0\u202f]/g, ' ')).toBe(`Thème ajouté : ${other.name}`);
    expect(shown.lines.find(({ documentId }) => documentId === one.documentId)).toMatchObject({
      before: theme.name,
      after: `${theme.name}, ${other.name}`,
    });
    expect((await content(one.documentId, 'published'))?.['themes']).toEqual([theme.documentId]);

    const run = await apply(change, shown);
    expect(run.failure).toBeNull();
    expect((await content(one.documentId, 'published'))?.['themes']).toEqual([theme.documentId, other.documentId]);
    expect((await content(draft.documentId, 'draft'))?.['themes']).toEqual([other.documentId]);
    expect(await content(draft.documentId, 'published')).toBeNull();
    expect((await journal('fiches modifiées ensemble'))[0]?.note).toBe('2\u00a0fiches modifiées.');
    // Not among the files that somebody brought in, and found again where it was made.
    const listedAt = async (path: string) =>
      z
        .array(ListedImport)
        .parse(await (await asAdmin(cms, token, path)).json())
        .map(({ id }) => id);
    expect(await listedAt('/trame/imports')).not.toContain(run.edit);
    expect(await listedAt('/trame/lists-out/bulk')).toContain(run.edit);

    // What somebody changed since stays, and is told.
    await documents(strapi, ASSOCIATION).update({ documentId: draft.documentId, data: { name: 'Ébauche reprise' } });
    const undone = await undo(run);
    expect(undone.failure).toBeNull();
    expect((await content(one.documentId, 'published'))?.['themes']).toEqual([theme.documentId]);
    expect((await content(two.documentId, 'draft'))?.['themes']).toEqual([theme.documentId, other.documentId]);
    expect((await content(draft.documentId, 'draft'))?.['themes']).toEqual([other.documentId]);
    expect((await changesOf(run)).map(({ state }) => state).sort()).toEqual(['touched', 'undone']);
    expect((await journal('modification annulée'))[0]?.subject).toBe(shown.name);
  });

  it('changes communes and the booklet, and leaves a draft that waits unpublished', async () => {
    const one = await published();
    await documents(strapi, ASSOCIATION).update({ documentId: one.documentId, data: { summary: 'En chantier.' } });
    const inPrint = { what: 'in-print', value: false } as const;
    const shown = await plan(inPrint);
    expect(shown.lines[0]).toMatchObject({ act: 'changed', before: 'oui', after: 'non' });
    expect(shown.lines[0]?.note).toContain('rien n’est publié');
    await apply(inPrint, shown);
    expect(await content(one.documentId, 'draft')).toMatchObject({ inPrint: false, summary: 'En chantier.' });
    expect((await content(one.documentId, 'published'))?.['inPrint']).toBe(true);

    const moved = { what: 'commune', id: commune.documentId } as const;
    const only = inCommune(here.documentId, [{ uid: ASSOCIATION, documentId: one.documentId }]);
    await apply(moved, await plan(moved, only), only);
    expect((await content(one.documentId, 'draft'))?.['commune']).toBe(commune.documentId);
  });

  it('takes records off the site and puts them back, as an undo does', async () => {
    const [one, two] = [await published(), await published()];
    await documents(strapi, ASSOCIATION).update({ documentId: two.documentId, data: { summary: 'En chantier.' } });
    const offline = { what: 'online', value: false } as const;
    const shown = await plan(offline);
    expect(shown).toMatchObject({ changed: 1, left: 1 });
    const run = await apply(offline, shown);
    expect(await content(one.documentId, 'published')).toBeNull();
    expect(await content(two.documentId, 'published')).not.toBeNull();
    await undo(run);
    expect(await content(one.documentId, 'published')).not.toBeNull();

    const bare = await documents(strapi, ASSOCIATION).create({ data: { name: 'Ébauche', commune: here.documentId } });
    const whole = await documents(strapi, ASSOCIATION).create({
      data: { name: 'Complète', summary: 'Tout y est.', commune: here.documentId, themes: [theme.documentId] },
    });
    const online = { what: 'online', value: true } as const;
    const ready = await plan(online);
    const line = (documentId: string) => ready.lines.find((given) => given.documentId === documentId);
    expect(line(whole.documentId)?.act).toBe('changed');
    expect(line(bare.documentId)).toMatchObject({ act: 'left' });
    expect(line(bare.documentId)?.note).not.toBe('');
    const put = await apply(online, ready);
    expect(await content(whole.documentId, 'published')).not.toBeNull();
    await undo(put);
    expect(await content(whole.documentId, 'published')).toBeNull();
    expect(await content(whole.documentId, 'draft')).not.toBeNull();
  });

  it('does not take the only theme of a record that is online, and does nothing else than what was shown', async () => {
    const one = await published();
    const removed = { what: 'remove-theme', id: theme.documentId } as const;
    expect((await plan(removed)).lines[0]).toMatchObject({ act: 'left' });
    const change = { what: 'add-theme', id: other.documentId } as const;
    const shown = await plan(change);
    await published();
    const run = await apply(change, shown);
    expect(run.failure).toMatch(/^L’annuaire a changé/);
    expect((await content(one.documentId, 'draft'))?.['themes']).toEqual([theme.documentId]);
    const gone = await post('/trame/lists-out/bulk/look', { taken: taken(), change: { ...change, id: 'gone' } });
    expect(gone.status).toBe(409);
  });

  it('changes events and resources too, what of it they have, and is undone', async () => {
    const mark = unique('Mutation');
    const event = await documents(strapi, EVENT).create({
      data: { ...eventData(), title: `${mark} A`, themes: [theme.documentId] },
      status: 'published',
    });
    const resource = await documents(strapi, RESOURCE).create({
      data: { title: `${mark} B`, kind: 'matériel', summary: 'Un barnum.' },
    });
    await published({ name: `${mark} C` });
    const all = { criteria: { ...anyRecord, question: mark }, ticked: null };
    const stateOf = async (uid: string, id: string, version: 'draft' | 'published') =>
      (await readContent(strapi, uid, id, version))?.content ?? null;

    const addTheme = { what: 'add-theme', id: other.documentId } as const;
    const shown = await plan(addTheme, all);
    expect(shown).toMatchObject({ changed: 3, left: 0, others: 0 });
    const run = await apply(addTheme, shown, all);
    expect(run.failure).toBeNull();
    for (const version of ['draft', 'published'] as const)
      expect((await stateOf(EVENT, event.documentId, version))?.['themes']).toEqual([
        theme.documentId,
        other.documentId,
      ]);
    expect((await stateOf(RESOURCE, resource.documentId, 'draft'))?.['themes']).toEqual([other.documentId]);
    expect(new Set((await changesOf(run)).map(({ uid }) => uid))).toEqual(new Set([ASSOCIATION, EVENT, RESOURCE]));
    await undo(run);
    expect((await stateOf(EVENT, event.documentId, 'published'))?.['themes']).toEqual([theme.documentId]);
    expect((await stateOf(RESOURCE, resource.documentId, 'draft'))?.['themes'] ?? []).toEqual([]);

    // An event is in the commune of its venue; only associations are chosen for the booklet.
    expect(await plan({ what: 'commune', id: here.documentId }, all)).toMatchObject({ changed: 1, same: 1, others: 1 });
    expect(await plan({ what: 'in-print', value: false }, all)).toMatchObject({ changed: 1, others: 2 });

    await documents(strapi, RESOURCE).update({ documentId: resource.documentId, data: { summary: '' } });
    const online = await plan({ what: 'online', value: true }, all);
    expect(online).toMatchObject({ changed: 0, same: 2, left: 1 });
    expect(online.lines.find(({ uid }) => uid === RESOURCE)?.note?.replace(/\u00a0/g, ' ')).toMatch(/^Il manque : /);
    const off = { what: 'online', value: false } as const;
    await apply(off, await plan(off, all), all);
    expect(await stateOf(EVENT, event.documentId, 'published')).toBeNull();
  });

  it('leaves as they are records of a type that the account may not publish', async () => {
    const mark = unique('Publication');
    const event = await documents(strapi, EVENT).create({
      data: { ...eventData(), title: mark },
      status: 'published',
    });
    const role = await strapi.service('admin::role').create({ name: unique('Rôle'), description: '' });
    const explorer = 'plugin::content-manager.explorer';
    await strapi.service('admin::role').assignPermissions(role.id, [
      { action: `${explorer}.publish`, subject: ASSOCIATION, properties: {}, conditions: [] },
      {
        ...{ action: `${explorer}.read`, subject: EVENT, conditions: [] },
        properties: { fields: ['title', 'themes'] },
      },
    ]);
    const account = { email: `${unique('ensemble').replace(' ', '-')}@example.org`, password: 'Un-mot-de-passe-6' };
    await strapi
      .service('admin::user')
      .create({ ...account, firstname: 'Zoé', isActive: true, registrationToken: null, roles: [role.id] });
    const as = await signIn(cms, account);
    const question = {
      taken: { criteria: { ...anyRecord, question: mark }, ticked: null },
      change: { what: 'online', value: false },
    };
    const shown = BulkPlan.parse(await (await post('/trame/lists-out/bulk/look', question, as)).json());
    expect(shown).toMatchObject({ changed: 0, left: 1 });
    expect(shown.lines[0]).toMatchObject({ documentId: event.documentId, act: 'left' });
    expect(shown.lines[0]?.note).toContain('ne permet pas de publier');
  });

  it('is for who may publish associations', async () => {
    const nobody = await signInAsReader(cms);
    const change = { what: 'in-print', value: true };
    for (const [path, body] of [
      ['look', { taken: taken(), change }],
      ['apply', { taken: taken(), change, plan: 'x' }],
    ] as const)
      expect((await post(`/trame/lists-out/bulk/${path}`, body, nobody)).status).toBe(403);
    expect((await asAdmin(cms, nobody, '/trame/lists-out/bulk')).status).toBe(403);
    expect((await asAdmin(cms, token, '/trame/lists-out/bulk/runs/guessed')).status).toBe(404);
  });
});

describe('a list on paper', () => {
  let here: { documentId: string; name: string };
  let asked: { url: string; body: string }[] = [];
  const address = { street: '3 rue des Lilas', postalCode: '33920', city: 'Saint-Savin', public: false };
  const contacts = [
    { role: 'Présidence', name: 'Anne', phone: '05 36 49 12 01', web: true, ...AGREED },
    { name: 'Réservé', phone: '05 36 49 12 02' },
  ];
  beforeAll(async () => {
    here = await makeCommune(strapi);
    const shared = { commune: here.documentId, themes: [theme.documentId] };
    await publishAssociation(strapi, { ...shared, name: 'Avec adresse', address, contacts });
    await publishAssociation(strapi, { ...shared, name: 'Sans adresse' });
    await documents(strapi, ASSOCIATION).create({ data: { name: 'Ébauche', commune: here.documentId, address } });
  });
  beforeEach(() => {
    asked = [];
    cms.answer = ({ url, body }) => {
      if (!url.startsWith('/lists/')) return { status: 202, body: null };
      asked.push({ url, body });
      return { status: 200, body: Buffer.from('%PDF-') };
    };
  });
  afterAll(() => {
    cms.answer = null;
  });
  const taken = () => inCommune(here.documentId);
  const reason = { reason: 'écrire', words: 'vœux' } as const;

  it('says what is to be known of addresses, then has labels set in the order of the post', async () => {
    const townHall = /\d{5}/.exec(
      (await strapi.db.query('api::commune.commune').findOne({ where: { documentId: here.documentId } }))
        ?.postalCodes ?? '',
    );
    const response = await post('/trame/lists-out/labels/look', { taken: taken() });
    const seen = LabelsLook.parse(await response.json());
    expect(seen).toMatchObject({ count: 3, others: 0 });
    expect(seen.faults.map(({ name, part }) => [name, part])).toEqual([
      ['Sans adresse', townHall ? 'town-hall' : 'absent'],
    ]);

    const question = { taken: taken(), sheet: 'L7160', first: 4, townHalls: false, ...reason };
    const { name, type, bytes } = await file(await post('/trame/lists-out/labels', question));
    expect([name.slice(0, 16), type, bytes.toString()]).toEqual(['Étiquettes L7160', 'application/pdf', '%PDF-']);
    const [{ url, body } = { url: '', body: '' }] = asked;
    expect(url).toBe('/lists/labels.pdf');
    expect(LabelsExport.parse(JSON.parse(body))).toMatchObject({
      sheet: 'L7160',
      first: 4,
      labels: [
        ['Avec adresse', '3 rue des Lilas', '33920 SAINT SAVIN'],
        ['Ébauche', '3 rue des Lilas', '33920 SAINT SAVIN'],
      ],
    });
    expect((await journal('liste téléchargée'))[0]?.note).toContain('Étiquettes postales L7160');
    for (const wrong of [{ first: 22 }, { first: 0 }, { sheet: 'A4' }])
      expect((await post('/trame/lists-out/labels', { ...question, ...wrong })).status).toBe(400);
  });

  it('has a letter set for each association that a postman finds, filled in, with no number that may not be read', async () => {
    const settings = 'api::site-settings.site-settings';
    await strapi.db.query(settings).updateMany({ where: {}, data: { operatorName: 'Office de tourisme' } });
    const question = {
      ...{ taken: taken(), townHalls: false, ...reason },
      subject: 'Le forum de {association}',
      body: 'Bonjour,\nMadame, Monsieur,\n\nAppelez le 05 36 49 12 02.\n\n{office}',
    };
    const { name, type } = await file(await post('/trame/lists-out/mailing', question));
    expect([name.slice(0, 10), type]).toEqual(['Lettres du', 'application/pdf']);
    const [{ url, body } = { url: '', body: '' }] = asked;
    expect(url).toBe('/lists/mailing.pdf');
    const { letters } = MailingExport.parse(JSON.parse(body));
    expect(letters.map(({ envelope, subject }) => [envelope.at(-1), subject])).toEqual([
      ['33920 SAINT SAVIN', 'Le forum d’Avec adresse'],
      ['33920 SAINT SAVIN', 'Le forum d’Ébauche'],
    ]);
    expect(letters[0]?.paragraphs).toEqual([
      ['Bonjour,', 'Madame, Monsieur,'],
      [expect.stringContaining('(coordonnées retirées)')],
      ['Office de tourisme'],
    ]);
    expect(body).not.toContain('49 12 02');
    expect((await journal('liste téléchargée'))[0]?.note).toContain('Lettres sur papier');
    const wrong = await post('/trame/lists-out/mailing', { ...question, body: 'Bonjour {prénom}' });
    expect(wrong.status).toBe(400);
    expect((await post('/trame/lists-out/mailing', question, await signInAsReader(cms))).status).toBe(403);
    expect(asked).toHaveLength(1);
  });

  it('has a page for each association, which says to others only what they may see', async () => {
    const sheets = async (destination: TableQuestion['destination']) => {
      await file(await post('/trame/lists-out/sheets', { taken: taken(), destination, ...reason }));
      return SheetsExport.parse(JSON.parse(asked.at(-1)?.body ?? 'null'));
    };
    const office = await sheets('office');
    expect(office.sheets.map(({ title }) => title)).toEqual(['Avec adresse', 'Ébauche', 'Sans adresse']);
    const all = JSON.stringify(office);
    for (const said of ['49\u00a012\u00a002', '3 rue des Lilas', 'réservée à l’office', 'En ligne'])
      expect(all).toContain(said);
    const site = await sheets('site');
    expect(site.sheets.map(({ title }) => title)).toEqual(['Avec adresse', 'Sans adresse']);
    expect(JSON.stringify(site)).toContain('49\u00a012\u00a001');
    for (const hidden of ['49\u00a012\u00a002', 'rue des Lilas', 'vérifiée'])
      expect(JSON.stringify(site)).not.toContain(hidden);
  });

  it('leaves no line in the journal when the press does not answer, and gives nothing to who may not read', async () => {
    const before = (await journal('liste téléchargée')).length;
    cms.answer = () => ({ status: 503, body: { error: 'D’autres pages sont déjà en cours.' } });
    const busy = await post('/trame/lists-out/sheets', { taken: taken(), destination: 'office', ...reason });
    expect(busy.status).toBe(503);
    expect(await busy.text()).toContain('D’autres pages');
    expect(await journal('liste téléchargée')).toHaveLength(before);
    const nobody = await signInAsReader(cms);
    expect((await post('/trame/lists-out/labels/look', { taken: taken() }, nobody)).status).toBe(403);
    const sheets = { taken: taken(), destination: 'office', ...reason };
    expect((await post('/trame/lists-out/sheets', sheets, nobody)).status).toBe(409);
  });
});

describe('the addresses of a list', () => {
  it('are one for each association, without who asked to appear nowhere, and leave a line in the journal', async () => {
    const here = await makeCommune(strapi);
    const shared = { commune: here.documentId, themes: [theme.documentId] };
    const contact = (email: string) => ({ name: 'Anne', email, web: true, ...AGREED });
    await publishAssociation(strapi, {
      ...shared,
      name: 'Un',
      contacts: [{ name: 'Sans', phone: '05 36 49 13 01' }, contact('un@example.org'), contact('autre@example.org')],
    });
    await publishAssociation(strapi, { ...shared, name: 'Deux', contacts: [contact('UN@example.org')] });
    const none = await publishAssociation(strapi, { ...shared, name: 'Trois' });
    const gone = await publishAssociation(strapi, {
      ...shared,
      name: 'Quatre',
      contacts: [contact('non@example.org')],
    });
    await noteSuppressions(strapi, [
      { kind: 'value', association: gone.documentId, mark: contactMark(gone.documentId, 'non@example.org') },
    ]);
    const question = { taken: inCommune(here.documentId), reason: 'écrire', words: '' };
    const response = await post('/trame/lists-out/addresses', question);
    expect(AddressesAnswer.parse(await response.json())).toEqual({
      addresses: ['UN@example.org'],
      reached: 2,
      without: [
        { documentId: gone.documentId, name: 'Quatre', why: 'nowhere' },
        { documentId: none.documentId, name: 'Trois', why: 'no-address' },
      ],
      others: 0,
    });
    expect((await journal('liste téléchargée'))[0]?.note).toContain('Adresses électroniques à copier');
    expect((await post('/trame/lists-out/addresses', question, await signInAsReader(cms))).status).toBe(403);
    const nobody = {
      ...question,
      taken: inCommune(here.documentId, [{ uid: ASSOCIATION, documentId: none.documentId }]),
    };
    expect((await post('/trame/lists-out/addresses', nobody)).status).toBe(409);
  });
});
