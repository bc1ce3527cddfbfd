/** The deployer's doors: three for the site, those of the editions (`editions/routes.ts`), of letters and lists on paper (`letters/routes.ts`), of previews (`previews/routes.ts`), of saved searches (`searches/routes.ts`) and of what is counted (`metrics.ts`). It listens on the machine itself only; whoever knocks must know the secret, but to read what is counted. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { causeOf } from '@trame/cms/domain/cause';
import type { PublicationState } from '@trame/cms/domain/contract/desk/publication-state';
import { z } from 'zod';
import { admit, parseBody, readBody, sendJson, strictTransport } from '../lib/http.ts';
import type { Log } from '../lib/log.ts';
import type { Routes } from './editions/routes.ts';
import { messages } from './messages.ts';

const BODY_LIMIT = 4096;
const Rebuild = z.strictObject({ acceptLoss: z.boolean().default(false) });

export interface ServerParts {
  readonly secret: string;
  /** Public address of the print shops' pages. */
  readonly pressUrl?: string;
  /** Something may have changed. */
  readonly wake: () => void;
  /** Build in any case. */
  readonly rebuild: (options: { acceptLoss: boolean }) => void;
  readonly state: () => Promise<PublicationState>;
  readonly editions: Routes;
  readonly letters: Routes;
  readonly previews: Routes;
  readonly searches: Routes;
  readonly metrics: Routes;
  readonly log: Log;
}

/** Null when the body is no such request; an empty one asks for the usual. */
const parseRebuild = (body: string | null): { acceptLoss: boolean } | null =>
  body === null ? null : parseBody(Rebuild, body.trim() || '{}');

async function handle(request: IncomingMessage, response: ServerResponse, parts: ServerParts): Promise<void> {
  if (await parts.editions(request, response)) return;
  if (await parts.letters(request, response)) return;
  if (await parts.previews(request, response)) return;
  if (await parts.searches(request, response)) return;
  if (await parts.metrics(request, response)) return;
  const door = `${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}`;
  if (door !== 'POST /hooks/strapi' && door !== 'POST /rebuild' && door !== 'GET /state') {
    request.resume();
    sendJson(response, 404, { error: messages.noSuchDoor });
    return;
  }
  if (!admit(request, response, parts.secret)) return;
  if (door === 'GET /state') {
    sendJson(response, 200, await parts.state());
  } else if (door === 'POST /hooks/strapi') {
    request.resume(); // it only wakes: what changed is read from the CMS
    parts.wake();
    sendJson(response, 202, {});
  } else {
    const options = parseRebuild(await readBody(request, BODY_LIMIT));
    if (!options) {
      sendJson(response, 400, { error: messages.badRequest });
      return;
    }
    parts.rebuild(options);
    sendJson(response, 202, {});
  }
}

/** Of data, which no browser shows as a page; the pages of print shops say what is theirs. */
const ALWAYS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), payment=(), usb=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export function createDeployerServer(parts: ServerParts): Server {
  const always = Object.entries({ ...ALWAYS, ...strictTransport(parts.pressUrl) });
  return createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (request, response) => {
    for (const [name, value] of always) response.setHeader(name, value);
    handle(request, response, parts).catch((error: unknown) => {
      // Without its query and its token: an address of the print shop opens a file.
      const door = (request.url ?? '').split('?')[0]?.replace(/^(\/imprimeur\/)[^/]+/, '$1…');
      parts.log.error('request failed', { method: request.method, door, cause: causeOf(error) });
      if (!response.headersSent) sendJson(response, 500, { error: messages.internal });
      else response.destroy();
    });
  });
}
