/**
 * What is read while a page is rendered: whoever renders it gives it a notebook, and takes the page over into the next release when
 * each question of it is answered as before. Without a notebook nothing is noted.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

export interface Notebook {
  /** Questions that were put to the content, as `content/observed.ts` writes them. */
  readonly questions: Set<string>;
  /** Files beside the page, by their path in the release; the value is the file of the cache that they come from. */
  readonly placed: Map<string, string>;
  /** False when something was missing that may be there next time: such a page is rendered again. */
  isWhole: boolean;
}

const notebooks = new AsyncLocalStorage<Notebook | null>();

/** Runs with an empty notebook. @returns what came out, and what was noted */
export async function noting<Result>(run: () => Promise<Result>): Promise<{ result: Result; notes: Notebook }> {
  const notes: Notebook = { questions: new Set(), placed: new Map(), isWhole: true };
  return { result: await notebooks.run(notes, run), notes };
}

/** Runs without noting: whoever asks notes the outcome itself. */
export const unnoted = <Result>(run: () => Result): Result => notebooks.run(null, run);

let loading = false;

/**
 * Loads modules of pages, which may not read the content meanwhile: what a module computed once would be no question of the pages that
 * show it (`content/derived.ts` is for that).
 */
export async function whileLoading<Result>(load: () => Promise<Result>): Promise<Result> {
  loading = true;
  try {
    return await load();
  } finally {
    loading = false;
  }
}

/** @throws {Error} while modules are loaded */
export const noteQuestion = (question: string): void => {
  if (loading) throw new Error(`A module of the pages reads the content while it is loaded: ${question}`);
  notebooks.getStore()?.questions.add(question);
};
export const notePlaced = (path: string, from: string): void => {
  notebooks.getStore()?.placed.set(path, from);
};
export const noteMissing = (): void => {
  const notes = notebooks.getStore();
  if (notes) notes.isWhole = false;
};
