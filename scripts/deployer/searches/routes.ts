/** `POST /searches` with a SearchesQuestion: a SearchesAnswer. For whoever knows the deployer's secret, the CMS alone. */
import { SEARCHES_BYTES, SearchesQuestion } from '@trame/cms/domain/contract/press/searches';
import { receive, sendJson } from '../../lib/http.ts';
import type { Routes } from '../editions/routes.ts';
import { messages } from './messages.ts';
import type { Searches } from './searches.ts';

/** Whoever met a full queue, or no site yet, comes again in so many seconds. */
const LATER = { 'retry-after': '10' };

export function createSearchRoutes({ searches, secret }: { searches: Searches; secret: string }): Routes {
  return async (request, response) => {
    if ((request.url ?? '').split('?')[0] !== '/searches') return false;
    const question = await receive(request, response, {
      secret,
      shape: SearchesQuestion,
      most: SEARCHES_BYTES,
      tooLarge: messages.notUnderstood,
      notUnderstood: messages.notUnderstood,
    });
    if (question === null) return true;
    const searched = await searches.answer(question);
    if (searched.outcome === 'answered') sendJson(response, 200, searched.answer);
    else if (searched.outcome === 'busy') sendJson(response, 503, { error: messages.busy }, LATER);
    else if (searched.outcome === 'no-site') sendJson(response, 503, { error: messages.noSite }, LATER);
    else sendJson(response, 503, { error: messages.failed }, LATER);
    return true;
  };
}
