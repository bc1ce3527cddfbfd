/** The printable guide, by a Typst that remembers what it has set: one changed entry costs a seventh of a whole booklet. */
import { readBuildEnv } from '../build-env.ts';
import { serveJobs } from './serve-jobs.ts';
import { buildReleaseAnnuaire } from '../print/build-annuaire.ts';

serveJobs(() => buildReleaseAnnuaire(readBuildEnv()));
