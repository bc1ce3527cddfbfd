/** A row of the table of events as attributes of an event, read against the lists of the territory. */
import type { StoredTiming } from '../../event-timings.ts';
import { eventFields } from '../../records/event-fields.ts';
import { LINE } from '../../records/record-fields.ts';
import type { Registration } from '../../records/registration.ts';
import { eventKinds } from '../../vocabulary/event-kinds.ts';
import { eventStates } from '../../vocabulary/event-states.ts';
import { cellKey, type CellFault } from '../associations.ts';
import { nameKey, type ChoiceIndex } from '../cells/choose-names.ts';
import { tidyLine, tidyText } from '../cells/words.ts';
import { cellAt } from '../table.ts';
import type { Territory, TerritoryCommune } from '../territory.ts';
import type { SheetRow } from '../workbook.ts';
import { readDates } from './dates-text.ts';
import { eventColumns, type EventColumn } from './event-workbook.ts';
import { accessKinds } from './foreign-event.ts';
import { knownTownOf } from './known-towns.ts';

/** What of an event a source may say, by the names of its attributes, as records keep them (`entries/record-content.ts`). */
export const sourceAttributes = [
  'title',
  'kind',
  'state',
  'summary',
  'description',
  'timings',
  'period',
  'venue',
  'place',
  'onlineUrl',
  'organisers',
  'organiserName',
  'themes',
  'registration',
  'price',
  'free',
  'accessibility',
  'internalNote',
] as const;
export type SourceAttribute = (typeof sourceAttributes)[number];
export type EventValues = Readonly<Partial<Record<SourceAttribute, unknown>>>;

/** Lists that an event is read against. */
export interface EventLists {
  readonly themes: ChoiceIndex;
  readonly territory: Territory;
  /** Places with the commune that each is in. */
  readonly venues: readonly { readonly id: string; readonly name: string; readonly commune: string | null }[];
  /** Associations by every name that they have. */
  readonly associations: ReadonlyMap<string, string>;
}

export interface ReadEvent {
  readonly line: number;
  readonly source: string;
  /** As the source numbers it; empty when it says none. */
  readonly id: string;
  readonly values: EventValues;
  /** The town that the source says, where it is none of the territory's. */
  readonly elsewhere: string | null;
  readonly faults: readonly CellFault[];
  readonly remarks: readonly { readonly line: number; readonly column: number | null; readonly message: string }[];
}

const words = {
  noTitle: 'Cet événement n’a pas de titre\u00a0: écrivez-le ici, ou laissez-le de côté.',
  kind: (text: string) =>
    `«\u00a0${text}\u00a0» n’est pas une nature d’événement\u00a0: ${eventKinds.values.join(', ')}.`,
  state: (text: string) =>
    `«\u00a0${text}\u00a0» n’est pas un état d’événement\u00a0: ${eventStates.values.join(', ')}.`,
  noCommune:
    'Aucune de vos communes n’est reconnue dans ce que la source dit du lieu\u00a0: l’événement ne sera dans l’agenda d’aucune d’elles. Une fois l’événement repris, choisissez son lieu, ou finissez le lieu écrit par le nom de la commune.',
  organiser: (name: string) => `Organisateur selon la source\u00a0: ${name}.`,
};

/** Reads one row of it. */
class RowReader {
  readonly faults: CellFault[] = [];
  readonly #row: SheetRow;
  readonly #cells: Readonly<Record<string, string>>;

  constructor(row: SheetRow, cells: Readonly<Record<string, string>>) {
    this.#row = row;
    this.#cells = cells;
  }

