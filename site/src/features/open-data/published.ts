import { openExport } from '@trame/cms/domain/contract/site/open-data';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { buildEnv } from '../../build-env.ts';
import { content } from '../../content/content.ts';
import { derived } from '../../content/derived.ts';
import { oncePer } from '../../once.ts';
import { indexContent, type Content } from '../../content/index-content.ts';
import type { OpenContent } from '../../view/open-data/open-content.ts';

const given = derived('open data', ({ source }: Pick<Content, 'source'>) => openExport(source));
const indexed = oncePer((source: SiteExport): OpenContent => ({
  content: indexContent(source),
  siteUrl: buildEnv.SITE_URL,
}));

/** What this release gives away. */
export const published = (): OpenContent => indexed(given(content));
