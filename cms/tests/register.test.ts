/** Files of the national register: what becomes of them in the running CMS. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ImportView } from '../src/domain/contract/desk/import.ts';
import { RegisterEntry, RegisterNewsItem } from '../src/domain/contract/desk/register.ts';
import { runImportCommand } from '../src/import/command.ts';
import { readRegisterFolder } from '../src/import/register/read-register-folder.ts';
import { eraseRegister } from '../src/import/register-store.ts';
import { fileOf } from '../src/domain/import/rna/testing/rows.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, makeTheme, publishAssociation, unique } from './helpers/content.ts';
import { asAdmin, readExport, signIn } from './helpers/http.ts';
import { importActs, sendImport, taken } from './helpers/imports.ts';

const ASSOCIATION = 'api::association.association';
const SUMMARY = 'On y joue et l’on s’y retrouve toute l’année.';

let cms: Cms;
let strapi: Cms['strapi'];
let token: string;
let theme: { documentId: string; name: string };
let commune: { documentId: string };
beforeAll(async () => {
  cms = await startCms();
  ({ strapi } = cms);
  token = await signIn(cms);
  theme = await makeTheme(strapi);
  await documents(strapi, 'api::theme.theme').update({ documentId: theme.documentId, data: { rnaCodes: '011140' } });
  commune = await documents(strapi, 'api::commune.commune').create({
    data: { name: unique('Cavignac'), inseeCode: SEAT, postalCodes: '16000' },
  });
});

/** Another one than those of communes that tests make. */
const SEAT = '16999';
const register = (rows: readonly Readonly<Record<string, string>>[]) =>
  fileOf(
    'waldec 39',
    rows.map((row) => ({ adrs_codeinsee: SEAT, adrs_codepostal: '16000', adrs_libcommune: 'Fictive', ...row })),
  );

let last = 3_000_000 + Math.floor(Math.random() * 1_000_000);
const number = () => `W33${String((last += 1)).padStart(7, '0')}`;

const bring = async (bytes: Buffer, fileName = 'rna_waldec_20260901_dpt_33.csv') =>
  taken(await sendImport(cms, token, new Uint8Array(bytes), fileName));
const { ask, lines, settled, apply } = importActs(() => ({ cms, token }));
const drafts = async (rnaId: string) =>
  (await strapi.db.query(ASSOCIATION).findMany({ where: { rnaId }, populate: { contacts: true, address: true } })) as {
    documentId: string;
    name: string;
    officialName: string;
    publishedAt: string | null;
    contacts: unknown[];
    address: { street: string | null } | null;
    internalNote: string | null;
  }[];

