import type { SiteSettings } from '@trame/cms/domain/contract/site/settings';
import type { WebSite, WithContext } from 'schema-dts';
import { buildEnv } from '../../build-env.ts';

/** The site itself, and where its search is. */
export function homeData(settings: SiteSettings): WithContext<WebSite> {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    url: `${buildEnv.SITE_URL}/`,
    name: settings.siteName,
    description: settings.tagline,
    inLanguage: 'fr',
    publisher: { '@type': 'Organization', name: settings.operatorName },
  };
}
