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

const FILE = 'plugin::upload.file';
type Key = string | number;

/** Of a relation or a file: of which type it is, and by what it is named. Null of anything else. */
function pointed(attribute: ContentAttribute): { readonly uid: string; readonly key: 'id' | 'documentId' } | null {
  const { type, target } = attribute as ContentAttribute & { target?: string };
  if (type === 'media') return { uid: FILE, key: 'id' };
  return type === 'relation' ? { uid: target ?? '', key: 'documentId' } : null;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** What a record or a file is called; null when it is gone. */
type NameOf = (uid: string, key: Key) => string | null;

/** A value of a record, with the attribute that it is of. */
export type AttributeValue = readonly [attribute: ContentAttribute, value: unknown];

/** Names of everything that the values point to: one query a type, however many there are. */
async function readNames(strapi: Core.Strapi, values: readonly AttributeValue[]): Promise<NameOf> {
  const wanted = new Map<string, { key: 'id' | 'documentId'; keys: Set<Key> }>();
  const walk = (attribute: ContentAttribute, value: unknown): void => {
    if (isEmpty(value)) return;
    const to = pointed(attribute);
    if (to !== null) {
      const { keys } = wanted.get(to.uid) ?? { keys: new Set<Key>() };
      for (const key of listOf(value)) keys.add(key as Key);
      wanted.set(to.uid, { key: to.key, keys });
    } else if (attribute.type === 'component')
      for (const row of listOf(value)) {
        if (!isValues(row)) continue;
        for (const [name, inner] of contentAttributes(strapi, attribute.component ?? '')) walk(inner, row[name]);
      }
  };
  for (const [attribute, value] of values) walk(attribute, value);

  const names = new Map<string, ReadonlyMap<unknown, string>>();
  for (const [uid, { key, keys }] of wanted) {
    const rows = (await strapi.db.query(uid).findMany({ where: { [key]: { $in: [...keys] } } })) as Values[];
    // Of a draft and what is published the first stands for both.
    const byKey = new Map<unknown, string>();
    for (const row of rows) if (!byKey.has(row[key])) byKey.set(row[key], titleOf(row) ?? String(row[key]));
    names.set(uid, byKey);
  }
  return (uid, key) => names.get(uid)?.get(key) ?? null;
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
function componentWords(strapi: Core.Strapi, nameOf: NameOf, uid: string, row: Values): string[] {
  return contentAttributes(strapi, uid).flatMap(([name, attribute]) => {
    // A box that is not ticked says nothing, nor does a state that is the usual one.
    const isUsual = name === 'state' && row[name] === (attribute as { default?: unknown }).default;
    const said = row[name] === false || isUsual ? [] : wordsOf(strapi, nameOf, [attribute, row[name]]);
    return said.length > 0 ? [`${fieldLabel(uid, name)}\u00a0: ${said.join('\u00a0; ')}`] : [];
  });
}

function wordsOf(strapi: Core.Strapi, nameOf: NameOf, [attribute, value]: AttributeValue): string[] {
  if (isEmpty(value)) return [];
  const to = pointed(attribute);
  if (to !== null)
    return listOf(value).map((key) => nameOf(to.uid, key as Key) ?? (to.uid === FILE ? words.goneFile : words.gone));
  if (attribute.type !== 'component') return scalarWords(attribute, value);
  const component = attribute.component ?? '';
  if (!Array.isArray(value)) return isValues(value) ? componentWords(strapi, nameOf, component, value) : [];
  return value.flatMap((row) => (isValues(row) ? [componentWords(strapi, nameOf, component, row).join(', ')] : []));
}

/** Values of attributes in words, in their order: a line for each thing that one holds, none for what is empty. */
export async function valuesInWords(strapi: Core.Strapi, values: readonly AttributeValue[]): Promise<string[][]> {
  const nameOf = await readNames(strapi, values);
  return values.map((one) => wordsOf(strapi, nameOf, one));
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
