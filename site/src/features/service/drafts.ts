/**
 * What was typed and not yet sent, kept on this device so that neither a lost network nor a closed tab loses it. Erased once
 * sent; forgotten after two months, for it holds names and numbers. A device that keeps nothing (private window) is no error.
 */
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import type { LegalForm } from '@trame/cms/domain/vocabulary/legal-forms';

const PREFIX = 'trame:saisie:';
const KEPT_MS = 60 * 24 * 3600 * 1000;

interface Timed {
  /** ISO instant of the last letter typed. */
  readonly at: string;
}

export interface Draft extends Timed {
  readonly entry: EntryForm;
  /** The entry as it stood when the typing began, and the name of that state. */
  readonly base: EntryForm;
  readonly version: string;
  /** What its new logo looks like, a data URL. */
  readonly picture?: string | null;
  /** What a new association says beside its entry. */
  readonly rnaId?: string;
  readonly legalForm?: LegalForm | null;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Where the browser refuses this site its storage. */
const nowhere: Store = {
  getItem: () => null,
  setItem() {
    throw new Error('This browser keeps nothing for this site');
  },
  removeItem() {
    // There is nothing.
  },
};

/** The very name throws where cookies are blocked. */
function storeOfDevice(): Store {
  try {
    return localStorage;
  } catch {
    return nowhere;
  }
}

export interface FormBox<Kept> {
  read(): Kept | null;
  /** @returns false when the device refuses to keep it */
  write(draft: Kept): boolean;
  erase(): void;
}
export type DraftBox = FormBox<Draft>;

/**
 * @param key what the draft is of: one link, one association of an account, or the public form
 * @param isForm whether what was kept, by whatever release, is the form that is asked for
 */
export function formBox<Kept extends Timed>(
  key: string,
  isForm: (kept: Kept) => boolean,
  store: Store = storeOfDevice(),
  now: () => number = Date.now,
): FormBox<Kept> {
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
        const draft = JSON.parse(text) as Kept;
        const age = now() - Date.parse(draft.at);
        if (age >= 0 && age < KEPT_MS && isForm(draft)) return draft;
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

/** The form of an entry. */
export const draftBox = (key: string, store?: Store, now?: () => number): DraftBox =>
  formBox<Draft>(key, ({ entry }) => typeof entry?.name === 'string', store, now);
