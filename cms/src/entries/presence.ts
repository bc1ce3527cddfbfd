/**
 * Who has a record open. It is kept in memory and not in the database: it is true for seconds, nothing is decided by it, and a
 * server that starts knows it again with the next beat of each page.
 */
import type { Editor } from '../domain/contract/desk/editor.ts';
import { PRESENCE_SECONDS } from '../domain/contract/desk/record.ts';

/** Two beats may be lost: a network that stutters is no departure. */
const GONE_AFTER_MS = 2.5 * PRESENCE_SECONDS * 1000;

interface Seen {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** By record, then by the editor's id. */
const open = new Map<string, Map<string, Seen>>();

const isHere =
  (now: number) =>
  ({ at }: Seen): boolean =>
    now - at < GONE_AFTER_MS;

function forgetThoseWhoLeft(now: number): void {
  for (const [record, editors] of open) {
    for (const [id, seen] of editors) if (!isHere(now)(seen)) editors.delete(id);
    if (editors.size === 0) open.delete(record);
  }
}

/**
 * Notes that an editor has a record open, or has left it.
 * @returns who else has, by name; the same editor in another window is nobody else
 */
export function notePresence(
  { uid, documentId }: { readonly uid: string; readonly documentId: string },
  editor: Editor,
  { leaving = false, now = Date.now() }: { readonly leaving?: boolean; readonly now?: number } = {},
): { readonly name: string }[] {
  forgetThoseWhoLeft(now);
  const record = `${uid} ${documentId}`;
  const editors = open.get(record) ?? new Map<string, Seen>();
  if (leaving) editors.delete(editor.id);
  else editors.set(editor.id, { name: editor.name, at: now });
  open.set(record, editors);
  return [...editors].filter(([id]) => id !== editor.id).map(([, { name }]) => ({ name }));
}
