import type { Core } from '@strapi/strapi';
import { UNIQUE_COLUMNS } from '../../bootstrap/unique-indexes.ts';
import type { Fault, Rule } from '../engine/rule.ts';

interface Holder {
  readonly title: string;
}

const titleAttribute = (strapi: Core.Strapi, uid: string): 'name' | 'title' =>
  'name' in strapi.db.metadata.get(uid).attributes ? 'name' : 'title';

/** Another record that has this value: of any state, or among the published ones only. */
async function findHolder(
  strapi: Core.Strapi,
  uid: string,
  attribute: string,
  value: string,
  exceptDocumentId: string | undefined,
  among: 'all' | 'published',
): Promise<Holder | null> {
  const title = titleAttribute(strapi, uid);
  const holder = (await strapi.db.query(uid).findOne({
    select: ['documentId', title as 'name'],
    where: {
      [attribute]: value,
      ...(exceptDocumentId === undefined ? {} : { documentId: { $ne: exceptDocumentId } }),
      ...(among === 'published' ? { publishedAt: { $notNull: true } } : {}),
    },
  })) as Record<string, string> | null;
  return holder && { title: holder[title] ?? '' };
}

/** The same after a violation: the transaction under way answers nothing any more, so the question goes around it. */
async function findPublishedHolder(
  strapi: Core.Strapi,
  uid: string,
  attribute: string,
  value: string,
): Promise<Holder | null> {
  const model = strapi.db.metadata.get(uid);
  const column = model.attributes[attribute];
  const columnName = (column && 'columnName' in column && column.columnName) || attribute;
  const holder: Holder | undefined = await strapi.db
    .connection(model.tableName)
    .select({ title: titleAttribute(strapi, uid) })
    .where(columnName, value)
    .whereNotNull('published_at')
    .first();
  return holder ?? null;
}

const words: Record<string, (value: string, holder: string) => string> = {
  slug: (value, holder) =>
    `L’adresse «\u00a0${value}\u00a0» est déjà celle de ${holder}. Choisissez-en une autre, par exemple «\u00a0${value}-2\u00a0».`,
  rnaId: (value, holder) =>
    `Le numéro RNA ${value} est déjà celui de ${holder}. Est-ce la même association\u00a0? Sinon, l’un des deux numéros est à corriger.`,
  inseeCode: (value, holder) => `Le code INSEE ${value} est déjà celui de ${holder}.`,
};

const describe = (attribute: string, value: string, holder: Holder | null): Fault => {
  const name = holder ? `«\u00a0${holder.title}\u00a0»` : 'une autre fiche';
  return { path: [attribute], message: words[attribute]?.(value, name) ?? `Cette valeur est déjà celle de ${name}.` };
};

/** A value that another published record has. */
export interface Duplicate {
  readonly uid: string;
  readonly attribute: string;
  readonly value: string;
}

/** The fault of a duplicate that was only found at the write. */
export async function alreadyTaken(strapi: Core.Strapi, { uid, attribute, value }: Duplicate): Promise<Fault> {
  return describe(attribute, value, await findPublishedHolder(strapi, uid, attribute, value));
}

async function faultsOf(
  strapi: Core.Strapi,
  uid: string,
  values: Record<string, unknown>,
  exceptDocumentId: string | undefined,
  among: 'all' | 'published',
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { attribute } of UNIQUE_COLUMNS.filter((column) => column.uid === uid)) {
    const value = values[attribute];
    if (typeof value !== 'string' || value === '') continue;
    const holder = await findHolder(strapi, uid, attribute, value, exceptDocumentId, among);
    if (holder) faults.push(describe(attribute, value, holder));
  }
  return faults;
}

/** No two records share a page address, an RNA id or an INSEE code; the message names the other. The database is the backstop. */
export const uniqueValues: Rule = {
  appliesTo: [...new Set(UNIQUE_COLUMNS.map(({ uid }) => uid))],
  onSave: ({ strapi, uid, action, documentId, data }) =>
    faultsOf(strapi, uid, data, action === 'update' ? documentId : undefined, 'all'),
  onPublish: ({ strapi, uid, documentId, record }) => faultsOf(strapi, uid, record, documentId, 'published'),
};
