/** The pages of a release, built by an Astro that stays loaded: a second build takes half the time of the first. */
import { build } from 'astro';
import { siteConfig } from '../site-config.ts';
import { readBuildEnv } from '../build-env.ts';
import { serveJobs } from './serve-jobs.ts';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

// The configuration is made anew for each job. The pages themselves are: Astro compiles them into a folder of the working
// folder, which is another one for each release, so no module of the last release is met again.
serveJobs(() => build({ ...siteConfig(readBuildEnv()), root, configFile: false, logLevel: 'error' }));
