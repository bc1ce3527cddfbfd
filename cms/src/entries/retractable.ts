/**
 * What a published record shows besides words and contacts, and may show no more: what a restore must not bring back unasked
 * (decision 0035). Words come back with a restore like the rest of a text; numbers and addresses in them do not (decision 0034).
 */
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { SuppressionAct } from '../domain/stored/suppression.ts';
import { eventStates } from '../domain/vocabulary/event-states.ts';
import { timingStates } from '../domain/vocabulary/timing-states.ts';
import { isValues, textOf, type Values } from '../domain/visit.ts';
import { deleteRows } from '../platform/database/delete-rows.ts';
import { itemMark, retractedOf } from '../platform/suppressions/register.ts';

/** How a field shows what it shows. */
type Shows =
  /** A line that is there or not. */
  | 'text'
  /** On or off. */
  | 'switch'
  /** A component that says itself whether it may be shown. */
  | 'address'
  /** Rows of a component, each by this field. */
  | { readonly rowsBy: string }
  /** Files of the media library. */
  | 'files';

const EVENT = 'api::event.event';

/** Pictures and documents are those of the model: every field of files of every type. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, Shows>>>> = {
  'api::association.association': {
    address: 'address',
    website: 'text',
    networks: { rowsBy: 'url' },
    inPrint: 'switch',
  },
  [EVENT]: { registration: { rowsBy: 'value' }, onlineUrl: 'text' },
};

function fieldsOf(strapi: Core.Strapi, uid: string): [field: string, shows: Shows][] {
  const { attributes } = strapi.getModel(uid as 'api::theme.theme') as { attributes: Record<string, Values> };
  const files = Object.entries(attributes).flatMap(([field, { type }]) => (type === 'media' ? [field] : []));
  return [...Object.entries(FIELDS[uid] ?? {}), ...files.map((field): [string, Shows] => [field, 'files'])];
}

const listOf = (value: unknown): Values[] => (Array.isArray(value) ? value : [value]).filter(isValues);

const addressText = (address: Values): string =>
  ['street', 'complement', 'postalCode', 'city'].map((part) => textOf(address[part]).trim().toLowerCase()).join('|');

/** What a value of a field shows, each in the words that its mark is made of. */
function shownBy(shows: Shows, value: unknown): string[] {
  if (shows === 'text') return textOf(value) === '' ? [] : [textOf(value)];
  if (shows === 'switch') return value === false ? [] : ['oui'];
  const rows = listOf(value);
  if (shows === 'address') return rows.filter((row) => row['public'] === true).map(addressText);
  return rows.map((row) => textOf(row[shows === 'files' ? 'documentId' : shows.rowsBy])).filter((text) => text !== '');
}

type Version = Values & { readonly id: number };

const readVersions = (strapi: Core.Strapi, uid: string, where: object): Promise<Version[]> =>
  strapi.db.query(uid).findMany({
    where,
    populate: Object.fromEntries([
      ...fieldsOf(strapi, uid).flatMap(([field, shows]) =>
        shows === 'text' || shows === 'switch' ? [] : [[field, true]],
      ),
      ...(uid === EVENT ? [['timings', true]] : []),
    ]),
  }) as Promise<Version[]>;

/** What residents see of a record; null when it is not published. */
export interface Shown {
  /** By mark, the field that shows it. */
  readonly items: ReadonlyMap<string, string>;
  /** The state of each date of an event by its mark, and of the whole event by the empty text. */
  readonly states: ReadonlyMap<string, string>;
}

const dateMark = (record: string, begin: unknown): string =>
  itemMark(record, 'timings', new Date(begin as string | Date).toISOString());

function statesOf(record: string, version: Version): Map<string, string> {
  const dates = listOf(version['timings']).map(
    (row) => [dateMark(record, row['begin']), textOf(row['state'])] as const,
  );
  return new Map([['', textOf(version['state'])], ...dates]);
}

