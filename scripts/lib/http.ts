/** Small HTTP pieces that the deployer, the site server and `start` share. */
import { timingSafeEqual, createHash } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import net from 'node:net';
import type { z } from 'zod';

export const LOOPBACK = '127.0.0.1';

/** Whether nothing listens on the port, on IPv4 loopback or on all addresses. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: LOOPBACK, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A port that was free a moment ago: `preferred` when it is, else one that the system picks. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isPortFree(preferred))) return preferred;
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host: LOOPBACK }, () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Listens and returns the real port (`0` asks for any). */
export function listen(server: Server, port: number, host: string = LOOPBACK): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as net.AddressInfo).port);
    });
  });
}

/** Stops listening, lets running answers end for a moment, then cuts what is left. */
export function close(server: Server, patienceMs = 1000): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Whether the request carries `Authorization: Bearer <secret>`. Takes the same time whatever the guess. */
export function hasBearer(request: IncomingMessage, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${secret}`));
}

/** The body as text. Null when it is longer than `limit` bytes; the rest is read and dropped so that the answer arrives. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    if (size > limit * 64) {
      request.destroy();
      return null;
    }
  }
  return size > limit ? null : Buffer.concat(chunks).toString('utf8');
}

/** Answers with JSON that nobody keeps. @param more headers besides */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  more: Readonly<Record<string, string>> = {},
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...more,
  });
  response.end(text);
}

/** Whether the request knows the secret; one that does not is answered 401, and its body dropped. */
export function admit(request: IncomingMessage, response: ServerResponse, secret: string): boolean {
  if (hasBearer(request, secret)) return true;
  request.resume();
  sendJson(response, 401, { error: 'unauthorized' }, { 'www-authenticate': 'Bearer' });
  return false;
}

/** The JSON of a body, checked; null when it is none, or of another shape: the answer says so. */
export function parseBody<Body>(shape: z.ZodType<Body>, text: string): Body | null {
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** What a door takes, from whom, and how it says in French that something else came. */
export interface PostDoor<Body> {
  readonly secret: string;
  readonly shape: z.ZodType<Body>;
  /** Bytes of a body. */
  readonly most: number;
  readonly tooLarge: string;
  readonly notUnderstood: string;
}

/**
 * The body of a POST from whoever knows the secret. Null when the request was refused, which then is answered: 401 without the
 * secret, 405 for another method, 413 over the length, 400 for another shape.
 */
export async function receive<Body>(
  request: IncomingMessage,
  response: ServerResponse,
  door: PostDoor<Body>,
): Promise<Body | null> {
  if (!admit(request, response, door.secret)) return null;
  if (request.method !== 'POST') {
    request.resume();
    sendJson(response, 405, { error: door.notUnderstood }, { allow: 'POST' });
    return null;
  }
  const text = await readBody(request, door.most);
  const body = text === null ? null : parseBody(door.shape, text);
  if (text === null) sendJson(response, 413, { error: door.tooLarge });
  else if (body === null) sendJson(response, 400, { error: door.notUnderstood });
  return body;
}

/**
 * The header by which browsers come by TLS only for a year (RFC 6797), where the public address is behind TLS; none elsewhere.
 * Not for subdomains: they may be others'.
 */
export const strictTransport = (publicUrl: string | undefined): Record<string, string> =>
  publicUrl?.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {};
