/** The search page at work: the URL, the form and the results follow each other. */
import { dayOf } from '@trame/cms/domain/dates';
import { button } from '../../../components/make-element.ts';
import { fill } from '../../../i18n/fill.ts';
import { BUNDLE } from '../../../view/search-bundle.ts';
import type * as engineModule from '../engine.ts';
import type { Answer, Library } from '../engine.ts';
import type { RankedPage } from '../find/rank.ts';
import type { PagefindModule } from '../find/word-index.ts';
import { ids, type PageConfig } from '../page-config.ts';
import type { Result } from '../results.ts';
import { criteriaOf, emptyState, readState, sameState, without, writeState, type SearchState } from '../state.ts';
import type { Understood } from '../understand/pieces.ts';
import { byId } from './dom.ts';
import { formView } from './form-view.ts';
import { resultsView, type Chip } from './results-view.ts';
import { inWords, pieceInWords, ticked } from './sentences.ts';

/** Typing rests for so long before a question is asked. */
const DEBOUNCE_MS = 250;
/** An answer that takes longer is announced as being prepared. */
const PATIENCE_MS = 300;
const AT_A_TIME = 10;

const config = JSON.parse(byId(ids.config, HTMLScriptElement).textContent) as PageConfig;
const { words } = config;
const form = formView();
const view = resultsView(words, form.communeOf);
const pageTitle = document.title;

let state: SearchState = emptyState;
let answer: Answer | null = null;
/** Results of the answer that are on the page. */
let results: Result[] = [];
/** Number of the question being answered: the answer to an older one is dropped. */
let latest = 0;
let countsWanted = false;
let typing: ReturnType<typeof setTimeout> | undefined;

let attempt = 0;
let opened: Promise<Library> | null = null;

/** What answers is fetched when somebody begins to ask: who only reads the page needs none of it. */
const engine = (): Promise<typeof engineModule> => import('../engine.ts');
/** The engine once it is there: an answer came from it. */
let running: Awaited<ReturnType<typeof engine>> | null = null;

/** Everything that a first answer needs; fetched once. */
function library(): Promise<Library> {
  opened ??= engine()
    .then(({ openLibrary }) =>
      openLibrary({
        today: dayOf(new Date()),
        json: async (path) => {
          // A file has the same address in the next release: the browser asks whether it is still the same.
          const response = await fetch(path, { cache: attempt > 0 ? 'reload' : 'default' });
          if (!response.ok) throw new Error(`${path}: ${response.status}`);
          return (await response.json()) as unknown;
        },
        // A browser remembers a module that failed to load under its address.
        load: async () =>
          (await import(
            /* @vite-ignore */ `/${BUNDLE}/pagefind.js${attempt > 0 ? `?${attempt}` : ''}`
          )) as PagefindModule,
      }),
    )
    .catch((error: unknown) => {
      opened = null;
      attempt += 1;
      throw error;
    });
  return opened;
}

function forget(): void {
  opened?.then(({ index }) => index.close()).catch(() => undefined);
  opened = null;
  attempt += 1;
}

type Trace = 'push' | 'replace' | 'none';

/** Makes a state the current one: in the URL, in the form, and in the results. */
async function go(next: SearchState, trace: Trace, wanted = AT_A_TIME): Promise<void> {
  clearTimeout(typing);
  const changed = !sameState(next, state);
  state = next;
  form.write(state);
  if (trace !== 'none') remember(trace === 'push' && !changed ? 'replace' : trace);
  await answerNow(wanted);
}

function remember(trace: 'push' | 'replace'): void {
  const query = writeState(state);
  const url = query === '' ? location.pathname : `${location.pathname}?${query}`;
  if (url === location.pathname + location.search) return;
  if (trace === 'push') history.pushState(null, '', url);
  else history.replaceState(null, '', url);
}

async function answerNow(wanted = AT_A_TIME, again = false): Promise<void> {
  const question = ++latest;
  const current = (): boolean => question === latest;
  const asked = inWords(state, words, form.labelOf);
  document.title = asked === '' ? pageTitle : `${asked} – ${pageTitle}`;
  if (asked === '') {
    // Nothing asked, nothing fetched: the engine is not for who only reads the page.
    answer = null;
    showChips();
    view.idle();
    view.busy(false);
    return;
  }

  view.busy(true);
  const waiting = setTimeout(() => current() && view.loading(), PATIENCE_MS);
  try {
    const own = await library();
    running = await engine();
    const found = await running.ask(own, { q: state.q, ticked: criteriaOf(state), literally: state.literally });
    const shown = await resultsOf(own, found, 0, wanted);
    const almost = await resultsOf(own, found, 0, AT_A_TIME, found.close?.pages ?? found.near);
    if (!current()) return;
    clearTimeout(waiting);
    answer = found;
    results = shown;
    showChips();
    if (found.idle) view.idle();
    else showAnswer(found, almost);
    if (countsWanted) await showCounts(current);
  } catch (error) {
    if (!current()) return;
    forget();
    // A release may have replaced the index under an open page: the new one answers.
    if (!again) return await answerNow(wanted, true);
    console.error(error);
    view.failed(() => void answerNow(wanted));
  } finally {
    clearTimeout(waiting);
    if (current()) view.busy(false);
  }
}

let almostShown: readonly Result[] = [];

function showAnswer(found: Answer, almost: readonly Result[]): void {
  almostShown = almost;
  view.show({
    exact: results,
    total: found.exact.length,
    near: found.close === null ? almost : [],
    close: found.close === null ? null : { label: found.close.label, why: found.close.why, results: almost },
    marked: found.marked,
    corrected: found.corrected,
    literally:
      found.corrected.length === 0
        ? null
        : { q: state.q.trim(), run: () => void go({ ...state, literally: true }, 'push').then(view.focus) },
    absent: found.absent,
    advice: found.understood.words.length > 0 ? words.noneSpelling : words.noneCriteria,
  });
}

