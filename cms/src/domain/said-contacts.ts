/**
 * Numbers and addresses that somebody wrote into a text, where no box says who may read them: whoever reviews or publishes sees
 * them first. Nothing is refused: a town hall's number in « Comment s’inscrire » is right there.
 */
import { collectContacts, noContacts } from './contacts-in-text.ts';
import { formatEmail } from './email-domain.ts';
import { formatPhone } from './phone.ts';
import { postalAddresses } from './postal-address-in-text.ts';

/** A text, by the name of its field. */
export interface LabelledText {
  readonly label: string;
  readonly text: string;
  /** What it said before, if anything: what stood there already is no news. */
  readonly before?: string;
  /** It is there for saying where something is: a postal address is no news in it. */
  readonly isPlace?: boolean;
}

/** A text of a record, with its place in the form: "activities.0.description". */
export interface PlacedText extends LabelledText {
  readonly path: string;
}

/** A text that says some. */
export type SaidContacts<Text extends LabelledText = LabelledText> = Text & {
  /** As they are read: "05 36 49 00 12", "club@example.org", "12 rue des Lilas, 33920 Saint-Savin". */
  readonly contacts: readonly string[];
};

/** The numbers and addresses of a text, postal ones too, as they are read. */
function contactsSaid(text: string, isPlace: boolean): string[] {
  const contacts = noContacts();
  collectContacts(text, contacts);
  return [
    ...[...contacts.phones].map(formatPhone),
    ...[...contacts.emails].map(formatEmail),
    ...(isPlace ? [] : postalAddresses(text)),
  ];
}

/**
 * Of each text the numbers and addresses that it says and did not say before; texts without any are left out.
 * @param known what everybody reads already, as it is read: no news either
 */
export function saidContacts<Text extends LabelledText>(
  texts: readonly Text[],
  known: readonly string[] = [],
): SaidContacts<Text>[] {
  return texts.flatMap((one) => {
    const { isPlace = false } = one;
    const old = new Set([...known, ...contactsSaid(one.before ?? '', isPlace)]);
    const contacts = [...new Set(contactsSaid(one.text, isPlace))].filter((contact) => !old.has(contact));
    return contacts.length === 0 ? [] : [{ ...one, contacts }];
  });
}
