/** The checks as a program: `node cli.ts '<CheckJob as JSON>'`, run by the deployer on every release. Writes a CheckReport. */
import { readFileSync } from 'node:fs';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import type { CheckJob } from './steps.ts';
import { readEnvironment } from '../lib/environment.ts';
import { writeJson } from '../lib/files.ts';
import { runCommand } from '../lib/run.ts';
import { checkRelease } from '../checks/check-release.ts';
import type { CheckReport } from '../checks/report.ts';

await runCommand(async () => {
  const job = JSON.parse(process.argv[2] ?? '') as CheckJob;
  // The deployer has checked its shape already.
  const siteExport = JSON.parse(readFileSync(job.exportFile, 'utf8')) as SiteExport;
  const report: CheckReport = checkRelease({
    ...job,
    folder: job.release,
    siteUrl: readEnvironment().siteUrl,
    siteExport,
  });
  await writeJson(job.report, report);
});
