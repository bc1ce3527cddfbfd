import { buildEnv } from '../build-env.ts';
import { noteQuestion } from '../reads.ts';

/** How a page asks for it. */
export const RELEASE_QUESTION = JSON.stringify(['release']);

/** What only this release is: a page that says it is made again for each one. */
export const releaseNow = {
  id: buildEnv.TRAME_RELEASE_ID,
  contentVersion: buildEnv.TRAME_CONTENT_VERSION,
  builtAt: buildEnv.TRAME_BUILT_AT,
} as const;

export function thisRelease(): typeof releaseNow {
  noteQuestion(RELEASE_QUESTION);
  return releaseNow;
}
