/** The web page on which the letters are read. It listens on this machine only: what it shows opens people's entries. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { causeOf } from '@trame/cms/domain/cause';
import { createLog } from '../lib/log.ts';
import type { LetterFolder } from './letter-folder.ts';
import { letterPage, listPage, messages, notePage } from './pages.ts';

/** A page of ours runs nothing and loads nothing but the letter in its frame, and its own empty icon. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** A letter runs nothing, loads nothing and has an origin of its own; its links open beside it. */
const LETTER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  policy = PAGE_POLICY,
): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(body);
}

const HTML = 'text/html; charset=utf-8';

/** Asked for by the name of this machine? Another name that leads here is somebody's page trying to read the letters. */
const isLocal = (request: IncomingMessage): boolean =>
  /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(request.headers.host ?? '');

/** Links leave the frame; a base without an address changes nothing else. */
const openLinksOutside = (html: string): string =>
  /<head[^>]*>/i.test(html)
    ? html.replace(/<head[^>]*>/i, (head) => `${head}<base target="_blank">`)
    : `<base target="_blank">${html}`;

const matches = (text: string, words: string): boolean =>
  text.toLocaleLowerCase('fr').includes(words.toLocaleLowerCase('fr').trim());

async function answer(letters: LetterFolder, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isLocal(request)) return send(response, 403, HTML, notePage(messages.notHere));
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return send(response, 405, HTML, notePage(messages.onlyReading));
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  const wanted = url.searchParams.get('q') ?? '';
  const found = letters
    .list()
    .filter(({ to, subject }) => wanted === '' || matches(to, wanted) || matches(subject, wanted));

  if (url.pathname === '/') {
    return send(response, 200, HTML, listPage(found, wanted, letters.list().length));
  }
  if (url.pathname === '/messages.json') {
    const all = await Promise.all(found.map(({ id }) => letters.read(id)));
    return send(response, 200, 'application/json', JSON.stringify(all.filter((letter) => letter !== null)));
  }
  const [, id, part] = /^\/lettres\/(\d{10})\/(html|source)?$/.exec(url.pathname) ?? [];
  const letter = id ? await letters.read(id) : null;
  if (!id || !letter) return send(response, 404, HTML, notePage(messages.noSuchLetter));
  if (part === 'source') {
    return send(response, 200, 'text/plain; charset=utf-8', (await letters.source(id)) ?? '');
  }
  if (part === 'html') return send(response, 200, HTML, openLinksOutside(letter.html ?? ''), LETTER_POLICY);
  return send(response, 200, HTML, letterPage(letter));
}

/** `/` the list, `/?q=` part of it, `/lettres/<id>/` one letter, `/messages.json` for tests (also with `?q=`). */
export function createMailbox(letters: LetterFolder, log = createLog('mailbox')): Server {
  return createServer((request, response) => {
    answer(letters, request, response).catch((error: unknown) => {
      log.error('request failed', { cause: causeOf(error) });
      if (!response.headersSent) send(response, 500, HTML, notePage(messages.broken));
      else response.destroy();
    });
  });
}
