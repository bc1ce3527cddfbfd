import type { Core } from '@strapi/strapi';
import type { ConsentSource } from '../../domain/vocabulary/consent-sources.ts';
import { consentChannels, type ConsentChannel } from '../../domain/vocabulary/consent-channels.ts';
import { findInBin } from '../../entries/bin/bin-store.ts';
import { readRecord } from '../../entries/read-record.ts';
import { isReachedBy, type Reach } from '../../platform/links/reach.ts';

const ASSOCIATION = 'api::association.association';

type Text = string | null;

/** A contact as its row is. */
export type ContactRow = Readonly<Record<ConsentChannel, boolean | null>> & {
  readonly id: number;
  readonly role: Text;
  readonly name: Text;
  readonly phone: Text;
  readonly email: Text;
  readonly consentDate: Text;
  readonly consentSource: ConsentSource | null;
};

interface TextRow {
  readonly id: number;
  [field: string]: unknown;
}

/** One version of an association, its draft or what is published, with everything of it that is text. */
export interface StoredVersion extends TextRow {
  readonly documentId: string;
  readonly name: Text;
  readonly publishedAt: Text;
  readonly contacts: readonly ContactRow[];
}

/** The draft and the published version, as far as they are there; the published one first. */
export async function storedVersions(strapi: Core.Strapi, associationId: string): Promise<StoredVersion[]> {
  const versions = [
    await readRecord(strapi, ASSOCIATION, associationId, 'published'),
    await readRecord(strapi, ASSOCIATION, associationId, 'draft'),
  ];
  return versions.filter((version) => version !== null) as unknown as StoredVersion[];
}

/** What a withdrawal needs to know of a version, wherever it stands. */
export type KnownVersion = Pick<StoredVersion, 'name' | 'contacts'>;

/** No row has it. */
const NO_ROW = 0;

/**
 * The versions of an association that is in the bin: who withdraws meanwhile must not come back with it. Its contacts have no rows.
 * Empty when it is not there.
 */
export async function binnedVersions(strapi: Core.Strapi, associationId: string): Promise<KnownVersion[]> {
  const kept = await findInBin(strapi, ASSOCIATION, associationId);
  return [kept?.published, kept?.draft].flatMap((content) => {
    if (!content) return [];
    const contacts = (content['contacts'] ?? []) as Omit<ContactRow, 'id'>[];
    return [
      { name: (content['name'] ?? null) as Text, contacts: contacts.map((contact) => ({ ...contact, id: NO_ROW })) },
    ];
  });
}

/** Every contact that goes along: those of the link, and those who share their address or number. */
export function affectedContacts(versions: readonly KnownVersion[], reach: Reach): ContactRow[] {
  const all = versions.flatMap(({ contacts }) => contacts);
  const named = all.filter((contact) => isReachedBy(contact, reach));
  return all.filter((contact) => named.some((other) => isReachedBy(contact, other)));
}

/** Where any of them may be read today. */
export const openChannels = (contacts: readonly ContactRow[]): ConsentChannel[] =>
  consentChannels.values.filter((channel) => contacts.some((contact) => contact[channel] === true));
