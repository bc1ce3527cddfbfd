/** What Pagefind fetches when it opens, answered from what is here already: on a telephone each file is a way to the server. */
import { ENGINE_FOLDER, ENGINE_WASM, ENTRY_FILE } from '../../../view/search-bundle.ts';
import { bytesOf } from '../facts/bytes-as-signs.ts';
import type { IndexHead } from '../facts/format.ts';
import { answerFetches } from './answer-fetches.ts';

/**
 * From now on, what is asked of these addresses is answered from here, each once.
 * @returns what ends it
 */
export const answerOnce = (answers: Map<string, ArrayBuffer>): (() => void) =>
  answerFetches((url) => {
    const bytes = answers.get(url);
    answers.delete(url);
    return bytes === undefined ? null : new Response(bytes);
  });

/**
 * Runs what opens the index: for that time, what Pagefind asks of its own folder is answered from here.
 *
 * @param base of the bundle, with its slash: what Pagefind puts before the names of its files
 */
export async function withHead<T>(head: IndexHead, base: string, open: () => Promise<T>): Promise<T> {
  const end = answerFetches((url, init) => {
    const name = url.startsWith(base) ? url.slice(base.length).replace(/\?.*$/, '') : '';
    if (name === ENTRY_FILE) return new Response(head.entry, { headers: { 'Content-Type': 'application/json' } });
    if (name.endsWith('.pf_meta')) return new Response(bytesOf(head.meta));
    if (name === ENGINE_WASM) return fetch(`${base}${ENGINE_FOLDER}/${ENGINE_WASM}`, init);
    return null;
  });
  try {
    return await open();
  } finally {
    end();
  }
}
