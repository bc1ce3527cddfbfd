/** A page for each association of a list, for one reader. */
import type { Core } from '@strapi/strapi';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import type { MadeFile, SheetsQuestion } from '../../domain/contract/desk/lists-out.ts';
import {
  MOST_SHEETS,
  SHEETS_EXPORT_FORMAT,
  SheetsExport,
  type RecordSheet,
} from '../../domain/contract/press/lists.ts';
import { clearedWords } from '../../domain/cleared-text.ts';
import { maySee } from '../../domain/consent.ts';
import { dayOf, formatDay } from '../../domain/dates.ts';
import type { EntryForm } from '../../domain/entry/entry-form.ts';
import { entryFieldLabels, entrySections, type EntryField } from '../../domain/entry/fields.ts';
import { fieldInWords, type EntryNames } from '../../domain/entry/entry-in-words.ts';
import { compareFrench, typography } from '../../domain/french.ts';
import { channelsOf, listDestinations, type ListDestination } from '../../domain/vocabulary/list-destinations.ts';
import { recordStates } from '../../domain/vocabulary/record-states.ts';
import { namesOf, readChoices } from '../../entries/entry-choices.ts';
import { readEntries, type ReadEntry, type StoredContact } from '../../entries/entry-of-record.ts';
import type { IndexedRecord } from '../../entries/record-index/indexed-record.ts';
import type { Seen } from '../../finding/read-lists.ts';
import { Refused } from '../../platform/http/refused.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { checkReason, noteLeaving } from '../leaving.ts';
import { madeFile } from '../made-file.ts';
import { isForReader, withheldFrom } from '../read-rows.ts';
import { takenRecords } from '../taken-records.ts';
import { PDF, printList } from './print-list.ts';

const ASSOCIATION = 'api::association.association';

const words = {
  nobody:
    'Aucune association de cette liste n’est pour ce lecteur\u00a0: changez les critères, ou à qui elle est destinée.',
  tooMany: `Plus de ${MOST_SHEETS} fiches à la fois\u00a0: choisissez-en moins.`,
  audience: (destination: ListDestination) =>
    typography(`Pour : ${listDestinations.label(destination).toLowerCase()}.`),
  verified: (day: string) => `vérifiée le ${formatDay(day)}`,
  never: 'jamais vérifiée',
  hidden: '(réservée à l’office)',
  contact: 'Contact',
  office: 'L’office',
};

/** Said in the head of the page, by a picture, or with contacts of their own. */
const APART: ReadonlySet<EntryField> = new Set(['name', 'commune', 'logo', 'contacts']);

interface SheetReader {
  readonly destination: ListDestination;
  readonly mayRead: (attribute: string) => boolean;
  readonly names: EntryNames;
  /** A text without what the reader may not see. */
  readonly clear: (text: string, owner: string) => string;
}

const lineOf = ({ role, name, phone, email }: StoredContact, names: EntryNames): string =>
  [role, name, phone && names.phone(phone), email].filter(Boolean).join(', ');

/** Lines of text, as the press takes them: none is empty. */
const linesOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.split(/\r?\n/)).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));

/** As on an envelope; the office is told what the site does not show. */
const addressLines = ({ address }: EntryForm, isOffice: boolean): string[] => {
  const { street, complement, postalCode, city } = address;
  const lines = [complement, street, [postalCode, city].filter(Boolean).join(' ')].filter(Boolean);
  return lines.length > 0 && isOffice && !address.public ? [...lines, words.hidden] : lines;
};

function sheetOf(record: IndexedRecord, { entry, record: stored }: ReadEntry, reader: SheetReader): RecordSheet {
  const { destination, mayRead, names, clear } = reader;
  const channels = channelsOf[destination];
  const isOffice = channels === null;
  const own = (text: string) => clear(text, record.documentId);
  const shownFields = (fields: readonly EntryField[]) =>
    fields.flatMap((field) => {
      if (APART.has(field) || !mayRead(field)) return [];
      if (field === 'address' && !isOffice && !entry.address.public) return [];
      const said = field === 'address' ? addressLines(entry, isOffice) : fieldInWords(entry, field, names);
      const lines = linesOf(said.map(own));
      return lines.length === 0 ? [] : [{ label: entryFieldLabels[field], lines }];
    });
  const contacts = mayRead('contacts')
    ? stored.contacts.filter((contact) => channels?.every((channel) => maySee(contact, channel)) ?? true)
    : [];
  const reached = linesOf(contacts.map((contact) => lineOf(contact, names)));
  const people = reached.length === 0 ? [] : [{ label: words.contact, lines: reached }];
  // How to reach it comes first: that is what somebody takes the page along for.
  const inOrder = [...entrySections].sort((a, b) => Number(b.id === 'contacts') - Number(a.id === 'contacts'));
  const sections = inOrder.flatMap(({ id, title, fields }) => {
    const rows = [...(id === 'contacts' ? people : []), ...shownFields(fields)];
    return rows.length === 0 ? [] : [{ title, rows }];
  });
  const commune = mayRead('commune') && entry.commune !== null ? (names.commune(entry.commune) ?? '') : '';
  const verified = stored.verifiedOn === null ? words.never : words.verified(stored.verifiedOn);
  return {
    title: own(entry.name).trim() || 'Sans titre',
    subtitle: commune || null,
    state:
      !isOffice || record.state === null
        ? null
        : [recordStates.label(record.state), ...(mayRead('verifiedOn') ? [verified] : [])].join(', '),
    sections,
  };
}

/** @throws {Refused} in French, when there is nothing to print or no way to */
export async function makeSheets(
  strapi: Core.Strapi,
  seen: Seen,
  editor: Editor,
  asked: SheetsQuestion,
  now: Date,
): Promise<MadeFile> {
  checkReason(asked);
  const { taken, destination } = asked;
  const records = takenRecords(seen, taken, now).filter(
    (record) => record.uid === ASSOCIATION && isForReader(record, destination),
  );
  if (records.length > MOST_SHEETS) throw new Refused('too-large', words.tooMany);
  const entries = await readEntries(
    strapi,
    records.map(({ documentId }) => documentId),
    channelsOf[destination] === null ? 'draft' : 'published',
  );
  const withheld = await withheldFrom(strapi, destination);
  const reader: SheetReader = {
    destination,
    mayRead: (attribute) => seen.reader.mayReadAttribute(ASSOCIATION, attribute),
    names: namesOf(await readChoices(strapi)),
    clear: (text, owner) => (withheld === null ? text : clearedWords(text, (one) => withheld.find(one, owner))),
  };
  const sheets = records
    .flatMap((record) => {
      const read = entries.get(record.documentId);
      return read ? [sheetOf(record, read, reader)] : [];
    })
    .sort((a, b) => compareFrench(a.title, b.title));
  if (sheets.length === 0) throw new Refused('conflict', words.nobody);
  const { office } = await readLetterSettings(strapi);
  const document = SheetsExport.parse({
    format: SHEETS_EXPORT_FORMAT,
    office: office.name.trim() || words.office,
    madeOn: dayOf(now),
    audience: words.audience(destination),
    sheets,
  });
  const pdf = await printList('sheets', document);
  await noteLeaving(strapi, seen, editor, {
    ...asked,
    what: 'Fiches d’une page (PDF)',
    count: sheets.length,
    columns: [],
  });
  return madeFile(`Fiches du ${dayOf(now)}`, PDF, pdf);
}
