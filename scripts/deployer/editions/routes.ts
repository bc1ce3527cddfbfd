/** The doors of editions: `/editions/…` for whoever knows the deployer's secret, `/imprimeur/<token>/…` for a print shop. */
import type { ReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { causeOf } from '@trame/cms/domain/cause';
import { ContactQuestion } from '@trame/cms/domain/contract/press/editions-holding';
import { NewPrintShopLink } from '@trame/cms/domain/contract/press/edition-state';
import { slugify } from '@trame/cms/domain/slug';
import type { Clock } from '../../lib/clock.ts';
import { UnreadableFile } from '../../lib/files.ts';
import { admit, parseBody, readBody, sendJson } from '../../lib/http.ts';
import type { Log } from '../../lib/log.ts';
import { PlainError } from '../../lib/plain-error.ts';
import { type Editions, Refused } from './editions.ts';
import { tellEvents } from './event-stream.ts';
import { messages, type Refusal } from './messages.ts';
import { CmsSilent, NoSuchEdition } from './print-content.ts';
import { printShopPage, refusalPage } from './print-shop-page.ts';
import { createStrikes } from './strikes.ts';
import { Damaged, type HandedFile } from './store.ts';

const BODY_LIMIT = 4096;
/** A press file is tens of megabytes: a few at once fill the line of a town hall. */
const MOST_DOWNLOADS = 6;
/** A download that takes nothing for so long is over. */
const IDLE_MS = 60_000;
const BAD_TOKENS = { most: 20, perMs: 10 * 60_000 };

/** Whether the request was for one of these doors; then it is, or will be, answered. */
export type Routes = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export interface RoutesOptions {
  readonly editions: Editions;
  /** Of the doors below /editions/. */
  readonly secret: string;
  readonly clock: Clock;
  readonly log: Log;
}

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  zip: 'application/zip',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Pages of ours: no script, nothing from elsewhere, no trace of the link's address in other places. */
const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
} as const;

