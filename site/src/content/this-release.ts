import type { BookletStatus } from '@trame/cms/domain/contract/site/release-status';
import { buildEnv } from '../build-env.ts';
import { noteQuestion } from '../reads.ts';

export interface ThisRelease {
  readonly id: string;
  readonly contentVersion: string;
  /** Instant, ISO 8601. */
  readonly builtAt: string;
  /** The booklet that it goes online with; null when it is made after the pages. */
  readonly booklet: BookletStatus | null;
}

/** How a page asks for it. */
export const RELEASE_QUESTION = JSON.stringify(['release']);

export function releaseNow(): ThisRelease {
  const { TRAME_CONTENT_VERSION: contentVersion, TRAME_BUILT_AT: builtAt, TRAME_BOOKLET } = buildEnv;
  const booklet = TRAME_BOOKLET === undefined ? { contentVersion, builtAt } : TRAME_BOOKLET;
  return { id: buildEnv.TRAME_RELEASE_ID, contentVersion, builtAt, booklet };
}

/** What only this release is: a page that says it is made again for each one. */
export function thisRelease(): ThisRelease {
  noteQuestion(RELEASE_QUESTION);
  return releaseNow();
}
