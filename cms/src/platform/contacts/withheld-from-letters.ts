/** What a letter may not say: as on the site, a channel is decided for words too (decision 0049). */
import type { Core } from '@strapi/strapi';
import { maySee } from '../../domain/consent.ts';
import type { ReadChannel } from '../../domain/withheld-contacts.ts';
import { indexWithheld, type WithheldIndex } from '../../domain/withheld-index.ts';
import { readTakenBack } from '../suppressions/register.ts';
import { readDirectoryContacts } from './directory-contacts.ts';
import { readGivenOut } from './given-out.ts';

/**
 * What no published contact agreed to show on any of these channels, drafts and contacts that are gone included. Inside a
 * transaction, as that transaction sees it.
 * @param channels what the reader of the letter may see anyway: an e-mail is read where the site is, paper where the booklet is
 */
export async function readWithheldFromLetters(
  strapi: Core.Strapi,
  channels: readonly [ReadChannel, ...ReadChannel[]],
): Promise<WithheldIndex> {
  const contacts = (await readDirectoryContacts(strapi)).map((contact) => ({
    ...contact,
    shown: contact.published && channels.some((channel) => maySee(contact, channel)),
  }));
  const given = await readGivenOut(strapi);
  const takenBack = await readTakenBack(strapi);
  return indexWithheld(channels[0], [...contacts, ...given], (value) =>
    channels.some((channel) => takenBack(value, channel)),
  );
}
