import { parsed, refused, type Parsed } from './parsed.ts';

/** Corsica (W2A, W2B) and overseas greffes (W9T) have letters: `^W\d{9}$` would refuse real associations. */
const RNA_ID = /^W\d[A-Z\d]\d{7}$/;

/** Reads a number of the Répertoire national des associations: a W and nine characters, most often figures; spaces and case do not matter. */
export function parseRnaId(input: string): Parsed<string> {
  const id = input.replace(/[\s.\-\u00a0\u202f]/g, '').toUpperCase();
  if (RNA_ID.test(id)) return parsed(id);
  return refused(
    `« ${input.trim()} » n’est pas un numéro RNA : un W suivi de neuf chiffres ou lettres, comme W332001234. ` +
      'Il figure sur le récépissé de déclaration ; laissez vide pour une association non déclarée.',
  );
}
