/** The search page at work: the URL, the form and the results follow each other. */
import { createEngine, type Answer, type PagefindModule } from '../engine.ts';
import { groupHits, type Result } from '../groups.ts';
import { ids, type PageConfig } from '../page-config.ts';
import { isIdle } from '../plan.ts';
import { BUNDLE } from '../shelves.ts';
import {
  activeFacets,
  emptyState,
  readState,
  sameState,
  without,
  writeState,
  type Facet,
  type SearchState,
} from '../state.ts';
import { understand } from '../understand.ts';
import { questionWords } from '../../../view/search-words.ts';
import { button } from '../../../components/make-element.ts';
import { byId } from './dom.ts';
import { formView } from './form-view.ts';
import { resultsView } from './results-view.ts';
import { criteria, fill, inWords } from './sentences.ts';

/** Typing rests for so long before a question is asked. */
const DEBOUNCE_MS = 250;
/** An answer that takes longer is announced as being prepared. */
const PATIENCE_MS = 300;
/** Records fetched at a time: an activity is one line of a result. */
const AT_A_TIME = { pages: 10, activities: 20 } as const;

const config = JSON.parse(byId(ids.config, HTMLScriptElement).textContent) as PageConfig;
const { words } = config;
const form = formView();
const view = resultsView(words);
const pageTitle = document.title;
const basePath = `/${BUNDLE}/`;

const engine = createEngine({
  basePath,
  grain: config.grain,
  ranges: config.ranges,
  // A browser remembers a module that failed to load under its address.
  load: async (attempt) =>
    (await import(/* @vite-ignore */ `${basePath}pagefind.js${attempt > 0 ? `?${attempt}` : ''}`)) as PagefindModule,
  inLanguage(language, run) {
    const root = document.documentElement;
    const own = root.lang;
    root.lang = language;
    try {
      return run();
    } finally {
      root.lang = own;
    }
  },
});

let state: SearchState = emptyState;
let answer: Answer | null = null;
let results: Result[] = [];
let fetched = 0;
/** Number of the question being answered: the answer to an older one is dropped. */
let latest = 0;
let countsWanted = false;
let typing: ReturnType<typeof setTimeout> | undefined;

type Trace = 'push' | 'replace' | 'none';

/** Makes a state the current one: in the URL, in the form, and in the results. */
async function go(next: SearchState, trace: Trace): Promise<void> {
  clearTimeout(typing);
  const changed = !sameState(next, state);
  state = next;
  form.write(state);
  if (trace !== 'none') remember(trace === 'push' && !changed ? 'replace' : trace);
  showCriteria();
  await answerNow();
}

function remember(trace: 'push' | 'replace'): void {
  const query = writeState(state);
  const url = query === '' ? location.pathname : `${location.pathname}?${query}`;
  if (url === location.pathname + location.search) return;
  if (trace === 'push') history.pushState(null, '', url);
  else history.replaceState(null, '', url);
}

async function answerNow(again = false): Promise<void> {
  const question = ++latest;
  const current = (): boolean => question === latest;
  const asked = inWords(state, words, form.labelOf);
  document.title = asked === '' ? pageTitle : `${asked} – ${pageTitle}`;
  showUnderstood();

  view.busy(true);
  const waiting = setTimeout(() => current() && view.loading(), PATIENCE_MS);
  try {
    const found = await engine.search(state);
    if (!current()) return;
    if (isIdle(found.plan)) {
      answer = null;
      view.idle();
    } else if (found.total === 0) {
      answer = null;
      await offerWays(current);
    } else {
      const size = AT_A_TIME[found.plan.shelf];
      const hits = await found.hits(0, size);
      if (!current()) return;
      answer = found;
      results = groupHits(hits);
      fetched = hits.length;
      view.show(results, found.total, questionWords(state.q), fetched < found.total);
    }
    if (countsWanted) await showCounts(current);
  } catch (error) {
    if (!current()) return;
    await engine.reset();
    // A release may have replaced the index under an open page: the new one answers.
    if (!again) return await answerNow(true);
    console.error(error);
    view.failed(() => void answerNow());
  } finally {
    clearTimeout(waiting);
    if (current()) view.busy(false);
  }
}

interface Way {
  readonly label: string;
  readonly count: number;
  readonly run: () => void;
}

