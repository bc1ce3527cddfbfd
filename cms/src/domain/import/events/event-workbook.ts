/** Events of a source as a table with heads of our own, so that everything else is done as for any file: preview, corrections, undo. */
import { clearedText } from '../../cleared-text.ts';
import { collectContacts, noContacts } from '../../contacts-in-text.ts';
import { formatDigits } from '../../dates.ts';
import type { TypedTiming } from '../../event-timings.ts';
import { plural, typography } from '../../french.ts';
import { formatPhone, parsePhone } from '../../phone.ts';
import { withheld, type Withheld } from '../../withheld-contacts.ts';
import { eventFields } from '../../records/event-fields.ts';
import { LINE, PAGE } from '../../records/record-fields.ts';
import { parseWebAddress } from '../../web-address.ts';
import { tidyLine, tidyText } from '../cells/words.ts';
import type { SheetRow, Workbook } from '../workbook.ts';
import { boundedDates, datesText } from './dates-text.ts';
import {
  EVENTS_HEAD_LINE,
  EVENTS_SHEET,
  eventLimits,
  sourceNames,
  type EventSource,
  type ForeignEvent,
} from './foreign-event.ts';
import { guessKind } from './kind-words.ts';

/** The columns, in their order: a key, and the head that an editor reads in the file of lines to mend. */
const COLUMNS = [
  ['title', 'Titre'],
  ['dates', 'Dates'],
  ['kind', 'Nature'],
  ['state', 'État'],
  ['summary', 'En bref'],
  ['description', 'Description'],
  ['period', 'Période'],
  ['placeName', 'Lieu'],
  ['address', 'Adresse'],
  ['postalCode', 'Code postal'],
  ['city', 'Commune'],
  ['inseeCode', 'Code INSEE'],
  ['onlineUrl', 'Lien pour suivre en ligne'],
  ['organiser', 'Organisateur'],
  ['price', 'Tarif'],
  ['free', 'Gratuit'],
  ['access', 'Accessibilité'],
  ['links', 'Pages pour s’inscrire'],
  ['keywords', 'Mots-clés'],
  ['note', 'Note interne'],
  ['source', 'Source'],
  ['id', 'Identifiant'],
  ['remarks', 'Remarques'],
] as const;
export type EventColumn = (typeof COLUMNS)[number][0];

/** Where a column stands, from 0. */
export const eventColumns = Object.fromEntries(COLUMNS.map(([key], index) => [key, index])) as Readonly<
  Record<EventColumn, number>
>;

const words = {
  cut: (label: string, limit: number) =>
    `${label}\u00a0: le texte de la source était plus long, il a été coupé à ${limit} caractères.`,
  removed:
    'Un numéro ou une adresse a été retiré des textes et mis dans la note interne\u00a0: personne n’a dit ici qu’il pouvait paraître.',
  contacts: (list: string) => `Coordonnées données par la source, sans accord pour paraître\u00a0: ${list}.`,
  page: (url: string) => `Page de la source\u00a0: ${url}`,
  picture: (url: string, credits: string) =>
    `Image de la source, à demander à son auteur\u00a0: ${url}${credits === '' ? '' : ` (${credits})`}`,
  tooLong: (day: string) =>
    `La fin annoncée du ${formatDigits(day)} est plus d’un an après son début\u00a0: elle n’est pas reprise, vérifiez-la à la source.`,
  datesLeft: (count: number) =>
    `${plural(count, 'date plus lointaine n’est pas reprise', 'dates plus lointaines ne sont pas reprises')}\u00a0: elles viendront avec un prochain fichier.`,
};

/** What of a text nobody agreed to see published: every number and every address. */
function contactsIn(text: string): Withheld[] {
  const found = noContacts();
  collectContacts(text, found);
  return [
    ...[...found.phones].map((value) => withheld('web', 'phone', value)),
    ...[...found.emails].map((value) => withheld('web', 'email', value)),
  ];
}

