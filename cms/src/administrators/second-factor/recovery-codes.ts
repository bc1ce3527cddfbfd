/** Codes on paper, for whoever has lost the telephone: each lets in once. */
import { createHash, randomInt } from 'node:crypto';

export const RECOVERY_CODES = 10;

/** No letter that looks like a digit, and no vowel that could make a word. */
const LETTERS = 'bcdfghjkmnpqrstvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

const letter = (): string => LETTERS.charAt(randomInt(LETTERS.length));
const group = (): string => Array.from({ length: GROUP_LENGTH }, letter).join('');

/** New codes: 76 bits each, so that a hash without salt or key keeps them, and a lost ENCRYPTION_KEY does not lose them. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => Array.from({ length: GROUPS }, group).join('-'));

const bare = (code: string): string => code.toLowerCase().replace(/[\s-]/g, '');

/** Is it meant to be one of these, and not the code of a telephone? */
export const looksLikeRecoveryCode = (code: string): boolean => bare(code).length === GROUPS * GROUP_LENGTH;

/** What is kept of a code, however it is typed. */
export const hashOfRecoveryCode = (code: string): string => createHash('sha256').update(bare(code)).digest('hex');
