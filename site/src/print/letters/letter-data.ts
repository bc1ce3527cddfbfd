/** The letters of an export as the page sets them: safe, short enough for one page, nothing of an address or a link broken. */
import type { LettersExport, PaperLetter } from '@trame/cms/domain/contract/press/letters';
import { formatDay } from '@trame/cms/domain/dates';
import { shortenedForPrint } from '@trame/cms/domain/print-length';
import type { SafeText } from '../safe-text.ts';
import { letterFields, letterPhrases, letterTexts } from './texts.ts';

/** What `letters.typ` reads (`letters.json`). */
export interface LetterPages {
  readonly title: string;
  readonly texts: Omit<typeof letterTexts, 'codeAlt'>;
  readonly moreRows: string;
  readonly office: { readonly name: string; readonly lines: readonly string[] };
  readonly date: string;
  readonly letters: readonly LetterPage[];
}

export interface LetterPage {
  readonly subject: string;
  /** Of the envelope; the name alone when the address is not known. */
  readonly address: readonly string[];
  readonly isAddressed: boolean;
  readonly paragraphs: readonly string[];
  readonly entry: readonly { readonly label: string; readonly text: string }[];
  readonly contacts: readonly { readonly words: string; readonly channels: Readonly<Record<string, boolean>> }[];
  readonly moreContacts: string | null;
  readonly returnTo: string;
  /** Site and page of the form, and the code that is typed there: what a hand can copy. */
  readonly page: readonly string[];
  readonly code: string;
  readonly codeAlt: string;
}

/** Letters of the editor's text: what is longer would leave no room for the entry. */
const MOST_TEXT = 1100;
/** Of one row of the entry. */
const MOST_ROW = 260;
/** Lines of one field: the rest stands on the form. */
const MOST_LINES = 6;
const MOST_CONTACTS = 4;
const MOST_CONTACT = 110;

/** Of a line of the office's address. */
const MOST_OFFICE_LINE = 60;

/** The block of the sender, at the head of a letter: a telephone and an address of electronic mail stand as they are. */
export function senderOf(
  { name, address, phone, email }: LettersExport['office'],
  line: (text: string, most?: number) => string | null,
): LetterPages['office'] {
  return {
    name: line(name) ?? '',
    lines: [...address.map((one) => line(one, MOST_OFFICE_LINE)), phone, email].filter((one) => one !== null),
  };
}

/** Letters in the order of post codes, as mail is handed in; those that have no address at the end. */
export function letterPages(source: LettersExport, safe: SafeText): LetterPages {
  const record = source.campaign.title;
  const line = (text: string, field: string, most = 120) => safe.line(shortenedForPrint(text, most), { record, field });
  const some = (texts: readonly string[], field: string, most?: number) =>
    texts.map((text) => line(text, field, most)).filter((text) => text !== null);
  const { codeAlt, ...texts } = letterTexts;
  const { office, campaign } = source;
  const sender = senderOf(office, (text, most) => line(text, letterFields.office, most));
  const returnTo = letterPhrases.returnTo(
    [sender.name, ...some(office.address, letterFields.office, MOST_OFFICE_LINE)].join(', '),
    campaign.closesOn,
  );

  const page = (letter: PaperLetter): LetterPage => {
    const name = line(letter.association, letterFields.name, 160) ?? campaign.title;
    const shown = letter.contacts.length > MOST_CONTACTS ? MOST_CONTACTS - 1 : MOST_CONTACTS;
    return {
      subject: letterPhrases.subjectOf(name),
      address: some(letter.envelope, letterFields.address),
      isAddressed: letter.isAddressed,
      paragraphs: some(withinLetters(letter.paragraphs, MOST_TEXT), letterFields.text, MOST_TEXT),
      entry: letter.entry.flatMap(({ label, lines }) => rowsOf(label, some(lines, letterFields.entry, MOST_ROW))),
      contacts: letter.contacts.slice(0, shown).flatMap(({ words, ...channels }) => {
        const said = line(words, letterFields.contact, MOST_CONTACT);
        return said === null ? [] : [{ words: said, channels }];
      }),
      moreContacts: letter.contacts.length > shown ? letterPhrases.moreContacts(letter.contacts.length - shown) : null,
      returnTo,
      page: pageLines(letter.link),
      code: letter.code,
      codeAlt: codeAlt(name),
    };
  };

  return {
    title: letterPhrases.title(line(campaign.title, letterFields.text) ?? formatDay(source.writtenOn)),
    texts,
    moreRows: letterPhrases.moreRows,
    office: sender,
    date: letterPhrases.date(source.writtenOn),
    letters: inPostalOrder(source.letters).map(page),
  };
}

/** The same order as the pages: what stands on page n. */
export function inPostalOrder(letters: readonly PaperLetter[]): PaperLetter[] {
  const key = ({ envelope, isAddressed }: PaperLetter) => (isAddressed ? (envelope.at(-1) ?? '') : '\uffff');
  return [...letters].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** One row for each line, the label with the first; a last one says that there is more. */
function rowsOf(label: string, lines: readonly string[]): { label: string; text: string }[] {
  const shown = lines.length > MOST_LINES ? lines.slice(0, MOST_LINES - 1) : lines;
  return shown.map((text, index) => ({
    label: index === 0 ? label : '',
    text: index === shown.length - 1 && shown.length < lines.length ? `${text} …` : text,
  }));
}

/** Whole paragraphs while they fit; the one that does not is shortened, and those after it are left out. */
function withinLetters(paragraphs: readonly string[], most: number): string[] {
  let left = most;
  const kept: string[] = [];
  for (const paragraph of paragraphs) {
    if (left < 40) break;
    kept.push(shortenedForPrint(paragraph, left));
    left -= paragraph.length;
  }
  return kept;
}

/** The site, then the page: a line that ends anywhere else would be copied wrongly. The secret is left to the eye of a telephone. */
function pageLines(link: string): string[] {
  const { origin, pathname } = new URL(link);
  return [origin, pathname];
}
