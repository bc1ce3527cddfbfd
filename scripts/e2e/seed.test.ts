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
import { readEnvironment } from '../lib/environment.ts';
import { createSupervisor } from '../start/supervisor.ts';
import { sharedServer, type TestDatabase } from './testing/test-server.ts';
import { copySeeded, seedByCommand } from './testing/world-template.ts';

const UID = 'api::association.association';
const GENERATED = { count: 40, seed: 9 };

let testDatabase: TestDatabase;
let cms: BootedCms;
let dataDir: string;
/** The day for which the demonstration was installed. */
let today: string;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-seed-'));
  // What the command installed for the worlds of the run, whichever file came first.
  const shared = sharedServer();
  if (!shared) throw new Error('The end-to-end tests have a PostgreSQL of their own');
  const seed = seedByCommand({
    environment: readEnvironment({ DATA_DIR: dataDir }),
    supervisor: createSupervisor(),
    logFile: path.join(dataDir, 'logs/seed.log'),
  });
  testDatabase = await copySeeded(shared, dataDir, seed);
  Object.assign(process.env, { DATABASE_URL: testDatabase.url, DATA_DIR: dataDir }); // its secrets are in the folder
  cms = await bootCms();
  ({ today } = (await cms.strapi.store({ type: 'core', name: 'trame' }).get({ key: 'demo' })) as { today: string });
}, 400_000); // 136 pictures to draw, when no file did it before

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
  it('installs the demonstration once, and the export is what the preview promised', async () => {
    expect(withoutFileNames(await exported())).toEqual(withoutFileNames(toSiteExport(demoContent({ today }))));
    expect(await seedDemo(cms.strapi, { today })).toBe(false);
  });

  it('says what is missing before it generates anything', async () => {
    const undone = cms.strapi.db.transaction(async () => {
      await cms.strapi.db.query('api::theme.theme').deleteMany({});
      const before = await cms.strapi.documents(UID).count({});
      await expect(seedAssociations(cms.strapi, GENERATED)).rejects.toThrow(PlainError);
      expect(await cms.strapi.documents(UID).count({})).toBe(before);
      throw new Error('as it was');
    });
    await expect(undone).rejects.toThrow('as it was');
  });

  it('installs an edition on paper, whose print export is what the preview promised too', async () => {
    const promised = toPrintExport(demoContent({ today }));
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
    const content = demoContent({ today });
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
