import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { toPrintExport } from '@trame/cms/demo/to-print-export';
import { demoContent } from '@trame/cms/demo/territory';
import type { PrintExport } from '@trame/cms/domain/contract/edition';
import { EditionsHolding } from '@trame/cms/domain/contract/editions-holding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
      const { editions } = EditionsHolding.parse(await editionsHolding(store, asked));
      expect(editions.map(({ title }) => title)).toEqual(['Guide e2025', 'Guide e2024']);
      expect(editions[0]?.entries).toContain(held?.name);
      expect(editions[0]?.frozenOn).toBe('2025-08-30');
    }
  });

  it('are none for a number that nobody printed, or for no question at all', async () => {
    expect(await editionsHolding(store, { phones: ['+33599999999'], emails: [] })).toEqual({
      editions: [],
    });
    expect(await editionsHolding(store, { phones: [], emails: [] })).toEqual({ editions: [] });
  });
});
