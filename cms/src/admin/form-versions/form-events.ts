/** What becomes of a save, handed to the form that it is of. */
import { ToldSentences } from '../../domain/contract/desk/form-conflict.ts';

/** `collection-types/<uid>/<documentId>` or `single-types/<uid>`, as in the address of the form. */
type FormRecord = string;

export type FormEvent =
  /** It has just been sent. */
  | { readonly kind: 'sent'; readonly record: FormRecord }
  /** Nothing was saved, whatever the reason. */
  | { readonly kind: 'refused'; readonly record: FormRecord }
  /** French sentences that the answer brought. */
  | { readonly kind: 'told'; readonly record: FormRecord; readonly sentences: readonly string[] };

type Listener = (event: FormEvent) => void;
const listeners = new Set<Listener>();

/** @returns stops listening */
export function onFormEvent(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function tellForm(event: FormEvent): void {
  for (const listener of listeners) listener(event);
}

/** @param header percent-encoded JSON, unchecked */
export function sentencesIn(header: string): readonly string[] {
  try {
    return ToldSentences.parse(JSON.parse(decodeURIComponent(header)));
  } catch {
    return []; // the server is of another version: what it did is done all the same
  }
}
