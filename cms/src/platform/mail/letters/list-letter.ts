import { listInWords } from '../../../domain/french.ts';
import { listLetterVariables } from '../../../domain/letter-variables.ts';
import type { SecretLink } from '../../links/secret-link.ts';
import { oneLine } from '../message.ts';
import { type LetterParts, type Office, webAddressesIn } from './layout.ts';
import { fillWritten, writtenParagraphs } from './written.ts';

/** What an editor wrote to a list, and for whom it is filled in. */
export interface ListLetterText {
  readonly subject: string;
  readonly body: string;
  /** Those that the address stands for; one as a rule. */
  readonly associations: readonly string[];
  readonly office: Office;
  readonly stopLink: SecretLink;
  readonly withdrawalLink: SecretLink | null;
}

const words = {
  why: (associations: readonly string[]) =>
    `Vous recevez ce message parce que cette adresse est celle que l’annuaire des associations connaît pour ${listInWords(associations.map((name) => `« ${name} »`))}.`,
};

/** @throws {Error} in French when the text holds a variable that does not exist, with those that do */
export function listLetter({ subject, body, office, stopLink, withdrawalLink, ...rest }: ListLetterText): LetterParts {
  const associations = rest.associations.map(oneLine);
  const values = { association: listInWords(associations), office: oneLine(office.name) };
  const fill = (text: string) => fillWritten(text, values, listLetterVariables);
  return {
    subject: fill(subject),
    paragraphs: writtenParagraphs(body).map(fill),
    office,
    // As the editor wrote them: an address in the name of an association is no link.
    links: webAddressesIn(body),
    why: words.why(associations),
    stopLink,
    withdrawalLink,
  };
}
