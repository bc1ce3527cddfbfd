/** What the site's answers say about themselves: how long they may be kept, and what a browser may do with them. */

/**
 * Everything comes from the site itself. `wasm-unsafe-eval` is for Pagefind's search, which is WebAssembly; styles may be
 * inline because the territory's colours and the themes' threads are written into the pages. No script may be.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const SECURITY: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), payment=(), usb=(), geolocation=(self)',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** Pages where associations write: they alone ask the CMS, show pictures it sends, and tell nobody where they were opened from. */
const SERVICE = /^\/(ma-fiche|declarer|retrait|mes-donnees|connexion|espace)\//;

function servicePolicy(cmsUrl: string): Record<string, string> {
  const { origin } = new URL(cmsUrl);
  return {
    'Content-Security-Policy': CONTENT_SECURITY_POLICY.replace(
      "connect-src 'self'",
      `connect-src 'self' ${origin}`,
    ).replace("img-src 'self' data:", `img-src 'self' data: blob: ${origin}`),
    'Referrer-Policy': 'no-referrer',
  };
}

/** Files whose name changes with their content: what the site's build names, and Pagefind's pieces. */
const NAMED_BY_CONTENT = /^\/(_trame\/|pagefind\/(fragment|index|filter)\/|pagefind\/pagefind\.[^/]*\.pf_meta$)/;
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Kept, but asked for again each time: an answer without a body when nothing changed. */
const ASK_AGAIN = 'public, no-cache';

/** Data that other sites' pages may read: open data and calendars. */
const SHARED = /^\/(donnees\/.+\.\w+|agenda(\/.+)?\.ics|status\.json)$/;

/** Types that the table of `sirv` does not have or leaves without an encoding. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/\.ics$/, 'text/calendar; charset=utf-8'],
  [/\.csv$/, 'text/csv; charset=utf-8'],
  [/\.txt$/, 'text/plain; charset=utf-8'],
  [/\.geojson$/, 'application/geo+json'],
  [/\.(pf_\w+|pagefind)$/, 'application/octet-stream'],
];

/**
 * All headers of the answer to `pathname` that do not depend on the file's content.
 * @param cmsUrl public address of the CMS; without one the pages where associations write cannot reach it
 */
export function headersFor(pathname: string, cmsUrl?: string): Record<string, string> {
  const type = TYPES.find(([pattern]) => pattern.test(pathname))?.[1];
  return {
    ...SECURITY,
    ...(cmsUrl !== undefined && SERVICE.test(pathname) ? servicePolicy(cmsUrl) : {}),
    'Cache-Control': NAMED_BY_CONTENT.test(pathname) ? FOR_EVER : ASK_AGAIN,
    ...(type ? { 'Content-Type': type } : {}),
    ...(SHARED.test(pathname) ? { 'Access-Control-Allow-Origin': '*' } : {}),
  };
}
