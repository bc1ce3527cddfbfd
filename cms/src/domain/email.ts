import { z } from 'zod';
import { parsed, refused, type Parsed } from './parsed.ts';

const Email = z.email();

/** Reads one e-mail address. The domain is put in lower case; the part before the @ is kept as it is. */
export function parseEmail(input: string): Parsed<string> {
  const text = input.trim().replace(/^mailto:/i, '');
  if (/[\s,;]/.test(text)) {
    return refused(
      `« ${text} » contient une espace ou plusieurs adresses : écrivez une seule adresse, comme contact@example.org.`,
    );
  }
  const at = text.lastIndexOf('@');
  const address = at < 0 ? text : text.slice(0, at) + text.slice(at).toLowerCase();
  if (!Email.safeParse(address).success) {
    return refused(`« ${text} » n’est pas une adresse électronique : écrivez-la comme contact@example.org.`);
  }
  return parsed(address);
}
