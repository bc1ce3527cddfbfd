/**
 * Serves the live release for `start` and the tests. It keeps nothing of a release in memory but its name, looks at the
 * link `site/current` for every request, and so shows a new release with the first request after the switch.
 */
import { existsSync, type ReadStream, readFileSync, readlinkSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { headersFor } from './headers.ts';
import { messages } from './messages.ts';

type Handler = ReturnType<typeof sirv>;

/** Files of one release, precompressed twins included. `dev` makes sirv look at the disk instead of listing 60,000 files first. */
const filesOf = (folder: string): Handler => sirv(folder, { dev: true, etag: true, brotli: true, gzip: true });

function answer(response: ServerResponse, status: number, html: string | Buffer): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.end(html);
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
 * Ends the reading of a file with the answer: sirv pipes and looks no further, so a visitor who leaves in the middle of a
 * download would leave its file open for ever, and a file that cannot be read would end the server.
 */
function closeWithAnswer(response: ServerResponse): void {
  response.once('pipe', (source) => {
    source.on('error', () => response.destroy());
    const end = () => void (source as ReadStream).destroy();
    if (response.closed) end();
    else response.once('close', end);
  });
}

/**
 * @param dataDir whose `site/current` is served; before the first release, visitors are told to wait.
 * @param cmsUrl public address of the CMS, which the pages where associations write may ask
 */
export function createSiteServer(dataDir: string, cmsUrl?: string): Server {
  const site = path.join(path.resolve(dataDir), 'site');
  let release = '';
  let files: Handler | null = null;

  const liveFolder = (): string | null => {
    try {
      return path.resolve(site, readlinkSync(path.join(site, 'current')));
    } catch {
      return null;
    }
  };

  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const pathname = pathnameOf(request);
    for (const [name, value] of Object.entries(headersFor(pathname ?? '/', cmsUrl))) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      answer(response, 405, messages.wrongMethod);
      return;
    }
    const folder = liveFolder();
    if (folder === null) {
      response.setHeader('Retry-After', '5');
      answer(response, 503, messages.notYet);
      return;
    }
    if (folder !== release || !files) {
      files = filesOf(folder);
      release = folder;
    }
    const missing = () => {
      const page = path.join(folder, '404.html');
      response.removeHeader('Access-Control-Allow-Origin');
      answer(response, 404, existsSync(page) ? readFileSync(page) : messages.notFound);
    };
    // A compressed twin is an encoding of its file, not a page of its own.
    if (pathname === null || pathname.includes('\0') || /\.(br|gz)$/.test(pathname)) return missing();
    if (!pathname.endsWith('/') && isFolder(path.join(folder, path.posix.normalize(pathname)))) {
      const [, query = ''] = (request.url ?? '').split(/(?=\?)/);
      response.writeHead(308, {
        Location: `${encodeURI(path.posix.normalize(pathname)).replace(/^\/+/, '/')}/${query}`,
      });
      response.end();
      return;
    }
    // sirv would also show a file under its name with a slash.
    if (pathname.endsWith('/') && !isFolder(path.join(folder, path.posix.normalize(pathname)))) return missing();
    closeWithAnswer(response);
    files(request, response, missing);
  };

  return createServer({ requestTimeout: 30_000 }, (request, response) => {
    try {
      handle(request, response);
    } catch {
      if (!response.headersSent) answer(response, 500, messages.broken);
      else response.destroy();
    }
  });
}

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
