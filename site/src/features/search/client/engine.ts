/** The worker that answers, as the page asks it. It is started by the first question: who only reads needs none of it. */
import { dayOf } from '@trame/cms/domain/dates';
import { BUNDLE } from '../../../view/search-bundle.ts';
import { FACTS_FILE } from '../facts/format.ts';
import type { AnswerTo, Asked, Given, Question, Reply } from '../worker/protocol.ts';

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | null = null;
let asked = 0;

function started(): Worker {
  if (worker !== null) return worker;
  const own = new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module' });
  worker = own;
  // The worker has a way to the server to go before it can ask for anything.
  void fetchFacts().then((facts) => own.postMessage({ facts } satisfies Given));
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) one?.reject(new Error(data.error));
    else one?.resolve(data.answer as never);
  });
  // It could not be fetched, or it ended: who waits is told, and the next question starts another.
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    worker?.terminate();
    worker = null;
    const told = [...waiting.values()];
    waiting.clear();
    for (const { reject } of told) reject(new Error(event.message || 'the search could not be started'));
  });
  return worker;
}

async function fetchFacts(): Promise<string | null> {
  try {
    const response = await fetch(`/${BUNDLE}/${FACTS_FILE}`);
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

/** @throws {Error} when what answers cannot be fetched; asking again fetches it anew */
export function askEngine<K extends Question['kind']>(question: Question & { kind: K }): Promise<AnswerTo[K]> {
  const id = ++asked;
  return new Promise<AnswerTo[K]>((resolve, reject) => {
    const one = started();
    waiting.set(id, { resolve, reject });
    one.postMessage({ id, today: dayOf(new Date()), question } satisfies Asked);
  });
}
