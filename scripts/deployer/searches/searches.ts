/** Saved searches, answered on what is online by the search that residents have there. One question after the other. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { causeOf } from '@trame/cms/domain/cause';
import { SearchesAnswer, type SearchesQuestion } from '@trame/cms/domain/contract/press/searches';
import { dayOf } from '@trame/cms/domain/dates';
import { SEARCHES_JOB_VARIABLE, type SearchesJob } from '@trame/site/searches-job';
import type { Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import { openOneAtATime } from '../one-at-a-time.ts';
import type { Releases } from '../releases.ts';
import type { StepOutcome } from '../workshop.ts';

/** Residents who ask for an alert in the same second, beside the job of the CMS; more come again. */
const MOST_WAITING = 8;

export type Searched =
  | { readonly outcome: 'answered'; readonly answer: SearchesAnswer }
  | { readonly outcome: 'busy' }
  | { readonly outcome: 'failed' }
  /** Nothing is online yet. */
  | { readonly outcome: 'no-site' };

export interface Searches {
  /** Never throws. */
  answer(question: SearchesQuestion): Promise<Searched>;
  close(): Promise<void>;
}

/** Puts away what a crash left. */
export async function openSearches(tools: {
  readonly dataDir: string;
  readonly releases: Pick<Releases, 'live' | 'folder' | 'contentFile'>;
  /** Runs one job of the worker. */
  readonly run: (env: NodeJS.ProcessEnv, signal: AbortSignal) => Promise<StepOutcome>;
  readonly clock: Clock;
  readonly log: Log;
}): Promise<Searches> {
  const { releases, clock, log } = tools;
  const turns = await openOneAtATime({ root: path.join(tools.dataDir, 'cache', 'searches'), most: MOST_WAITING });

  async function search(question: SearchesQuestion, folder: string, signal: AbortSignal): Promise<Searched> {
    const begun = clock.ticks();
    const live = await releases.live();
    if (live === null) return { outcome: 'no-site' };
    await writeFile(path.join(folder, 'question.json'), JSON.stringify(question));
    const { id } = live.record;
    const job: SearchesJob = {
      release: releases.folder(id),
      content: releases.contentFile(id),
      folder,
      today: dayOf(clock.now()),
    };
    const { exit, output } = await tools.run({ [SEARCHES_JOB_VARIABLE]: JSON.stringify(job) }, signal);
    if (exit.code !== 0) throw new Error(output.slice(-2000));
    const answer = SearchesAnswer.parse(JSON.parse(await readFile(path.join(folder, 'answer.json'), 'utf8')));
    log.info('searches answered', {
      searches: question.searches.length,
      milliseconds: Math.round(clock.ticks() - begun),
    });
    return { outcome: 'answered', answer };
  }

  return {
    async answer(question) {
      try {
        const searched = await turns.run((folder, signal) => search(question, folder, signal));
        return searched ?? { outcome: 'busy' };
      } catch (error) {
        log.error('searches not answered', { cause: causeOf(error) });
        return { outcome: 'failed' };
      }
    },
    close: () => turns.close(),
  };
}
