/** The annuaire of this release, mapped once: the very data that the PDF is set from, so that paper and page agree. */
import { buildEnv } from '../../build-env.ts';
import { content } from '../../content/content.ts';
import { derived } from '../../content/derived.ts';
import { oncePer } from '../../once.ts';
import type { Content } from '../../content/index-content.ts';
import { bookletData } from '../../print/booklet-data.ts';
import type { Booklet } from '../../print/booklet.ts';
import { layOut } from './layout.ts';
import { screenText } from './screen-text.ts';

const read = derived('booklet', ({ source }: Pick<Content, 'source'>) =>
  bookletData(source, {
    safe: screenText,
    // The build of the PDF says it to the editor, once.
    warn: () => undefined,
    builtAt: buildEnv.TRAME_BUILT_AT,
    siteUrl: buildEnv.SITE_URL,
  }),
);
/** Of all pages of it: a theme does not depend on the entries of the others. */
const head = derived(
  'running head of the booklet',
  (directory: Pick<Content, 'source'>) => read(directory).runningHead,
);

export const booklet = () => read(content);
export const runningHead = () => head(content);

const laidOut = oncePer((whole: Booklet) => layOut(whole));
export const layout = () => laidOut(booklet());
