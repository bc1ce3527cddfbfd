import { publicUrl, readEnvironment, siteUrl } from '../../environment.ts';

/** Who may ask from a browser: the site and the CMS itself, to the letter. */
export function allowedOrigins(): readonly string[] {
  const environment = readEnvironment();
  return [siteUrl(environment), publicUrl(environment)].map((url) => new URL(url).origin);
}

/**
 * Does another site ask, in somebody's browser? `Origin` says so wherever a browser sends it, which is with every POST;
 * `Sec-Fetch-Site` where it does not. What is no browser sends neither, and has nobody's cookies.
 */
export function isForeign(origin: string, secFetchSite: string): boolean {
  if (origin !== '') return !allowedOrigins().includes(origin);
  return secFetchSite !== '' && secFetchSite !== 'same-origin' && secFetchSite !== 'none';
}
