/**
 * The one door through which pages read the directory: the export is read whole, checked whole, indexed once, and only
 * then does the first page get built. A source that fails stops the build here, before anything is written.
 */
import { beginBuild, buildEnv, type BuildEnv } from '../build-env.ts';
import { parseExport } from '../loaders/parse-export.ts';
import { readExport } from '../loaders/read-export.ts';
import { indexContent, type Content } from './index-content.ts';
import { answer, observe } from './observed.ts';
import { RELEASE_QUESTION, releaseNow } from './this-release.ts';
import { beginDay } from './today.ts';

let opened: Content | null = null;
function current(): Content {
  if (opened === null) throw new Error('The content is read before it was opened');
  return opened;
}

/** What a page asks of it is noted while it is rendered (`reads.ts`). */
export const content: Content = observe(current);

/**
 * Begins a build: from here on pages read its content.
 * @param siteExport of the build, as it was read
 * @throws {ExportRefused} what the contract refuses; pages then read what they read before
 */
export function openContent(env: BuildEnv, siteExport: unknown): void {
  const next = indexContent(parseExport(siteExport));
  beginBuild(env);
  beginDay();
  opened = next;
}

/** @returns what a page of this release is answered; to be compared and not changed @throws {Error} for a question that no page asks */
export const answerNow = (question: string): unknown =>
  question === RELEASE_QUESTION ? releaseNow() : answer(current(), content, question);

// A program that is kept opens it for each release (`program/compile.ts`); a build by hand has one.
if (import.meta.env.TRAME_KEPT !== true)
  openContent(buildEnv, await readExport(buildEnv.TRAME_EXPORT, buildEnv.TRAME_EXPORT_TOKEN));
