import { parsed, refused, type Parsed } from './parsed.ts';

const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u;

/**
 * Reads a web address as people give it ("www.example.org") and completes the scheme.
 * Only http and https with a public-looking host: nothing else ever becomes a link on the site.
 */
export function parseWebAddress(input: string): Parsed<string> {
  const text = input.trim();
  const howToMend = 'Recopiez-la depuis la barre d’adresse du navigateur, par exemple https://www.example.org.';
  if (/\s/.test(text)) return refused(`L’adresse « ${text} » contient une espace. ${howToMend}`);
  if (/^[a-z][a-z\d+.-]*:(?!\d)/i.test(text) && !/^https?:\/\//i.test(text)) {
    return refused(`« ${text} » n’est pas l’adresse d’une page web. ${howToMend}`);
  }
  const candidate = /^https?:\/\//i.test(text) ? text : `https://${text.replace(/^\/+/, '')}`;
  if (!URL.canParse(candidate)) return refused(`« ${text} » n’est pas une adresse web. ${howToMend}`);
  const url = new URL(candidate);
  const typedHost = candidate.replace(/^https?:\/\//i, '').split(/[/?#:]/)[0] ?? '';
  if (url.username || url.password || !(HOST.test(typedHost) || HOST.test(url.hostname))) {
    return refused(`« ${text} » n’est pas une adresse web complète. ${howToMend}`);
  }
  return parsed(url.pathname === '/' && !url.search && !url.hash ? url.href.replace(/\/$/, '') : url.href);
}
