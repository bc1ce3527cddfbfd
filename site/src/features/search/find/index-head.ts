/** What Pagefind fetches when it opens, answered from what is here already: on a telephone each file is a way to the server. */
import { ENGINE_FOLDER, ENGINE_WASM, ENTRY_FILE } from '../../../view/search-bundle.ts';
import { bytesOf } from '../facts/bytes-as-signs.ts';
import type { IndexHead } from '../facts/format.ts';

/**
 * From now on, what is asked of these addresses is answered from here, each once.
 * @returns what ends it
 */
export function answerOnce(answers: Map<string, ArrayBuffer>): () => void {
  const real = globalThis.fetch;
  const answering: typeof fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const bytes = answers.get(url);
    answers.delete(url);
    return bytes === undefined ? real(input, init) : new Response(bytes);
  };
  globalThis.fetch = answering;
  return () => {
    if (globalThis.fetch === answering) globalThis.fetch = real;
  };
}

/**
 * Runs what opens the index. Pagefind calls the `fetch` of the program by itself and lets nobody hand it a file: for that time,
 * what it asks of its own folder is answered here.
 *
 * @param base of the bundle, with its slash: what Pagefind puts before the names of its files
 */
export async function withHead<T>(head: IndexHead, base: string, open: () => Promise<T>): Promise<T> {
  const real = globalThis.fetch;
  const answering: typeof fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const name = url.startsWith(base) ? url.slice(base.length).replace(/\?.*$/, '') : '';
    if (name === ENTRY_FILE) return new Response(head.entry, { headers: { 'Content-Type': 'application/json' } });
    if (name.endsWith('.pf_meta')) return new Response(bytesOf(head.meta));
    if (name === ENGINE_WASM) return real(`${base}${ENGINE_FOLDER}/${ENGINE_WASM}`, init);
    return real(input, init);
  };
  globalThis.fetch = answering;
  try {
    return await open();
  } finally {
    if (globalThis.fetch === answering) globalThis.fetch = real;
  }
}
