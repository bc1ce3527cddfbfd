/** Numbers and addresses that the territory itself gives out, on pages that the law asks for: nobody keeps them back. */
import type { Core } from '@strapi/strapi';
import type { KnownContact } from '../../domain/withheld-index.ts';
import { textOf, type Values } from '../../domain/visit.ts';

const PHONES = ['operatorPhone', 'publisherPhone', 'hostPhone'];
const EMAILS = ['operatorEmail', 'publisherEmail'];

/** Of the settings of the site and its legal notice (LCEN, article 6). */
export function givenOut(...records: readonly (object | null)[]): KnownContact[] {
  const all = records.flatMap((record) => (record === null ? [] : [record as Values]));
  const valuesOf = (names: readonly string[]) => all.flatMap((record) => names.map((name) => textOf(record[name])));
  return [
    ...valuesOf(PHONES).map((phone): KnownContact => ({ owner: '', phone: phone || null, email: null, shown: true })),
    ...valuesOf(EMAILS).map((email): KnownContact => ({ owner: '', phone: null, email: email || null, shown: true })),
  ];
}

/** The same, of what is published now. */
export async function readGivenOut(strapi: Core.Strapi): Promise<KnownContact[]> {
  // One after the other: inside a transaction they share its connection.
  const settings = (await strapi.db.query('api::site-settings.site-settings').findOne({})) as object | null;
  const where = { publishedAt: { $notNull: true } };
  const legal = (await strapi.db.query('api::legal.legal').findOne({ where })) as object | null;
  return givenOut(settings, legal);
}
