import { openExport } from '@trame/cms/domain/contract/site/open-data';
import { buildEnv } from '../../build-env.ts';
import { content } from '../../content/content.ts';
import { indexContent } from '../../content/index-content.ts';
import type { OpenContent } from '../../view/open-data/open-content.ts';

/** What this release gives away. */
export const published: OpenContent = {
  content: indexContent(openExport(content.source)),
  siteUrl: buildEnv.SITE_URL,
};
