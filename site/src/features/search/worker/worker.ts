/// <reference lib="webworker" />
/**
 * Answers beside the page: what reads the index and ranks takes half a second of a slow telephone, in which the page would
 * neither scroll nor take a letter.
 */
import { BUNDLE, ENGINE_FILE, ENGINE_FOLDER } from '../../../view/search-bundle.ts';
import { FACTS_FILE } from '../facts/format.ts';
import { openLibrary, type Library } from '../find/library.ts';
import type { PagefindModule } from '../find/word-index.ts';
import { answersFrom } from './answers.ts';
import { wordsOfQuestion } from '../question.ts';
import type { Asked, Given, Question, Reply } from './protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

let attempt = 0;
let opened: Promise<Library> | null = null;
let today = '';
/** Day of which the library answers: a page may stay open over midnight. */
let openedOn = '';
/** What is asked while it opens. */
let expected: readonly string[] = [];

let give: (given: Given) => void;
const given = new Promise<Given>((resolve) => (give = resolve));

const fetched = async (path: string): Promise<string> => {
  // A file has the same address in the next release: the browser asks whether it is still the same.
  const response = await fetch(path, { cache: attempt > 0 ? 'reload' : 'default' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
};
/** The page asked for the facts before this worker was there: they are its only the first time. */
const text = async (path: string): Promise<string> =>
  (attempt === 0 && path.endsWith(`/${FACTS_FILE}`) ? (await given).facts : null) ?? fetched(path);

/** Everything that a first answer needs; fetched once, and once more from the server when it failed. */
function library(): Promise<Library> {
  const day = today;
  if (opened !== null && openedOn !== day) opened = opened.then((known) => ({ ...known, today: day }));
  openedOn = day;
  opened ??= openLibrary({
    today: day,
    origin: self.location.origin,
    expected,
    json: async (path) => JSON.parse(await text(path)) as unknown,
    ahead: async (path) => {
      const response = await fetch(path);
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.arrayBuffer();
    },
    load: async () => (await import(/* @vite-ignore */ engine())) as PagefindModule,
  });
  return opened;
}

/** A browser remembers a module that failed to load under its address. */
const engine = (): string => `/${BUNDLE}/${ENGINE_FOLDER}/${ENGINE_FILE}${attempt > 0 ? `?${attempt}` : ''}`;

const stemsOf = (question: Question): string[] =>
  question.kind === 'ask' ? wordsOfQuestion(question.state.q).map(({ stem }) => stem) : [];

/** A release may have replaced the index under an open page. */
function forget(): void {
  opened?.then(({ index }) => index.close()).catch(() => undefined);
  opened = null;
  attempt += 1;
}

const answer = answersFrom(library);

self.addEventListener('message', ({ data }: MessageEvent<Given | Asked>) => {
  if ('facts' in data) {
    give(data);
    return;
  }
  today = data.today;
  expected = stemsOf(data.question);
  const reply = (said: Reply): void => self.postMessage(said);
  answer(data.question).then(
    (found) => reply({ id: data.id, answer: found }),
    (error: unknown) => {
      forget();
      reply({ id: data.id, error: error instanceof Error ? error.message : String(error) });
    },
  );
});
