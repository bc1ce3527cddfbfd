import { openExport } from '@trame/cms/domain/contract/site/open-data';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { buildEnv } from '../../build-env.ts';
import { content } from '../../content/content.ts';
import { derived } from '../../content/derived.ts';
import { indexContent, type Content } from '../../content/index-content.ts';
import type { OpenContent } from '../../view/open-data/open-content.ts';

const given = derived('open data', ({ source }: Pick<Content, 'source'>) => openExport(source));
const indexed = new WeakMap<SiteExport, OpenContent>();

/** What this release gives away. */
export function published(): OpenContent {
  const source = given(content);
  let found = indexed.get(source);
  if (found === undefined) indexed.set(source, (found = { content: indexContent(source), siteUrl: buildEnv.SITE_URL }));
  return found;
}
