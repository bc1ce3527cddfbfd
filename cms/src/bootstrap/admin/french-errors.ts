/**
 * Strapi validates on the server in English, and its admin shows these sentences as they come, under the field and in the
 * notification. They are put into French where they leave the document service; what our own rules say already is French.
 */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

const FILL_IN = 'Ce champ est à remplir.';

const EXPECTED: Readonly<Record<string, string>> = {
  number: 'Indiquez un nombre.',
  string: 'Indiquez un texte.',
  boolean: 'Choisissez oui ou non.',
  date: 'Indiquez une date.',
};

/** What Strapi 5.54 and its yup say about values that an editor can enter. */
const SENTENCES: readonly (readonly [RegExp, (...groups: string[]) => string])[] = [
  [/^This attribute must be unique$/, () => 'Cette valeur est déjà utilisée par une autre fiche.'],
  [/ (must be defined\.|is a required field|cannot be null\.)$/, () => FILL_IN],
  [/ must be at most (\d+) characters?$/, (most) => `Le texte est trop long\u00a0: ${most} caractères au plus.`],
  [/ must be at least (\d+) characters?$/, (least) => `Le texte est trop court\u00a0: ${least} caractères au moins.`],
  [/ must be less than or equal to (\S+)$/, (most) => `La valeur est trop grande\u00a0: ${most} au plus.`],
  [/ must be greater than or equal to (\S+)$/, (least) => `La valeur est trop petite\u00a0: ${least} au moins.`],
  [/ (field )?must have at least (\d+) items?$/, (_, least) => `Il en faut au moins ${least}.`],
  [/ (field )?must have less than or equal to (\d+) items?$/, (_, most) => `Il en faut ${most} au plus.`],
  [/ must be one of the following values: /, () => 'Choisissez une valeur de la liste.'],
  [/ must be a valid email$/, () => 'Cette adresse électronique n’est pas valide, par exemple contact@example.org.'],
  [/ must match the following: /, () => 'Ce n’est pas le format attendu\u00a0: voyez l’aide sous le champ.'],
  [/ must be a `(\w+)` type, /, (type) => EXPECTED[type] ?? 'Ce n’est pas le genre de valeur attendu.'],
  [
    /^Please specify a valid link\.$/,
    () => 'Un lien n’est pas valable\u00a0: indiquez une adresse complète, par exemple https://exemple.fr.',
  ],
  [
    /^\d+ relation\(s\) of type .* do not exist$/,
    () => 'Une fiche liée n’existe plus\u00a0: retirez-la et choisissez-en une autre.',
  ],
  [/^Invalid time format/, () => 'Indiquez une heure, par exemple 14:00.'],
  [/^Invalid (datetime|timestamp) format/, () => 'Indiquez une date et une heure.'],
  [/^Invalid date format/, () => 'Indiquez une date, par exemple 05/09/2026.'],
  [/^(\d+) errors occurred$/, (count) => `${count} champs sont à corriger.`],
];

/** The French of a sentence of Strapi's; any other sentence is returned as it is. */
export function inFrench(message: string): string {
  for (const [pattern, french] of SENTENCES) {
    const match = pattern.exec(message);
    if (match) return french(...match.slice(1));
  }
  return message;
}

/** Has every validation error of the document service speak French. Register it first, so that it stands around the others. */
export function translateValidationErrors(strapi: Core.Strapi): void {
  strapi.documents.use(async (_context, next) => {
    try {
      return await next();
    } catch (error) {
      if (error instanceof errors.ValidationError) translate(error);
      throw error;
    }
  });
}

function translate(error: { message: string; details?: unknown }): void {
  error.message = inFrench(error.message);
  const details = error.details as { errors?: { message?: string }[] } | undefined;
  for (const fault of details?.errors ?? []) {
    if (typeof fault.message === 'string') fault.message = inFrench(fault.message);
  }
}
