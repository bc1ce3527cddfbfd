/** A letter to a list, by mail or on paper, while it is written: kept by the tab, so that a dialogue that was closed by mistake loses nothing. */
import { z } from 'zod';
import { LIST_LETTER_SIZES } from '../../../domain/contract/desk/list-letter.ts';

const KEY = 'trame:lettre-a-une-liste';

const LetterDraft = z.strictObject({
  /** Of the sending. Another text is another sending; the same one, tried again after a cut, is known by it. */
  id: z.uuid(),
  subject: z.string().max(LIST_LETTER_SIZES.subject),
  body: z.string().max(LIST_LETTER_SIZES.body),
});
export type LetterDraft = z.infer<typeof LetterDraft>;

/** What a keystroke changes. */
export type WrittenPart = Partial<Omit<LetterDraft, 'id'>>;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A new one, or what is left of it with other words. */
export const draftOf = (written: Omit<LetterDraft, 'id'> = { subject: '', body: '' }): LetterDraft => ({
  ...written,
  id: crypto.randomUUID(),
});

/** The letter that was begun in this tab; a new one when there is none. */
export function readDraft(store: Store): LetterDraft {
  try {
    return LetterDraft.parse(JSON.parse(store.getItem(KEY) ?? ''));
  } catch {
    return draftOf();
  }
}

/** Null once it is sent. */
export function keepDraft(draft: LetterDraft | null, store: Store): void {
  try {
    if (draft === null) store.removeItem(KEY);
    else store.setItem(KEY, JSON.stringify(draft));
  } catch {
    // A tab that keeps nothing loses it when the dialogue closes.
  }
}
