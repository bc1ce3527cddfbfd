/** What an import of events would do, line by line, before anything is done: pure, so that what is shown is what is done. */
import { dayOf, formatDay } from '../../dates.ts';
import { listInWords } from '../../french.ts';
import { datesInList, StoredTiming } from '../../event-timings.ts';
import { nameLikeness } from '../../name-likeness.ts';
import { contentOfEvent, eventFaults, eventFormOf } from '../../records/event-form.ts';
import { eventFields } from '../../records/event-fields.ts';
import { nameKey } from '../cells/choose-names.ts';
import type { CellFault } from '../associations.ts';
import type { Planned } from '../planned.ts';
import type { EventValues, ReadEvent } from './event-values.ts';
import { mergeEvent, type LastSaid } from './merge-event.ts';

type Content = Readonly<Record<string, unknown>>;
export type PlannedEvent = Planned<Content> & {
  /** What the source said, to be kept once it is taken over; null when nothing is. */
  readonly said: { readonly source: string; readonly externalId: string; readonly values: EventValues } | null;
  /** The source says something new of what an editor changed by hand. */
  readonly isKept: boolean;
};

/** An event as the directory has it: the draft. */
export interface KnownEvent {
  readonly documentId: string;
  readonly content: Content;
  readonly isPublished: boolean;
}

/** What imports remember of an event of a source. */
export interface RememberedEvent {
  readonly documentId: string | null;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly last: LastSaid | null;
}

export interface EventPlanOptions {
  /** `YYYY-MM-DD`, Europe/Paris */
  readonly today: string;
  /** By line: `leave`, `take` what would be left aside, `new`, or the documentId of the event that it is. */
  readonly lines: Readonly<Record<string, string>>;
  /** By `eventKey`. */
  readonly remembered: ReadonlyMap<string, RememberedEvent>;
}

export const eventKey = (source: string, id: string): string => `${source} ${id}`;

const words = {
  twice: (line: number) =>
    `Le fichier dit déjà quelque chose de cet événement (événement nº\u00a0${line - 1}). Laissez l’un des deux de côté.`,
  gone: 'L’événement choisi n’existe plus\u00a0: choisissez de nouveau.',
  over: (day: string) => `Terminé le ${formatDay(day)}\u00a0: laissé de côté.`,
  elsewhere: (town: string) => `À ${town}, hors de vos communes\u00a0: laissé de côté.`,
  setAside: (at: string) => `Laissé de côté lors d’un import, le ${formatDay(dayOf(at))}.`,
  deleted: 'Vous avez supprimé cet événement depuis un import\u00a0: il n’est pas recréé.',
  kept: (labels: readonly string[]) =>
    `Modifié à la main depuis l’import, et gardé tel quel\u00a0: ${listInWords(labels.map((label) => label.toLowerCase()))}. La source dit maintenant autre chose.`,
};

/** Two events called alike on the same day may be one. */
const ENOUGH = 0.7;
const MOST_CANDIDATES = 4;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const timingsOf = (value: unknown): StoredTiming[] =>
  (Array.isArray(value) ? value : []).flatMap((one) => {
    const read = StoredTiming.safeParse(one);
    return read.success ? [read.data] : [];
  });
const daysOf = (value: unknown): string[] =>
  timingsOf(value).flatMap(({ begin, newBegin }) =>
    [begin, newBegin].flatMap((at) => (at === null ? [] : [dayOf(at)])),
  );

/** The events of the directory, to be asked for each line. */
export class KnownEvents {
  readonly #byId = new Map<string, KnownEvent>();
  readonly #bySource = new Map<string, KnownEvent>();
  readonly #byDay = new Map<string, KnownEvent[]>();

  constructor(events: readonly KnownEvent[]) {
    for (const one of events) {
      this.#byId.set(one.documentId, one);
      for (const { source, externalId } of externalIdsOf(one.content))
        this.#bySource.set(eventKey(source, externalId), one);
      for (const day of new Set(daysOf(one.content['timings'])))
        this.#byDay.set(day, [...(this.#byDay.get(day) ?? []), one]);
    }
  }

  get(documentId: string | null): KnownEvent | undefined {
    return documentId === null ? undefined : this.#byId.get(documentId);
  }

  ofSource(source: string, id: string): KnownEvent | undefined {
    return this.#bySource.get(eventKey(source, id));
  }

