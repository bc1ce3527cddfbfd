/** Files that an editor brings in: what becomes of them, and the way back. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { errors } from '@strapi/utils';
import { beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '../src/entries/record-content.ts';
import { applyImport } from '../src/import/apply-import.ts';
import {
  eraseImports,
  findImport,
  KEEP_IMPORT_FILES_DAYS,
  KEEP_IMPORTS_DAYS,
  readWorkbookOf,
} from '../src/import/import-store.ts';
import { makePlan } from '../src/import/make-plan.ts';
import { LARGEST_UPLOAD_BYTES } from '../src/domain/uploads.ts';
import { withdrawalLink } from '../src/platform/links/withdrawal-link.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, makeCommune, makeTheme, publishAssociation, unique } from './helpers/content.ts';
import { knock, SITE } from './helpers/door.ts';
import { readExport, signIn, signInAsReader } from './helpers/http.ts';
import { importActs, sendImport, taken } from './helpers/imports.ts';

const ASSOCIATION = 'api::association.association';
const SUMMARY = 'On y joue et l’on s’y retrouve toute l’année.';

let cms: Cms;
let strapi: Cms['strapi'];
let token: string;
let theme: { documentId: string; name: string };
let commune: { documentId: string; name: string };
beforeAll(async () => {
  process.env.SITE_URL = SITE;
  cms = await startCms();
  ({ strapi } = cms);
  token = await signIn(cms);
  theme = await makeTheme(strapi);
  commune = await makeCommune(strapi);
});

const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n');
const HEADS = ['Association', 'Commune', 'Présentation', 'Thème', 'Téléphone', 'Activité', 'Horaires', 'Subvention'];
const row = (name: string, given: Partial<Record<(typeof HEADS)[number], string>> = {}) => {
  const values: Record<string, string> = {
    Association: name,
    Commune: commune.name,
    Présentation: SUMMARY,
    Thème: theme.name,
    ...given,
  };
  return HEADS.map((head) => values[head] ?? '');
};

const send = (rows: readonly (readonly string[])[], fileName = 'associations.csv', as = token) =>
  sendImport(cms, as, csvOf(rows), fileName);
const bring = async (rows: readonly (readonly string[])[]) => taken(await send(rows));
const { ask, view, settled, decide, lines, changes, apply, undo } = importActs(() => ({ cms, token }));
const named = async (name: string) =>
  (await strapi.db
    .query(ASSOCIATION)
    .findMany({ where: { name }, populate: { contacts: true, activities: true } })) as {
    documentId: string;
    publishedAt: string | null;
    contacts: Record<string, unknown>[];
  }[];
const onSite = async (name: string) => (await readExport(cms)).associations.find((one) => one.name === name);

describe('a file that comes in', () => {
  it('is read, recognised and planned, and changes nothing', async () => {
    const name = unique('Chorale');
    const before = JSON.stringify(await readExport(cms));
    const { id, columns, counts, stage } = await bring([
      HEADS,
      row(name, { Activité: 'Chant', Horaires: 'mardi 18h30-20h', Subvention: '300 €' }),
      row(unique('Club'), { Téléphone: '06 39' }),
    ]);
    expect(stage).toBe('draft');
    expect(columns.map(({ target }) => target.field)).toEqual([
      'name',
      'commune',
      'summary',
      'themes',
      'personPhone',
      'activityLabel',
      'activityHours',
      'note',
    ]);
    expect(counts).toMatchObject({ new: 1, refused: 1 });
    const planned = await lines(id, 'new');
    expect(planned.lines[0]?.differences.map(({ label }) => label)).toContain('Activités');
    const refused = (await lines(id, 'refused')).lines[0];
    expect(refused?.faults).toMatchObject([{ line: 3, letter: 'E', head: 'Téléphone', text: '06 39' }]);
    expect(JSON.stringify(await readExport(cms))).toBe(before);
    expect(await named(name)).toEqual([]);
  });

  it('that is none is refused in French, and leaves nothing', async () => {
    const count = async () =>
      (await strapi.db.connection.raw('select count(*) from trame_imports')).rows[0].count as string;
    const before = await count();
    for (const bytes of ['', '%PDF-1.7 ']) {
      const response = await sendImport(cms, token, bytes, 'associations.xlsx');
      expect(response.status).toBe(400);
      expect(((await response.json()) as { error: { message: string } }).error.message).toMatch(/^[A-ZÀ-Ý«].*\.$/s);
    }
    expect(await count()).toBe(before);
  });

  it('that is heavier than what can be sent is refused in French, with the limit and what to do', async () => {
    const response = await sendImport(cms, token, new Uint8Array(LARGEST_UPLOAD_BYTES + 1), 'liste.xlsx');
    expect(response.status).toBe(413);
    const { error } = (await response.json()) as { error: { message: string } };
    expect(error.message).toMatch(/^Ce fichier pèse plus de 10,5\sMo.*feuilles inutiles.*plusieurs fichiers/);
  });

  it('is for who may publish', async () => {
    expect((await send([HEADS, row('X')], 'x.csv', await signInAsReader(cms))).status).toBe(403);
  });

  it('may have any head, and any word of its own is answered', async () => {
    const name = unique('Club');
    const heads = [...HEADS, 'constructor', '__proto__', 'toString'];
    const { id, columns } = await bring([heads, [...row(name, { Thème: 'constructor' }), 'a', 'b', 'c']]);
    expect(columns.slice(-3).map(({ target }) => target.field)).toEqual(['note', 'note', 'note']);
    const { unknown } = await view(id);
    expect(unknown).toMatchObject([{ key: 'constructor' }]);
    const values = [{ list: 'themes' as const, key: 'constructor', ids: [theme.documentId] }];
    expect((await decide(id, { values })).counts).toMatchObject({ new: 1, refused: 0 });
  });

  it('of lines to mend is known again: what was said of its words and columns holds', async () => {
    const first = await bring([HEADS, row(unique('Foyer'), { Thème: 'Machins', Téléphone: '06 39' })]);
    await decide(first.id, {
      values: [{ list: 'themes', key: first.unknown[0]!.key, ids: [theme.documentId] }],
      columns: { '7': { field: 'leave', group: '', role: '', day: null } },
    });
    const file = new Uint8Array(await (await ask(first.id, '/faulty')).arrayBuffer());
    const again = await taken(await sendImport(cms, token, file, 'à corriger – associations.xlsx'));
    expect(again.unknown).toEqual([]);
    expect(again.columns.map(({ head, target }) => [head, target.field]).slice(-2)).toEqual([
      ['Subvention', 'leave'],
      ['À corriger', 'leave'],
    ]);
    expect((await lines(again.id, 'refused')).lines[0]?.faults).toMatchObject([{ text: '06 39' }]);
  });

  it('is another plan once a correction is wrong in another way', async () => {
    const { id, plan } = await bring([HEADS, row(unique('Foyer'), { Téléphone: '06 39' })]);
    const wrong = await decide(id, { cells: { '2:4': '06 39 9' } });
    expect(wrong.counts).toMatchObject({ refused: 1 });
    expect(wrong.plan).not.toBe(plan);
  });

  it('is vouched for with a day on which people can have agreed', async () => {
    const { id } = await bring([HEADS, row(unique('Foyer'))]);
    const vouch = (date: string) =>
      ask(id, '/decide', { consent: { channels: ['web'], source: 'bulletin papier', date } });
    for (const date of ['2999-01-01', '2018-05-24']) expect((await vouch(date)).status).toBe(400);
    expect((await view(id)).consent).toBeNull();
    expect((await vouch('2018-05-25')).status).toBe(200);
  });

  it('takes corrections of cells, of names for the whole file, of lines and columns, and keeps them', async () => {
    const [first, second] = [unique('Foyer'), unique('Foyer')];
    const { id, unknown } = await bring([
      HEADS,
      row(first, { Téléphone: '06 39', Thème: 'Bidules' }),
      row(second, { Thème: 'bidule' }),
    ]);
    expect(unknown).toMatchObject([{ list: 'themes', name: 'Bidules', lines: 2 }]);
    await decide(id, { values: [{ list: 'themes', key: unknown[0]!.key, ids: [theme.documentId] }] });
    await decide(id, { cells: { '2:4': '06 39 98 00 11' } });
    const after = await decide(id, {
      lines: { '3': 'leave' },
      columns: { '7': { field: 'leave', group: '', role: '', day: null } },
    });
    expect(after.counts).toMatchObject({ new: 1, refused: 0, left: 1 });
    expect((await decide(id, { lines: { '3': null } })).counts).toMatchObject({ new: 2, left: 0 });
    // Another process would read the same.
    const found = await findImport(strapi.db.connection, id);
    expect(found?.decisions.cells).toEqual({ '2:4': '06 39 98 00 11' });
    expect((await ask(id, '/faulty')).status).toBe(200);
    expect((await ask(id, '/give-up', {})).status).toBe(200);
    expect((await ask(id, '')).status).toBe(404);
  });
});

describe('an import', () => {
  it('publishes what is complete, keeps the rest as drafts, and a second time says that nothing changes', async () => {
    const [whole, lacking] = [unique('Judo'), unique('Yoga')];
    const rows = [
      HEADS,
      row(whole, { Téléphone: '06 39 98 00 11', Activité: 'Judo', Horaires: 'mardi 18h30-20h' }),
      row(lacking, { Présentation: '' }),
    ];
    const done = await apply(await bring(rows));
    expect(done).toMatchObject({ stage: 'applied', result: { created: 2, changed: 0, published: 1, left: [] } });
    expect(await onSite(whole)).toMatchObject({
      activities: [{ label: 'Judo', slots: [{ day: 'mardi', begin: '18:30' }] }],
      contacts: [],
    });
    expect((await named(lacking)).map(({ publishedAt }) => publishedAt)).toEqual([null]);
    const [record] = await named(whole);
    expect(record?.contacts).toMatchObject([{ phone: '+33639980011', web: false, print: false, consentDate: null }]);

    const again = await bring(rows);
    expect(again.counts).toMatchObject({ same: 2, new: 0, changed: 0 });
    expect(again.remembered).toBe(true);
    const nothing = await ask(again.id, '/apply', { plan: again.plan, publish: true });
    expect(nothing.status).toBe(200);
    expect((await settled(again.id)).failure).toContain('rien à importer');
    expect(await readWorkbookOf(strapi.db.connection, done.id)).toBeNull();
  });

  it('gives contacts the date and source that an editor vouches for, and never to who took a number back', async () => {
    const [open, closed] = [unique('Danse'), unique('Danse')];
    const gone = await publishAssociation(strapi, {
      contacts: [
        {
          role: 'Accueil',
          phone: '+33639980077',
          email: 'retrait@example.org',
          web: true,
          consentDate: '2026-01-02',
          consentSource: 'courriel',
        },
      ],
    });
    await withdraw(gone.documentId, 'retrait@example.org');
    const { id } = await bring([
      HEADS,
      row(open, { Téléphone: '06 39 98 00 12' }),
      row(closed, { Téléphone: '06 39 98 00 77' }),
    ]);
    await decide(id, { consent: { channels: ['web'], source: 'bulletin papier', date: '2026-09-12' } });
    const told = (await lines(id, 'new')).lines.map(({ remarks }) => remarks.map(({ message }) => message).join(' '));
    expect(told).toEqual(['', expect.stringMatching(/^06\s39\s98\s00\s77 a retiré son accord \(/)]);
    await apply({ id });
    expect((await onSite(open))?.contacts).toMatchObject([{ phone: '+33639980012' }]);
    expect((await named(open))[0]?.contacts).toMatchObject([
      { web: true, consentDate: '2026-09-12', consentSource: 'bulletin papier' },
    ]);
    expect((await onSite(closed))?.contacts).toEqual([]);
  });

  it('changes an entry that is there, keeps what the file does not say, and publishes nothing that an editor had not finished', async () => {
    const data = {
      commune: commune.documentId,
      themes: [theme.documentId],
      summary: SUMMARY,
      foundedYear: 1987,
      website: 'https://www.example.org',
    };
    const [clean, unfinished] = [unique('Boules'), unique('Boules')];
    await publishAssociation(strapi, { name: clean, ...data });
    const { documentId } = await publishAssociation(strapi, { name: unfinished, ...data });
    await documents(strapi, ASSOCIATION).update({ documentId, data: { description: 'Pas fini.' } });
    const { id } = await bring([
      HEADS,
      row(clean, { Présentation: 'Un autre texte.' }),
      row(unfinished, { Présentation: 'Un autre texte.' }),
    ]);
    expect((await apply({ id })).result).toMatchObject({
      ...{ created: 0, changed: 2, published: 1 },
      unpublished: [{ line: 3, name: unfinished, reason: expect.stringContaining('n’étaient pas publiées') as string }],
    });
    expect(await onSite(clean)).toMatchObject({ summary: 'Un autre texte.', foundedYear: 1987 });
    expect((await onSite(unfinished))?.summary).toBe(SUMMARY);
    expect((await readContent(strapi, ASSOCIATION, documentId, 'draft'))?.content).toMatchObject({
      summary: 'Un autre texte.',
      description: 'Pas fini.',
    });
    const journal = (await strapi.db
      .query('api::journal-entry.journal-entry')
      .findMany({ where: { subject: clean } })) as { act: string; who: string; note: string | null }[];
    expect(journal).toMatchObject([{ act: 'fiche modifiée', note: expect.stringContaining('import de') as string }]);
  });

  it('is what was shown, or nothing: the directory changed in between', async () => {
    const name = unique('Théâtre');
    const { id, plan } = await bring([HEADS, row(name)]);
    await publishAssociation(strapi, { name, commune: commune.documentId });
    await expect(
      applyImport(strapi, {
        id,
        workbook: (await readWorkbookOf(strapi.db.connection, id))!,
        plan: plan!,
        publish: true,
        editor: { name: 'Anne', id: '1' },
        onProgress: () => undefined,
      }),
    ).rejects.toThrow('a changé');
    expect((await view(id)).stage).toBe('draft');
  });

  it('is alone with its file: nothing is decided of it nor is it given up meanwhile, nor after', async () => {
    const name = unique('Cirque');
    const { id, plan } = await bring([HEADS, row(name)]);
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    const stop = strapi.db.lifecycles.subscribe({
      models: [ASSOCIATION],
      async beforeCreate({ params }) {
        if ((params.data as { name?: string }).name === name) await held;
      },
    });
    try {
      expect((await ask(id, '/apply', { plan, publish: true })).status).toBe(200);
      const meanwhile = [await ask(id, '/decide', { lines: { '2': 'leave' } }), await ask(id, '/give-up', {})];
      for (const answer of meanwhile) {
        expect(answer.status).toBe(409);
        expect(await answer.text()).toContain('Cet import est en cours');
      }
    } finally {
      go();
      stop();
    }
    expect((await settled(id)).result).toMatchObject({ created: 1 });
    expect((await ask(id, '/decide', { lines: { '2': 'leave' } })).status).toBe(409);
    expect((await ask(id, '/give-up', {})).status).toBe(409);
  });

  it('leaves a line out whole when a rule refuses it, and tells why', async () => {
    const [good, bad] = [unique('Cirque'), unique('Cirque')];
    const plan = await bring([HEADS, row(good), row(bad)]);
    // A rule that the plan does not know.
    const stop = strapi.db.lifecycles.subscribe({
      models: [ASSOCIATION],
      afterCreate({ result }) {
        if ((result as { name?: string }).name === bad) throw new errors.ValidationError('Refusé par une règle.');
      },
    });
    const done = await apply(plan).finally(stop);
    expect(done.result).toMatchObject({ created: 1, left: [{ line: 3, name: bad, reason: 'Refusé par une règle.' }] });
    expect(await named(bad)).toEqual([]);
    expect(await named(good)).toHaveLength(2);
  });

  it('that is killed in the middle leaves the database as it was, and can be taken over then', async () => {
    const names = Array.from({ length: 5 }, () => unique('Aviron'));
    const { id } = await bring([HEADS, ...names.map((name) => row(name))]);
    const program = fileURLToPath(new URL('helpers/apply-and-stop.ts', import.meta.url));
    const child = spawn(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', program, id, '3'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const closed = once(child, 'close');
    const stopped = new Promise<boolean>((resolve) => {
      child.stderr.on('data', (chunk: Buffer) => (said += String(chunk)));
      child.stdout.on('data', (chunk: Buffer) => {
        said += String(chunk);
        if (said.includes('stopped')) resolve(true);
      });
      void closed.then(() => resolve(false));
    });
    expect(await stopped, said).toBe(true);
    child.kill('SIGKILL');
    expect((await closed)[1]).toBe('SIGKILL');
    expect((await Promise.all(names.map(named))).flat()).toEqual([]);
    expect(await changes(id)).toEqual([]);
    expect(await view(id)).toMatchObject({ stage: 'draft', counts: { new: 5 }, result: null });
    // What it held is free again.
    expect((await apply({ id })).result).toMatchObject({ created: 5, published: 5, left: [] });
  }, 120_000);

  it('that breaks in the middle leaves the database as it was', async () => {
    const names = [unique('Rugby'), unique('Rugby'), unique('Rugby')];
    const { id } = await bring([HEADS, ...names.map((name) => row(name))]);
    const found = await findImport(strapi.db.connection, id);
    const workbook = (await readWorkbookOf(strapi.db.connection, id))!;
    const { name: plan } = await makePlan(strapi, workbook, found!.decisions);
    await expect(
      applyImport(strapi, {
        id,
        workbook,
        plan,
        publish: true,
        editor: { name: 'Anne', id: '1' },
        onProgress: (done) => {
          if (done === 2) throw new Error('killed');
        },
      }),
    ).rejects.toThrow('killed');
    expect((await Promise.all(names.map(named))).flat()).toEqual([]);
    expect((await view(id)).stage).toBe('draft');
    expect(await changes(id)).toEqual([]);
  });
});

async function withdraw(associationId: string, email: string): Promise<void> {
  const [, withdrawal] = (withdrawalLink(associationId, { email, phone: null })?.url ?? '').split('#');
  const { status, text } = await knock(cms, '/api/retrait/confirmer', { json: { token: withdrawal } });
  if (status !== 200) throw new Error(text);
}

describe('an undo', () => {
  it('takes back what was created and what was changed, also when it was read anew', async () => {
    const [made, there] = [unique('Escrime'), unique('Escrime')];
    const data = { commune: commune.documentId, themes: [theme.documentId], summary: SUMMARY };
    await publishAssociation(strapi, { name: there, ...data });
    const done = await apply(await bring([HEADS, row(made), row(there, { Présentation: 'Tout autre.' })]));
    expect(await onSite(made)).toBeDefined();
    expect((await changes(done.id)).map(({ state }) => state)).toEqual(['done', 'done']);
    const undone = await undo(done.id);
    expect(undone.stage).toBe('undone');
    expect(await onSite(made)).toBeUndefined();
    expect(await named(made)).toEqual([]);
    expect((await onSite(there))?.summary).toBe(SUMMARY);
    // Done again, without doubles.
    await apply(await bring([HEADS, row(made), row(there, { Présentation: 'Tout autre.' })]));
    expect(await named(made)).toHaveLength(2);
  });

  it('goes line by line, and leaves what somebody changed since, and says so', async () => {
    const [first, second, third] = [unique('Aïkido'), unique('Aïkido'), unique('Aïkido')];
    const done = await apply(await bring([HEADS, row(first), row(second), row(third)]));
    const [one, two, three] = await changes(done.id);
    await documents(strapi, ASSOCIATION).update({ documentId: two!.documentId, data: { foundedYear: 1950 } });
    await documents(strapi, ASSOCIATION).delete({ documentId: three!.documentId });
    await undo(done.id, [one!.id]);
    expect(await named(first)).toEqual([]);
    expect((await view(done.id)).stage).toBe('applied');
    await undo(done.id);
    expect((await changes(done.id)).map(({ state }) => state)).toEqual(['undone', 'touched', 'gone']);
    expect(await named(second)).toHaveLength(2);
  });

  it('does not put back online what was taken off since, nor a contact that withdrew', async () => {
    const data = { commune: commune.documentId, themes: [theme.documentId], summary: SUMMARY };
    const contact = {
      role: 'Accueil',
      phone: '',
      email: 'parti@example.org',
      web: true,
      consentDate: '2026-01-02',
      consentSource: 'courriel',
    };
    const [off, left] = [unique('Voile'), unique('Voile')];
    const { documentId } = await publishAssociation(strapi, { name: off, ...data });
    const other = await publishAssociation(strapi, { name: left, ...data, contacts: [contact] });
    const done = await apply(
      await bring([HEADS, row(off, { Présentation: 'Tout autre.' }), row(left, { Présentation: 'Tout autre.' })]),
    );
    await documents(strapi, ASSOCIATION).unpublish({ documentId });
    await withdraw(other.documentId, 'parti@example.org');
    await undo(done.id);
    expect(await onSite(off)).toBeUndefined();
    expect((await onSite(left))?.contacts).toEqual([]);
    const kept = await strapi.db.connection.raw(
      'select before::text as before from trame_import_changes where document_id = ?',
      [other.documentId],
    );
    expect(JSON.stringify(kept.rows)).not.toMatch(/\\"web\\": true/);
  });
});

it('files and imports are erased when their time is over', async () => {
  const waiting = await bring([HEADS, row(unique('Golf'))]);
  const done = await apply(await bring([HEADS, row(unique('Golf'))]));
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  await eraseImports(strapi.db.connection, inDays(KEEP_IMPORT_FILES_DAYS - 1));
  expect(await findImport(strapi.db.connection, waiting.id)).not.toBeNull();
  await eraseImports(strapi.db.connection, inDays(KEEP_IMPORT_FILES_DAYS + 1));
  expect(await findImport(strapi.db.connection, waiting.id)).toBeNull();
  expect(await findImport(strapi.db.connection, done.id)).not.toBeNull();
  await eraseImports(strapi.db.connection, inDays(KEEP_IMPORTS_DAYS + 1));
  expect(await findImport(strapi.db.connection, done.id)).toBeNull();
  expect(
    (await strapi.db.connection.raw('select 1 from trame_import_changes where import_id = ?', [done.id])).rows,
  ).toEqual([]);
});
