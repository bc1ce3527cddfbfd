import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

/**
 * How handing over one letter ended, by who is to act on it.
 *
 * - `accepted`: the server answered 250 to the final dot;
 * - `refused`: for good (5xx), this letter to this address;
 * - `later`: not now (4xx), this letter;
 * - `unsent`: the connection was lost before the dot: the server has nothing;
 * - `unknown`: the connection was lost after the dot, before the answer: nobody can know (RFC 1047);
 * - `hold`: the server will not work with us at all: no letter is to blame, none should be tried for a while.
 */
export type Delivery =
  | { readonly kind: 'accepted' | 'refused' | 'later'; readonly answer: string }
  | { readonly kind: 'unsent' | 'unknown'; readonly answer: string }
  | { readonly kind: 'hold'; readonly why: HoldReason; readonly answer: string };

export type HoldReason = 'unreachable' | 'signIn' | 'sender' | 'busy';

export interface Envelope {
  readonly from: string;
  readonly to: string;
}

/** One conversation with the server, for any number of letters, one after the other. */
export interface MailSession {
  /**
   * Hands over one letter.
   * @param beforeDot awaited when all of the message is on its way and only the final dot is missing; when it throws, the dot
   * is never sent and the connection is cut
   */
  deliver(envelope: Envelope, message: Buffer, beforeDot: () => Promise<void>): Promise<Delivery>;
  /** False once the connection is gone. */
  readonly usable: boolean;
  /** Says goodbye. */
  quit(): void;
  /** Cuts it: what has not got its dot never will. */
  cut(): void;
}

export interface MailTransport {
  readonly host: string;
  /** @returns a session, or why there can be none; `signal` ends the waiting for it */
  connect(signal?: AbortSignal): Promise<MailSession | Extract<Delivery, { kind: 'hold' }>>;
}

export interface TransportTimeouts {
  readonly connectionTimeout: number;
  readonly greetingTimeout: number;
  /** Silence in the middle of a conversation. RFC 5321 4.5.3.2.6 asks for ten minutes after the dot. */
  readonly socketTimeout: number;
}

const TIMEOUTS: TransportTimeouts = { connectionTimeout: 60_000, greetingTimeout: 60_000, socketTimeout: 600_000 };

/** Bytes handed to the connection at a time. */
const CHUNK = 16 * 1024;

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly message: string;
}

/**
 * @param smtpUrl `smtp://user:password@host:587` (STARTTLS is used when offered) or `smtps://…:465`; options of nodemailer may
 * follow as a query
 */
export function createTransport(smtpUrl: string, timeouts: Partial<TransportTimeouts> = {}): MailTransport {
  const options = { ...TIMEOUTS, ...parseConnectionUrl(smtpUrl), ...timeouts } as SMTPConnectionOptions & {
    auth?: { user: string; pass: string };
  };
  return {
    host: `${options.host ?? 'localhost'}:${options.port ?? (options.secure ? 465 : 587)}`,
    connect: (signal) =>
      new Promise((resolve) => {
        const connection = new SMTPConnection(options);
        let opened = false;
        const fail = (error: SmtpError) => {
          connection.close();
          if (opened) return;
          signal?.removeEventListener('abort', abort);
          resolve(holdFor(error));
        };
        const abort = () => fail({ message: 'Stopped' });
        connection.on('error', fail);
        signal?.addEventListener('abort', abort, { once: true });
        if (signal?.aborted) return abort();
        connection.once('end', () => fail({ message: 'Connection closed' }));
        const ready = () => {
          opened = true;
          signal?.removeEventListener('abort', abort);
          resolve(createSession(connection));
        };
        connection.connect((error) => {
          if (error) fail(error);
          else if (!options.auth) ready();
          else
            connection.login({ credentials: options.auth }, (refused) => {
              if (refused) fail(refused);
              else ready();
            });
        });
      }),
  };
}

const wordsOf = ({ response, message }: SmtpError): string => response || message;

/** A server that does not even begin a letter. */
function holdFor(error: SmtpError): Extract<Delivery, { kind: 'hold' }> {
  const why = error.code === 'EAUTH' ? 'signIn' : error.responseCode ? 'busy' : 'unreachable';
  return { kind: 'hold', why, answer: wordsOf(error) };
}

/** Reads an error in the light of how far the letter was. */
function judge(error: SmtpError, dotAllowed: boolean): Delivery {
  const { responseCode: code, command } = error;
  const answer = wordsOf(error);
  if (code === 421) return dotAllowed ? { kind: 'later', answer } : { kind: 'hold', why: 'busy', answer };
  // An answer to the dot: the server says itself that it does not have the letter.
  if (dotAllowed && code) return { kind: code >= 500 ? 'refused' : 'later', answer };
  if (dotAllowed) return { kind: 'unknown', answer };
  if (command === 'MAIL FROM' && code) return { kind: 'hold', why: code >= 500 ? 'sender' : 'busy', answer };
  if (code) return { kind: code >= 500 ? 'refused' : 'later', answer };
  // Never reached the server: an address that no server can be asked for, or more bytes than this one takes.
  if (command === 'API' && error.code === 'EENVELOPE') return { kind: 'refused', answer };
  if (error.code === 'EMESSAGE') return { kind: 'refused', answer };
  return { kind: 'unsent', answer };
}

function createSession(connection: SMTPConnection): MailSession {
  let usable = true;
  connection.once('end', () => (usable = false));
  connection.once('error', () => (usable = false));
  const cut = () => {
    usable = false;
    connection.close();
  };
  /** After a refused recipient the server still has the sender: without RSET it would not take the next letter. */
  const reset = () =>
    new Promise<void>((resolve) => {
      const done = () => resolve();
      connection.once('end', done);
      connection.reset((error) => {
        connection.off('end', done);
        if (error) cut();
        resolve();
      });
    });

  return {
    get usable() {
      return usable;
    },
    quit() {
      usable = false;
      connection.quit();
    },
    cut,
    async deliver(envelope, message, beforeDot) {
      let dotAllowed = false;
      let over = false;
      // nodemailer writes the final dot when this stream ends: it cannot end before `beforeDot` is through. In pieces, so that
      // the wire's pace holds it back: whatever is lost on the way before the last of them is known to be without its dot.
      const source = Readable.from(
        (async function* () {
          for (let from = 0; from < message.length; from += CHUNK) yield message.subarray(from, from + CHUNK);
          await beforeDot();
          if (over) throw new Error('The connection was lost while the letter was being marked');
          dotAllowed = true;
        })(),
        { objectMode: false },
      );
      const delivery = await new Promise<Delivery>((resolve) => {
        connection.send({ from: envelope.from, to: [envelope.to] }, source, (error, info) => {
          over = true;
          resolve(error ? judge(error, dotAllowed) : { kind: 'accepted', answer: info?.response ?? '' });
        });
      });
      if (delivery.kind === 'unsent' || delivery.kind === 'unknown' || delivery.kind === 'hold') cut();
      else if (delivery.kind !== 'accepted' && usable) await reset();
      return delivery;
    },
  };
}
