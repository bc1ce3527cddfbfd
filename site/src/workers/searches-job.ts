/** What the deployer asks of the searches worker, in the variable TRAME_SEARCHES_JOB. Paths are absolute. */
import { CalendarDate } from '@trame/cms/domain/primitives';
import { z } from 'zod';

export const SearchesJob = z.strictObject({
  /** The release to search in. */
  release: z.string(),
  /** The SiteExport that it was made of. */
  content: z.string(),
  /** Holds the SearchesQuestion, `question.json`; the SearchesAnswer, `answer.json`, is written beside it. */
  folder: z.string(),
  today: CalendarDate,
});
export type SearchesJob = z.infer<typeof SearchesJob>;

export const SEARCHES_JOB_VARIABLE = 'TRAME_SEARCHES_JOB';