describe('a file of the national register', () => {
  it('is recognised, says what it is and what it keeps, and takes another date limit', async () => {
    const [recent, old] = [number(), number()];
    const found = await bring(
      register([
        { id: recent, titre: `JUDO CLUB ${recent}` },
        { id: old, titre: `AMICALE ${old}`, date_decla: '2009-05-01' },
        { id: number(), titre: 'AILLEURS', adrs_codeinsee: '86246', adrs_libcommune: 'Saint-Savin' },
      ]),
    );
    expect(found).toMatchObject({ source: 'rna', remembered: false, register: { asOf: '2026-09-01', older: 1 } });
    expect(found.remarks.join(' ')).toMatch(/Répertoire national.*3\s+lignes lues, 2\s+associations actives/);
    expect(found.counts).toMatchObject({ new: 1, incomplete: 1, refused: 0 });
    const all = ImportView.parse(await (await ask(found.id, '/decide', { since: null })).json());
    expect(all).toMatchObject({ register: { since: null, older: 0 }, counts: { new: 2 } });
    const none = ImportView.parse(await (await ask(found.id, '/decide', { since: '2025-01-01' })).json());
    expect(none).toMatchObject({ register: { since: '2025-01-01', older: 2 }, counts: { new: 0 } });
  });

  it('makes drafts whatever is ticked, without a person or an address; a second run changes nothing, and it can be undone', async () => {
    const id = number();
    const file = register([{ id, titre: `JUDO CLUB ${id} (JCX)` }]);
    const before = JSON.stringify(await readExport(cms));
    const brought = await bring(file);
    const [planned] = (await lines(brought.id, 'new')).lines;
    expect(planned?.name).toBe(`Judo Club ${id}`);
    const done = await apply(brought);
    expect(done.result).toMatchObject({ created: 1, published: 0, left: [] });
    const [draft, ...others] = await drafts(id);
    expect(others).toEqual([]);
    expect(draft).toMatchObject({ publishedAt: null, officialName: `JUDO CLUB ${id} (JCX)`, contacts: [] });
    expect(draft?.address?.street ?? '').toBe('');
    expect(JSON.stringify(draft)).not.toMatch(/fictive|puits/i);
    expect(JSON.stringify(await readExport(cms))).toBe(before);
    expect((await bring(file)).counts).toMatchObject({ new: 0, changed: 0, same: 1 });
    await ask(done.id, '/undo', { changes: null });
    await settled(done.id);
    expect(await drafts(id)).toEqual([]);
  });

  it('never publishes a new entry, even one that an editor completed in the lines', async () => {
    const id = number();
    const { id: brought } = await bring(register([{ id, titre: `JUDO ${id}` }]));
    // The column of the object is said to be the presentation, and a theme is there: nothing is missing.
    const target = { group: '', role: '', day: null };
    await ask(brought, '/decide', { columns: { '10': { field: 'summary', ...target } } });
    expect((await lines(brought, 'new')).lines[0]?.missing).toEqual([]);
    expect((await apply({ id: brought })).result).toMatchObject({ created: 1, published: 0 });
    expect((await drafts(id)).map(({ publishedAt }) => publishedAt)).toEqual([null]);
  });

  it('completes an entry that is there, and publishes that when it was asked', async () => {
    const id = number();
    const name = unique('Judo');
    const data = { name, commune: commune.documentId, themes: [theme.documentId], summary: SUMMARY };
    const { documentId } = await publishAssociation(strapi, data);
    const brought = await bring(register([{ id, titre: name.toUpperCase() }]));
    expect((await lines(brought.id, 'changed')).lines).toMatchObject([{ documentId, by: 'name' }]);
    expect((await apply(brought)).result).toMatchObject({ created: 0, changed: 1, published: 1 });
    expect((await readExport(cms)).associations.find((one) => one.name === name)).toMatchObject({ rnaId: id });
  });

  it('that is damaged, or of another département, is refused in French', async () => {
    const elsewhere = register([{ id: number(), titre: 'X', adrs_codeinsee: '86246', adrs_libcommune: 'Y' }]);
    await expect(bring(elsewhere)).rejects.toThrow('aucune commune');
    const quote = register([
      { id: number(), titre: 'X', objet: 'y' },
      ...Array.from({ length: 900 }, () => ({ titre: 'Z', objet: 'y' })),
    ]);
    const broken = Buffer.from(quote.toString('latin1').replace(';D;S;X;', ';D;S;"X;'), 'latin1');
    await expect(bring(broken)).rejects.toThrow('guillemet');
  });
});