/** A text cut at the end of a sentence, or of a word. */
function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const start = text.slice(0, limit - 1);
  const sentence = /^[\s\S]*[.!?…](?=\s)/.exec(start)?.[0];
  if (sentence !== undefined && sentence.length > limit / 3) return sentence;
  return `${start.replace(/\s+\S*$/, '')}…`;
}

/** What an event says in the table, texts without contacts. */
class RowWriter {
  readonly remarks: string[];
  readonly #contacts = new Map<string, string>();

  constructor(event: ForeignEvent) {
    this.remarks = [...event.remarks];
    for (const contact of event.contacts) this.#keep(contact);
  }

  #keep(contact: string): void {
    const text = tidyLine(contact);
    if (text === '') return;
    const phone = parsePhone(text);
    const shown = phone.ok ? formatPhone(phone.value) : text;
    this.#contacts.set(shown.toLowerCase(), shown);
  }

  /** Without the contacts that it says, which are kept apart. */
  text(given: string): string {
    const text = tidyText(given);
    const found = contactsIn(text);
    if (found.length === 0) return text;
    for (const { value } of found) this.#keep(value);
    if (!this.remarks.includes(words.removed)) this.remarks.push(words.removed);
    return clearedText(text, found, { kind: 'text' });
  }

  cut(given: string, label: string, limit: number, oneLine = true): string {
    const whole = this.text(given);
    const text = oneLine ? tidyLine(whole) : whole;
    if (text.length > limit) this.remarks.push(words.cut(label, limit));
    return shortened(text, limit);
  }

  get contacts(): string[] {
    return [...this.#contacts.values()];
  }
}

const address = (text: string): string => {
  const read = text.trim() === '' ? null : parseWebAddress(text.trim());
  return read?.ok && read.value.length <= LINE && contactsIn(read.value).length === 0 ? read.value : '';
};

/** Nothing lasts so many days: what does was mistyped, and would stand in the agenda for ever. */
const LONGEST_DAYS = 400;

function endingInTime(date: TypedTiming, { remarks }: RowWriter): TypedTiming {
  const { day, lastDay } = date;
  if (lastDay === '' || Date.parse(lastDay) - Date.parse(day) <= LONGEST_DAYS * 86_400_000) return date;
  remarks.push(words.tooLong(day));
  return { ...date, lastDay: '', end: '' };
}

/** @param today `YYYY-MM-DD`, Europe/Paris */
function rowOf(event: ForeignEvent, line: number, today: string): { readonly row: SheetRow; readonly dates: number } {
  const writer = new RowWriter(event);
  const { dates, left } = boundedDates(
    event.dates.map((date) => endingInTime(date, writer)),
    today,
  );
  if (left > 0) writer.remarks.push(words.datesLeft(left));
  const [title, description] = [
    writer.cut(event.title, eventFields.title.label, eventFields.title.limit),
    writer.cut(event.description, eventFields.description.label, PAGE, false),
  ];
  // What a source says at length only is said in brief by its beginning.
  const inBrief = event.summary.trim() === '' ? (description.split('\n')[0] ?? '') : writer.text(event.summary);
  const summary = shortened(tidyLine(inBrief), eventFields.summary.limit);
  const said = {
    title,
    summary,
    // The whole of what was shortened stays readable.
    description: description === summary ? '' : description || (inBrief.length > summary.length ? inBrief : ''),
    dates: datesText(dates),
    period: dates.length > 0 ? '' : writer.cut(event.period, eventFields.period.label, LINE),
    kind: guessKind(event.title, event.keywords),
    state: event.state,
    placeName: writer.cut(event.placeName, eventFields.venue.label, LINE),
    address: writer.cut(event.address, eventFields.venue.label, LINE),
    postalCode: tidyLine(event.postalCode).slice(0, 10),
    city: writer.cut(event.city, eventFields.venue.label, LINE),
    inseeCode: tidyLine(event.inseeCode).slice(0, 5),
    onlineUrl: address(event.onlineUrl),
    organiser: writer.cut(event.organiser, eventFields.organiserName.label, LINE),
    price: writer.cut(event.price, eventFields.price.label, LINE),
    free: event.free === null ? '' : event.free ? 'oui' : 'non',
    access: event.access.join(' '),
    links: [...new Set(event.links.map(address))].filter(Boolean).slice(0, 6).join('\n'),
    keywords: event.keywords.map(tidyLine).filter(Boolean).slice(0, 30).join('\n'),
    source: event.source,
    id: tidyLine(event.id).slice(0, LINE),
  };
  const page = address(event.page);
  const picture = address(event.picture);
  const note = [
    writer.contacts.length > 0 ? words.contacts(writer.contacts.slice(0, 20).join(', ')) : '',
    page === '' ? '' : words.page(page),
    picture === '' ? '' : words.picture(picture, tidyLine(event.pictureCredits).slice(0, LINE)),
  ];
  const texts: Readonly<Record<EventColumn, string>> = {
    ...said,
    note: note.filter(Boolean).join('\n'),
    remarks: [...new Set(writer.remarks)].join('\n'),
  };
  return {
    row: { line, hidden: false, cells: COLUMNS.map(([key]) => ({ text: texts[key] })) },
    dates: dates.length,
  };
}

