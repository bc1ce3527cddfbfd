/** What the site's answers say about themselves: how long they may be kept, and what a browser may do with them. */
import { SERVICE_PAGES } from '@trame/cms/domain/secret-address';
import { readAddress } from '@trame/site/addresses';
import { NAMED_BY_CONTENT } from '@trame/site/search-bundle';
import { strictTransport } from '../lib/http.ts';

/** Styles of a release of before, which does not say which ones stand in its pages. */
const ANY_STYLE = "style-src 'self' 'unsafe-inline'";

/**
 * Everything comes from the site itself. `wasm-unsafe-eval` is for Pagefind's search, which is WebAssembly. A style that stands
 * in a page is one of those that the release names; attributes may carry one, since the themes' threads are written there. No
 * script may.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  ANY_STYLE,
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
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), payment=(), usb=(), geolocation=(self)',
  // Of the address of a page nobody is told more than the site that it is of: not even this server, in whose log it would stand.
  'Referrer-Policy': 'strict-origin',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Of a page that is not there, too: its address may be that of a secret page as no reader of addresses knows it. Nobody is told
 * where it was opened from, and nobody keeps it.
 */
export const OF_NO_PAGE: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
};

/** Pages where associations write: they alone ask the CMS, show pictures it sends, and tell nobody where they were opened from. */
const SERVICE = new RegExp(`^/(?:${SERVICE_PAGES.join('|')})/`);

/** @param cmsUrl without one, the page cannot reach it; its address is told to nobody all the same */
function servicePolicy(cmsUrl: string | undefined): Record<string, string> {
  const hidden = { 'Referrer-Policy': 'no-referrer' };
  if (cmsUrl === undefined) return hidden;
  const { origin } = new URL(cmsUrl);
  return {
    ...hidden,
    'Content-Security-Policy': CONTENT_SECURITY_POLICY.replace(
      "connect-src 'self'",
      `connect-src 'self' ${origin}`,
    ).replace("img-src 'self' data:", `img-src 'self' data: blob: ${origin}`),
  };
}

/** Pages of entries, and the one of alerts: their forms are posted to the CMS as they are. */
const WITH_FORMS = /^\/(?:associations|prevenez-moi)\//;

const formsPolicy = (cmsUrl: string | undefined): Record<string, string> =>
  cmsUrl === undefined
    ? {}
    : {
        'Content-Security-Policy': CONTENT_SECURITY_POLICY.replace(
          "form-action 'self'",
          `form-action 'self' ${new URL(cmsUrl).origin}`,
        ),
      };

/**
 * The page of the search. Its map may ask one other server, which the territory named: for data, never for scripts, pictures or
 * frames. It tells the CMS which words nothing answered, where the territory chose it; elsewhere the page itself says that it does not.
 */
const SEARCH = /^\/recherche\/$/;

function searchPolicy(cmsUrl: string | undefined, mapServer: string | null | undefined): Record<string, string> {
  const servers = [...(cmsUrl === undefined ? [] : [new URL(cmsUrl).origin]), ...(mapServer ? [mapServer] : [])];
  return {
    'Content-Security-Policy': CONTENT_SECURITY_POLICY.replace(
      "connect-src 'self'",
      ["connect-src 'self'", ...servers].join(' '),
    ),
  };
}

const FOR_EVER = 'public, max-age=31536000, immutable';
/** Kept, but asked for again each time: an answer without a body when nothing changed. */
const ASK_AGAIN = 'public, no-cache';

/** Data that other sites' pages may read: open data, the read API, calendars and feeds, and the element that shows it there. */
const SHARED =
  /^\/(donnees\/.+\.\w+|integrer\/(annuaire\.js|donnees\/.+\.json)|api\/.+\.json|agenda\/.+\.ics|(.+\/)?(agenda\.ics|flux\.xml)|status\.json)$/;

/** A page that demands it of all it loads (Cross-Origin-Embedder-Policy) may have it, too. */
export const FOR_OTHERS = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const;

/** Pictures of entries, which others show beside open data, and the drawn ones of shared links. */
const PICTURE = /\.(?:webp|png|jpe?g|avif|svg|ico)$/;

/** The one page that others may put in a frame. It asks nothing of anybody that a hidden frame could steal. */
const FRAME = /^\/integrer\/cadre\//;
const FRAMED = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", 'frame-ancestors *');

/** Types that the table of `sirv` does not have or leaves without an encoding. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/\.ics$/, 'text/calendar; charset=utf-8'],
  [/\/flux\.xml$/, 'application/atom+xml; charset=utf-8'],
  [/\.csv$/, 'text/csv; charset=utf-8'],
  [/\.txt$/, 'text/plain; charset=utf-8'],
  [/\.geojson$/, 'application/geo+json'],
  [/\.(pf_\w+|pagefind)$/, 'application/octet-stream'],
];

/** Public addresses. */
export interface Addresses {
  /** Of the site: behind TLS, browsers are told to come by TLS only. */
  readonly siteUrl?: string;
  /** Of the CMS; without one the pages where associations write cannot reach it. */
  readonly cmsUrl?: string;
  /** Origin of the background of the map, of the release that is served. */
  readonly mapServer?: string | null;
  /** Digests of the styles that stand in the pages of the release that is served; null when it does not say. */
  readonly styles?: readonly string[] | null;
}

/** The policy with the styles of a release, by their digests. */
function withStyles(policy: string, styles: readonly string[] | null | undefined): string {
  if (!styles) return policy;
  const named = styles.map((digest) => ` '${digest}'`).join('');
  return policy.replace(ANY_STYLE, `style-src 'self'${named}; style-src-attr 'unsafe-inline'`);
}

/** All headers of the answer to `pathname` that do not depend on the file's content. */
export function headersFor(
  pathname: string,
  { siteUrl, cmsUrl, mapServer, styles }: Addresses = {},
): Record<string, string> {
  // A page in another language does what the French one does.
  const { french } = readAddress(pathname);
  const type = TYPES.find(([pattern]) => pattern.test(pathname))?.[1];
  const headers: Record<string, string> = {
    ...SECURITY,
    ...strictTransport(siteUrl),
    ...(SERVICE.test(french) ? servicePolicy(cmsUrl) : {}),
    ...(WITH_FORMS.test(french) ? formsPolicy(cmsUrl) : {}),
    ...(SEARCH.test(french) ? searchPolicy(cmsUrl, mapServer) : {}),
    'Cache-Control': NAMED_BY_CONTENT.test(pathname) ? FOR_EVER : ASK_AGAIN,
    ...(type ? { 'Content-Type': type } : {}),
    ...(PICTURE.test(pathname) ? { 'Cross-Origin-Resource-Policy': 'cross-origin' } : {}),
    ...(SHARED.test(pathname) ? FOR_OTHERS : {}),
    ...(FRAME.test(pathname) ? { 'Content-Security-Policy': FRAMED } : {}),
  };
  const policy = headers['Content-Security-Policy'] ?? CONTENT_SECURITY_POLICY;
  return { ...headers, 'Content-Security-Policy': withStyles(policy, styles) };
}

/**
 * All headers of the answer where nothing stands at `pathname`: those of the page that says so. A page of another site may read
 * that shared data is not there, or it could not tell an address of its own that is wrong from a site that does not answer.
 */
export function headersForMissing(pathname: string | null, addresses: Addresses = {}): Record<string, string> {
  return {
    ...headersFor('/404.html', addresses),
    ...(pathname !== null && SHARED.test(pathname) ? FOR_OTHERS : {}),
  };
}
