/** Gate: every internal link, picture, script and anchor leads somewhere, from pages, style sheets and feeds. */
import { BOOKLET_ADDRESS } from '@trame/cms/domain/contract/site/release-status';
import type { Gate } from './gate.ts';
import { messages } from './messages.ts';
import type { BuiltRelease } from './release.ts';
import type { Finding } from './report.ts';

/** Addresses that the server of the site does not answer, but another program beside it. */
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

type Resolution = { kind: 'file'; target: string } | { kind: 'anchor'; target: string } | null;

/** Remembers resolutions: the same menu stands on every page. @param awaited the address of what is still to come */
function createResolver(
  release: BuiltRelease,
  awaited: string | null,
): (reference: string, from: string) => Resolution {
  const known = new Map<string, Resolution>();
  const decode = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };

  const resolve = (pathname: string, fragment: string): Resolution => {
    const target = decode(pathname);
    if (target === awaited) return null;
    if (!release.files.has(target.endsWith('/') ? `${target}index.html` : target))
      return { kind: 'file', target: pathname };
    const page = release.page(target);
    const free = fragment === '' || fragment === 'top' || fragment.startsWith(':~:');
    if (!page || free || page.ids.has(decode(fragment))) return null;
    return { kind: 'anchor', target: `${pathname}#${fragment}` };
  };

  return (reference, from) => {
    let local = reference.trim();
    if (local === release.siteUrl || local.startsWith(`${release.siteUrl}/`))
      local = local.slice(release.siteUrl.length) || '/';
    if (local === '' || SCHEME.test(local) || local.startsWith('//')) return null;
    const depends = !local.startsWith('/');
    const key = depends ? `${from} ${local}` : local;
    let found = known.get(key);
    if (found === undefined) {
      let pathname: string;
      let hash: string;
      if (!depends && !local.includes('/.')) {
        const cut = local.search(/[?#]/);
        pathname = cut < 0 ? local : local.slice(0, cut);
        const at = local.indexOf('#');
        hash = at < 0 ? '' : local.slice(at + 1);
      } else {
        const url = new URL(local, `http://site${from}`);
        pathname = url.pathname;
        hash = url.hash.slice(1);
      }
      found = resolve(pathname, hash);
      known.set(key, found);
    }
    return found;
  };
}

/** Links of a feed; what stands between its tags is escaped. */
const FEED_LINK = /<link\b[^>]*\bhref="([^"]*)"/g;

const CSS_URL = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"]*))\s*\)/g;

export const links: Gate = ({ release, awaitsBooklet }) => {
  const resolve = createResolver(release, awaitsBooklet ? BOOKLET_ADDRESS : null);
  const broken = new Map<string, { resolution: NonNullable<Resolution>; pages: Set<string> }>();
  const follow = (reference: string, from: string) => {
    const resolution = resolve(reference, from);
    if (!resolution) return;
    const entry = broken.get(resolution.target) ?? { resolution, pages: new Set<string>() };
    entry.pages.add(from);
    broken.set(resolution.target, entry);
  };

  for (const page of release.pages) for (const reference of page.references) follow(reference, page.address);
  for (const file of release.files) {
    if (file.endsWith('flux.xml'))
      for (const match of release.read(file).toString('utf8').matchAll(FEED_LINK)) follow(match[1] ?? '', file);
    if (!file.endsWith('.css')) continue;
    for (const match of release.read(file).toString('utf8').matchAll(CSS_URL))
      follow(match[1] ?? match[2] ?? match[3] ?? '', file);
  }

  return [...broken.values()].map(({ resolution, pages }): Finding => {
    const [first = ''] = pages;
    const say = resolution.kind === 'file' ? messages.brokenLink : messages.brokenAnchor;
    return { gate: 'links', message: say(resolution.target, first, pages.size), where: first };
  });
};
