/** A code that somebody typed: read, counted, and compared with those of the links that it may be of. */
import { timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { hexadecimalOf, LETTER_CODE_SIGNS, readLetterCode } from '../../domain/letter-code.ts';
import type { SecretPage } from '../../domain/secret-address.ts';
import { rowsOf } from '../database/sql.ts';
import { DAY, HOUR, type Pace } from '../http/limits.ts';
import { holdToPace } from '../http/pace.ts';
import { Refused, refusals } from '../http/refused.ts';
import { codeMaker, FINDING_SIGNS, signsOfPage } from './secret-link.ts';

/** How often a code of the same beginning may be tried, from wherever (`secret-link.ts` counts what that is good for). */
const MOST_ATTEMPTS: Pace = { times: 10, seconds: HOUR };
const MOST_SHORT_ATTEMPTS: Pace = { times: 10, seconds: DAY };

const HASH_DIGITS = 64;

interface TypedCode {
  /** Between which hashes its token's lies, both included: 64 hexadecimal digits. */
  readonly hashes: readonly [first: string, last: string];
  /** Is it the code of that token? */
  readonly isOf: (tokenHash: string) => boolean;
}

/** The same words for a code that never was, and for one whose link was replaced: nobody learns which by trying. */
export const unknownCode = (): Refused =>
  new Refused(
    'link-unknown',
    'Ce code n’ouvre rien\u00a0: relisez-le dans la dernière lettre reçue. Un code remplacé par une lettre plus récente ne fonctionne plus.',
  );

/**
 * Reads a code and counts the attempt. One that is longer than the page's is compared whole: letters of before it was
 * shortened are out.
 * @throws {Refused} when it is none of that page, or was tried too often
 */
export async function typedCode(page: SecretPage, typed: string): Promise<TypedCode> {
  const read = readLetterCode(typed);
  if (!read.ok) throw refusals.invalid([{ path: 'code', message: read.message }]);
  if (read.code.length < signsOfPage(page)) throw unknownCode();
  const begin = read.code.slice(0, FINDING_SIGNS);
  const isShort = read.code.length < LETTER_CODE_SIGNS;
  await holdToPace(
    isShort ? 'short codes of one beginning' : 'codes of one beginning',
    begin,
    isShort ? MOST_SHORT_ATTEMPTS : MOST_ATTEMPTS,
  );
  const digits = hexadecimalOf(begin);
  const codeOf = codeMaker();
  const given = Buffer.from(read.code);
  return {
    hashes: [digits.padEnd(HASH_DIGITS, '0'), digits.padEnd(HASH_DIGITS, 'f')],
    isOf: (tokenHash) =>
      tokenHash.startsWith(digits) && timingSafeEqual(Buffer.from(codeOf(tokenHash).slice(0, read.code.length)), given),
  };
}

/** Where the hashes of the tokens of a page stand. */
const TABLES = {
  'ma-fiche': 'update_requests',
  connexion: 'trame_access_links',
  'mes-donnees': 'trame_data_links',
  repondre: 'trame_messages',
  alerte: 'trame_alerts',
} as const satisfies Partial<Record<SecretPage, string>>;

const HashRow = z.object({ token_hash: z.string() });

/** The hash of the token whose letter says that code. @throws {Refused} when none does, or it was tried too often */
export async function hashOfCode(strapi: Core.Strapi, page: keyof typeof TABLES, typed: string): Promise<string> {
  const { hashes, isOf } = await typedCode(page, typed);
  const rows = await rowsOf(
    strapi.db.connection,
    HashRow,
    'select token_hash from ?? where token_hash between ? and ?',
    [TABLES[page], ...hashes],
  );
  const found = rows.find(({ token_hash: hash }) => isOf(hash));
  if (!found) throw unknownCode();
  return found.token_hash;
}