describe('what the register says of entries', () => {
  const news = async () =>
    z.array(RegisterNewsItem).parse(await (await asAdmin(cms, token, '/trame/register/news')).json());
  const seen = (id: string) => asAdmin(cms, token, `/trame/register/news/${id}/seen`, { method: 'POST', json: {} });

  async function entry(rnaId: string, officialName: string) {
    const { documentId } = await publishAssociation(strapi, {
      name: unique('Judo'),
      commune: commune.documentId,
      themes: [theme.documentId],
      summary: SUMMARY,
      rnaId,
      officialName,
    });
    return documentId;
  }

  it('waits to be seen, once, until it is so no more', async () => {
    const [gone, moved, named] = [number(), number(), number()];
    const ids = [await entry(gone, ''), await entry(moved, ''), await entry(named, 'Dojo')];
    const rows: Record<string, string>[] = [
      { id: gone, titre: 'JUDO', position: 'D', date_disso: '2026-01-02' },
      { id: moved, titre: 'JUDO', adrs_codeinsee: '86246', adrs_libcommune: 'Bordeaux' },
      { id: named, titre: 'TATAMI' },
    ];
    const own = async () => (await news()).filter(({ documentId }) => ids.includes(documentId));
    await bring(register(rows));
    await bring(register(rows));
    const found = await own();
    expect(found.map(({ kind, documentId, after }) => [kind, documentId, after])).toEqual([
      ['dissolved', ids[0], 'Dissoute le 2 janvier 2026'],
      ['moved', ids[1], 'Bordeaux'],
      ['renamed', ids[2], 'TATAMI'],
    ]);
    expect((await seen(found[0]!.id)).status).toBe(200);
    expect((await seen(found[0]!.id)).status).toBe(409);
    await bring(register([rows[0]!, { ...rows[1]!, adrs_codeinsee: SEAT }, rows[2]!]));
    expect((await own()).map(({ kind }) => kind)).toEqual(['renamed']);
  });

  it('locks the official fields of an entry that was matched, until the import is undone', async () => {
    const [id, other] = [number(), number()];
    const known = async (documentId: string) =>
      RegisterEntry.parse(await (await asAdmin(cms, token, `/trame/register/entries/${documentId}`)).json());
    const [documentId, untouched] = [await entry(id, ''), await entry(other, '')];
    expect(await known(documentId)).toEqual({ known: false, asOf: null });
    const done = await apply(await bring(register([{ id, titre: 'JUDO' }])));
    expect(await known(documentId)).toEqual({ known: true, asOf: '2026-09-01' });
    expect(await known(untouched)).toMatchObject({ known: false });
    await ask(done.id, '/undo', { changes: null });
    await settled(done.id);
    expect(await known(documentId)).toMatchObject({ known: false });
  });

  it('is read from the folder once for each file, and applied to nothing', async () => {
    const id = number();
    const documentId = await entry(id, 'Dojo');
    const folder = await mkdtemp(path.join(os.tmpdir(), 'trame-rna-'));
    const run = () => readRegisterFolder(strapi, folder, new AbortController().signal);
    try {
      expect(await readRegisterFolder(strapi, path.join(folder, 'nowhere'), new AbortController().signal)).toBeNull();
      expect(await run()).toBeNull();
      await writeFile(
        path.join(folder, 'rna_waldec_20261001_dpt_33.csv'),
        register([
          { id, titre: 'TATAMI' },
          { id: number(), titre: 'NOUVELLE' },
        ]),
      );
      await writeFile(path.join(folder, 'liste.csv'), 'Nom;Commune\nJudo;Cavignac\n');
      const before = JSON.stringify(await readExport(cms));
      const said = (await run())?.replace(/\s/g, ' ');
      expect(said).toContain('1 association qui n’est pas dans l’annuaire, 1 fiche à compléter et 1 renommée');
      expect(said).toContain('« liste.csv » n’est pas un fichier du Répertoire national');
      expect(JSON.stringify(await readExport(cms))).toBe(before);
      expect((await news()).filter((one) => one.documentId === documentId)).toMatchObject([{ after: 'TATAMI' }]);
      expect(await run()).toBeNull();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('goes with the entry that it is about', async () => {
    const id = number();
    const documentId = await entry(id, 'Dojo');
    await bring(register([{ id, titre: 'TATAMI' }]));
    await documents(strapi, ASSOCIATION).delete({ documentId });
    expect((await news()).some((one) => one.documentId === documentId)).toBe(false);
    await eraseRegister(strapi.db.connection, new Date());
    const { rows } = await strapi.db.connection.raw('select 1 from trame_register_news where document_id = ?', [
      documentId,
    ]);
    expect(rows).toEqual([]);
  });
});

it('a file is brought in from the command line: looked at, applied once, and nothing waits', async () => {
  const id = number();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'trame-rna-'));
  const file = path.join(folder, 'rna_waldec_20261001_dpt_33.csv');
  await writeFile(file, register([{ id, titre: 'JUDO' }]));
  const run = (apply: boolean) =>
    runImportCommand(strapi, { path: file, fileName: path.basename(file), apply, publish: true });
  const waiting = async () =>
    (await strapi.db.connection.raw(`select 1 from trame_imports where who = 'Ligne de commande' and stage = 'draft'`))
      .rows.length;
  expect(await run(false)).toMatchObject({ kind: 'planned', source: 'rna', created: 1 });
  expect(await drafts(id)).toEqual([]);
  expect(await run(true)).toMatchObject({ kind: 'applied', created: 1, published: 0, left: [] });
  expect(await drafts(id)).toHaveLength(1);
  expect(await run(true)).toMatchObject({ kind: 'planned', created: 0, changed: 0, same: 1 });
  expect(await waiting()).toBe(0);
  await writeFile(file, '%PDF-1.7 ');
  expect(await run(true)).toMatchObject({ kind: 'refused', message: expect.stringContaining('PDF') as string });
  await rm(folder, { recursive: true, force: true });
});
