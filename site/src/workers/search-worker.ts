/** The search index of one release after the other: what is loaded stays, and so do the words of pages that did not change. */
import { readBuildEnv } from '../build-env.ts';
import { buildReleaseIndex } from '../features/search/index/build-release-index.ts';
import { createWordReader } from '../features/search/index/word-reader.ts';
import { serveJobs } from './serve-jobs.ts';

const readWords = createWordReader();

serveJobs(() => buildReleaseIndex(readBuildEnv(), readWords));
