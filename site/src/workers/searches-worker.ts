/** Saved searches, answered by the one search of the site on a release that is online; for the deployer. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SearchesQuestion } from '@trame/cms/domain/contract/press/searches';
import { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { answerSearches } from '../features/search/answer-searches.ts';
import { openFolder } from '../features/search/find/open-folder.ts';
import { SEARCHES_JOB_VARIABLE, SearchesJob } from './searches-job.ts';
import { serveJobs } from './serve-jobs.ts';

const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8')) as unknown;

serveJobs(async () => {
  const { release, content, folder, today } = SearchesJob.parse(JSON.parse(process.env[SEARCHES_JOB_VARIABLE] ?? ''));
  const { searches } = SearchesQuestion.parse(await json(join(folder, 'question.json')));
  const { library, close } = await openFolder(release, today);
  try {
    const answer = await answerSearches(library, SiteExport.parse(await json(content)), searches);
    await writeFile(join(folder, 'answer.json'), JSON.stringify(answer));
  } finally {
    await close();
  }
});
