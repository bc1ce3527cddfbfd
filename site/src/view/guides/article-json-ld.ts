import type { Guide } from '@trame/cms/domain/contract/site/guide';
import type { Article, WithContext } from 'schema-dts';

/** A guide as schema.org/Article. Its picture is said by the page's own metadata. */
export function articleJsonLd(
  guide: Pick<Guide, 'title' | 'summary' | 'kind' | 'date' | 'updatedOn' | 'source'>,
  { url, publisher }: { readonly url: string; readonly publisher: string },
): WithContext<Article> {
  return {
    '@context': 'https://schema.org',
    '@type': guide.kind === 'actualité' ? 'NewsArticle' : 'Article',
    headline: guide.title,
    description: guide.summary,
    inLanguage: 'fr',
    url,
    publisher: { '@type': 'Organization', name: publisher },
    ...(guide.date === null ? {} : { datePublished: guide.date }),
    ...(guide.updatedOn === null ? {} : { dateModified: guide.updatedOn }),
    ...(guide.source?.url ? { isBasedOn: guide.source.url } : {}),
  };
}
