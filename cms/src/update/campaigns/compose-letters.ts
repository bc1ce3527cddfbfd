import type { LettersExport, PaperLetter } from '../../domain/contract/press/letters.ts';
import { LETTERS_EXPORT_FORMAT } from '../../domain/contract/press/letters.ts';
import { formatDay } from '../../domain/dates.ts';
import { envelopeAddress, type EnvelopeBlock } from '../../domain/envelope/envelope-address.ts';
import { entryFieldLabels, entrySections } from '../../domain/entry/fields.ts';
import { agreesToSomething } from '../../domain/entry/check-entry.ts';
import type { EntryForm, FormContact } from '../../domain/entry/entry-form.ts';
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

/** Where the mail of an association without an address goes: its commune's town hall knows its people. */
export interface TownHall {
  readonly commune: string;
  readonly postalCode: string;
}

/** Said on the envelope, above the town (line 3 of NF Z 10-011). */
const CARE_OF = 'Aux bons soins de la mairie';

export interface Envelope extends EnvelopeBlock {
  /** The commune whose town hall hands it on; null when it goes to the association itself, or nowhere. */
  readonly townHall: string | null;
}

/** What stands on the envelope of one association, and what could not stand on it. */
export function envelopeOf(one: Pick<Addressee, 'request' | 'entry' | 'townHall'>): Envelope {
  const name = nameOf(one);
  const { street, complement } = one.entry.address;
  const own = envelopeAddress({ ...one.entry.address, name });
  // A name and a town alone find no letter box.
  const isWhole = own.isAddressed && `${street}${complement}`.trim() !== '';
  if (isWhole || one.townHall === null) return { ...own, townHall: null };
  const { commune: city, postalCode } = one.townHall;
  return { ...envelopeAddress({ name, complement: CARE_OF, street: '', postalCode, city }), townHall: city };
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
 * The document of the contract, from what the office holds.
 * @param written the editor's text for paper, variables not filled in
 */
export function composeLetters(
  campaign: Pick<Campaign, 'documentId' | 'title' | 'closesOn'>,
  addressees: readonly Addressee[],
  names: EntryNames,
  { settings, written, today }: { settings: LetterSettings; written: string; today: string },
): LettersExport {
  const closesOn = campaign.closesOn?.slice(0, 10) ?? null;
  const letter = ({ request, entry, link, townHall }: Addressee): PaperLetter => {
    const { lines: envelope, isAddressed } = envelopeOf({ request, entry, townHall });
    return {
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
  };
  return {
    format: LETTERS_EXPORT_FORMAT,
    campaign: { id: campaign.documentId, title: campaign.title, closesOn },
    season: settings.season.trim() || null,
    office: {
      name: settings.office.name,
      address: withinLines(lines(settings.office.address ?? ''), 6),
      phone: settings.office.phone,
      email: settings.office.email,
    },
    writtenOn: today,
    letters: addressees.map(letter),
  };
}