  /** As an editor mended it, or as it stands. */
  text(column: EventColumn): string {
    const index = eventColumns[column];
    return tidyText(this.#cells[cellKey(this.#row.line, index)] ?? cellAt(this.#row, index).text);
  }

  fault(column: EventColumn, message: string): void {
    this.faults.push({ line: this.#row.line, column: eventColumns[column], text: this.text(column), message });
  }

  term<Value extends string>(column: 'kind' | 'state', values: readonly Value[]): Value | undefined {
    const text = tidyLine(this.text(column)).toLowerCase();
    if (text === '') return undefined;
    const found = values.find((value) => value === text);
    if (found === undefined) this.fault(column, words[column](text));
    return found;
  }

  /** What is too long for a line of the record is told, and can be shortened. */
  line(column: EventColumn, limit: number): string {
    const text = tidyLine(this.text(column));
    if (text.length > limit)
      this.fault(column, `Ce texte fait ${text.length} caractères\u00a0; il en tient ${limit}. Raccourcissez-le.`);
    return text;
  }
}

/** A place of the list, by its name: in the same commune, or the only one so called. */
function findVenue(name: string, commune: string | null, { venues }: EventLists): string | null {
  const key = nameKey(name);
  if (key === '') return null;
  const named = venues.filter((venue) => nameKey(venue.name) === key);
  const here = commune === null ? named : named.filter((venue) => venue.commune === null || venue.commune === commune);
  return here.length === 1 ? (here[0]?.id ?? null) : null;
}

/** By what the source says of the town; where it says none, by its postal code or by the end of its address or place. */
function communeOf(reader: RowReader, { territory }: EventLists): TerritoryCommune | null {
  const texts = (['inseeCode', 'postalCode', 'city', 'address', 'placeName'] as const).map((one) => reader.text(one));
  const [inseeCode = '', postalCode = '', commune = '', address = '', name = ''] = texts.map(tidyLine);
  const found = territory.communeOf({ inseeCode, postalCode, commune });
  if (found !== null || inseeCode !== '') return found;
  const ends = (commune === '' ? [address, name] : [commune]).map((place) =>
    [place, postalCode].filter(Boolean).join(', '),
  );
  const told = ends.map((place) => territory.communeOfPlace(place)).find((one) => one !== null);
  return told ?? (commune === '' ? territory.communeOfPostalCode(postalCode) : null);
}

/** The place as the site reads it back: it ends with the commune that was found, whatever its words. */
function placeIn(reader: RowReader, commune: TerritoryCommune | null, { territory }: EventLists): string {
  const place = placeText(reader);
  if (commune === null) return place.slice(0, LINE);
  if (place === '') return commune.name;
  const read = territory.ofToday.communeOfPlace(place.slice(0, LINE));
  // « 33920 » alone says it to the site, and nothing to who wants to come.
  if (read?.id === commune.id && nameKey(place).includes(nameKey(commune.name))) return place.slice(0, LINE);
  const end = /\b\d{5}$/.test(place) ? ` ${commune.name}` : `, ${commune.name}`;
  return `${place.slice(0, LINE - end.length)}${end}`;
}

/** « Salle des fêtes, 12 rue du Bourg, 33920 Saint-Savin »: each part once. */
function placeText(reader: RowReader): string {
  const [name, street, city] = [reader.text('placeName'), reader.text('address'), reader.text('city')].map(tidyLine);
  const town = [tidyLine(reader.text('postalCode')), city].filter(Boolean).join(' ');
  const parts = [name, street, town].map((part) => part ?? '').filter((part) => part !== '');
  const each = parts.filter((part, rank) => {
    const others = parts.filter((_, other) => other !== rank).map(nameKey);
    return !others.some((other) => other.includes(nameKey(part)) && (other !== nameKey(part) || rank > 0));
  });
  // Some sources repeat the town in the street: it stands there already.
  const isTold = city !== undefined && city !== '' && nameKey(street ?? '').endsWith(nameKey(city));
  return (isTold ? each.filter((part) => part !== town) : each).join(', ');
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean);

function accessOf(text: string): Record<string, unknown> | null {
  const said = text.split(/\s+/);
  const boxes = Object.fromEntries(accessKinds.map((kind) => [kind, said.includes(kind)]));
  return Object.values(boxes).some(Boolean) ? { ...boxes, note: null } : null;
}

/**
 * @param cells what an editor wrote instead of cells, by `cellKey`
 * @param today `YYYY-MM-DD`, Europe/Paris
 */
export function readEventRow(
  row: SheetRow,
  lists: EventLists,
  cells: Readonly<Record<string, string>>,
  today: string,
): ReadEvent {
  const reader = new RowReader(row, cells);
  const title = reader.line('title', eventFields.title.limit);
  if (title === '') reader.fault('title', words.noTitle);
  const dates = readDates(reader.text('dates'), today);
  if (!dates.ok) reader.fault('dates', dates.message);
  const timings: readonly StoredTiming[] = dates.ok ? dates.value : [];

  const [city, insee] = [tidyLine(reader.text('city')), tidyLine(reader.text('inseeCode'))];
  const commune = communeOf(reader, lists);
  const isUnknown = commune === null && lists.territory.all.length > 0;
  // A calendar may say no more than « Bordeaux ».
  const place = tidyLine(reader.text('address')) || tidyLine(reader.text('placeName'));
  const known = isUnknown && city === '' && insee === '' ? knownTownOf(place) : null;
  const isElsewhere = isUnknown && (city !== '' || insee !== '' || known !== null);
  const venue = findVenue(reader.text('placeName'), commune?.id ?? null, lists);

  const organiser = reader.line('organiser', LINE);
  const association = lists.associations.get(nameKey(organiser));
  const source = tidyLine(reader.text('source'));
  // A calendar names the person who typed it: only an association of the directory is named in public.
  const isPerson = source === 'ics' && association === undefined;
  const note = [reader.text('note'), isPerson && organiser !== '' ? words.organiser(organiser) : ''].filter(Boolean);

  const themes = lines(reader.text('keywords')).flatMap((word) => lists.themes.find(word)?.id ?? []);
  const free = tidyLine(reader.text('free')).toLowerCase();
  const registration = lines(reader.text('links')).map((value): Registration => ({ kind: 'lien', value }));
  const values: Record<SourceAttribute, unknown> = {
    title,
    kind: reader.term('kind', eventKinds.values),
    state: reader.term('state', eventStates.values),
    summary: reader.line('summary', eventFields.summary.limit),
    description: reader.text('description'),
    timings,
    period: timings.length > 0 ? '' : reader.line('period', LINE),
    venue,
    place: venue === null ? placeIn(reader, commune, lists) : '',
    onlineUrl: reader.line('onlineUrl', LINE),
    organisers: association === undefined ? [] : [association],
    organiserName: association === undefined && !isPerson ? organiser : '',
    themes: [...new Set(themes)],
    registration,
    price: free === 'oui' ? '' : reader.line('price', LINE),
    free: free === '' ? null : free === 'oui',
    accessibility: accessOf(reader.text('access')),
    internalNote: note.join('\n'),
  };
  return {
    line: row.line,
    source,
    id: tidyLine(reader.text('id')),
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => !isBlank(value))),
    elsewhere: isElsewhere ? city || insee || known : null,
    faults: reader.faults,
    remarks: [
      ...lines(reader.text('remarks')),
      ...(isUnknown && !isElsewhere && venue === null && isBlank(values.onlineUrl) ? [words.noCommune] : []),
    ].map((message) => ({ line: row.line, column: null, message })),
  };
}

/** What says nothing: it empties nothing. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
