/** The deployer, as the one that has the site and its search: what answers saved searches on what is online. */
import { SearchesAnswer, type SearchesQuestion } from '../../domain/contract/press/searches.ts';
import { readFromDeployer } from './deployer-client.ts';

/** A worker that starts cold opens a directory of 10,000 within some seconds; others may be before it. */
const PATIENCE_MS = 60_000;

/** @throws {Refused} with a French sentence when it does not answer, or no site is online */
export const answerSearches = (searches: SearchesQuestion['searches'], signal?: AbortSignal): Promise<SearchesAnswer> =>
  readFromDeployer(SearchesAnswer, {
    service: 'searches',
    method: 'POST',
    path: ['searches'],
    body: { searches } satisfies SearchesQuestion,
    patienceMs: PATIENCE_MS,
    ...(signal === undefined ? {} : { signal }),
  });
