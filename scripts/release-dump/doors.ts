/** The doors of a running CMS, as a browser finds them: what an office, an association and a mail server send. */
import { request } from 'node:http';
import { DUMP_ADMIN, DUMP_SECRETS, DUMP_SITE } from './secrets.ts';

/** What a door answers is as loose here as it is on the wire: other releases are asked too. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

interface Asked {
  readonly method?: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a form of the admin carries from its opening to its saving; a release of before knows nothing of it. */
const BASE = 'x-trame-base';

let addresses = 0;
/** The whole of 127.0.0.0/8 is this machine: each request comes from an address of its own, because paces count by address. */
function freshAddress(): string {
  addresses += 1;
  return `127.9.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
}

function ask(
  url: string,
  { method = 'POST', body, headers = {} }: Asked,
): Promise<{ json: Json; cookie: string; base: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method,
        agent: false,
        localAddress: freshAddress(),
        headers: { ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if ((response.statusCode ?? 500) >= 300)
            reject(new Error(`${method} ${url}: ${response.statusCode} ${text}`));
          else
            resolve({
              json: text === '' ? null : JSON.parse(text),
              cookie: String(response.headers['set-cookie'] ?? ''),
              base: String(response.headers[BASE] ?? ''),
            });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

export interface Doors {
  /** A public route, as the pages of the site call it. */
  visit(path: string, body?: unknown, headers?: Record<string, string>): Promise<Json>;
  /** A route of the admin, as the first administrator. */
  office(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Json>;
  /** A returned message, as a mail server hands it in. */
  bounce(message: string): Promise<Json>;
}

/** @throws {Error} naming route, status and answer, from each of them, for whatever is refused */
export function openDoors(url: string): Doors {
  let token: Promise<string> | null = null;
  const bases = new Map<string, string>();
  const json = { 'content-type': 'application/json' };
  const signIn = async () => {
    const answer = await ask(`${url}/admin/login`, { headers: json, body: JSON.stringify(DUMP_ADMIN) });
    const { data } = answer.json as { data: { accessToken?: string; token?: string } };
    return data.accessToken ?? data.token ?? '';
  };
  return {
    visit: async (path, body = {}, headers = {}) =>
      (
        await ask(`${url}${path}`, {
          headers: { ...json, origin: DUMP_SITE, 'x-trame-session': '1', ...headers },
          body: JSON.stringify(body),
        })
      ).json,
    async office(method, path, body) {
      token ??= signIn();
      const record = path.replace(/\/actions\/publish$/, '');
      const base = bases.get(record);
      const headers = {
        ...json,
        authorization: `Bearer ${await token}`,
        ...(base === undefined ? {} : { [BASE]: base }),
      };
      const sent = method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) };
      const answer = await ask(`${url}${path}`, { method, headers, ...sent });
      if (answer.base !== '') bases.set(record, answer.base);
      return answer.json;
    },
    bounce: async (message) =>
      (
        await ask(`${url}/api/mail/bounce`, {
          headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${DUMP_SECRETS.TRAME_BOUNCE_TOKEN}` },
          body: message,
        })
      ).json,
  };
}