function page(request: IncomingMessage, response: ServerResponse, status: number, text: string, more = {}): void {
  response.writeHead(status, {
    ...PAGE_HEADERS,
    ...more,
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}

/** The client; behind a proxy of this machine, the client that the proxy saw. Only the last address is the proxy's own word. */
export function addressOf(request: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const direct = request.socket.remoteAddress ?? '';
  const forwarded =
    String(request.headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? '';
  const isLocal = direct === '::1' || direct.replace(/^::ffff:/, '').startsWith('127.');
  return isLocal && forwarded !== '' ? forwarded : direct;
}

export function createEditionRoutes({ editions, secret, clock, log }: RoutesOptions): Routes {
  const strikes = createStrikes({ ...BAD_TOKENS, clock });
  let downloads = 0;

  /** @returns whether the whole file went out. The handle is closed in any case. */
  async function send(
    request: IncomingMessage,
    response: ServerResponse,
    file: HandedFile,
    saveAs: string,
  ): Promise<boolean> {
    const extension = file.name.split('.').at(-1) ?? '';
    let content: ReadStream | null = null;
    try {
      response.writeHead(200, {
        ...PAGE_HEADERS,
        'content-type': TYPES[extension] ?? 'application/octet-stream',
        'content-length': file.bytes,
        // The report is for reading; the rest is for keeping.
        'content-disposition': `${extension === 'html' ? 'inline' : 'attachment'}; filename="${saveAs}"`,
      });
      if (request.method === 'HEAD') {
        response.end();
        return false;
      }
      response.setTimeout(IDLE_MS, () => response.destroy());
      content = file.handle.createReadStream({ start: 0, autoClose: false });
      await pipeline(content, response);
      return true;
    } catch (error) {
      // Who has every byte may hang up before the end of the file is read.
      if (content?.bytesRead === file.bytes && response.writableLength === 0) return true;
      log.info('download broken off', { file: file.name, cause: String(error) });
      return false;
    } finally {
      await file.handle.close();
    }
  }

  /** One of few at a time; `busy` answers the others. */
  async function oneOfFew(busy: () => void, work: () => Promise<void>): Promise<void> {
    if (downloads >= MOST_DOWNLOADS) return busy();
    downloads += 1;
    try {
      await work();
    } finally {
      downloads -= 1;
    }
  }

  async function publicDoor(request: IncomingMessage, response: ServerResponse, parts: string[]): Promise<void> {
    request.resume();
    const refuse = (status: number, refusal: Refusal, more = {}) =>
      page(request, response, status, refusalPage(refusal), more);
    const [token = '', file, ...rest] = parts;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead) return refuse(405, 'file', { allow: 'GET, HEAD' });

    const admission = await editions.links.admit(token);
    if (admission.outcome === 'unknown') {
      // A genuine link always opens, also from behind an address that others guess from.
      return strikes.strike(addressOf(request))
        ? refuse(404, 'unknown')
        : refuse(429, 'tooMany', { 'retry-after': String(BAD_TOKENS.perMs / 1000) });
    }
    if (admission.outcome !== 'open') return refuse(410, admission.outcome);
    const { edition, link } = admission;
    const frozen = await editions.frozen(edition);
    // Links are made of frozen editions only: the folder of this one is lost, and its link is still a good one.
    if (frozen === null) throw new UnreadableFile(`editions/${edition}/frozen`, new Error('A link is kept without it'));

    if (file === undefined) {
      // Files of the page have addresses below it.
      response.writeHead(308, { ...PAGE_HEADERS, location: `./${token}/`, 'content-length': 0 }).end();
    } else if (file === '' && rest.length === 0) {
      if (request.method === 'GET') await editions.links.count(edition, link.id, 'visits');
      page(request, response, 200, printShopPage(frozen, link));
    } else if (rest.length > 0) {
      refuse(404, 'file');
    } else {
      const busy = () => refuse(503, 'tooMany', { 'retry-after': '60' });
      await oneOfFew(busy, async () => {
        const taken = await editions.take(edition, 'frozen', file);
        if (taken === null) return refuse(404, 'file');
        const saveAs = `${slugify(`${frozen.edition.title} ${frozen.edition.year}`)}-${file}`;
        const whole = await send(request, response, taken, saveAs);
        // Reading the report is part of the visit.
        if (whole && !file.startsWith('rapport.')) await editions.links.count(edition, link.id, 'downloads');
      });
    }
  }

  /** `GET /editions/events`: how far each edition is, one EditionProgress an event. The CMS listens for as long as it serves. */
  const progressEvents = async (response: ServerResponse) =>
    tellEvents(response, {
      first: await editions.known(),
      read: (edition) => editions.progress(edition),
      subscribe: (changed) => editions.news.subscribe((edition) => edition !== null && changed(edition)),
      over: editions.news.over,
      looksAgain: false,
      clock,
    });

  /** `GET /editions/<id>/events`: the EditionState of one, for as long as its page is looked at. */
  const stateEvents = (response: ServerResponse, edition: string) =>
    tellEvents(response, {
      first: [edition],
      read: (name) => editions.state(name),
      subscribe: (changed) =>
        editions.news.subscribe((told) => (told === null || told === edition) && changed(edition)),
      over: editions.news.over,
      looksAgain: true,
      clock,
    });

  async function ownDoor(request: IncomingMessage, response: ServerResponse, parts: string[]): Promise<void> {
    const [edition = '', ...rest] = parts;
    const refuse = (status: number, error: string) => sendJson(response, status, { error });
    if (request.method === 'POST' && edition === 'holding' && rest.length === 0) {
      const asked = parseBody(ContactQuestion, (await readBody(request, BODY_LIMIT)) ?? '');
      return asked ? sendJson(response, 200, await editions.holding(asked)) : refuse(400, messages.badRequest);
    }
    if (request.method === 'GET' && edition === 'events' && rest.length === 0) {
      request.resume();
      return progressEvents(response);
    }
    if (!editions.isName(edition)) {
      request.resume();
      return refuse(404, messages.noSuchEdition);
    }
    const door = [request.method === 'HEAD' ? 'GET' : request.method, ...rest];
    const is = (...pattern: (string | null)[]) =>
      pattern.length === door.length && pattern.every((part, at) => part === null || part === door[at]);

    if (is('POST', 'links')) {
      const wanted = parseBody(NewPrintShopLink, (await readBody(request, BODY_LIMIT)) ?? '');
      return wanted
        ? sendJson(response, 201, await editions.makeLink(edition, wanted))
        : refuse(400, messages.badRequest);
    }
    request.resume();
    if (is('GET')) return sendJson(response, 200, await editions.state(edition));
    if (is('GET', 'events')) return stateEvents(response, edition);
    if (is('POST', 'proof')) return sendJson(response, 202, await editions.proof(edition));
    if (is('POST', 'freeze')) return sendJson(response, 200, await editions.freeze(edition));
    if (is('DELETE', 'links', null)) {
      const state = await editions.revokeLink(edition, rest[1] ?? '');
      return state ? sendJson(response, 200, state) : refuse(404, messages.noSuchLink);
    }
    const which = rest[0];
    if ((which === 'proof' || which === 'frozen') && is('GET', null, null)) {
      const busy = () => refuse(503, messages.tooMany);
      return oneOfFew(busy, async () => {
        const taken = await editions.take(edition, which, rest[1] ?? '');
        if (taken === null) return refuse(404, messages.noSuchFile);
        await send(request, response, taken, taken.name);
      });
    }
    if (is('GET', 'entries', null) && rest[1]?.endsWith('.png')) {
      const found = await editions.entryPicture(edition, rest[1].slice(0, -'.png'.length));
      return found ? picture(request, response, found) : refuse(404, messages.noSuchEntry);
    }
    refuse(404, messages.noSuchFile);
  }

  return async (request, response) => {
    const [, first, ...parts] = decodedParts(request.url ?? '');
    if (first === 'imprimeur' && parts.length > 0) {
      await publicDoor(request, response, parts).catch((error: unknown) => {
        log.error('print shop page failed', { cause: causeOf(error) });
        if (response.headersSent) response.destroy();
        else if (error instanceof UnreadableFile) page(request, response, 503, refusalPage('unreadable'));
        else if (error instanceof Damaged) page(request, response, 500, refusalPage('damaged'));
        else page(request, response, 500, refusalPage('broken'));
      });
      return true;
    }
    if (first !== 'editions' || parts.length === 0) return false;
    if (!admit(request, response, secret)) return true;
    await ownDoor(request, response, parts).catch((error: unknown) => {
      if (response.headersSent) {
        log.error('edition answer broken off', { cause: String(error) });
        return void response.destroy();
      }
      const [status, sentence] = answerFor(error);
      if (status === 500) log.error('edition request failed', { cause: causeOf(error) });
      sendJson(response, status, { error: sentence });
    });
    return true;
  };
}

function answerFor(error: unknown): readonly [status: number, sentence: string] {
  if (error instanceof Refused) return [409, error.message];
  if (error instanceof UnreadableFile) return [500, messages.unreadableFile(error.file)];
  if (error instanceof Damaged) return [500, messages.damaged(error.file)];
  if (error instanceof NoSuchEdition) return [404, error.message];
  if (error instanceof CmsSilent) return [503, error.message];
  if (error instanceof PlainError) return [502, error.message];
  return [500, messages.refusals.broken.text];
}

function picture(
  request: IncomingMessage,
  response: ServerResponse,
  { png, content }: { png: Buffer; content: string },
): void {
  const etag = `"${content.slice(0, 16)}"`;
  const known = request.headers['if-none-match'] === etag;
  response.writeHead(known ? 304 : 200, {
    'content-type': 'image/png',
    etag,
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    ...(known ? {} : { 'content-length': png.length }),
  });
  response.end(known || request.method === 'HEAD' ? undefined : png);
}

/** The path's segments; one that is badly encoded stays as it is, and names nothing. */
function decodedParts(url: string): string[] {
  const [pathname = ''] = url.split('?');
  return pathname.split('/').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
}
