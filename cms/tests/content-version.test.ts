import { beforeAll, describe, expect, it } from 'vitest';
import { foldChangeLog, readContentVersion } from '../src/platform/content-version/content-version.ts';
import { watchedTables } from '../src/platform/content-version/watched-tables.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { makeTheme, unique } from './helpers/content.ts';

let cms: Cms;
beforeAll(async () => {
  cms = await startCms();
});

const version = () => readContentVersion(cms.strapi.db.connection);
const rename = (connection: Cms['strapi']['db']['connection'], documentId: string) =>
  connection('themes')
    .where({ document_id: documentId })
    .update({ name: unique('Thème') });

describe('the content version', () => {
  it('watches our types, their components, their joins and the media library', () => {
    const tables = watchedTables(cms.strapi);
    expect(tables).toEqual(
      expect.arrayContaining([
        'associations',
        'associations_cmps',
        'associations_themes_lnk',
        'components_activity_slots',
        'components_activity_activities_cmps',
        'files',
        'files_related_mph',
        'site_settings',
      ]),
    );
    expect(tables.filter((table) => /^(admin|up|strapi)_/.test(table))).toEqual([]);
  });

  it('notes one change per transaction, however many statements it has', async () => {
    const { documentId } = await makeTheme(cms.strapi);
    const log = () => cms.strapi.db.connection('trame_content_changes');
    // By their numbers: the program folds older rows whenever it likes.
    const newest = Number((await log().max('id'))[0]?.['max']);
    await cms.strapi.db.connection.transaction(async (transaction) => {
      for (let statement = 0; statement < 5; statement += 1) await rename(transaction, documentId);
    });
    expect(Number((await log().where('id', '>', newest).count())[0]?.['count'])).toBe(1);
  });

  it('does not change with a transaction that is undone', async () => {
    const { documentId } = await makeTheme(cms.strapi);
    const before = await version();
    const transaction = await cms.strapi.db.connection.transaction();
    await rename(transaction, documentId);
    await transaction.rollback();
    expect(await version()).toBe(before);
  });

  it('changes with a transaction that began first and commits last', async () => {
    const [slow, quick] = [await makeTheme(cms.strapi), await makeTheme(cms.strapi)];
    const first = await cms.strapi.db.connection.transaction();
    await rename(first, slow.documentId);
    await rename(cms.strapi.db.connection, quick.documentId); // a higher id, committed at once
    const between = await version();
    await first.commit();
    expect(await version()).not.toBe(between);
  });

  it('is not changed by folding the log, even around a transaction under way', async () => {
    const theme = await makeTheme(cms.strapi);
    const first = await cms.strapi.db.connection.transaction();
    await rename(first, theme.documentId);
    for (let change = 0; change < 120; change += 1) {
      await cms.strapi.db.connection.raw('insert into trame_content_changes default values');
    }
    const before = await version();
    await foldChangeLog(cms.strapi.db.connection);
    expect(await version()).toBe(before);
    const rows = Number((await cms.strapi.db.connection('trame_content_changes').count())[0]?.['count']);
    expect(rows).toBeLessThanOrEqual(102);
    await first.commit();
    expect(await version()).not.toBe(before);
  });

  it('does not make writers wait for each other', async () => {
    const [one, other] = [await makeTheme(cms.strapi), await makeTheme(cms.strapi)];
    const first = await cms.strapi.db.connection.transaction();
    await rename(first, one.documentId);
    await cms.strapi.db.connection.transaction(async (second) => {
      await second.raw("set local lock_timeout = '2s'");
      await rename(second, other.documentId);
    });
    await first.rollback();
  });
});
