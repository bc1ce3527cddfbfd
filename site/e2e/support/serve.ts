/** A folder served on the loopback: folders by their `index.html`, a 404 page, and compressed what the product’s server compresses. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.ics': 'text/calendar; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
  '.pagefind': 'application/x-pagefind',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
};
const COMPRESSED = /^(?:text\/|application\/(?:json|xml|x-pagefind)|image\/svg)/;
const compressed = (bytes: Buffer): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });

export interface Served {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * @param onAnswer told of the body of each answer, in bytes as they are sent
 * @param headersOf what is said besides about a path, and whether something stands there
 */
export async function serve(
  root: string,
  onAnswer?: (path: string, bytes: number) => void,
  headersOf: (path: string, status: number) => Record<string, string> = () => ({}),
): Promise<Served> {
  const server = createServer((request, response) => {
    void answer(root, request.url ?? '/').then(({ status, type, bytes }) => {
      const packed = COMPRESSED.test(type) ? compressed(bytes) : bytes;
      onAnswer?.(request.url ?? '', packed.length);
      response.writeHead(status, {
        ...headersOf(new URL(request.url ?? '/', 'http://localhost').pathname, status),
        'content-type': type,
        'content-length': packed.length,
        ...(packed === bytes ? {} : { 'content-encoding': 'br' }),
      });
      response.end(packed);
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function answer(root: string, url: string): Promise<{ status: number; type: string; bytes: Buffer }> {
  const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
  try {
    return { status: 200, type: TYPES[extname(file)] ?? 'application/octet-stream', bytes: await readFile(file) };
  } catch {
    const bytes = await readFile(join(root, '404.html')).catch(() => Buffer.from('404'));
    return { status: 404, type: TYPES['.html'] ?? '', bytes };
  }
}
