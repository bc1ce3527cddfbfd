import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { toPrintExport } from '@trame/cms/demo/to-print-export';
import { demoContent } from '@trame/cms/demo/territory';
import type { PrintExport } from '@trame/cms/domain/contract/press/edition';
import { type ContactQuestion, EditionsHolding } from '@trame/cms/domain/contract/press/editions-holding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Log, silentLog } from '../../lib/log.ts';
import { editionsHolding } from './holding.ts';
import { createEditionStore, type EditionStore } from './store.ts';

const base: PrintExport = toPrintExport(demoContent({ today: '2026-06-20' }));
const held = base.content.associations.find(
  ({ inPrint, contacts }) => inPrint && contacts.some(({ phone, email }) => phone !== null && email !== null),
);
const contact = held?.contacts.find(({ phone, email }) => phone !== null && email !== null);
const [phone, email] = [contact?.phone ?? '', contact?.email ?? ''];

let dataDir: string;
let store: EditionStore;
const ask = (contact: ContactQuestion) => editionsHolding(store, contact, silentLog);

async function edition(id: string, which: 'frozen' | 'proof', printed: PrintExport, at: string): Promise<void> {
  const folder = path.join(dataDir, 'editions', id, which);
  await mkdir(folder, { recursive: true });
  await writeFile(
    path.join(folder, 'export.json'),
    JSON.stringify({ ...printed, edition: { ...printed.edition, id, title: `Guide ${id}` } }),
  );
  if (which === 'frozen') await writeFile(path.join(folder, 'seal.json'), JSON.stringify({ at, files: {} }));
  await chmod(path.join(folder, 'export.json'), 0o444);
}

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-holding-'));
  store = createEditionStore(dataDir);
  const without: PrintExport = {
    ...base,
    content: {
      ...base.content,
      associations: base.content.associations.map((one) => (one.id === held?.id ? { ...one, contacts: [] } : one)),
    },
  };
  await edition('e2024', 'frozen', base, '2024-08-30T10:00:00.000Z');
  await edition('e2025', 'frozen', base, '2025-08-30T10:00:00.000Z');
  await edition('e2026', 'frozen', without, '2026-08-30T10:00:00.000Z');
  await edition('e2027', 'proof', base, '2027-08-30T10:00:00.000Z');
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

describe('editions that hold a contact', () => {
  it('are the frozen ones that print its number or its address, the newest first', async () => {
    expect(contact).toBeDefined();
    for (const asked of [
      { phones: [phone], emails: [] },
      { phones: [], emails: [email.toUpperCase()] },
    ]) {
      const { editions } = EditionsHolding.parse(await ask(asked));
      expect(editions.map(({ title }) => title)).toEqual(['Guide e2025', 'Guide e2024']);
      expect(editions[0]?.entries).toContain(held?.name);
      expect(editions[0]?.frozenOn).toBe('2025-08-30');
    }
  });

  it('are also those whose words say it, however it was written, in an entry or around them', async () => {
    const said = structuredClone(base);
    const [first] = said.content.associations.filter(({ inPrint }) => inPrint);
    if (!first) throw new Error('The demonstration prints no entry');
    first.summary = 'Appelez le 06 39 98 04 04 ou le https://wa.me/33639980405.';
    said.edition.editorial = 'Écrire à jean.dupont (arobase) example.org.';
    await edition('e2023', 'frozen', said, '2023-08-30T10:00:00.000Z');
    const entriesOf = async (asked: ContactQuestion) => (await ask(asked)).editions.map(({ entries }) => entries);
    expect(await entriesOf({ phones: ['+33639980404'], emails: [] })).toEqual([[first.name]]);
    expect(await entriesOf({ phones: ['+33639980405'], emails: [] })).toEqual([[first.name]]);
    expect(await entriesOf({ phones: [], emails: ['Jean.Dupont@example.org'] })).toEqual([['Guide e2023']]);
    await rm(path.join(dataDir, 'editions', 'e2023'), { recursive: true, force: true });
  });

  it('are none for a number that nobody printed, or for no question at all', async () => {
    const none = { editions: [], looked: ['e2024', 'e2025', 'e2026'], unreadable: [] };
    expect(await ask({ phones: ['+33599999999'], emails: [] })).toEqual(none);
    expect(await ask({ phones: [], emails: [] })).toEqual(none);
  });
});

