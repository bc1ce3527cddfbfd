/** `POST /searches` with a SearchesQuestion: a SearchesAnswer. For whoever knows the deployer's secret, the CMS alone. */
import { SEARCHES_BYTES, SearchesQuestion } from '@trame/cms/domain/contract/press/searches';
import { hasBearer, readBody, sendJson } from '../../lib/http.ts';
import type { Routes } from '../editions/routes.ts';
import { messages } from './messages.ts';
import type { Searches } from './searches.ts';

/** Whoever met a full queue, or no site yet, comes again in so many seconds. */
const LATER = { 'retry-after': '10' };

function questionOf(body: string): SearchesQuestion | null {
  try {
    return SearchesQuestion.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null; // no JSON: the answer says so
  }
}

export function createSearchRoutes({ searches, secret }: { searches: Searches; secret: string }): Routes {
  return async (request, response) => {
    if ((request.url ?? '').split('?')[0] !== '/searches') return false;
    if (!hasBearer(request, secret)) {
      request.resume();
      response.setHeader('www-authenticate', 'Bearer');
      sendJson(response, 401, { error: 'unauthorized' });
      return true;
    }
    if (request.method !== 'POST') {
      request.resume();
      response.setHeader('allow', 'POST');
      sendJson(response, 405, { error: messages.notUnderstood });
      return true;
    }
    const body = await readBody(request, SEARCHES_BYTES);
    const question = body === null ? null : questionOf(body);
    if (question === null) {
      sendJson(response, body === null ? 413 : 400, { error: messages.notUnderstood });
      return true;
    }
    const searched = await searches.answer(question);
    if (searched.outcome === 'answered') sendJson(response, 200, searched.answer);
    else if (searched.outcome === 'busy') sendJson(response, 503, { error: messages.busy }, LATER);
    else if (searched.outcome === 'no-site') sendJson(response, 503, { error: messages.noSite }, LATER);
    else sendJson(response, 503, { error: messages.failed }, LATER);
    return true;
  };
}
