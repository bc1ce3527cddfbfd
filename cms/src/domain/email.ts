import { z } from 'zod';
import { asciiDomain } from './email-domain.ts';
import { parsed, refused, type Parsed } from './parsed.ts';

const Email = z.email();

/**
 * Reads one e-mail address. The domain is put in lower case, and in its ASCII form when it has accents; the part before the @ is
 * kept as it is.
 */
export function parseEmail(input: string): Parsed<string> {
  const text = input.trim().replace(/^mailto:/i, '');
  if (/[\s,;]/.test(text)) {
    return refused(
      `« ${text} » contient une espace ou plusieurs adresses : écrivez une seule adresse, comme contact@example.org.`,
    );
  }
  const at = text.lastIndexOf('@');
  const domain = at < 0 ? null : asciiDomain(text.slice(at + 1));
  if (domain !== null && /[^\0-~]/.test(text.slice(0, at))) {
    return refused(
      `« ${text} » : ce qui précède l’arobase ne peut pas porter d’accent. Vérifiez l’adresse, comme contact@example.org.`,
    );
  }
  const address = at < 0 ? text : `${text.slice(0, at)}@${domain ?? text.slice(at + 1)}`;
  if (!Email.safeParse(address).success) {
    return refused(`« ${text} » n’est pas une adresse électronique : écrivez-la comme contact@example.org.`);
  }
  return parsed(address);
}
