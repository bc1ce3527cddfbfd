/**
 * Pagefind calls the `fetch` of the program by itself and lets nobody hand it a file: for some time, what it asks is answered from
 * here. The one place where the `fetch` of the program is another.
 */

/** @returns the answer; null leaves the question to whoever answered before, at last to the network */
type Answer = (url: string, init: RequestInit | undefined) => Promise<Response> | Response | null;

/** The last to come first. */
const answers: Answer[] = [];
let real: typeof fetch = globalThis.fetch;

const answering: typeof fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  for (const answer of [...answers]) {
    const response = await answer(url, init);
    if (response !== null) return response;
  }
  return real(input, init);
};

/**
 * From now on, what the program fetches is asked of `answer` first.
 * @returns what ends it, in any order: the last to end gives the program its `fetch` back
 */
export function answerFetches(answer: Answer): () => void {
  if (globalThis.fetch !== answering) {
    real = globalThis.fetch;
    globalThis.fetch = answering;
  }
  answers.unshift(answer);
  return () => {
    const at = answers.indexOf(answer);
    if (at >= 0) answers.splice(at, 1);
    if (answers.length === 0 && globalThis.fetch === answering) globalThis.fetch = real;
  };
}
