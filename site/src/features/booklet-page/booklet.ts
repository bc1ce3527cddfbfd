/** The annuaire of this release, mapped once: the very data that the PDF is set from, so that paper and page agree. */
import { buildEnv } from '../../build-env.ts';
import { content } from '../../content/content.ts';
import { bookletData } from '../../print/booklet-data.ts';
import { layOut } from './layout.ts';
import { screenText } from './screen-text.ts';

export const booklet = bookletData(content.source, {
  safe: screenText,
  // The build of the PDF says it to the editor, once.
  warn: () => undefined,
  builtAt: buildEnv.TRAME_BUILT_AT,
  siteUrl: buildEnv.SITE_URL,
});

export const layout = layOut(booklet);
