/// <reference lib="webworker" />
/**
 * Keeps what was read, so that it can be read again without a network; with one, the network always comes first, so that what
 * was taken off the directory is not shown again. When the site has another release, everything that is kept is fetched anew.
 */
import { CacheableResponsePlugin } from 'workbox-cacheable-response';
import { clientsClaim } from 'workbox-core';
import { ExpirationPlugin } from 'workbox-expiration';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { CacheFirst, NetworkFirst, NetworkOnly } from 'workbox-strategies';
import { isKeepable, KEPT_FILES, OFFLINE_PAGE, ON_DEMAND, PACK_LIST, PAGES_CACHE } from './what-is-kept.ts';

declare const self: ServiceWorkerGlobalScope;

const FILES_CACHE = 'trame-fichiers-1';
const NAMED_CACHE = 'trame-nommes-1';
const STATE_CACHE = 'trame-etat-1';
const MOST_PAGES = 300;
const MOST_NAMED = 600;
/** How often a visit asks whether there is another release. */
const ASK_EVERY_MS = 5 * 60_000;

void self.skipWaiting();
clientsClaim();

const whole = new CacheableResponsePlugin({ statuses: [200] });
const keyOf = (address: string): string => {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
};
/** One file, whatever stands behind `?`: a question, or the number by which Pagefind asks for the newest. */
const bare = { cacheKeyWillBeUsed: ({ request }: { request: Request }) => Promise.resolve(keyOf(request.url)) };
const pages = new NetworkFirst({
  cacheName: PAGES_CACHE,
  plugins: [
    whole,
    new ExpirationPlugin({ maxEntries: MOST_PAGES }),
    bare,
    {
      // What is no longer there is no longer kept.
      fetchDidSucceed: async ({ request, response }) => {
        if (response.status === 404 || response.status === 410)
          await (await caches.open(PAGES_CACHE)).delete(keyOf(request.url));
        return response;
      },
    },
  ],
});

registerRoute(
  ({ request, url, sameOrigin }) => sameOrigin && request.mode === 'navigate' && isKeepable(url.pathname),
  async (options) => {
    const response = await pages.handle(options);
    options.event.waitUntil(followReleases());
    return response;
  },
);
// What is never kept says so without a network, where a browser would only show its own page. Frames of other sites stay theirs.
registerRoute(
  ({ request, url, sameOrigin }) => sameOrigin && request.destination === 'document' && /\/$/.test(url.pathname),
  new NetworkOnly(),
);
// A selection reads pages by itself.
registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin && request.destination === '' && /\/$/.test(url.pathname) && isKeepable(url.pathname),
  pages,
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && KEPT_FILES.byContent.test(url.pathname),
  new CacheFirst({ cacheName: NAMED_CACHE, plugins: [whole, new ExpirationPlugin({ maxEntries: MOST_NAMED })] }),
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && KEPT_FILES.changing.test(url.pathname),
  new NetworkFirst({ cacheName: FILES_CACHE, plugins: [whole, bare] }),
);
setCatchHandler(async ({ request }) => {
  const kept = request.mode === 'navigate' ? await caches.match(OFFLINE_PAGE) : undefined;
  return kept ?? Response.error();
});

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell());
});

/** Pages that must open without a network, with their styles and scripts. */
const SHELL = [OFFLINE_PAGE, '/recherche/', '/ma-selection/'];
const ASSET = /\/_trame\/[\w.-]+\.(?:js|css)/g;
/** How a script names the others that it may need. */
const IMPORTED = /["'`]\.\/([\w.-]+\.js)["'`]/g;

async function keepShell(): Promise<void> {
  const [pageCache, named] = await Promise.all([caches.open(PAGES_CACHE), caches.open(NAMED_CACHE)]);
  const wanted: string[] = [];
  for (const path of SHELL) {
    const response = await fetch(path, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    wanted.push(...((await response.clone().text()).match(ASSET) ?? []));
    await pageCache.put(path, response);
  }
  const seen = new Set<string>();
  for (let asset = wanted.pop(); asset !== undefined; asset = wanted.pop()) {
    if (seen.has(asset) || ON_DEMAND.test(asset)) continue;
    seen.add(asset);
    const response = (await named.match(asset)) ?? (await fetch(asset));
    if (!response.ok) continue;
    if (asset.endsWith('.js')) {
      const text = await response.clone().text();
      wanted.push(...[...text.matchAll(IMPORTED)].map(([, file]) => `/_trame/${file}`), ...(text.match(ASSET) ?? []));
    }
    await named.put(asset, response);
  }
}

/** A page asks for the whole directory to be kept, once its reader has been there for a while. */
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  if (event.data === 'keep-directory') event.waitUntil(keepDirectory());
});

async function keepDirectory(): Promise<void> {
  const cache = await caches.open(FILES_CACHE);
  const answer = await fetch(PACK_LIST, { cache: 'no-cache' });
  if (!answer.ok) return;
  const { files } = (await answer.json()) as { files: readonly string[] };
  for (const file of files) {
    const name = KEPT_FILES.byContent.test(file) ? NAMED_CACHE : FILES_CACHE;
    if (name === NAMED_CACHE && (await caches.match(file)) !== undefined) continue;
    const response = await fetch(file);
    if (response.ok) await (name === FILES_CACHE ? cache : await caches.open(NAMED_CACHE)).put(file, response);
  }
}

/**
 * Asks which release is online; of another one, what is kept is fetched again, and what is gone is forgotten. Nothing may stay from a
 * release that is over: a refresh that was cut off is made again.
 */
async function followReleases(): Promise<void> {
  const state = await caches.open(STATE_CACHE);
  const known = await state.match('/status.json');
  const askedAt = Number(known?.headers.get('x-asked-at') ?? 0);
  if (Date.now() - askedAt < ASK_EVERY_MS) return;
  const response = await fetch('/status.json', { cache: 'no-store' }).catch(() => null);
  if (!response?.ok) return;
  const text = await response.text();
  const before = known === undefined ? null : await known.text();
  const note = (status: string): Promise<void> =>
    state.put('/status.json', new Response(status, { headers: { 'x-asked-at': String(Date.now()) } }));
  if (before === null || releaseOf(before) === releaseOf(text)) return note(text);
  // Asked now, and not yet followed: the new release is noted when everything is of it.
  await note(before);
  const [kept, files] = await Promise.all([caches.open(PAGES_CACHE), caches.open(FILES_CACHE)]);
  for (const cache of [files, kept]) {
    for (const request of await cache.keys()) {
      const again = await fetch(request.url, { cache: 'no-cache' }).catch(() => null);
      if (again === null) return;
      if (again.ok) await cache.put(request, again);
      else await cache.delete(request);
    }
  }
  await note(text);
}

const releaseOf = (status: string): unknown => (JSON.parse(status) as { release?: unknown }).release;
