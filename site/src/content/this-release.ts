import { buildEnv } from '../build-env.ts';
import { noteQuestion } from '../reads.ts';

export interface ThisRelease {
  readonly id: string;
  readonly contentVersion: string;
  /** Instant, ISO 8601. */
  readonly builtAt: string;
}

/** How a page asks for it. */
export const RELEASE_QUESTION = JSON.stringify(['release']);

export const releaseNow = (): ThisRelease => ({
  id: buildEnv.TRAME_RELEASE_ID,
  contentVersion: buildEnv.TRAME_CONTENT_VERSION,
  builtAt: buildEnv.TRAME_BUILT_AT,
});

/** What only this release is: a page that says it is made again for each one. */
export function thisRelease(): ThisRelease {
  noteQuestion(RELEASE_QUESTION);
  return releaseNow();
}
