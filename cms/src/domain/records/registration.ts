/** How one registers for an event: typed as a number or an address, whose kind is read from it. */
import { z } from 'zod';
import { parseEmail } from '../email.ts';
import { formatPhone, parsePhone } from '../phone.ts';
import { parsed, refused, type Parsed } from '../parsed.ts';
import { registrationKinds, type RegistrationKind } from '../vocabulary/registration-kinds.ts';
import { parseWebAddress } from '../web-address.ts';

export const Registration = z.object({
  kind: z.enum(registrationKinds.values).catch('lien'),
  value: z.string().catch(''),
});
export type Registration = z.infer<typeof Registration>;

const words = {
  unread: (text: string) =>
    `«\u00a0${text}\u00a0» ne se lit ni comme un numéro de téléphone, ni comme une adresse électronique, ni comme l’adresse d’une page. Écrivez-en une seule, comme 05 36 49 00 00.`,
};

/** Reads a way to register. Only what has a dot can be a page; a number or an @ says itself. */
export function readRegistration(text: string): Parsed<Registration> {
  const typed = text.trim();
  const readings: readonly (readonly [RegistrationKind, () => Parsed<string>])[] = [
    ['courriel', () => (typed.includes('@') ? parseEmail(typed) : refused(''))],
    ['téléphone', () => parsePhone(typed)],
    ['lien', () => (typed.includes('.') ? parseWebAddress(typed) : refused(''))],
  ];
  for (const [kind, read] of readings) {
    const reading = read();
    if (reading.ok) return parsed({ kind, value: reading.value });
  }
  return refused(words.unread(typed));
}

/** How a field shows it: a number as it is read in France. */
export const registrationShown = ({ kind, value }: Registration): string =>
  kind === 'téléphone' && parsePhone(value).ok ? formatPhone(value) : value;
