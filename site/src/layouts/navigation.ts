import { t } from '../i18n/t.ts';

export interface NavigationLink {
  readonly label: string;
  readonly href: string;
}

/** The sections of the site, in the order of the header and the language of the page. */
export const mainNavigation = (): readonly NavigationLink[] => [
  { label: t('nav.associations'), href: '/associations/' },
  { label: t('nav.agenda'), href: '/agenda/' },
  { label: t('nav.resources'), href: '/ressources/' },
  { label: t('nav.guides'), href: '/guides/' },
  { label: t('nav.actionPlan'), href: '/plan-d-actions/' },
  { label: t('nav.search'), href: '/recherche/' },
];

/** `page` on the section itself, `true` inside it: what `aria-current` takes. */
export function currentness(link: NavigationLink, path: string): 'page' | 'true' | undefined {
  if (path === link.href) return 'page';
  return path.startsWith(link.href) ? 'true' : undefined;
}
