/** The checks of one release after the other: what is loaded stays, and so does what was read of files that did not change. */
import { readFileSync } from 'node:fs';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { serveJobs } from '@trame/site/serve-jobs';
import { checkRelease } from '../checks/check-release.ts';
import { createReadMemory } from '../checks/memory.ts';
import type { CheckReport } from '../checks/report.ts';
import { writeJson } from '../lib/files.ts';
import { CHECK_JOB, type CheckJob } from './steps.ts';

const memory = createReadMemory();

serveJobs(async () => {
  const { release, siteUrl, exportFile, previousPages, acceptLoss, awaitsBooklet, report } = JSON.parse(
    process.env[CHECK_JOB] ?? '',
  ) as CheckJob;
  // The deployer has checked its shape already.
  const siteExport = JSON.parse(readFileSync(exportFile, 'utf8')) as SiteExport;
  const found: CheckReport = checkRelease({
    folder: release,
    ...{ siteUrl, siteExport, previousPages, acceptLoss, awaitsBooklet, memory },
  });
  await writeJson(report, found);
});
