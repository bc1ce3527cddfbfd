/** Knocks at the public routes as a browser does, from an address of one's own: limits count by address. */
import { request, type IncomingHttpHeaders } from 'node:http';
import type { Cms } from './cms.ts';

export const SITE = 'https://annuaire.example.org';

let addresses = 0;
/** An address of the loopback that nobody else has knocked from. */
export function freshAddress(): string {
  addresses += 1;
  return `127.8.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
}

export interface Knock {
  readonly json?: unknown;
  readonly form?: FormData;
  /** Sent as it is. */
  readonly text?: string;
  readonly method?: string;
  readonly from?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** None when null: what is no browser. */
  readonly origin?: string | null;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly json: any;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export async function knock(cms: Cms, path: string, knocking: Knock = {}): Promise<Answered> {
  const { json, form, text, method = 'POST', from = freshAddress(), headers = {}, origin = SITE } = knocking;
  const sent = form ? new Response(form) : null;
  const body = sent ? Buffer.from(await sent.arrayBuffer()) : Buffer.from(text ?? JSON.stringify(json ?? {}));
  const type = sent?.headers.get('content-type') ?? 'application/json';
  return new Promise((resolve, reject) => {
    const asked = request(
      `${cms.url}${path}`,
      {
        method,
        localAddress: from,
        agent: false,
        headers: {
          ...(method === 'POST' ? { 'content-type': type, 'content-length': String(body.length) } : {}),
          ...(origin === null ? {} : { origin }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const said = bytes.toString('utf8');
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            text: said,
            json: parsed(said),
          });
        });
      },
    );
    asked.on('error', reject);
    asked.end(method === 'POST' ? body : undefined);
  });
}
