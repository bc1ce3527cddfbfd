import type { Core } from '@strapi/strapi';
import { foldChangeLog, readContentVersion } from '../../../platform/content-version/content-version.ts';
import { readActionPlans, readActions, readAxes } from '../records/action-plans.ts';
import { readAssociations } from '../records/associations.ts';
import { readAudiences } from '../records/audiences.ts';
import { readCommunes } from '../records/communes.ts';
import { readEvents } from '../records/events.ts';
import { readGuides } from '../records/guides.ts';
import { readFilesByHash } from '../records/media.ts';
import { readResources } from '../records/resources.ts';
import { imageHashes } from '../records/rich-text.ts';
import { readHome, readLegal, readSettings } from '../records/single-types.ts';
import { readThemes } from '../records/themes.ts';
import { readVenues } from '../records/venues.ts';
import { readFormerAddresses } from '../../../entries/former-addresses.ts';
import { readDirectoryContacts } from '../../../platform/contacts/directory-contacts.ts';
import { readTakenBack } from '../../../platform/suppressions/register.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';

/**
 * Runs `read` on one snapshot of the database: a publication that falls in between is in whole or not at all. Whatever reads
 * through Strapi inside is part of it.
 */
export const inSnapshot = <T>(strapi: Core.Strapi, read: (version: string) => Promise<T>): Promise<T> =>
  inTransaction(strapi, async (trx) => {
    await trx.raw('set transaction isolation level repeatable read, read only');
    await trx.raw("set local work_mem = '64MB'"); // the default sends the sorts of 10,000 associations to the disk
    return read(await readContentVersion(trx));
  });

/**
 * Everything the export is made of, and the content version that it is the content of. No list is paginated,
 * and each is a fixed number of queries. Part of the snapshot when called inside one, and a snapshot of its own otherwise.
 */
export async function readContent(strapi: Core.Strapi, snapshot?: string) {
  const read = async (version: string) => {
    const settings = await readSettings(strapi);
    const home = await readHome(strapi);
    const legal = await readLegal(strapi);
    const guides = await readGuides(strapi);
    const hashes = [...guides.flatMap(({ body }) => imageHashes(body)), ...imageHashes(legal?.privacy)];
    return {
      version,
      settings,
      home,
      legal,
      guides,
      files: await readFilesByHash(strapi, hashes),
      themes: await readThemes(strapi),
      audiences: await readAudiences(strapi),
      communes: await readCommunes(strapi),
      venues: await readVenues(strapi),
      associations: await readAssociations(strapi),
      contacts: await readDirectoryContacts(strapi),
      takenBack: await readTakenBack(strapi),
      events: await readEvents(strapi),
      resources: await readResources(strapi),
      actionPlans: await readActionPlans(strapi),
      axes: await readAxes(strapi),
      actions: await readActions(strapi),
      formerAddresses: await inTransaction(strapi, readFormerAddresses),
    };
  };
  return snapshot === undefined ? inSnapshot(strapi, read) : read(snapshot);
}

export type Content = Awaited<ReturnType<typeof readContent>>;

/** Keeps the change log short; done after an export, when nobody waits for it. */
export const tidyChangeLog = (strapi: Core.Strapi): Promise<void> => foldChangeLog(strapi.db.connection);
