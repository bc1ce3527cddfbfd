/** What is said when a value that must be one of its kind is another record's already. */
import type { Core } from '@strapi/strapi';
import { of } from '../../domain/french-prepositions.ts';
import type { Fault } from './rule.ts';

export interface Holder {
  readonly title: string;
}

/** The attribute that names records of this type. */
export const titleAttribute = (strapi: Core.Strapi, uid: string): 'name' | 'title' =>
  'name' in strapi.db.metadata.get(uid).attributes ? 'name' : 'title';

/**
 * The published record that has this value, after a violation. The transaction under way answers nothing any more, so the
 * question goes around it.
 */
async function findPublishedHolder(
  strapi: Core.Strapi,
  uid: string,
  attribute: string,
  value: string,
): Promise<Holder | null> {
  const model = strapi.db.metadata.get(uid);
  const column = model.attributes[attribute];
  const columnName = (column && 'columnName' in column && column.columnName) || attribute;
  const holder = (await strapi.db
    .connection(model.tableName)
    .select({ title: titleAttribute(strapi, uid) })
    .where(columnName, value)
    .whereNotNull('published_at')
    .first()) as Holder | undefined;
  return holder ?? null;
}

const words: Record<string, (value: string, holder: string) => string> = {
  slug: (value, holder) =>
    `L’adresse «\u00a0${value}\u00a0» est déjà celle de ${holder}. Choisissez-en une autre, par exemple «\u00a0${value}-2\u00a0».`,
  rnaId: (value, holder) =>
    `Le numéro RNA ${value} est déjà celui de ${holder}. Est-ce la même association\u00a0? Sinon, l’un des deux numéros est à corriger.`,
  inseeCode: (value, holder) => `Le code INSEE ${value} est déjà celui de ${holder}.`,
};

/** The fault of a value that `holder` has. */
export const describeTaken = (attribute: string, value: string, holder: Holder | null): Fault => {
  const name = holder ? `«\u00a0${holder.title}\u00a0»` : 'une autre fiche';
  return { path: [attribute], message: words[attribute]?.(value, name) ?? `Cette valeur est déjà celle ${of(name)}.` };
};

/** A value that another published record has. */
export interface Duplicate {
  readonly uid: string;
  readonly attribute: string;
  readonly value: string;
}

/** The fault of a duplicate that was only found at the write. */
export async function alreadyTaken(strapi: Core.Strapi, { uid, attribute, value }: Duplicate): Promise<Fault> {
  return describeTaken(attribute, value, await findPublishedHolder(strapi, uid, attribute, value));
}