/** Is a row asked for, or only a page? */
const isAboutRows = ({ criteria }: Answer): boolean =>
  criteria.ages.length + criteria.days.length + criteria.moments.length + criteria.communes.length > 0 ||
  criteria.price !== null ||
  criteria.dates !== null;

async function resultsOf(
  { facts, index }: Library,
  found: Answer,
  from: number,
  to: number,
  pages: readonly RankedPage[] = found.exact,
): Promise<Result[]> {
  const { resultOf } = await engine();
  const about = isAboutRows(found);
  return Promise.all(
    pages.slice(from, to).map(async (ranked) => resultOf(facts, ranked, await index.page(ranked.page), about)),
  );
}

async function showMore(): Promise<void> {
  const found = answer;
  if (!found) return;
  const before = results.length;
  const added = await resultsOf(await library(), found, before, before + AT_A_TIME);
  if (found !== answer) return;
  results = [...results, ...added];
  // Who comes back finds as many.
  history.replaceState({ shown: results.length }, '');
  showAnswer(found, almostShown);
  view.focusResult(Math.min(before, results.length - 1));
}

async function showCounts(current: () => boolean): Promise<void> {
  const { countFacets } = await engine();
  const counts = await countFacets(await library(), state);
  if (current()) form.showCounts(counts);
}

/** Counts wait until the visitor turns to the criteria. */
function wantCounts(): void {
  if (countsWanted) return;
  countsWanted = true;
  const question = latest;
  showCounts(() => question === latest).catch(() => {
    countsWanted = false;
  });
}

/** What is said twice stands once. */
const isFirst = (one: Understood, rank: number, all: readonly Understood[]): boolean =>
  all.findIndex(({ piece }) => JSON.stringify(piece) === JSON.stringify(one.piece)) === rank;

/** What was understood of the question, then what was ticked: each can be taken off. */
function showChips(): void {
  const found = answer;
  const understood =
    found === null || running === null
      ? []
      : found.understood.pieces.filter(isFirst).map((one) => ({
          label: pieceInWords(one.piece, words, form.communeOf),
          next: { ...state, q: running!.withoutPiece(found.q, found.understood, one) },
        }));
  const chosen = ticked(state, words, form.labelOf).map(({ facet, value, label }) => ({
    label,
    next: without(state, facet, value),
  }));
  const shown = [...understood, ...chosen].map(({ label, next }, rank): Chip => ({
    label,
    remove: () => void go(next, 'push').then(() => view.focusChip(rank)),
  }));
  view.showChips(shown, () => void go(emptyState, 'push').then(view.focus));
  showNeighbours();
}

function showNeighbours(): void {
  const place = byId(ids.neighbours, HTMLDivElement);
  const communes = answer?.criteria.communes ?? [];
  const [commune] = communes;
  if (commune === undefined || communes.length > 1 || answer?.criteria.within !== null) {
    place.replaceChildren();
    return;
  }
  place.replaceChildren(
    button(
      fill(words.neighbours, { commune: form.communeOf(commune) }),
      () => void go({ ...state, commune: [commune], around: true }, 'push').then(view.focus),
      { class: 'button button--quiet search-suggestion' },
    ),
  );
}

form.form.addEventListener('submit', (event) => {
  event.preventDefault();
  void go(form.read(state), 'push').then(view.focus);
});
form.question.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => void go(form.read(state), 'replace'), DEBOUNCE_MS);
});
form.question.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || form.question.value === '') return;
  event.preventDefault();
  form.question.value = '';
  void go(form.read(state), 'replace');
});
form.form.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || target === form.question) return;
  if (target instanceof HTMLInputElement) form.keepThemesApart(target);
  void go(form.read(state), 'push');
});
view.onMore(() => void showMore());

/** What was on the page when it was left, in the entry of the history. */
interface Left {
  readonly shown?: unknown;
  readonly y?: unknown;
}
const left = (): Left => (history.state ?? {}) as Left;
const shownBefore = (): number => {
  const { shown } = left();
  return typeof shown === 'number' ? Math.max(AT_A_TIME, shown) : AT_A_TIME;
};

/** The browser would go back to the place before there are results to scroll to. */
history.scrollRestoration = 'manual';
window.addEventListener('pagehide', () => history.replaceState({ shown: results.length, y: scrollY }, ''));
const backToPlace = (): void => {
  const { y } = left();
  if (typeof y === 'number') scrollTo(0, y);
};
window.addEventListener(
  'popstate',
  () => void go(readState(location.search, form.known), 'none', shownBefore()).then(backToPlace),
);

const filters = byId(ids.filters, HTMLDetailsElement);
const wide = matchMedia('(width >= 60rem)');
const fitFilters = (): void => {
  filters.open = wide.matches;
};
fitFilters();
wide.addEventListener('change', fitFilters);
for (const interest of ['pointerenter', 'focusin'] as const) filters.addEventListener(interest, wantCounts);
filters.addEventListener('toggle', () => {
  if (filters.open && !wide.matches) wantCounts();
});
// Whoever begins to ask will want an answer: everything is fetched while they type.
form.form.addEventListener('focusin', () => void library().catch(() => undefined), { once: true });

void go(readState(location.search, form.known), 'none', shownBefore()).then(() => {
  const query = writeState(state);
  // What the address made up is dropped, and what was left here stays.
  if (query !== location.search.slice(1))
    history.replaceState(history.state, '', query === '' ? location.pathname : `${location.pathname}?${query}`);
  backToPlace();
});
