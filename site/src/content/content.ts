/**
 * The one door through which pages read the directory: the export is read whole, checked whole, indexed once, and only
 * then does the first page get built. A source that fails stops the build here, before anything is written.
 */
import { buildEnv } from '../build-env.ts';
import { parseExport } from '../loaders/parse-export.ts';
import { readExport } from '../loaders/read-export.ts';
import { indexContent, type Content } from './index-content.ts';
import { answer, observe } from './observed.ts';
import { RELEASE_QUESTION, releaseNow } from './this-release.ts';

const indexed = indexContent(parseExport(await readExport(buildEnv.TRAME_EXPORT, buildEnv.TRAME_EXPORT_TOKEN)));

/** What a page asks of it is noted while it is rendered (`reads.ts`). */
export const content: Content = observe(indexed);

/** @returns what a page of this release is answered; to be compared and not changed @throws {Error} for a question that no page asks */
export const answerNow = (question: string): unknown =>
  question === RELEASE_QUESTION ? releaseNow : answer(indexed, content, question);
