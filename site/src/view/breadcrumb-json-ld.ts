import type { BreadcrumbList, WithContext } from 'schema-dts';

/**
 * The way to a page as search engines read it (schema.org/BreadcrumbList): the home page first, the page itself last.
 * @param site origin of the site; without one, addresses have no host and nothing is said
 */
export function breadcrumbData(
  trail: readonly { readonly label: string; readonly href: string }[],
  site: URL | undefined,
): WithContext<BreadcrumbList> | null {
  if (site === undefined) return null;
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ label, href }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: label,
      item: new URL(href, site).href,
    })),
  };
}
