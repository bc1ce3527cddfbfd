/** The languages that an editor chose for the site, by the tag that pages and addresses have. */
import { siteLanguages, type SiteLanguage } from '@trame/cms/domain/vocabulary/site-languages';
import { z } from 'zod';
import type { ForeignLanguage, Language } from '../i18n/language.ts';

const TAGS: Readonly<Record<SiteLanguage, ForeignLanguage>> = {
  anglais: 'en',
  espagnol: 'es',
  portugais: 'pt',
  arabe: 'ar',
};

/** Each in its own words: whoever looks for it reads no other. */
export const OWN_NAMES: Readonly<Record<Language, string>> = {
  fr: 'Français',
  en: 'English',
  es: 'Español',
  pt: 'Português',
  ar: 'العربية',
};

/** As Open Graph writes them. */
export const OG_LOCALES: Readonly<Record<Language, string>> = {
  fr: 'fr_FR',
  en: 'en_GB',
  es: 'es_ES',
  pt: 'pt_PT',
  ar: 'ar_AR',
};

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');

/** In the order of the vocabulary, whatever the order of the choice. */
export const tagsOf = (chosen: readonly SiteLanguage[] = []): ForeignLanguage[] =>
  siteLanguages.values.filter((language) => chosen.includes(language)).map((language) => TAGS[language]);

const Chosen = z.object({ languages: z.array(z.unknown()).optional() });

/**
 * The languages of an export, of which nothing else was checked yet.
 * @throws {Error} with a sentence in French when one of them is none that the program ships
 */
export function languagesOf(source: unknown): ForeignLanguage[] {
  const { languages = [] } = Chosen.safeParse(source).data ?? {};
  const isShipped = (language: unknown): language is SiteLanguage =>
    (siteLanguages.values as readonly unknown[]).includes(language);
  const unknown = languages.filter((language) => !isShipped(language));
  if (unknown.length > 0)
    throw new Error(
      `Les réglages du site demandent une langue que le programme ne connaît pas (${unknown.map((one) => `« ${String(one)} »`).join(', ')}). Choisissez parmi : ${siteLanguages.values.join(', ')}.`,
    );
  return tagsOf(languages.filter(isShipped));
}
