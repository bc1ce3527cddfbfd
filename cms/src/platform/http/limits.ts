/** How much of a public route one visitor may use: read before a byte of a body is. */
import { ENTRY_FORM_BYTES, LOGO_BYTES } from '../../domain/entry/limits.ts';

/** How often within `seconds`, counted for an address, a mailbox, a link or an account. */
export interface Pace {
  readonly times: number;
  readonly seconds: number;
}

export interface Limits {
  /** What is counted together: two routes that share a name share their pace. */
  readonly name: string;
  /**
   * `form`: what a mail program posts of its own, which says nothing that is read (RFC 8058). `page`: a form of the site's pages
   * that a browser posts as it is, without a script.
   */
  readonly body: 'json' | 'multipart' | 'form' | 'page';
  /** Of the whole request body. */
  readonly bytes: number;
  /** Of one address. */
  readonly pace: Pace;
}

export const MINUTE = 60;
export const TEN_MINUTES = 10 * MINUTE;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/**
 * What one address may do. An address is no person: everybody in a village hall has the same one, and so have the hundreds of
 * telephones that a carrier puts behind it (RFC 6888). These figures let forty people sit at one table and only keep one machine
 * from taking the server for itself; what protects a person is counted strictly by `PER_PERSON` and beside each act.
 */
export const PER_ADDRESS = {
  /** A page asks some five times when it is opened, and a session is renewed in each tab: fifteen questions each in a minute. */
  reading: { times: 600, seconds: MINUTE },
  /** Links and sessions opened, closed, and opened again by who pressed twice: five each. */
  opening: { times: 200, seconds: MINUTE },
  /** Links of withdrawal: each is compared with every contact, a quarter of a second of the processor for 10,000 associations. */
  withdrawing: { times: 40, seconds: MINUTE },
  /** Letters asked for: three each. */
  asking: { times: 120, seconds: TEN_MINUTES },
  /** Codes typed: three each. What makes guessing hopeless is counted by code (`links/typed-code.ts`). */
  typing: { times: 120, seconds: TEN_MINUTES },
  /** Entries and proposals sent: each is read by an editor. */
  sending: { times: 200, seconds: TEN_MINUTES },
  /** Pictures of 5 MB that the server draws again, one after the other. */
  picturing: { times: 100, seconds: TEN_MINUTES },
  /** New associations: eight at the table of a forum, who try five times. `take-declaration.ts` counts networks and the day. */
  declaring: { times: 40, seconds: HOUR },
  /** Messages and reports written on pages: three each. Recipients, networks and the day are counted beside each act. */
  writing: { times: 60, seconds: TEN_MINUTES },
  /** Questions without an answer, told by devices when a page is left: six each in an hour. */
  telling: { times: 240, seconds: HOUR },
  /** Resemblances, looked up while a name is typed. */
  comparing: { times: 240, seconds: MINUTE },
} as const satisfies Readonly<Record<string, Pace>>;

/** What one link or one account may do, from whatever addresses: more than a person does, less than a program would. */
export const PER_PERSON = {
  reading: { times: 60, seconds: MINUTE },
  sending: { times: 30, seconds: TEN_MINUTES },
  managing: { times: 30, seconds: TEN_MINUTES },
} as const satisfies Readonly<Record<string, Pace>>;

const SHORT_BYTES = 2_000;
const LONG_WORDS_BYTES = 40_000;
/** What a multipart body weighs besides its file. */
const ENVELOPE_BYTES = 10_000;

const limits =
  (body: Limits['body'], bytes: number) =>
  (name: string, pace: Pace): Limits => ({ name, body, bytes, pace });

/** A question of a few words: a token, an address. */
export const shortQuestions = limits('json', SHORT_BYTES);
/** One word, by a mail program. */
export const oneClicks = limits('form', SHORT_BYTES);
/** A whole entry as a form. */
export const entryForms = limits('json', ENTRY_FORM_BYTES);
/** A few sentences, escaped as forms are: a letter with an accent takes six bytes. */
export const pageForms = limits('page', LONG_WORDS_BYTES);
/** One picture. */
export const logos = limits('multipart', LOGO_BYTES + ENVELOPE_BYTES);
