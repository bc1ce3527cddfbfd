/**
 * Serves the live release for `start` and the tests. It keeps nothing of a release in memory but its name, looks at the
 * link `site/current` for every request, and so shows a new release with the first request after the switch.
 */
import { existsSync, type ReadStream, readFileSync, readlinkSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { BOOKLET_ADDRESS } from '@trame/cms/domain/contract/site/release-status';
import { readSecretAddress, secretPagePath } from '@trame/cms/domain/secret-address';
import sirv from 'sirv';
import { type Log, silentLog } from '../lib/log.ts';
import { mapServerOf } from './map-server.ts';
import { stylesOf } from './page-styles.ts';
import { type Addresses, FOR_OTHERS, headersFor, headersForMissing, OF_NO_PAGE } from './headers.ts';
import { messages } from './messages.ts';

/** When to ask again for a booklet that is being made: a few seconds for a thousand entries, and half a minute for ten thousand. */
const BOOKLET_TAKES_SECONDS = 10;

type Handler = ReturnType<typeof sirv>;

/** Files of one release, precompressed twins included. `dev` makes sirv look at the disk instead of listing 60,000 files first. */
const filesOf = (folder: string): Handler => sirv(folder, { dev: true, etag: true, brotli: true, gzip: true });

/** Says that there is no such page, or none yet. */
function answer(response: ServerResponse, status: number, html: string | Buffer): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  for (const [name, value] of Object.entries(OF_NO_PAGE)) response.setHeader(name, value);
  response.end(html);
}

/**
 * The page of secrets that a request leads to when its address carries more than the page's own: a mail program has moved the
 * secret of a letter's link to where servers see it. Null for every other address.
 */
function pageOfSecret(url: string): string | null {
  const found = readSecretAddress(url);
  const page = found && secretPagePath(found.page);
  // A compressed twin is no page, here neither.
  return page === null || url === page || /\.(br|gz)$/.test(url) ? null : page;
}

/** Pathname, decoded; null when it is no address of ours, such as the whole URL that one asks a proxy for. */
function pathnameOf(request: IncomingMessage): string | null {
  try {
    const pathname = decodeURIComponent((request.url ?? '').split(/[?#]/)[0] ?? '');
    return pathname.startsWith('/') ? pathname : null;
  } catch {
    return null;
  }
}

/**
 * The address of a folder, with the slash that it was asked without: always a path of this site. It begins with one slash:
 * after two, a browser reads the name of a host (RFC 3986, 4.2).
 */
const withSlash = (pathname: string): string =>
  `/${encodeURI(path.posix.normalize(pathname)).replace(/^\/+|\/+$/g, '')}/`.replace(/^\/+/, '/');

/**
 * Ends the reading of a file with the answer: sirv pipes and looks no further, so a visitor who leaves in the middle of a
 * download would leave its file open for ever, and a file that cannot be read would end the server.
 */
function closeWithAnswer(response: ServerResponse, onError: (error: unknown) => void): void {
  response.once('pipe', (source) => {
    source.on('error', (error) => {
      onError(error);
      response.destroy();
    });
    const end = () => void (source as ReadStream).destroy();
    if (response.closed) end();
    else response.once('close', end);
  });
}

/**
 * @param dataDir whose `site/current` is served; before the first release, visitors are told to wait.
 * @param addresses public ones, of the site itself and of the CMS
 * @param log told of every page that could not be read, with its cause
 */
export function createSiteServer(dataDir: string, addresses: Addresses = {}, log: Log = silentLog): Server {
  const site = path.join(path.resolve(dataDir), 'site');
  let release = '';
  let files: Handler | null = null;
  let mapServer: string | null = null;
  let styles: readonly string[] | null = null;

  const liveFolder = (): string | null => {
    try {
      return path.resolve(site, readlinkSync(path.join(site, 'current')));
    } catch (error) {
      // Before the first release there is no link; any other reason is told, and visitors wait all the same.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        log.error('live release not found', { cause: String(error) });
      return null;
    }
  };

  const report = (request: IncomingMessage, error: unknown) =>
    log.error('page not read', { path: pathnameOf(request), cause: String(error) });

  const handle = (request: IncomingMessage, response: ServerResponse) => {
    // The page's script reads the secret from the browser's bar. Nothing below, log included, sees it.
    const secretPage = pageOfSecret(request.url ?? '');
    if (secretPage !== null) request.url = secretPage;
    const pathname = pathnameOf(request);
    const folder = liveFolder();
    if (folder !== null && (folder !== release || !files)) {
      files = filesOf(folder);
      release = folder;
      mapServer = mapServerOf(folder, log);
      styles = stylesOf(folder, log);
    }
    const say = (headers: Readonly<Record<string, string>>) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    };
    say(headersFor(pathname ?? '/', folder === null ? addresses : { ...addresses, mapServer, styles }));
    if (secretPage !== null) response.setHeader('Cache-Control', 'no-store');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      answer(response, 405, messages.wrongMethod);
      return;
    }
    if (folder === null || !files) {
      response.setHeader('Retry-After', '5');
      answer(response, 503, messages.notYet);
      return;
    }
    const missing = () => {
      const page = path.join(folder, '404.html');
      // What is allowed of an address is allowed of what stands there.
      for (const name of Object.keys(FOR_OTHERS)) response.removeHeader(name);
      say(headersForMissing(pathname, { ...addresses, styles }));
      // The checks let a release without it pass when it follows, and at no other time.
      if (pathname === BOOKLET_ADDRESS) {
        response.setHeader('Retry-After', String(BOOKLET_TAKES_SECONDS));
        answer(response, 503, messages.bookletFollows);
        return;
      }
      answer(response, 404, existsSync(page) ? readFileSync(page) : messages.notFound);
    };
    // A compressed twin is an encoding of its file, not a page of its own.
    if (pathname === null || pathname.includes('\0') || /\.(br|gz)$/.test(pathname)) return missing();
    if (!pathname.endsWith('/') && isFolder(path.join(folder, path.posix.normalize(pathname)))) {
      const [, query = ''] = (request.url ?? '').split(/(?=\?)/);
      response.writeHead(308, { Location: withSlash(pathname) + query });
      response.end();
      return;
    }
    // sirv would also show a file under its name with a slash.
    if (pathname.endsWith('/') && !isFolder(path.join(folder, path.posix.normalize(pathname)))) return missing();
    closeWithAnswer(response, (error) => report(request, error));
    files(request, response, missing);
  };

  return createServer({ requestTimeout: 30_000 }, (request, response) => {
    try {
      handle(request, response);
    } catch (error) {
      report(request, error);
      if (!response.headersSent) answer(response, 500, messages.broken);
      else response.destroy();
    }
  });
}

/** What is longer than any name of a file is none. */
function isFolder(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENAMETOOLONG') return false;
    throw error;
  }
}
