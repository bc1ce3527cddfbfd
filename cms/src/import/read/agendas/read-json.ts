/** JSON of an agenda: which source it is of is told by what stands in it. */
import type { EventSource, ForeignEvent } from '../../../domain/import/events/foreign-event.ts';
import type { ReadEvents } from '../../../domain/import/events/event-workbook.ts';
import { plural } from '../../../domain/french.ts';
import { apidaeEvent, isApidaeEvent, isApidaeObject } from './apidae.ts';
import { isObject, objectsIn, type Json } from './foreign-values.ts';
import { isOpenAgendaEvent, openAgendaEvent } from './openagenda.ts';
import { agendaRow, isAgendaRow } from './opendatasoft.ts';
import { isTourinsoftEvent, isTourinsoftObject, tourinsoftEvent } from './tourinsoft.ts';

interface Adapter {
  readonly source: EventSource;
  /** Is a record one of this source? */
  readonly isOne: (record: Json) => boolean;
  /** Is it an event of it? A source may send restaurants too. */
  readonly isEvent: (record: Json) => boolean;
  readonly read: (record: Json) => ForeignEvent;
}

/** The most telling shape first. */
const ADAPTERS: readonly Adapter[] = [
  { source: 'apidae', isOne: isApidaeObject, isEvent: isApidaeEvent, read: apidaeEvent },
  { source: 'tourinsoft', isOne: isTourinsoftObject, isEvent: isTourinsoftEvent, read: tourinsoftEvent },
  { source: 'openagenda', isOne: isOpenAgendaEvent, isEvent: () => true, read: openAgendaEvent },
  {
    source: 'opendatasoft',
    isOne: (record) => isAgendaRow(Object.keys(record)),
    isEvent: () => true,
    read: agendaRow,
  },
];

/** Where sources keep their list: OpenAgenda, v3, Apidae, OData (old and new), Opendatasoft (v1, v2.1), GeoJSON. */
const LISTS = [
  'events',
  'data',
  'objetsTouristiques',
  'd',
  'value',
  'records',
  'results',
  'features',
  'event',
  'items',
];

function recordsIn(json: unknown, depth = 0): readonly Json[] {
  if (Array.isArray(json)) return objectsIn(json);
  if (!isObject(json) || depth > 3) return [];
  // Itself one: the page of a single event.
  if (ADAPTERS.some(({ isOne }) => isOne(json))) return [json];
  for (const name of LISTS) {
    const found = recordsIn(json[name], depth + 1);
    if (found.length > 0) return found;
  }
  return [];
}

/** Opendatasoft puts the fields of a row into `fields` (v1), GeoJSON into `properties`. */
function unwrapped(record: Json): Json {
  for (const name of ['fields', 'properties', 'record']) {
    const inner = record[name];
    if (isObject(inner) && !ADAPTERS.some(({ isOne }) => isOne(record)))
      return unwrapped({
        ...(typeof record['recordid'] === 'string' ? { recordid: record['recordid'] } : {}),
        ...inner,
      });
  }
  return record;
}

const words = {
  others: (count: number) =>
    `${plural(count, 'fiche du fichier n’est pas un événement', 'fiches du fichier ne sont pas des événements')}, et ${count === 1 ? 'n’est pas reprise' : 'ne sont pas reprises'}.`,
  cut: 'Le fichier ne donne qu’une partie de l’agenda (une page de résultats)\u00a0: demandez-le en entier s’il vous manque des événements.',
};

/** Does the source say that there are more than it sent? */
function isPage(json: unknown, sent: number): boolean {
  if (!isObject(json)) return false;
  const counts = [
    ...['total', 'numFound', 'nhits', 'total_count'].map((name) => json[name]),
    // Version 3 of OpenAgenda.
    ...(isObject(json['pagination']) ? [json['pagination']['total']] : []),
  ];
  return counts.some((count) => typeof count === 'number' && count > sent);
}

/** @returns null when it is JSON of something else */
export function readJsonAgenda(json: unknown): ReadEvents | null {
  const records = recordsIn(json).map(unwrapped);
  const adapter = ADAPTERS.find(({ isOne }) => records.some(isOne));
  if (!adapter) return null;
  const events = records.filter((record) => adapter.isOne(record) && adapter.isEvent(record));
  const others = records.length - events.length;
  return {
    source: adapter.source,
    events: events.map(adapter.read),
    remarks: [...(others > 0 ? [words.others(others)] : []), ...(isPage(json, records.length) ? [words.cut] : [])],
  };
}

/** The rows of a CSV whose heads are those of an agenda; null when they are not. */
export function readAgendaRows(heads: readonly string[], rows: readonly (readonly string[])[]): ReadEvents | null {
  if (!isAgendaRow(heads)) return null;
  const events = rows.map((row) => agendaRow(Object.fromEntries(heads.map((head, at) => [head, row[at] ?? '']))));
  return { source: events[0]?.source ?? 'opendatasoft', events, remarks: [] };
}
