/** Where a path of Astro is asked for, and where what it answers lies: folders with an `index.html`, as the site is set up. */
import type { PathWithRoute } from 'astro';

type Path = Pick<PathWithRoute, 'pathname'> & { readonly route: Pick<PathWithRoute['route'], 'type'> };

/** Pages that a server answers by a status lie beside the home page. */
const OF_STATUS = /^\/?(?:404|500)\/?$/;

const bare = (pathname: string): string => pathname.replace(/^\/+|\/+$/g, '');

/** Path of the page on the site: "/agenda/loto/". */
export function addressOf({ pathname, route }: Path): string {
  if (route.type === 'endpoint') return `/${bare(pathname)}`;
  return bare(pathname) === '' ? '/' : `/${bare(pathname)}/`;
}

/** File in the release: "agenda/loto/index.html". */
export function fileOf({ pathname, route }: Path): string {
  if (route.type === 'endpoint') return bare(pathname);
  if (OF_STATUS.test(pathname)) return `${bare(pathname)}.html`;
  return bare(pathname) === '' ? 'index.html' : `${bare(pathname)}/index.html`;
}
