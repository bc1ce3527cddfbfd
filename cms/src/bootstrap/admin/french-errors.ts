/**
 * Strapi validates on the server in English, and its admin shows these sentences as they come, under the field and in the
 * notification. They are put into French where they leave the document service, for what is written beside it, and where they
 * leave the server, for its doors and its media library; what our own rules say already is French.
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

/** What Strapi 5.54, its yup and its passport say to an editor. What only a program can cause is not here. */
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
  [/ must be less than \d+ bytes$/, () => 'Le mot de passe est trop long\u00a0: 72 signes au plus.'],
  [/ must contain at least one lowercase character$/, () => 'Le mot de passe a au moins une minuscule.'],
  [/ must contain at least one uppercase character$/, () => 'Le mot de passe a au moins une majuscule.'],
  [/ must contain at least one number$/, () => 'Le mot de passe a au moins un chiffre.'],
  [/^Invalid format, expected /, () => 'Indiquez une date, par exemple 05/09/2026.'],
  [/^(\d+) errors occurred$/, (count) => `${count} champs sont à corriger.`],
  [
    /^Block node is of invalid type$/,
    () => 'Ce texte n’est pas celui d’un éditeur de textes\u00a0: écrivez-le dans le champ.',
  ],
  [
    /^Document (?:with id .* )?not found/,
    () => 'Cette fiche n’existe plus\u00a0: quelqu’un l’a peut-être supprimée. Voyez la corbeille.',
  ],
  // The media library
  [
    /^(?:File type|MIME type) (?:'([^']*)' )?is not allowed$/,
    () => 'Ce genre de fichier n’est pas accepté. Envoyez une image (JPEG, PNG, WebP) ou un PDF.',
  ],
  [
    /^File name contains invalid characters$/,
    () =>
      'Le nom de ce fichier a des signes qui ne sont pas acceptés\u00a0: renommez-le avec des lettres et des chiffres.',
  ],
  [/^Files are empty$/, () => 'Aucun fichier n’est arrivé\u00a0: choisissez-le de nouveau.'],
  [/^File is not a valid image$/, () => 'Ce fichier ne s’ouvre pas comme une image.'],
  [/(?:exceeds size limit of|maximum allowed size is) /, () => 'Ce fichier est trop lourd.'],
  [/^Cannot replace a file with multiple ones$/, () => 'Un fichier ne se remplace que par un seul autre.'],
  // Signing in and accounts
  [/^Missing credentials$/, () => 'Indiquez votre adresse électronique et votre mot de passe.'],
  [
    /^Invalid registration ?(?:info|Token)$/i,
    () => 'Cette invitation n’est plus valable\u00a0: demandez-en une autre.',
  ],
  [
    /^(?:Email already taken|A user with this email address already exists)$/,
    () => 'Un compte a déjà cette adresse électronique.',
  ],
  [/^Invalid password\. Expected/, () => 'Le mot de passe a 8 caractères au moins, avec un chiffre et une majuscule.'],
  [/^Login not allowed, /, () => 'Ce compte est fermé\u00a0: voyez avec la personne qui gère les comptes de l’équipe.'],
  [/^User (?:does not exist|not found)$/, () => 'Ce compte n’existe plus.'],
  [/^You cannot delete your own user$/, () => 'Personne ne supprime son propre compte.'],
  [/^You must have at least one user with super admin role/, () => 'Il faut au moins un compte qui puisse tout faire.'],
  [/^Some roles are still assigned to some users$/, () => 'Des comptes ont encore ce rôle.'],
  [/^(?:Name already taken|The name must be unique)/, () => 'Ce nom est déjà pris.'],
];

/** The French of a sentence of Strapi's; any other sentence is returned as it is. */
export function inFrench(message: string): string {
  for (const [pattern, french] of SENTENCES) {
    const match = pattern.exec(message);
    if (match) return french(...match.slice(1));
  }
  return message;
}

/** The answers of Strapi’s own doors, whose errors pass no document service. Stands around everything: belongs in `register()`. */
export function translateAnswers(strapi: Core.Strapi): void {
  strapi.server.use(async (ctx, next) => {
    await next();
    const { error } = (ctx.body ?? {}) as { error?: unknown };
    if (ctx.status >= 400 && isFault(error)) translate(error);
  });
}

interface Fault {
  message: string;
  details?: unknown;
}
const isFault = (error: unknown): error is Fault =>
  typeof error === 'object' && error !== null && typeof (error as Fault).message === 'string';

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

function translate(error: Fault): void {
  error.message = inFrench(error.message);
  const details = error.details as { errors?: { message?: string }[] } | undefined;
  for (const fault of details?.errors ?? []) {
    if (typeof fault.message === 'string') fault.message = inFrench(fault.message);
  }
}
