import { gunzipSync } from 'node:zlib';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PrintExport } from '@trame/cms/domain/contract/press/edition';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { demoContent } from '@trame/cms/demo/territory';
import { generateAssociations, generatedId } from '@trame/cms/demo/generate-associations';
import { toPrintExport } from '@trame/cms/demo/to-print-export';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import { PlainError } from '../lib/plain-error.ts';
import { bootCms, type BootedCms } from '../seed/boot-cms.ts';
import { seedAssociations } from '../seed/seed-associations.ts';
import { seedDemo } from '../seed/seed-demo.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-server.ts';

const TODAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
const UID = 'api::association.association';
const GENERATED = { count: 40, seed: 9 };

let testDatabase: TestDatabase;
let cms: BootedCms;
let dataDir: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-seed-'));
  const secret = (name: string) => `${name}-of-the-seed-test`;
  Object.assign(process.env, {
    DATABASE_URL: testDatabase.url,
    DATA_DIR: dataDir,
    APP_KEYS: `${secret('key')},${secret('other-key')}`,
    ...Object.fromEntries(
      [
        'API_TOKEN_SALT',
        'ADMIN_JWT_SECRET',
        'TRANSFER_TOKEN_SALT',
        'JWT_SECRET',
        'ENCRYPTION_KEY',
        'TRAME_EXPORT_TOKEN',
        'TRAME_WEBHOOK_SECRET',
        'TRAME_LINK_SECRET',
      ].map((name) => [name, secret(name)]),
    ),
  });
  cms = await bootCms();
});

afterAll(async () => {
  // Strapi removes every listener of the process when it closes, those of the test runner included
  const removeAllListeners = process.removeAllListeners.bind(process);
  process.removeAllListeners = () => process;
  await cms?.close();
  process.removeAllListeners = removeAllListeners;
  await testDatabase?.drop();
  await rm(dataDir, { recursive: true, force: true });
});

/** What the site would receive now. */
async function exported(): Promise<SiteExport> {
  const service = cms.strapi.service('api::export.export') as unknown as {
    current(): Promise<{ gzipped: Buffer; leftOut: unknown[] }>;
  };
  const { gzipped, leftOut } = await service.current();
  expect(leftOut).toEqual([]);
  return JSON.parse(gunzipSync(gzipped).toString()) as SiteExport;
}

/** Addresses and fingerprints of pictures are the media library's own; what they show and say is compared. */
const withoutFileNames = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, inner: unknown) =>
    key === 'url' && String(inner).startsWith('/uploads/') ? '' : key === 'hash' ? '' : inner,
  );

describe('the seed', () => {
  it('says what is missing before it generates anything', async () => {
    await expect(seedAssociations(cms.strapi, GENERATED)).rejects.toThrow(PlainError);
    expect(await cms.strapi.documents(UID).count({})).toBe(0);
  });

  it('installs the demonstration once, and the export is what the preview promised', async () => {
    expect(await seedDemo(cms.strapi, { today: TODAY })).toBe(true);
    expect(withoutFileNames(await exported())).toEqual(withoutFileNames(toSiteExport(demoContent({ today: TODAY }))));
    expect(await seedDemo(cms.strapi, { today: TODAY })).toBe(false);
  }, 400_000); // 136 pictures to draw: half a minute alone on the machine

  it('installs an edition on paper, whose print export is what the preview promised too', async () => {
    const promised = toPrintExport(demoContent({ today: TODAY }));
    const service = cms.strapi.service('api::export.export') as unknown as {
      print(documentId: string): Promise<{ gzipped: Buffer } | null>;
    };
    const { gzipped } = (await service.print(promised.edition.id))!;
    const received = PrintExport.parse(JSON.parse(gunzipSync(gzipped).toString()));
    expect(withoutFileNames(received)).toEqual(withoutFileNames(promised));
    expect(await cms.strapi.documents('api::edition.edition').count({})).toBe(1);
    expect(
      await cms.strapi.documents('api::campaign.campaign').count({ filters: { edition: { $notNull: true } } }),
    ).toBe(1);
  });

  it('adds generated associations that leave the CMS as the generator made them, and only once', async () => {
    expect(await seedAssociations(cms.strapi, GENERATED)).toEqual({ added: 40, present: 0 });
    const content = demoContent({ today: TODAY });
    content.associations.push(...generateAssociations(GENERATED));
    expect(withoutFileNames((await exported()).associations)).toEqual(
      withoutFileNames(toSiteExport(content).associations),
    );
    expect(await seedAssociations(cms.strapi, GENERATED)).toEqual({ added: 0, present: 40 });
    expect(await seedAssociations(cms.strapi, { ...GENERATED, count: 42 })).toEqual({ added: 2, present: 40 });
  });

  it('writes them so that an editor can change, publish and delete them like any other', async () => {
    const [subject, neighbour] = generateAssociations(GENERATED).filter(({ activities }) => activities.length > 1);
    const documentId = generatedId(subject!.slug);
    const before = (await exported()).associations.find(({ id }) => id === documentId)!;

    const documents = cms.strapi.documents(UID);
    await documents.update({ documentId, data: { summary: 'Un résumé que l’éditrice vient d’écrire.' } as never });
    expect((await exported()).associations.find(({ id }) => id === documentId)).toEqual(before);
    await documents.publish({ documentId });
    expect((await exported()).associations.find(({ id }) => id === documentId)).toEqual({
      ...before,
      summary: 'Un résumé que l’éditrice vient d’écrire.',
    });

    await documents.unpublish({ documentId });
    expect((await exported()).associations.some(({ id }) => id === documentId)).toBe(false);
    await documents.delete({ documentId: generatedId(neighbour!.slug) });
    expect(await documents.findOne({ documentId: generatedId(neighbour!.slug) })).toBeNull();
  });
});