export async function readShown(strapi: Core.Strapi, uid: string, record: string): Promise<Shown | null> {
  const [published] = await readVersions(strapi, uid, { documentId: record, publishedAt: { $notNull: true } });
  if (!published) return null;
  return {
    items: new Map(
      fieldsOf(strapi, uid).flatMap(([field, shows]) =>
        shownBy(shows, published[field]).map((value) => [itemMark(record, field, value), field] as const),
      ),
    ),
    states: uid === EVENT ? statesOf(record, published) : new Map(),
  };
}

/**
 * What a new published version shows no more of what was shown before it, what it shows again, and which dates are in another
 * state.
 */
export async function retractionsBetween(
  strapi: Core.Strapi,
  { uid: type, documentId: record }: { readonly uid: string; readonly documentId: string },
  before: Shown | null,
): Promise<SuppressionAct[]> {
  const after = await readShown(strapi, type, record);
  if (after === null) return [];
  const gone = [...(before?.items ?? [])].filter(([mark]) => !after.items.has(mark));
  const retracted = after.items.size > 0 ? await retractedOf(strapi, record) : new Set<string>();
  const back = [...after.items].filter(([mark]) => retracted.has(mark));
  const items = (list: [string, string][], act: 'retracted' | 'shown') =>
    list.map(([mark, field]): SuppressionAct => ({ kind: 'item', type, record, field, mark, act }));
  const states = [...after.states].flatMap(([date, state]): SuppressionAct[] => {
    const was = before?.states.get(date);
    return was === undefined || was === state || state === ''
      ? []
      : [{ kind: 'state', type, record, date: date || null, state }];
  });
  return [...items(gone, 'retracted'), ...items(back, 'shown'), ...states];
}

type ItemAct = Extract<SuppressionAct, { kind: 'item' }>;
type StateAct = Extract<SuppressionAct, { kind: 'state' }>;

/** Takes what an act is about out of a field of one version. Written to the rows: no rule about the rest has a say. */
async function takeItem(strapi: Core.Strapi, act: ItemAct, shows: Shows, version: Version): Promise<void> {
  const { type, record, field, mark } = act;
  const isIt = (value: unknown) => shownBy(shows, value).some((text) => itemMark(record, field, text) === mark);
  if (!isIt(version[field])) return;
  const update = (data: object) => strapi.db.query(type).update({ where: { id: version.id }, data });
  const rows = listOf(version[field]);
  const idsOf = (list: Values[]) => list.map(({ id }) => Number(id));
  if (shows === 'text') await update({ [field]: null });
  else if (shows === 'switch') await update({ [field]: false });
  else if (shows === 'address')
    await strapi.db.query('place.address').updateMany({ where: { id: { $in: idsOf(rows) } }, data: { public: false } });
  else if (shows === 'files') {
    const kept = idsOf(rows.filter((row) => !isIt(row)));
    await update({ [field]: Array.isArray(version[field]) ? kept : (kept[0] ?? null) });
  } else await deleteRows(strapi, type, field, idsOf(rows.filter(isIt)));
}

/** Does once more what took something off a record after this database was saved, in its draft too. */
export async function retractAgain(strapi: Core.Strapi, act: ItemAct): Promise<void> {
  const shows = new Map(fieldsOf(strapi, act.type)).get(act.field);
  if (shows === undefined) return; // a field that this release has no more
  for (const version of await readVersions(strapi, act.type, { documentId: act.record }))
    await takeItem(strapi, act, shows, version);
}

const EventState = z.enum(eventStates.values);
const TimingState = z.enum(timingStates.values);

/** Puts an event, or one date of it, into the state that it has had since. */
export async function stateAgain(strapi: Core.Strapi, { type, record, date, state }: StateAct): Promise<void> {
  if (type !== EVENT) return;
  for (const version of await readVersions(strapi, type, { documentId: record })) {
    if (date === null) {
      await strapi.db.query(type).update({ where: { id: version.id }, data: { state: EventState.parse(state) } });
      continue;
    }
    const ids = listOf(version['timings'])
      .filter((row) => dateMark(record, row['begin']) === date)
      .map(({ id }) => Number(id));
    await strapi.db
      .query('agenda.timing')
      .updateMany({ where: { id: { $in: ids } }, data: { state: TimingState.parse(state) } });
  }
}
