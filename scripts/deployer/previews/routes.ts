/** `POST /preview/page` and `POST /preview/entry`, for whoever knows the deployer's secret, the CMS alone. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { EntryPreviewQuestion, PagePreviewQuestion, PREVIEW_BYTES } from '@trame/cms/domain/contract/press/preview';
import type { z } from 'zod';
import { receive, sendJson } from '../../lib/http.ts';
import type { Routes } from '../editions/routes.ts';
import { messages } from './messages.ts';
import type { Previewed, Previews } from './previews.ts';

/** Whoever met a full queue, or a preview that could not be made, comes again in so many seconds. */
const LATER = { 'retry-after': '10' };

const refuse = (response: ServerResponse, status: number, error: string, more: Record<string, string> = {}): void =>
  sendJson(response, status, { error }, more);

interface Door<Question, Made extends string | Buffer> {
  readonly shape: z.ZodType<Question>;
  readonly make: (question: Question) => Promise<Previewed<Made | null>>;
  readonly type: string;
}

async function answer<Question, Made extends string | Buffer>(
  request: IncomingMessage,
  response: ServerResponse,
  secret: string,
  { shape, make, type }: Door<Question, Made>,
): Promise<void> {
  const { tooLarge, notUnderstood } = messages;
  const question = await receive(request, response, { secret, shape, most: PREVIEW_BYTES, tooLarge, notUnderstood });
  if (question === null) return;
  const result = await make(question);
  if (result.outcome === 'busy') return refuse(response, 503, messages.busy, LATER);
  if (result.outcome === 'failed') return refuse(response, 503, messages.failed, LATER);
  if (result.made === null) return refuse(response, 404, messages.notPrinted);
  response.writeHead(200, {
    'content-type': type,
    'content-length': Buffer.byteLength(result.made),
    'cache-control': 'no-store',
  });
  response.end(result.made);
}

export function createPreviewRoutes({ previews, secret }: { previews: Previews; secret: string }): Routes {
  const page: Door<PagePreviewQuestion, string> = {
    shape: PagePreviewQuestion,
    make: (question) => previews.page(question),
    type: 'text/html; charset=utf-8',
  };
  const entry: Door<EntryPreviewQuestion, Buffer> = {
    shape: EntryPreviewQuestion,
    make: (question) => previews.entry(question),
    type: 'image/png',
  };
  return async (request, response) => {
    const [address] = (request.url ?? '').split('?');
    if (address === '/preview/page') await answer(request, response, secret, page);
    else if (address === '/preview/entry') await answer(request, response, secret, entry);
    else return false;
    return true;
  };
}
