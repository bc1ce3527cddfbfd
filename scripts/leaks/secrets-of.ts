/** What the database holds and nobody published, in a form in which it can be looked for. */
import type pg from 'pg';
import { collectContacts, noContacts } from '@trame/cms/domain/contacts-in-text';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { contactsSaid } from '../checks/said.ts';
import { piecesOf } from './distinctive.ts';
import { type HeldColumn, heldColumns, heldTexts } from './held-texts.ts';
import { createPieceFinder } from './piece-finder.ts';
import { choiceWords } from './public-columns.ts';
import { SHOWN_ELSEWHERE } from './wiring.ts';

export interface Secret {
  readonly column: string;
  readonly isPrivate: boolean;
  /** Shown to nobody whole. */
  readonly value: string;
}

export interface Secrets {
  /** By piece, in plain spelling. */
  readonly pieces: ReadonlyMap<string, Secret>;
  /** By number (E.164) or address (small letters). */
  readonly phones: ReadonlyMap<string, Secret>;
  readonly emails: ReadonlyMap<string, Secret>;
}

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string' || typeof value === 'number') yield String(value);
  else if (Array.isArray(value)) {
    for (const item of value) yield* textsOf(item);
    // Codes of a theme stand in one text of the database.
    yield value.filter((item) => typeof item === 'string').join(', ');
  } else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* textsOf(item);
}

/** Texts of the columns that readers see under another name. A version of the record says them, too. */
async function shownElsewhere(client: pg.ClientBase): Promise<string[]> {
  const texts: string[] = [];
  for (const name of Object.keys(SHOWN_ELSEWHERE)) {
    const [table = '', column = ''] = name.split('.');
    const sql = `select ${client.escapeIdentifier(column)} as text from ${client.escapeIdentifier(table)}`;
    const { rows } = await client.query<{ text: string | null }>(sql);
    texts.push(...rows.flatMap(({ text }) => text ?? []));
  }
  return texts;
}

/** Said together so that no two of them make a third: no word of French. */
const APART = ' \u2016qzqx\u2016 ';

/**
 * All that the database holds, less what the export says: it holds what may be public, and nothing else.
 * @param said texts besides that anybody may read: the words of the program
 */
export async function readSecrets(
  client: pg.ClientBase,
  siteExport: SiteExport,
  said: readonly string[],
): Promise<Secrets> {
  const open = [...textsOf(siteExport), ...choiceWords(), ...(await shownElsewhere(client)), ...said];
  const openPieces = new Set(open.flatMap((text) => piecesOf(text)));
  const allowed = contactsSaid(siteExport);
  for (const text of said) collectContacts(text, allowed);

  const pieces = new Map<string, Secret>();
  const phones = new Map<string, Secret>();
  const emails = new Map<string, Secret>();
  const note = (into: Map<string, Secret>, key: string, { table, column, isPrivate }: HeldColumn, value: string) => {
    // What is private in one place and a draft in another is said to be the former.
    if (!into.has(key) || (isPrivate && into.get(key)?.isPrivate === false))
      into.set(key, { column: `${table}.${column}`, isPrivate, value });
  };
  for await (const { column, text } of heldTexts(client, await heldColumns(client))) {
    for (const piece of piecesOf(text)) if (!openPieces.has(piece)) note(pieces, piece, column, text);
    if (!/\d{2}|@/.test(text)) continue;
    const contacts = noContacts();
    collectContacts(text, contacts);
    for (const phone of contacts.phones) if (!allowed.phones.has(phone)) note(phones, phone, column, phone);
    for (const email of contacts.emails) if (!allowed.emails.has(email)) note(emails, email, column, email);
  }
  // A draft differs from what is published by a sentence, and the rest of it is cut into other pieces.
  for (const piece of createPieceFinder(pieces.keys()).find(open.join(APART))) pieces.delete(piece);
  return { pieces, phones, emails };
}
