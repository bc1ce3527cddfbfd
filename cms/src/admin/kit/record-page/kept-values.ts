/**
 * What an editor typed and has not saved, kept on the device: a lost network, a closed tab or a session that ends loses nothing.
 * It may hold contacts, and computers are shared: each editor has their own, of each record; it goes when it is saved or given
 * up, when the editor signs out, and after `KEPT_DAYS` in any case (decision 0042).
 */
import { z } from 'zod';
import { RecordData, type RecordPageName } from '../../../domain/contract/desk/record.ts';

const PREFIX = 'trame-typed:';
export const KEPT_DAYS = 7;
const KEPT_MS = KEPT_DAYS * 86_400_000;

export const Kept = z.strictObject({
  format: z.literal(1),
  /** When it was last typed in, in milliseconds since 1970. */
  at: z.number(),
  /** Of the draft that it was typed into; null for a new record. */
  base: z.string().nullable(),
  /** When that draft was read. */
  openedAt: z.string().nullable(),
  /** The attributes that differ from that draft, and no other. */
  content: RecordData,
});
export type Kept = z.infer<typeof Kept>;

/** Whose it is, and of which record. */
export interface KeptKey {
  readonly editor: string;
  readonly page: RecordPageName;
  /** Null for a new record. */
  readonly documentId: string | null;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const nameOf = ({ editor, page, documentId }: KeptKey): string =>
  `${PREFIX}${encodeURIComponent(editor)}:${page}:${documentId ?? 'new'}`;

const namesIn = (store: Store): string[] =>
  Array.from({ length: store.length }, (_, rank) => store.key(rank)).filter(
    (name): name is string => name?.startsWith(PREFIX) ?? false,
  );

function read(store: Store, name: string, now: number): Kept | null {
  const text = store.getItem(name);
  if (text === null) return null;
  try {
    const kept = Kept.parse(JSON.parse(text));
    // One that lies in the future was written by a clock that has been put right since: it would never end.
    if (kept.at <= now && now - kept.at < KEPT_MS) return kept;
  } catch {
    // Of another version of the page, or half written.
  }
  store.removeItem(name);
  return null;
}

/** What was kept; null when there is nothing, or what there is cannot be understood or is too old: then it goes. */
export const readKept = (store: Store, key: KeptKey, now: number): Kept | null => read(store, nameOf(key), now);

/** @returns whether the device took it: a full or forbidden storage does not */
export function keep(store: Store, key: KeptKey, kept: Omit<Kept, 'format'>): boolean {
  try {
    store.setItem(nameOf(key), JSON.stringify({ format: 1, ...kept } satisfies Kept));
    return true;
  } catch {
    return false;
  }
}

export const forget = (store: Store, key: KeptKey): void => store.removeItem(nameOf(key));

/** At sign-out: nothing of anybody stays on this device. */
export function forgetAll(store: Store): void {
  for (const name of namesIn(store)) store.removeItem(name);
}

/** At the start of the admin: what nobody came back for goes. */
export function forgetOld(store: Store, now: number): void {
  for (const name of namesIn(store)) read(store, name, now);
}
