import { withoutWithheldTexts } from '../../domain/agreed-texts.ts';
import { clearedWords, type Find } from '../../domain/cleared-text.ts';
import { LETTERS_EXPORT_FORMAT, type LettersExport, PaperLetter } from '../../domain/contract/press/letters.ts';
import { formatDay } from '../../domain/dates.ts';
import { envelopeOrTownHall, type Envelope, type TownHall } from '../../domain/envelope/care-of.ts';
import { entryFieldLabels, entrySections } from '../../domain/entry/fields.ts';
import { agreesToSomething } from '../../domain/entry/check-entry.ts';
import type { EntryForm, FormContact } from '../../domain/entry/entry-form.ts';
import { normalised } from '../../domain/withheld-contacts.ts';
import type { WithheldIndex } from '../../domain/withheld-index.ts';
import { fieldInWords, type EntryNames } from '../../domain/entry/entry-in-words.ts';
import type { Campaign, UpdateRequest } from './request-store.ts';
import type { SecretLink } from '../../platform/links/secret-link.ts';
import { maskEmail, maskPhone } from '../../platform/http/masked.ts';
import type { LetterSettings } from '../../platform/mail/office.ts';
import { paperParagraphs } from '../../domain/paper-text.ts';

/** One association that gets a letter: its request, its published entry, the link of its form. */
export interface Addressee {
  readonly request: Pick<UpdateRequest, 'documentId' | 'associationId' | 'associationName'>;
  readonly entry: EntryForm;
  readonly link: SecretLink;
  /** Of the seat; null when that is not known. */
  readonly townHall: TownHall | null;
}

/** Contacts have a table of their own; a logo cannot be said in words; the address is on the envelope and among the places. */
const APART: ReadonlySet<string> = new Set(['contacts', 'logo']);

const lines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

const nameOf = ({ request, entry }: Pick<Addressee, 'request' | 'entry'>): string =>
  entry.name.trim() || request.associationName;

/** What stands on the envelope of one association, and what could not stand on it. */
export const envelopeOf = (one: Pick<Addressee, 'request' | 'entry' | 'townHall'>): Envelope =>
  envelopeOrTownHall({ ...one.entry.address, name: nameOf(one) }, one.townHall);

/** What letters on paper are made with. */
export interface PaperLetterOptions {
  readonly settings: LetterSettings;
  readonly written: string;
  readonly today: string;
  readonly withheld: WithheldIndex;
}

/** Of a text over more lines than there is room for, the last take what is left: the town of an address stands there. */
const withinLines = (all: readonly string[], most: number): string[] =>
  all.length <= most ? [...all] : [...all.slice(0, most - 1), all.slice(most - 1).join(', ')];

/**
 * A contact that agreed to nothing, or took its agreement back, is recognised and not told: a letter on paper is read by
 * whoever opens it.
 */
function contactWords(contact: FormContact, names: Pick<EntryNames, 'phone'>): string {
  const { role, name, phone, email } = contact;
  const reach = agreesToSomething(contact)
    ? [phone && names.phone(phone), email]
    : [phone && maskPhone(phone), email && maskEmail(email)];
  return [role, name, ...reach].filter(Boolean).join(', ') || '(sans nom)';
}

/**
 * What of a text the letter of one association may not say. It says in full whom the association gave for something, wherever
 * that is: the same number in one of its texts is no secret of the letter.
 */
function findFor({ request, entry }: Addressee, withheld: WithheldIndex): Find {
  const said = new Set(
    entry.contacts.filter(agreesToSomething).flatMap(({ phone, email }) => [phone, normalised(email)]),
  );
  return (text) => withheld.find(text, request.associationId).filter(({ value }) => !said.has(value));
}

/** Name and address go through the envelope's own rules, of length among others: they are cleared before. */
function clearedAddressee(one: Addressee, find: Find): Addressee {
  const clear = (text: string) => clearedWords(text, find);
  const { street, complement, city } = one.entry.address;
  return {
    ...one,
    request: { ...one.request, associationName: clear(one.request.associationName) },
    entry: {
      ...one.entry,
      name: clear(one.entry.name),
      address: { ...one.entry.address, street: clear(street), complement: clear(complement), city: clear(city) },
    },
  };
}

/** Everything that a letter says; its link and its code are made of chance, in which a number may seem to stand. */
const Said = PaperLetter.omit({ link: true, code: true });

/** @throws {Error} when a text of the letter can be nothing else: a mistake in the program */
function clearedLetter({ link, code, ...letter }: PaperLetter, find: Find): PaperLetter {
  const cleared = withoutWithheldTexts(Said, Said.parse(letter), find);
  if (cleared === null) throw new Error(`The letter of request ${letter.request} cannot be cleared`);
  return { ...cleared.value, link, code };
}

/**
 * The document of the contract, from what the office holds, without the numbers and addresses that its readers may not see: a
 * letter on paper is read by whoever opens it, at the town hall too (decision 0049).
 * @param written the editor's text for paper, variables not filled in
 * @param withheld what no contact agreed to show on the site or in the booklet
 */
export function composeLetters(
  campaign: Pick<Campaign, 'documentId' | 'title' | 'closesOn'>,
  addressees: readonly Addressee[],
  names: EntryNames,
  { settings, written, today, withheld }: PaperLetterOptions,
): LettersExport {
  const closesOn = campaign.closesOn?.slice(0, 10) ?? null;
  const letter = (one: Addressee): PaperLetter => {
    const find = findFor(one, withheld);
    const { request, entry, link, townHall } = clearedAddressee(one, find);
    const { lines: envelope, isAddressed } = envelopeOf({ request, entry, townHall });
    const said: PaperLetter = {
      request: request.documentId,
      association: nameOf({ request, entry }),
      envelope: [...envelope],
      isAddressed,
      link: link.url,
      code: link.code,
      paragraphs: paperParagraphs(written, {
        association: nameOf({ request, entry }),
        cloture: closesOn === null ? null : formatDay(closesOn),
        office: settings.office.name,
        saison: settings.season,
      }),
      entry: entrySections
        .flatMap(({ fields }) => [...fields])
        .filter((field) => !APART.has(field))
        .map((field) => ({
          label: entryFieldLabels[field],
          lines: fieldInWords(entry, field, names).flatMap(lines),
        }))
        .filter(({ lines: said }) => said.length > 0),
      contacts: entry.contacts.map((contact) => ({
        words: contactWords(contact, names),
        web: contact.web,
        print: contact.print,
        professionals: contact.professionals,
        openData: contact.openData,
      })),
    };
    return clearedLetter(said, find);
  };
  const clear = (text: string) => clearedWords(text, (one) => withheld.find(one));
  return {
    format: LETTERS_EXPORT_FORMAT,
    campaign: { id: campaign.documentId, title: clear(campaign.title), closesOn },
    season: clear(settings.season.trim()) || null,
    office: {
      name: clear(settings.office.name),
      address: withinLines(lines(clear(settings.office.address ?? '')), 6),
      phone: settings.office.phone,
      email: settings.office.email,
    },
    writtenOn: today,
    letters: addressees.map(letter),
  };
}
