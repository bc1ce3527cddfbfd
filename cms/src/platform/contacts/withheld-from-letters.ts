/** What a letter may not say: as on the site, a channel is decided for words too (decision 0049). */
import type { Core } from '@strapi/strapi';
import { maySee, type Consent } from '../../domain/consent.ts';
import type { ConsentChannel } from '../../domain/vocabulary/consent-channels.ts';
import type { ReadChannel } from '../../domain/withheld-contacts.ts';
import { indexWithheld, type WithheldIndex } from '../../domain/withheld-index.ts';
import { readTakenBack } from '../suppressions/register.ts';
import { readDirectoryContacts } from './directory-contacts.ts';
import { readGivenOut } from './given-out.ts';

/** Who reads a text, as far as agreements go. */
export interface TextReader {
  /** Names what is withheld from them. */
  readonly channel: ReadChannel;
  /** Whether a published contact may be told to them. */
  readonly sees: (consent: Consent) => boolean;
  /** The channels on which an agreement that was taken back closes a number to them. */
  readonly closedBy: (isTakenBack: (channel: ConsentChannel) => boolean) => boolean;
}

/**
 * What a reader of texts may not find in them: what no published contact agreed to tell them, drafts and contacts that are gone
 * included. Inside a transaction, as that transaction sees it.
 */
export async function readWithheldFrom(strapi: Core.Strapi, reader: TextReader): Promise<WithheldIndex> {
  const contacts = (await readDirectoryContacts(strapi)).map((contact) => ({
    ...contact,
    shown: contact.published && reader.sees(contact),
  }));
  const given = await readGivenOut(strapi);
  const takenBack = await readTakenBack(strapi);
  return indexWithheld(reader.channel, [...contacts, ...given], (value) =>
    reader.closedBy((channel) => takenBack(value, channel)),
  );
}

/**
 * What a letter may not say: what is shown on none of these channels.
 * @param channels what the reader of the letter may see anyway: an e-mail is read where the site is, paper where the booklet is
 */
export const readWithheldFromLetters = (
  strapi: Core.Strapi,
  channels: readonly [ReadChannel, ...ReadChannel[]],
): Promise<WithheldIndex> =>
  readWithheldFrom(strapi, {
    channel: channels[0],
    sees: (consent) => channels.some((channel) => maySee(consent, channel)),
    closedBy: (isTakenBack) => channels.some(isTakenBack),
  });