describe('an edition that cannot be read', () => {
  const file = (id: string, name: string) => path.join(dataDir, 'editions', id, 'frozen', name);
  const sealOf = (text: string) => createHash('sha256').update(text).digest('hex');
  /** Writes an edition as it was frozen, then as something made of it. */
  async function damaged(id: string, change: (text: string) => string, sealed: 'before' | 'after' | 'nothing') {
    await edition(id, 'frozen', base, '2025-08-30T10:00:00.000Z');
    const before = await readFile(file(id, 'export.json'), 'utf8');
    const after = change(before);
    await chmod(file(id, 'export.json'), 0o644);
    await writeFile(file(id, 'export.json'), after);
    const files = sealed === 'nothing' ? {} : { 'export.json': sealOf(sealed === 'before' ? before : after) };
    await writeFile(file(id, 'seal.json'), JSON.stringify({ at: '2025-08-30T10:00:00.000Z', files }));
  }
  const without = (text: string) => {
    const { edition: printed, ...rest } = JSON.parse(text) as PrintExport;
    const { marks: _, ...lacking } = printed;
    return JSON.stringify({ ...rest, edition: lacking });
  };

  it.each([
    ['lacks a field', 'nothing', without],
    ['lacks a field, as it was frozen, and mentions the contact', 'after', without],
    ['was altered since', 'before', (text: string) => text.replaceAll(phone, '+33599999998')],
    ['is of a newer version', 'after', (text: string) => text.replace(/trame-print\/\d+/, 'trame-print/99')],
    ['is torn', 'nothing', (text: string) => text.slice(0, -10)],
    ['is empty', 'nothing', () => ''],
  ] as const)('because it %s is told apart from one that does not hold the contact', async (_why, sealed, change) => {
    await damaged('e2023', change, sealed);
    const lines: string[] = [];
    const log: Log = { ...silentLog, error: (_event, details) => lines.push(JSON.stringify(details)) };
    const answer = EditionsHolding.parse(await editionsHolding(store, { phones: [phone], emails: [] }, log));
    expect(answer.editions.map(({ edition: id }) => id)).toEqual(['e2025', 'e2024']);
    expect(answer.looked).not.toContain('e2023');
    expect(answer.unreadable).toEqual([{ edition: 'e2023', title: null }]);
    expect(lines).toEqual([expect.stringContaining('e2023')]);
    await rm(path.join(dataDir, 'editions', 'e2023'), { recursive: true });
  });

  it('because a file is missing from its folder is told too, with the title that its report says', async () => {
    const report = JSON.parse(
      await readFile(
        new URL('../../../cms/src/domain/stored/fixtures/trame-print-report-1.json', import.meta.url),
        'utf8',
      ),
    ) as { edition: { title: string } };
    for (const missing of ['export.json', 'seal.json']) {
      await edition('e2022', 'frozen', base, '2022-08-30T10:00:00.000Z');
      await writeFile(file('e2022', 'rapport.json'), JSON.stringify(report));
      await rm(file('e2022', missing), { force: true });
      expect((await ask({ phones: [phone], emails: [] })).unreadable).toEqual([
        { edition: 'e2022', title: report.edition.title },
      ]);
      await rm(path.join(dataDir, 'editions', 'e2022'), { recursive: true });
    }
  });

  it('is not read closely when it is as it was sealed and does not mention the contact', async () => {
    await damaged('e2021', (text) => text, 'after');
    const answer = await ask({ phones: ['+33599999999'], emails: [] });
    expect([answer.editions, answer.unreadable]).toEqual([[], []]);
    expect(answer.looked).toContain('e2021');
    await rm(path.join(dataDir, 'editions', 'e2021'), { recursive: true });
  });

  it('is no reason for an answer when the folder of all editions cannot be listed', async () => {
    const blocked = await mkdtemp(path.join(os.tmpdir(), 'trame-holding-'));
    await writeFile(path.join(blocked, 'editions'), 'a file in the place of the folder');
    await expect(
      editionsHolding(createEditionStore(blocked), { phones: [phone], emails: [] }, silentLog),
    ).rejects.toThrow(/ENOTDIR/);
    await rm(blocked, { recursive: true });
    const empty = await mkdtemp(path.join(os.tmpdir(), 'trame-holding-'));
    expect(await editionsHolding(createEditionStore(empty), { phones: [phone], emails: [] }, silentLog)).toEqual({
      editions: [],
      looked: [],
      unreadable: [],
    });
    await rm(empty, { recursive: true });
  });
});
