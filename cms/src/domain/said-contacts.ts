/**
 * Numbers and addresses that somebody wrote into a text, where no box says who may read them: whoever reviews or publishes sees
 * them first (issue 10). Nothing is refused: a town hall's number in « Comment s’inscrire » is right there.
 */
import { collectContacts, noContacts } from './contacts-in-text.ts';
import { formatEmail } from './email-domain.ts';
import { formatPhone } from './phone.ts';

/** A text, by the name of its field. */
export interface LabelledText {
  readonly label: string;
  readonly text: string;
  /** What it said before, if anything: what stood there already is no news. */
  readonly before?: string;
}

export interface SaidContacts {
  readonly label: string;
  /** As they are read: "05 36 49 00 12", "club@example.org". */
  readonly contacts: readonly string[];
}

function found(text: string): string[] {
  const contacts = noContacts();
  collectContacts(text, contacts);
  return [...[...contacts.phones].map(formatPhone), ...[...contacts.emails].map(formatEmail)];
}

/** Of each text the numbers and addresses that it says and did not say before; texts without any are left out. */
export function saidContacts(texts: readonly LabelledText[]): SaidContacts[] {
  return texts.flatMap(({ label, text, before = '' }) => {
    const known = new Set(found(before));
    const contacts = [...new Set(found(text))].filter((one) => !known.has(one));
    return contacts.length === 0 ? [] : [{ label, contacts }];
  });
}
