/** An event as a source says it, whatever the source: what every adapter gives, before anybody decides what of it is kept. */
import type { TypedTiming } from '../../event-timings.ts';
import type { EventState } from '../../vocabulary/event-states.ts';

/** Where events come from. The name is kept with each event as `externalIds.source`: it is never renamed. */
export const eventSources = ['ics', 'openagenda', 'apidae', 'tourinsoft', 'opendatasoft'] as const;
export type EventSource = (typeof eventSources)[number];

/** What each is called in a sentence. */
export const sourceNames: Readonly<Record<EventSource, string>> = {
  ics: 'un agenda au format ICS',
  openagenda: 'OpenAgenda',
  apidae: 'Apidae',
  tourinsoft: 'Tourinsoft',
  opendatasoft: 'un jeu de données Opendatasoft',
};

/** The boxes of a place that can be ticked (`place.accessibility`). */
export const accessKinds = ['mobility', 'hearing', 'sight', 'intellectual', 'psychological'] as const;
export type AccessKind = (typeof accessKinds)[number];

/** What is not said is an empty text or list. Texts are plain, without markup. */
export interface ForeignEvent {
  readonly source: EventSource;
  /** As the source numbers it: the same in the next file. Empty when it says none. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  /** Types, categories and keywords: what the kind is guessed from, and themes are found by. */
  readonly keywords: readonly string[];
  readonly state: EventState;
  /** In their order, as clocks of Paris show them; not bounded yet (`dates-text.ts`). */
  readonly dates: readonly TypedTiming[];
  /** In words, where no date can be read. */
  readonly period: string;
  readonly placeName: string;
  /** Street and number, without postcode and town. */
  readonly address: string;
  readonly postalCode: string;
  readonly city: string;
  readonly inseeCode: string;
  readonly onlineUrl: string;
  readonly organiser: string;
  readonly price: string;
  /** Null when it is not said. */
  readonly free: boolean | null;
  readonly access: readonly AccessKind[];
  /** Web pages where one registers or learns more. */
  readonly links: readonly string[];
  /** Telephone numbers and e-mail addresses: of people who agreed to nothing here. */
  readonly contacts: readonly string[];
  /** The page of the source about it. */
  readonly page: string;
  readonly picture: string;
  readonly pictureCredits: string;
  /** French sentences about it: what was supposed, what was left out. */
  readonly remarks: readonly string[];
}

/** One that says nothing yet: adapters fill in what they know. */
export const emptyEvent = (source: EventSource): ForeignEvent => ({
  source,
  id: '',
  title: '',
  summary: '',
  description: '',
  keywords: [],
  state: 'prévu',
  dates: [],
  period: '',
  placeName: '',
  address: '',
  postalCode: '',
  city: '',
  inseeCode: '',
  onlineUrl: '',
  organiser: '',
  price: '',
  free: null,
  access: [],
  links: [],
  contacts: [],
  page: '',
  picture: '',
  pictureCredits: '',
  remarks: [],
});

/** How much of one file is read. A tourist office's agenda has some hundreds of events. */
export const eventLimits = {
  events: 3_000,
  /** Of all the events together, once each is bounded. */
  dates: 30_000,
} as const;

/** The table that events become. */
export const EVENTS_SHEET = 'Agenda';
export const EVENTS_HEAD_LINE = 1;

/** Which of the events of a file a line is, from 1: heads are line 1 of the table. */
export const rankOfLine = (line: number): number => line - EVENTS_HEAD_LINE;
