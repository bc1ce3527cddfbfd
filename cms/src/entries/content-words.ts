/** What a record says, in words: for whoever compares two states of it. */
import type { Core } from '@strapi/strapi';
import { formatDay } from '../domain/dates.ts';
import { formatMoment } from '../domain/moments.ts';
import { formatClock } from '../domain/slots.ts';
import { isValues, type Values } from '../domain/visit.ts';
import { fieldLabel } from './field-words.ts';
import { contentAttributes, type ContentAttribute } from './record-content.ts';

const words = {
  yes: 'Oui',
  no: 'Non',
  gone: 'Une fiche qui n’existe plus',
  goneFile: 'Un fichier qui n’existe plus',
  richText: 'Un texte mis en forme',
};

const titleOf = (row: Values): string =>
  [row['name'], row['title'], row['siteName'], row['number']].find(
    (one) => typeof one === 'string' && one !== '',
  ) as string;

/** Names of records and of files, read as they are needed. */
async function namesOf(strapi: Core.Strapi, attribute: ContentAttribute, value: unknown): Promise<string[]> {
  const { type, target } = attribute as ContentAttribute & { target?: string };
  const keys = (Array.isArray(value) ? value : [value]) as (string | number)[];
  const isFile = type === 'media';
  const key = isFile ? 'id' : 'documentId';
  const rows = (await strapi.db
    .query(isFile ? 'plugin::upload.file' : (target ?? ''))
    .findMany({ where: { [key]: { $in: keys } } })) as Values[];
  return keys.map((one) => {
    const row = rows.find((found) => found[key] === one);
    return row ? (titleOf(row) ?? String(one)) : isFile ? words.goneFile : words.gone;
  });
}

/** The text of Strapi's blocks. */
const blockText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(blockText).join(' ');
  if (!isValues(value)) return '';
  return typeof value['text'] === 'string' ? value['text'] : blockText(value['children']);
};

function scalarWords({ type }: ContentAttribute, value: unknown): string[] {
  if (typeof value === 'boolean') return [value ? words.yes : words.no];
  if (typeof value === 'number')
    return [value.toLocaleString('fr-FR', { useGrouping: false, maximumFractionDigits: 6 })];
  if (typeof value !== 'string') return [blockText(value).replace(/\s+/g, ' ').trim() || words.richText];
  if (type === 'date') return [formatDay(value.slice(0, 10))];
  if (type === 'time') return [formatClock(value.slice(0, 5))];
  // What a form could not read is in the place of the instant, as it was typed.
  if (type === 'datetime' && !Number.isNaN(Date.parse(value))) return [formatMoment(value)];
  return value.split('\n').filter((line) => line.trim() !== '');
}

/** A component, one line a field that says something; what is inside of it in the same line. */
async function componentWords(strapi: Core.Strapi, uid: string, row: Values): Promise<string[]> {
  const lines: string[] = [];
  for (const [name, attribute] of contentAttributes(strapi, uid)) {
    // A box that is not ticked says nothing.
    if (row[name] === false) continue;
    const said = await valueWords(strapi, attribute, row[name]);
    if (said.length > 0) lines.push(`${fieldLabel(uid, name)}\u00a0: ${said.join('\u00a0; ')}`);
  }
  return lines;
}

/** A value of an attribute in words, a line each; none for what is empty. */
export async function valueWords(strapi: Core.Strapi, attribute: ContentAttribute, value: unknown): Promise<string[]> {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return [];
  if (attribute.type === 'relation' || attribute.type === 'media') return namesOf(strapi, attribute, value);
  if (attribute.type !== 'component') return scalarWords(attribute, value);
  const component = attribute.component ?? '';
  if (!Array.isArray(value)) return isValues(value) ? componentWords(strapi, component, value) : [];
  const rows: string[] = [];
  for (const row of value) if (isValues(row)) rows.push((await componentWords(strapi, component, row)).join(', '));
  return rows;
}

/** The attribute at a path of a record, as `Conflict.path` names it; a row is one of its component. */
export function attributeAt(strapi: Core.Strapi, uid: string, path: readonly (string | number)[]): ContentAttribute {
  let model = uid;
  let found: ContentAttribute = { type: 'string' };
  for (const step of path) {
    if (typeof step === 'number') {
      found = { ...found, repeatable: false };
      continue;
    }
    found = contentAttributes(strapi, model).find(([name]) => name === step)?.[1] ?? { type: 'string' };
    model = found.component ?? model;
  }
  return found;
}
