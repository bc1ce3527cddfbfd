/**
 * The one door by which a letter gets into the queue: it comes in its parts, is cleared of what its reader may not see, and only
 * then set (decision 0049).
 */
import type { Core } from '@strapi/strapi';
import type { Find } from '../../domain/cleared-text.ts';
import { normalised } from '../../domain/withheld-contacts.ts';
import type { WithheldIndex } from '../../domain/withheld-index.ts';
import { readWithheldFromLetters } from '../contacts/withheld-from-letters.ts';
import { inTransaction } from '../database/transaction.ts';
import { clearedParts } from './letters/cleared-parts.ts';
import { layOut, type LetterParts, type LetterText } from './letters/layout.ts';
import { insertLetters, type Letter, PRIVATE_KINDS } from './outbox.ts';

/** A letter as it is composed, not set yet. */
export interface LetterToQueue extends Omit<Letter, keyof LetterText> {
  readonly parts: LetterParts;
  /** documentId of the association that it is about: in its letter, what its own contacts keep back is not said by a detour. */
  readonly association: string | null;
  /** Addresses that the person whose act this letter is makes known by it, and is told so. */
  readonly saidByAct?: readonly string[];
}

type Addressed = Pick<LetterToQueue, 'kind' | 'to' | 'parts' | 'association' | 'saidByAct'>;

/** Who is asked or answered knows the own address. Nothing else that the site may not show is in a letter. */
function findFor({ to, association, saidByAct = [] }: Addressed, index: WithheldIndex): Find {
  const known = new Set([to, ...saidByAct].map(normalised));
  return (text) => index.find(text, association ?? undefined).filter(({ value }) => !known.has(value));
}

/** A link in a letter between a person and the program alone leads to no record: a token may look like a number. */
const setLetter = (letter: Addressed, find: Find): LetterText =>
  layOut(
    PRIVATE_KINDS.includes(letter.kind)
      ? { ...clearedParts({ ...letter.parts, paragraphs: [] }, find), paragraphs: letter.parts.paragraphs }
      : clearedParts(letter.parts, find),
  );

/** Letters as their readers get them, in their order. */
export async function setLetters(strapi: Core.Strapi, letters: readonly Addressed[]): Promise<LetterText[]> {
  const index = await readWithheldFromLetters(strapi, ['web']);
  return letters.map((letter) => setLetter(letter, findFor(letter, index)));
}

const listeners = new Set<() => void>();

/** Calls when letters were queued and their transaction has committed. @returns how to end that */
export function onLettersQueued(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Puts letters into the queue, inside the caller's `strapi.db.transaction` when there is one: they leave once it has
 * committed, and not at all when it rolls back. A key that was used before, at any time, is left as it is.
 *
 * @returns how many are new
 * @throws {Error} when an address cannot be one; nothing is queued then
 */
export async function queueLetters(strapi: Core.Strapi, letters: readonly LetterToQueue[]): Promise<number> {
  if (letters.length === 0) return 0;
  return inTransaction(strapi, async (trx, onCommit) => {
    onCommit(() => listeners.forEach((listener) => listener()));
    const texts = await setLetters(strapi, letters);
    return insertLetters(
      trx,
      letters.map(({ key, kind, to, replyTo, request }, index) => ({
        ...{ key, kind, to, replyTo, request },
        ...texts[index]!, // one for each
      })),
    );
  });
}
