/** `POST /campaigns/<id>/letters.pdf` with a LettersExport: the PDF. For whoever knows the deployer's secret, the CMS alone. */
import type { ServerResponse } from 'node:http';
import { LETTERS_EXPORT_BYTES, LettersExport } from '@trame/cms/domain/contract/press/letters';
import { hasBearer, readBody } from '../../lib/http.ts';
import type { Routes } from '../editions/routes.ts';
import type { LetterPress } from './letter-press.ts';
import { messages } from './messages.ts';

const DOOR = /^\/campaigns\/([A-Za-z0-9_-]{1,64})\/letters\.pdf$/;

function refuse(response: ServerResponse, status: number, error: string, more: Record<string, string> = {}): void {
  const text = JSON.stringify({ error });
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...more,
  });
  response.end(text);
}

/** The document of a body; null when it is none, or another campaign's. */
function lettersOf(body: string, campaign: string): LettersExport | null {
  try {
    const parsed = LettersExport.safeParse(JSON.parse(body));
    return parsed.success && parsed.data.campaign.id === campaign ? parsed.data : null;
  } catch {
    return null; // no JSON: the answer says so
  }
}

export function createLetterRoutes({ letters, secret }: { letters: LetterPress; secret: string }): Routes {
  return async (request, response) => {
    const campaign = DOOR.exec((request.url ?? '').split('?')[0] ?? '')?.[1];
    if (campaign === undefined) return false;
    if (!hasBearer(request, secret)) {
      request.resume();
      refuse(response, 401, 'unauthorized', { 'www-authenticate': 'Bearer' });
      return true;
    }
    if (request.method !== 'POST') {
      request.resume();
      refuse(response, 405, messages.notUnderstood, { allow: 'POST' });
      return true;
    }
    const body = await readBody(request, LETTERS_EXPORT_BYTES);
    const wanted = body === null ? null : lettersOf(body, campaign);
    if (wanted === null) {
      refuse(response, body === null ? 413 : 400, body === null ? messages.tooLarge : messages.notUnderstood);
      return true;
    }
    const made = await letters.set(JSON.stringify(wanted));
    if (made.outcome === 'set') {
      response.writeHead(200, {
        'content-type': 'application/pdf',
        'content-length': made.pdf.length,
        'cache-control': 'no-store',
      });
      response.end(made.pdf);
    } else if (made.outcome === 'busy') {
      refuse(response, 503, messages.busy, { 'retry-after': '60' });
    } else {
      refuse(response, 500, messages.failed);
    }
    return true;
  };
}