const about = {
  file: ({ source, name }: ReadEvents, count: number) =>
    `C’est ${source === 'ics' || source === 'opendatasoft' ? sourceNames[source] : `un agenda ${sourceNames[source]}`}${name === undefined || name === '' ? '' : ` (« ${name} »)`} : ${plural(count, 'événement lu', 'événements lus')}.`,
  consent:
    'Les téléphones et les courriels donnés par la source vont dans la note interne : personne n’a dit ici qu’ils pouvaient paraître. Les images ne sont pas reprises.',
};

export const eventRefusals = {
  tooMany: `Cet agenda a plus de ${eventLimits.events.toLocaleString('fr-FR')} événements, ou plus de ${eventLimits.dates.toLocaleString('fr-FR')} dates à venir\u00a0: exportez à nouveau en choisissant une période plus courte, ou votre territoire.`,
  tooLong:
    'Cet agenda est trop long à lire\u00a0: exportez à nouveau en choisissant une période plus courte, ou votre territoire.',
  tooHeavy:
    'Cet agenda demande trop de mémoire pour être lu\u00a0: exportez à nouveau en choisissant une période plus courte, ou votre territoire.',
  none: 'Cet agenda ne contient aucun événement\u00a0: vérifiez que c’est le bon.',
};

/**
 * @param events in the order of the file: their rank is their line
 * @param today `YYYY-MM-DD`, Europe/Paris
 * @returns a workbook of one sheet; null when there are more events, or dates, than are taken
 */
export function eventWorkbook(read: ReadEvents, today: string, encoding: string | null = null): Workbook | null {
  const { events, remarks } = read;
  if (events.length > eventLimits.events) return null;
  const written = events.map((event, rank) => rowOf(event, rank + EVENTS_HEAD_LINE + 1, today));
  if (written.reduce((sum, { dates }) => sum + dates, 0) > eventLimits.dates) return null;
  const heads: SheetRow = { line: EVENTS_HEAD_LINE, hidden: false, cells: COLUMNS.map(([, text]) => ({ text })) };
  return {
    format: 'agenda',
    encoding,
    separator: null,
    sheets: [{ name: EVENTS_SHEET, hidden: false, hiddenColumns: [], rows: [heads, ...written.map(({ row }) => row)] }],
    remarks: [about.file(read, events.length), about.consent, ...remarks].map(typography),
  };
}

/** What an adapter made of a file. */
export interface ReadEvents {
  readonly source: EventSource;
  /** What the agenda calls itself. */
  readonly name?: string;
  readonly events: readonly ForeignEvent[];
  /** French sentences about the file. */
  readonly remarks: readonly string[];
}
