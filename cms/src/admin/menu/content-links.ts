import type { StrapiApp } from '@strapi/strapi/admin';
import { typeName } from '../kit/record-types.ts';

/** The types of every day, in that order; the others follow by name. */
const FIRST = ['association', 'event', 'guide', 'resource', 'venue'].map((name) => `api::${name}.${name}`);

/**
 * Strapi sorts the links by their titles and opens « Contenu » on the first: it has no setting for another order. Spaces sort
 * before every letter, and neither a screen nor a screen reader shows them at the beginning of a link.
 */
const ordered = (uid: string, title: string): string =>
  FIRST.includes(uid) ? `${' '.repeat(FIRST.length - FIRST.indexOf(uid))}${title}` : title;

interface ContentLink {
  uid: string;
  title: string;
}

/** The links of the content menu: our own types by their plural, those of every day first, and not Strapi's own ones, such as accounts. */
export function nameContentLinks<Link extends ContentLink>(links: readonly Link[]): Link[] {
  return links
    .filter(({ uid }) => uid.startsWith('api::'))
    .map((link) => ({ ...link, title: ordered(link.uid, typeName(link.uid)?.many ?? link.title) }));
}

/** Hooks into the content manager's menu; it sorts by title itself. */
export function arrangeContentLinks(app: Pick<StrapiApp, 'registerHook'>): void {
  app.registerHook(
    'Admin/CM/pages/App/mutate-collection-types-links',
    ({ ctLinks, ...rest }: { ctLinks: ContentLink[] }) => ({
      ...rest,
      ctLinks: nameContentLinks(ctLinks),
    }),
  );
}
