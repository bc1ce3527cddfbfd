/** Which pages are also made in other languages, and where. Their addresses are the French ones behind the language: `/en/agenda/`. */
import { isForeign, type ForeignLanguage, type Language } from '../i18n/language.ts';

/**
 * What residents come for. Service pages, guides, the plan of actions and legal pages are French alone: they are long texts of
 * editors, or bind somebody.
 */
export const SECTIONS: readonly string[] = [
  'recherche',
  'themes',
  'associations',
  'communes',
  'publics',
  'lieux',
  'agenda',
  'benevolat',
  'ressources',
  'ma-selection',
];

/** Is it a page that other languages have too? @param path French address on the site */
export function isTranslated(path: string): boolean {
  if (path === '/') return true;
  return path.endsWith('/') && SECTIONS.includes(path.split('/')[1] ?? '');
}

/** The language of an address, and the French address of the same page. */
export function readAddress(path: string): { readonly language: Language; readonly french: string } {
  const [, first = ''] = path.split('/');
  return isForeign(first)
    ? { language: first, french: path.slice(first.length + 1) || '/' }
    : { language: 'fr', french: path };
}

/** Address of a page that is translated. @param path French address */
export const addressIn = (language: Language, path: string): string =>
  language === 'fr' ? path : `/${language}${path}`;

/**
 * Where a link of a page leads in its language, and whether that is in its language.
 * @param href address on the site, with its query and its place in the page
 * @returns null for what is no page of the site: a file, a place of the same page, another site
 */
export function leadFrom(language: ForeignLanguage, href: string): { href: string; isFrench: boolean } | null {
  if (!href.startsWith('/') || href.startsWith('//')) return null;
  const path = /^[^?#]*/.exec(href)?.[0] ?? '';
  if (readAddress(path).language !== 'fr') return null;
  if (isTranslated(path)) return { href: `/${language}${href}`, isFrench: false };
  return path.endsWith('/') || path.endsWith('.pdf') ? { href, isFrench: true } : null;
}
