import type { LettersExport, PaperLetter } from '../domain/contract/letters.ts';
import { LETTERS_EXPORT_FORMAT } from '../domain/contract/letters.ts';
import { formatDay } from '../domain/dates.ts';
import { entryFieldLabels, entrySections } from '../domain/entry/difference.ts';
import type { EntryForm, FormContact } from '../domain/entry/entry-form.ts';
import { fieldInWords, type EntryNames } from '../domain/entry/entry-in-words.ts';
import type { Campaign, UpdateRequest } from '../campaigns/request-store.ts';
import type { LetterSettings } from '../mail/campaign-letter.ts';
import { paperParagraphs } from './paper-text.ts';

/** One association that gets a letter: its request, its published entry, the link of its form. */
export interface Addressee {
  readonly request: Pick<UpdateRequest, 'documentId' | 'associationName'>;
  readonly entry: EntryForm;
  readonly link: string;
}

/** Contacts have a table of their own; a logo cannot be said in words; the address is on the envelope and among the places. */
const APART: ReadonlySet<string> = new Set(['contacts', 'logo']);

const lines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/**
 * The address as it stands on an envelope: complement, street, post code and town. Without a town nothing can be delivered, so
 * that there is no address then.
 */
export function postalLines({ address }: Pick<EntryForm, 'address'>): string[] {
  const town = [address.postalCode, address.city].map((part) => part.trim()).filter(Boolean);
  if (address.city.trim() === '') return [];
  return [...lines(address.complement).slice(0, 2), ...lines(address.street).slice(0, 2), town.join(' ')];
}

function contactWords({ role, name, phone, email }: FormContact, names: Pick<EntryNames, 'phone'>): string {
  return [role, name, phone && names.phone(phone), email].filter(Boolean).join(', ') || '(sans nom)';
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
  const letter = ({ request, entry, link }: Addressee): PaperLetter => ({
    request: request.documentId,
    association: entry.name.trim() || request.associationName,
    address: postalLines(entry),
    link,
    paragraphs: paperParagraphs(written, {
      association: entry.name.trim() || request.associationName,
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
  });
  return {
    format: LETTERS_EXPORT_FORMAT,
    campaign: { id: campaign.documentId, title: campaign.title, closesOn },
    season: settings.season.trim() || null,
    office: {
      name: settings.office.name,
      address: lines(settings.office.address ?? '').slice(0, 6),
      phone: settings.office.phone,
      email: settings.office.email,
    },
    writtenOn: today,
    letters: addressees.map(letter),
  };
}