/** No result: one criterion to give up, else one to keep, each with what that would give. */
async function offerWays(current: () => boolean): Promise<void> {
  const question = state;
  const parts = [...activeFacets(question), ...(questionWords(question.q).length > 0 ? ['q' as const] : [])];
  const name = (part: Facet | 'q'): string =>
    fill(words.what[part], { value: fill(words.questionValue, { q: question.q.trim() }) });
  const keepOnly = (kept: Facet | 'q'): SearchState =>
    parts.filter((part) => part !== kept).reduce<SearchState>((rest, part) => without(rest, part), question);

  const ways: Way[] = [];
  const tiers = [
    { sentence: words.relax, widen: (part: Facet | 'q') => without(question, part) },
    { sentence: words.only, widen: keepOnly },
  ];
  for (const { sentence, widen } of parts.length > 1 ? tiers : []) {
    for (const part of parts) {
      const wider = widen(part);
      const { plan, total } = await engine.search(wider);
      if (!current()) return;
      if (total === 0 || isIdle(plan)) continue;
      const run = (): void => void go(wider, 'push').then(view.focus);
      ways.push({ label: fill(sentence, { what: name(part) }), count: total, run });
    }
    if (ways.length > 0) break;
  }
  view.none(ways, parts.length === 1 && parts[0] === 'q' ? words.noneSpelling : words.noneCriteria);
}

async function showMore(): Promise<void> {
  const shown = answer;
  if (!shown) return;
  const before = results.length;
  const hits = await shown.hits(fetched, fetched + AT_A_TIME[shown.plan.shelf]);
  if (shown !== answer) return;
  results = groupHits(hits, results);
  fetched += hits.length;
  view.show(results, shown.total, questionWords(state.q), fetched < shown.total);
  view.focusResult(Math.min(before, results.length - 1));
}

async function showCounts(current: () => boolean): Promise<void> {
  const counts = await engine.counts(state);
  if (current()) form.showCounts(counts);
}

/** Counts cost a download: they wait until the visitor turns to the criteria. */
function wantCounts(): void {
  if (countsWanted) return;
  countsWanted = true;
  const question = latest;
  showCounts(() => question === latest).catch(() => {
    countsWanted = false;
  });
}

function showCriteria(): void {
  const chosen = criteria(state, words, form.labelOf);
  view.showCriteria(
    chosen,
    (criterion) => {
      const rank = chosen.indexOf(criterion);
      void go(without(state, criterion.facet, criterion.value), 'push');
      view.focusCriterion(rank);
    },
    () => {
      void go({ ...emptyState, q: state.q }, 'push');
      view.focus();
    },
  );
  showNeighbours();
}

function showNeighbours(): void {
  const place = byId(ids.neighbours, HTMLDivElement);
  const [commune, ...others] = state.commune;
  const near = config.neighbours[commune ?? ''] ?? [];
  if (commune === undefined || others.length > 0 || near.length === 0) {
    place.replaceChildren();
    return;
  }
  const label = fill(words.neighbours, { commune: form.labelOf('commune', commune) });
  place.replaceChildren(
    button(
      label,
      () => {
        void go(
          { ...state, commune: [...form.known.commune].filter((slug) => slug === commune || near.includes(slug)) },
          'push',
        );
        view.focus();
      },
      { class: 'button button--quiet search-suggestion' },
    ),
  );
}

/** "judo mercredi" in the box: the same with the day as a criterion is one gesture away. */
function showUnderstood(): void {
  const place = byId(ids.understood, HTMLDivElement);
  const better = understand(state, form.communes);
  place.replaceChildren(
    ...(better === null
      ? []
      : [
          button(
            fill(words.understood, { what: inWords(better, words, form.labelOf) }),
            () => void go(better, 'push').then(view.focus),
            { class: 'button button--quiet search-suggestion' },
          ),
        ]),
  );
}

form.form.addEventListener('submit', (event) => {
  event.preventDefault();
  void go(form.read(), 'push').then(view.focus);
});
form.question.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => void go(form.read(), 'replace'), DEBOUNCE_MS);
});
form.question.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || form.question.value === '') return;
  event.preventDefault();
  form.question.value = '';
  void go(form.read(), 'replace');
});
form.form.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target === form.question) return;
  form.keepThemesApart(target);
  void go(form.read(), 'push');
});
view.onMore(() => void showMore());
window.addEventListener('popstate', () => void go(readState(location.search, form.known), 'none'));

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
form.form.addEventListener('focusin', () => void engine.warm(state).catch(() => undefined), { once: true });

void go(readState(location.search, form.known), 'replace');
