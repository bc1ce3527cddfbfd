import { z } from 'zod';
import { asciiDomain } from './email-domain.ts';
import { parsed, refused, type Parsed } from './parsed.ts';

const Email = z.email();

const CURVED_APOSTROPHE = /[’‘ʼ′´]/u;

/** What in the part before the @ keeps it from being one; the first sign decides. Null when all of it is ASCII. */
function strangeIn(local: string): string | null {
  const sign = /[^\0-~]/u.exec(local.normalize('NFC'))?.[0];
  if (sign === undefined) return null;
  if (CURVED_APOSTROPHE.test(sign))
    return `l’apostrophe «\u00a0${sign}\u00a0» ne peut pas précéder l’arobase. Une adresse s’écrit le plus souvent sans elle`;
  if (/^[A-Za-z]\p{M}+$/u.test(sign.normalize('NFD')) || /\p{M}/u.test(sign))
    return 'ce qui précède l’arobase ne peut pas porter d’accent. Vérifiez l’adresse';
  if (/[\p{C}\p{Z}]/u.test(sign))
    return 'un signe invisible précède l’arobase. Écrivez l’adresse de nouveau, à la main';
  return `«\u00a0${sign}\u00a0» ne peut pas précéder l’arobase. Vérifiez l’adresse`;
}

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
  const strange = domain === null ? null : strangeIn(text.slice(0, at));
  if (strange !== null) return refused(`« ${text} » : ${strange}, comme contact@example.org.`);
  const address = at < 0 ? text : `${text.slice(0, at)}@${domain ?? text.slice(at + 1)}`;
  if (!Email.safeParse(address).success) {
    return refused(`« ${text} » n’est pas une adresse électronique : écrivez-la comme contact@example.org.`);
  }
  return parsed(address);
}
