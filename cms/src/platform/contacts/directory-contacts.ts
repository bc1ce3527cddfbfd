/** Every contact of the directory, of drafts and of what is published: what may not be read is recognised by them. */
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Consent } from '../../domain/consent.ts';
import { consentSources } from '../../domain/vocabulary/consent-sources.ts';
import { inTransaction } from '../database/transaction.ts';
import { rowsOf } from '../database/sql.ts';

const ASSOCIATION = 'api::association.association';

const StoredContact = z.object({
  owner: z.string(),
  published: z.boolean(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  web: z.boolean(),
  print: z.boolean(),
  professionals: z.boolean(),
  openData: z.boolean(),
  consentDate: z.string().nullable(),
  // A source that this version does not know demonstrates no agreement.
  consentSource: z.enum(consentSources.values).nullable().catch(null),
});

/** One contact of one version of an association. `owner` is its documentId; `phone` is E.164. */
export type DirectoryContact = Consent &
  Pick<z.output<typeof StoredContact>, 'owner' | 'published' | 'phone' | 'email'>;

interface JoinTable {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
}

/** Contacts with a number or an address. Inside a transaction, as that transaction sees them. */
export function readDirectoryContacts(strapi: Core.Strapi): Promise<DirectoryContact[]> {
  const { tableName, attributes } = strapi.db.metadata.get(ASSOCIATION);
  const join = (attributes['contacts'] as unknown as { joinTable: JoinTable }).joinTable;
  const { tableName: contacts } = strapi.db.metadata.get('contact.contact');
  return inTransaction(strapi, (trx) =>
    rowsOf(
      trx,
      StoredContact,
      `select association.document_id as owner, association.published_at is not null as published,
              nullif(contact.phone, '') as phone, nullif(contact.email, '') as email,
              coalesce(contact.web, false) as web, coalesce(contact.print, false) as print,
              coalesce(contact.professionals, false) as professionals, coalesce(contact.open_data, false) as "openData",
              contact.consent_date::text as "consentDate", contact.consent_source as "consentSource"
         from ?? association
         join ?? link on link.?? = association.id and link.field = 'contacts'
         join ?? contact on contact.id = link.??
        where coalesce(contact.email, '') <> '' or coalesce(contact.phone, '') <> ''`,
      [tableName, join.name, join.joinColumn.name, contacts, join.inverseJoinColumn.name],
    ),
  );
}
