/**
 * The one door through which pages read the directory: the export is read whole, checked whole, indexed once, and only
 * then does the first page get built. A source that fails stops the build here, before anything is written.
 */
import { buildEnv } from '../build-env.ts';
import { parseExport } from '../loaders/parse-export.ts';
import { readExport } from '../loaders/read-export.ts';
import { indexContent, type Content } from './index-content.ts';

export const content: Content = indexContent(
  parseExport(await readExport(buildEnv.TRAME_EXPORT, buildEnv.TRAME_EXPORT_TOKEN)),
);
