import type { Core } from '@strapi/strapi';
import type { ConsentSource } from '../domain/vocabulary/consent-sources.ts';
import { consentChannels, type ConsentChannel } from '../domain/vocabulary/consent-channels.ts';
import { isReachedBy, type Reach } from './reach.ts';

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
  readonly [field: string]: unknown;
}

/** One version of an association: its draft, or what is published. */
export interface StoredVersion extends TextRow {
  readonly documentId: string;
  readonly name: Text;
  readonly publishedAt: Text;
  readonly contacts: readonly ContactRow[];
  readonly activities: readonly (TextRow & { readonly slots: readonly TextRow[] })[];
  readonly accessibility: TextRow | null;
}

/** The draft and the published version, as far as they are there; the published one first. */
export async function storedVersions(strapi: Core.Strapi, associationId: string): Promise<StoredVersion[]> {
  const versions = (await strapi.db.query(ASSOCIATION).findMany({
    where: { documentId: associationId },
    populate: { contacts: true, activities: { populate: { slots: true } }, accessibility: true },
  })) as StoredVersion[];
  return versions.sort((a, b) => Number(b.publishedAt !== null) - Number(a.publishedAt !== null));
}

/** Every contact that goes along: those of the link, and those who share their address or number. */
export function affectedContacts(versions: readonly StoredVersion[], reach: Reach): ContactRow[] {
  const all = versions.flatMap(({ contacts }) => contacts);
  const named = all.filter((contact) => isReachedBy(contact, reach));
  return all.filter((contact) => named.some((other) => isReachedBy(contact, other)));
}

/** Where any of them may be read today. */
export const openChannels = (contacts: readonly ContactRow[]): ConsentChannel[] =>
  consentChannels.values.filter((channel) => contacts.some((contact) => contact[channel] === true));
