/**
 * The language of the page that is being made. It is asked where a word is said and told nowhere else: the middleware of a build
 * knows it of the page's address (`languages/middleware.ts`), a browser of the page itself (`languages/client/start.ts`).
 */

/** BCP 47, as `lang` and addresses say it; content stays French in all of them. */
export const foreignLanguages = ['en', 'es', 'pt', 'ar'] as const;
export type ForeignLanguage = (typeof foreignLanguages)[number];
export type Language = 'fr' | ForeignLanguage;

export const isForeign = (language: string | undefined): language is ForeignLanguage =>
  (foreignLanguages as readonly (string | undefined)[]).includes(language);

/**
 * What `Intl` formats with: the usage nearest to France, and figures as on the posters of the town (in Arabic those of the
 * Maghreb), so that an hour or a number is the same wherever it is read.
 */
export const locales: Readonly<Record<Language, string>> = {
  fr: 'fr-FR',
  en: 'en-GB',
  es: 'es-ES',
  pt: 'pt-PT',
  ar: 'ar-u-nu-latn',
};

let read: () => Language = () => 'fr';

export const currentLanguage = (): Language => read();

/** Tells where the language of the current page is known; until then every page is French. */
export function readLanguageFrom(reader: () => Language): void {
  read = reader;
}
