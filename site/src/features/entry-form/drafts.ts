/**
 * What was typed and not yet sent, kept on this device so that neither a lost network nor a closed tab loses it. Erased once
 * sent; forgotten after two months, for it holds names and numbers. A device that keeps nothing (private window) is no error.
 */
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';

const PREFIX = 'trame:saisie:';
const KEPT_MS = 60 * 24 * 3600 * 1000;

export interface Draft {
  readonly entry: EntryForm;
  /** The entry as it stood when the typing began, and the name of that state. */
  readonly base: EntryForm;
  readonly version: string;
  /** ISO instant of the last letter typed. */
  readonly at: string;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface DraftBox {
  read(): Draft | null;
  /** @returns false when the device refuses to keep it */
  write(draft: Draft): boolean;
  erase(): void;
}

/** @param key what the draft is of: one link, one association of an account, or the public form */
export function draftBox(key: string, store: Store = localStorage, now: () => number = Date.now): DraftBox {
  const name = PREFIX + key;
  const erase = () => {
    try {
      store.removeItem(name);
    } catch {
      // Nothing was kept.
    }
  };
  return {
    read() {
      try {
        const text = store.getItem(name);
        if (text === null) return null;
        const draft = JSON.parse(text) as Draft;
        const age = now() - Date.parse(draft.at);
        if (age >= 0 && age < KEPT_MS && typeof draft.entry?.name === 'string') return draft;
        erase();
        return null;
      } catch {
        erase();
        return null;
      }
    },
    write(draft) {
      try {
        store.setItem(name, JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    erase,
  };
}
