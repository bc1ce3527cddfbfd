/** A browser of somebody who manages an association: an address of its own, a cookie, and what the pages of the site send. */
import { request, type IncomingHttpHeaders } from 'node:http';
import { createRequire } from 'node:module';
import { SESSION_HEADER } from '../../src/domain/contract/associations/session-header.ts';
import type { Session } from '../../src/domain/contract/associations/my-entry.ts';
import type * as AskForLink from '../../src/associations/sessions/ask-for-link.ts';
import type { Cms } from './cms.ts';

export const SITE = 'https://annuaire.example.org';

/** Of the CMS that runs, which is the compiled one: the module beside it would know of no link that was asked for. */
export const linksSettled = (): Promise<void> =>
  (
    createRequire(import.meta.url)('../../dist/src/associations/sessions/ask-for-link.js') as typeof AskForLink
  ).linksSettled();

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly json: any;
}

interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  /** Sent as it is; null leaves one out that pages send. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

let visitors = 0;

export class Visitor {
  readonly #cms: Cms;
  /** The whole of 127.0.0.0/8 is this machine: each visitor comes from a network of its own, because paces count them. */
  readonly #address: string;
  cookie: string | null = null;
  session: Session | null = null;

  constructor(cms: Cms) {
    this.#cms = cms;
    visitors += 1;
    this.#address = `127.${77 + Math.floor(visitors / 250)}.${visitors % 250}.1`;
  }

  ask(path: string, { method = 'POST', body = {}, headers = {} }: Asked = {}): Promise<Answered> {
    const bytes = method === 'POST' ? (Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))) : null;
    const all: Record<string, string | null> = {
      Origin: SITE,
      ...(bytes ? { 'Content-Type': 'application/json', 'Content-Length': String(bytes.length) } : {}),
      ...(path.startsWith('/api/session/') ? { [SESSION_HEADER]: '1', Cookie: this.cookie } : {}),
      ...(path.startsWith('/api/espace')
        ? { Authorization: this.session && `Bearer ${this.session.accessToken}` }
        : {}),
      ...headers,
    };
    const { hostname, port } = new URL(this.#cms.url);
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: hostname,
          port,
          path,
          method,
          localAddress: this.#address,
          agent: false,
          headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as Record<
            string,
            string
          >,
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            const set = response.headers['set-cookie']?.find((one) => one.startsWith('trame_session='));
            if (set) this.cookie = /^trame_session=;/.test(set) ? null : (set.split(';')[0] ?? null);
            const isJson = response.headers['content-type']?.startsWith('application/json') === true;
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text,
              json: isJson && text !== '' ? JSON.parse(text) : null,
            });
          });
        },
      );
      sent.on('error', reject);
      sent.end(bytes ?? undefined);
    });
  }

  /** Asks for a link, and waits until its letter is queued or left aside. */
  async askForLink(email: string): Promise<Answered> {
    const answer = await this.ask('/api/session/lien', { body: { email } });
    await linksSettled();
    return answer;
  }

  async open(token: string): Promise<Answered> {
    const answer = await this.ask('/api/session/ouvrir', { body: { token } });
    if (answer.status === 200) this.session = answer.json as Session;
    return answer;
  }

  async refresh(headers: Asked['headers'] = {}): Promise<Answered> {
    const answer = await this.ask('/api/session/rafraichir', { headers });
    if (answer.status === 200) this.session = answer.json as Session;
    return answer;
  }

  ofAssociation = (id: string, path: string, body: unknown = {}): Promise<Answered> =>
    this.ask(`/api/espace/associations/${id}/${path}`, { body });
  readSpace = (): Promise<Answered> => this.ask('/api/espace', { method: 'GET' });
}

export interface AccessLetter {
  readonly key: string;
  readonly text: string;
  readonly subject: string;
  readonly token: string;
  /** As it is written: "K7QF-29XM-TWDA". */
  readonly code: string;
}

/** The code beside the button of a letter. */
export const codeIn = (text: string): string =>
  /tapez le code\n([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})$/m.exec(text)?.[1] ?? '';

/** Letters with a link to the sign-in page, to one address, oldest first. */
export async function accessLetters(cms: Cms, email: string): Promise<AccessLetter[]> {
  const { rows } = (await cms.strapi.db.connection.raw(
    `select key, subject, body_text as text from trame_letters
      where recipient = ? and kind in ('sign-in', 'manager-invitation') order by id`,
    [email],
  )) as unknown as { rows: Omit<AccessLetter, 'token' | 'code'>[] };
  return rows.map((row) => ({
    ...row,
    token: /\/connexion\/#([\w-]{43})/.exec(row.text)?.[1] ?? '',
    code: codeIn(row.text),
  }));
}

/** Somebody with an open session. */
export async function signedIn(cms: Cms, email: string): Promise<Visitor> {
  const visitor = new Visitor(cms);
  await visitor.askForLink(email);
  const token = (await accessLetters(cms, email)).at(-1)?.token ?? '';
  const opened = await visitor.open(token);
  if (opened.status !== 200) throw new Error(`${opened.status} ${opened.text}`);
  return visitor;
}