  /** Those of the same day with nearly the same title, the likest first; none that the same source has under another number. */
  alike({ source, values }: ReadEvent): KnownEvent[] {
    const title = textOf(values.title);
    const there = new Set(daysOf(values.timings).flatMap((day) => this.#byDay.get(day) ?? []));
    return [...there]
      .filter(({ content }) => !externalIdsOf(content).some((one) => one.source === source))
      .map((known) => ({ known, score: likeness(title, textOf(known.content['title'])) }))
      .filter(({ score }) => score >= ENOUGH)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_CANDIDATES)
      .map(({ known }) => known);
  }
}

const likeness = (a: string, b: string): number => (nameKey(a) === nameKey(b) ? 1 : nameLikeness(a, b));

export const externalIdsOf = (content: Content): { readonly source: string; readonly externalId: string }[] =>
  (Array.isArray(content['externalIds']) ? (content['externalIds'] as unknown[]) : []).flatMap((one) => {
    const { source, externalId } = (one ?? {}) as { source?: unknown; externalId?: unknown };
    return typeof source === 'string' && typeof externalId === 'string' ? [{ source, externalId }] : [];
  });

const nothing = {
  documentId: null,
  by: null,
  candidates: [],
  changed: [],
  before: null,
  after: null,
  missing: [],
  isPublished: false,
  said: null,
  isKept: false,
} as const;

/** Why a line is left aside before anybody says so; null when it is not. */
function leftBecause(read: ReadEvent, remembered: RememberedEvent | undefined, today: string): string | null {
  const dates = datesInList(timingsOf(read.values.timings), today);
  if (dates?.isOver) return words.over(dates.day);
  if (read.elsewhere !== null) return words.elsewhere(read.elsewhere);
  if (remembered === undefined) return null;
  return remembered.documentId === null ? words.setAside(remembered.at) : words.deleted;
}

const labelOf = (attribute: string): string => eventFields[attribute as keyof typeof eventFields].label;

/** The record of a new event: everything that it does not say is empty. */
const freshContent = (values: EventValues, today: string): Content => contentOfEvent(eventFormOf(values), today);

interface Numbered extends ReadEvent {
  /** With a number of our own where the source says none. */
  readonly id: string;
}

function planOne(
  read: Numbered,
  known: KnownEvents,
  taken: Map<string, number>,
  options: EventPlanOptions,
): PlannedEvent {
  const { line, source, id, values } = read;
  const common = { line, lines: [line], name: textOf(values.title), faults: read.faults, remarks: read.remarks };
  const left = (message: string | null): PlannedEvent => ({
    ...nothing,
    ...common,
    act: 'left',
    remarks: message === null ? read.remarks : [{ line, column: null, message }, ...read.remarks],
    said: { source, externalId: id, values },
  });
  const fault = (message: string): PlannedEvent => {
    const whole: CellFault = { line, column: null, text: common.name, message };
    return { ...nothing, ...common, act: 'refused', faults: [...read.faults, whole] };
  };
  const decided = options.lines[String(line)];
  if (decided === 'leave') return left(null);
  const earlier = taken.get(eventKey(source, id));
  if (earlier !== undefined) return fault(words.twice(earlier));
  taken.set(eventKey(source, id), line);

  const remembered = options.remembered.get(eventKey(source, id));
  const isDecided = decided !== undefined && decided !== 'take';
  const chosen = isDecided && decided !== 'new' ? known.get(decided) : undefined;
  if (isDecided && decided !== 'new' && !chosen) return fault(words.gone);
  const same = chosen ?? known.get(remembered?.documentId ?? null) ?? known.ofSource(source, id);
  if (!same && decided === undefined) {
    const why = leftBecause(read, remembered, options.today);
    if (why !== null) return left(why);
  }
  if (!same && decided !== 'new' && read.faults.length === 0) {
    const alike = known.alike(read);
    if (alike.length > 0)
      return { ...nothing, ...common, act: 'asked', candidates: alike.map((one) => candidateOf(one, options.today)) };
  }
  if (same) {
    const before = taken.get(same.documentId);
    if (before !== undefined) return fault(words.twice(before));
    taken.set(same.documentId, line);
  }
  return planFor(
    read,
    same ?? null,
    chosen ? 'chosen' : 'id',
    remembered?.documentId === same?.documentId ? (remembered?.last ?? null) : null,
    options.today,
  );
}

function candidateOf({ documentId, content }: KnownEvent, today: string) {
  const dates = datesInList(timingsOf(content['timings']), today);
  return { documentId, name: textOf(content['title']), commune: dates === null ? null : formatDay(dates.day) };
}

function planFor(
  read: Numbered,
  same: KnownEvent | null,
  by: 'id' | 'chosen',
  last: LastSaid | null,
  today: string,
): PlannedEvent {
  const { line, source, id, values } = read;
  const common = { line, lines: [line], name: textOf(values.title), faults: read.faults };
  const found = {
    documentId: same?.documentId ?? null,
    by: same === null ? null : by,
    isPublished: same?.isPublished ?? false,
    candidates: [],
    before: same?.content ?? null,
  };
  const said = { source, externalId: id, values };
  const merged = mergeEvent(same?.content ?? null, values, last, today);
  const remarks =
    merged.kept.length === 0
      ? read.remarks
      : [...read.remarks, { line, column: null, message: words.kept(merged.kept.map(labelOf)) }];
  const shown = { ...common, ...found, remarks, isKept: merged.kept.length > 0 };
  if (read.faults.length > 0)
    return { ...shown, act: 'refused', changed: merged.changed, after: null, missing: [], said: null };
  const externalIds = externalIdsOf(same?.content ?? {});
  const isNoted = externalIds.some((one) => one.source === source && one.externalId === id);
  const changed = [...merged.changed, ...(isNoted ? [] : ['externalIds'])];
  if (same !== null && changed.length === 0) return { ...shown, act: 'same', changed, after: null, missing: [], said };
  const content = same === null ? freshContent(values, today) : merged.content;
  const after: Content = {
    ...content,
    externalIds: isNoted ? (same?.content['externalIds'] ?? []) : [...externalIds, { source, externalId: id }],
  };
  const faults = eventFaults(eventFormOf(after), today);
  return {
    ...shown,
    act: same === null ? 'new' : 'changed',
    changed,
    after,
    missing: [...new Set(faults.map(({ message }) => message))],
    said,
  };
}

/** A number for what a source does not number: the same in the next file as long as it is called so and held there. */
const numbered = (read: ReadEvent): Numbered =>
  read.id === ''
    ? {
        ...read,
        id: `sans numéro ${nameKey(textOf(read.values.title))} ${nameKey(textOf(read.values.place))}`
          .trim()
          .slice(0, 255),
      }
    : read;

/** @param events of the file, in its order */
export function planEvents(
  events: readonly ReadEvent[],
  known: KnownEvents,
  options: EventPlanOptions,
): PlannedEvent[] {
  const taken = new Map<string, number>();
  return events.map((one) => planOne(numbered(one), known, taken, options));
}
