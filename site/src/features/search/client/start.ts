/** The search page at work: the URL, the form and the results follow each other. */
import { dayOf } from '@trame/cms/domain/dates';
import { button } from '../../../components/make-element.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import { fill } from '../../../i18n/fill.ts';
import { formatDay, formatNumber } from '../../../i18n/formats.ts';
import { AT_A_TIME, ids, type PageConfig } from '../page-config.ts';
import type { Result } from '../results.ts';
import { emptyState, readState, sameState, without, writeState, type SearchState } from '../state.ts';
import { storedText } from '../../../components/keep/stored-text.ts';
import { MEMORY_KEY } from '../unanswered/memory-keys.ts';
import type { Answered } from '../worker/protocol.ts';
import { byId } from './dom.ts';
import { askEngine } from './engine.ts';
import type { MapParts } from '../map/map-view.ts';
import { formView } from './form-view.ts';
import { resultsView, type Chip } from './results-view.ts';
import { mapPanel, type ToShow } from './map-panel.ts';
import { nearMe } from './near-me-view.ts';
import { inWords, pieceInWords, ticked } from './sentences.ts';

/** Typing rests for so long before a question is asked. */
const DEBOUNCE_MS = 250;
/** An answer that takes longer is announced as being prepared. */
const PATIENCE_MS = 300;

const config = JSON.parse(byId(ids.config, HTMLScriptElement).textContent) as PageConfig;
const { words } = config;
const form = formView();
const view = resultsView(words, form.communeOf, form.chapters);
const pageTitle = document.title;
const near = nearMe(words.nearMe, () => void answerNow().then(view.focus));
const map = mapPanel(config, mapItems, (on) => void go({ ...state, map: on }, 'push'));

let state: SearchState = emptyState;
let answer: Answered | null = null;
/** Results of the answer that are on the page. */
let results: Result[] = [];
/** Number of the question being answered: the answer to an older one is dropped. */
let latest = 0;
let countsWanted = false;
let isFirst = true;
const section = byId(ids.summary, HTMLHeadingElement).closest('section')!;
const filters = byId(ids.filters, HTMLDetailsElement);
const filtersToggle = byId(ids.filtersToggle, HTMLElement);
const filtersTitle = filtersToggle.textContent;
/** There the criteria stand beside the results, always open. */
const wide = matchMedia('(width >= 60rem)');
let typing: ReturnType<typeof setTimeout> | undefined;

// Where the territory counts no questions without an answer, a device forgets what it had counted.
if (config.unanswered === null) storedText(MEMORY_KEY).save('');
/** Fetched only where it does. */
const teller =
  config.unanswered === null
    ? null
    : import('../unanswered/tell.ts').then(({ openTeller }) => openTeller(config.unanswered!));

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

/** The room of an answer shrinks once it is there: what stands below comes into sight then, and not before. */
function awaitFirst(): void {
  section.classList.add('search-answer--awaited');
}
function firstIsHere(): void {
  isFirst = false;
  view.waiting(false);
  section.classList.add('search-answer--here');
  section.classList.remove('search-answer--awaited');
}

async function answerNow(wanted = AT_A_TIME, again = false): Promise<void> {
  const question = ++latest;
  const current = (): boolean => question === latest;
  const asked = inWords(state, words, form.labelOf);
  document.title = asked === '' ? pageTitle : `${asked} – ${pageTitle}`;
  const isAsked = asked !== '' || near.position() !== null;
  if (!isAsked) {
    // Nothing asked, nothing fetched: the engine is not for who only reads the page.
    answer = null;
    showChips();
    view.idle();
    view.busy(false);
    map.update(state.map ? everywhere : null);
    if (isFirst) {
      awaitFirst();
      // Shown again in a later frame than the one in which it is hidden: it appears, and nothing moves.
      requestAnimationFrame(() => requestAnimationFrame(firstIsHere));
    }
    return;
  }

  if (isFirst) awaitFirst();
  view.busy(true);
  const waiting = setTimeout(() => current() && (isFirst ? view.waiting(true) : view.loading()), PATIENCE_MS);
  try {
    const found = await askEngine({
      kind: 'ask',
      state,
      wanted,
      from: near.position(),
      language: currentLanguage(),
    });
    if (!current()) return;
    clearTimeout(waiting);
    answer = found;
    results = [...found.exact];
    showChips();
    if (found.idle) view.idle();
    else showAnswer(found);
    void teller?.then(({ hear }) => hear(found)).catch(() => undefined);
    map.update(state.map ? () => placesOf(found) : null);
    // Beside the answer stand the criteria: each says how much it would leave.
    countsWanted ||= wide.matches;
    if (countsWanted) await showCounts(current);
  } catch (error) {
    if (!current()) return;
    // A release may have replaced the index under an open page: the new one answers.
    if (!again) return await answerNow(wanted, true);
    console.error(error);
    view.failed(() => void answerNow(wanted));
    map.update(null);
  } finally {
    clearTimeout(waiting);
    if (current()) {
      view.busy(false);
      firstIsHere();
    }
  }
}

/** What the list shows, all of it; of nothing asked, everything. @param found null when nothing is asked @returns null when another question was answered meanwhile */
async function placesOf(found: Answered | null): Promise<ToShow | null> {
  const answered = found === null || found.idle ? null : found.number;
  const shown = await askEngine({ kind: 'places', answer: answered });
  // The index was opened anew meanwhile, of a later release or after a file that did not come: the question is asked again, and
  // its answer brings the map.
  if (shown === null && found !== null && found === answer) void answerNow(results.length);
  return shown && { ...shown, from: near.position(), isAnswer: answered !== null };
}
const everywhere = (): Promise<ToShow | null> => placesOf(null);

async function mapItems(...[pages, from, to]: Parameters<MapParts['items']>): Promise<HTMLLIElement[]> {
  const shown = await askEngine({ kind: 'entries', pages: pages.slice(from, to) });
  return view.items(shown, answer?.marked ?? []);
}

function showAnswer(found: Answered): void {
  view.show({
    ...found,
    exact: results,
    literally:
      found.corrected.length === 0
        ? null
        : { q: state.q.trim(), run: () => void go({ ...state, literally: true }, 'push').then(view.focus) },
    // As it was read: the news are of that.
    search: writeState({ ...state, q: found.q }),
    advice: found.hasWords ? words.noneSpelling : words.noneCriteria,
    isOnMap: state.map,
  });
}

async function showMore(): Promise<void> {
  const found = answer;
  if (!found) return;
  const before = results.length;
  const more = { kind: 'more', answer: found.number, from: before, to: before + AT_A_TIME } as const;
  const added = await askEngine(more).catch(() => null);
  if (found !== answer) return;
  // A release replaced the index meanwhile, or it could not be fetched: the question is asked again, and says so if that fails.
  if (added === null) return answerNow(before + AT_A_TIME);
  results = [...results, ...added];
  // Who comes back finds as many.
  history.replaceState({ shown: results.length }, '');
  showAnswer(found);
  view.focusResult(Math.min(before, results.length - 1));
}

async function showCounts(current: () => boolean): Promise<void> {
  const counts = await askEngine({ kind: 'count', state });
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

interface Removable {
  readonly label: string;
  /** The question without it. */
  readonly next: SearchState;
  readonly before?: () => void;
}

/** What was understood of the question, then what was ticked: each can be taken off. */
function showChips(): void {
  const found = answer?.understood ?? [];
  const understood: Removable[] = found
    .filter(({ piece }) => piece.kind !== 'pres-de-moi')
    .map(({ piece, without: q }) => ({
      label: pieceInWords(piece, words, form.communeOf),
      next: { ...state, q },
    }));
  const chosen: Removable[] = ticked(state, words, form.labelOf).map(({ facet, value, label }) => ({
    label,
    next: without(state, facet, value),
  }));
  filtersToggle.textContent =
    chosen.length === 0 ? filtersTitle : fill(words.filtersSet, { count: formatNumber(chosen.length) });
  const said = found.find(({ piece }) => piece.kind === 'pres-de-moi');
  near.offer(said !== undefined);
  const own: Removable[] =
    near.position() === null
      ? []
      : [
          {
            label: words.nearMe.chip,
            next: said === undefined ? state : { ...state, q: said.without },
            before: near.forget,
          },
        ];
  const shown = [...own, ...understood, ...chosen].map((one, rank): Chip => ({
    label: one.label,
    remove: () => {
      one.before?.();
      void go(one.next, 'push').then(() => view.focusChip(rank));
    },
  }));
  view.showChips(shown, () => {
    near.forget();
    void go({ ...emptyState, map: state.map }, 'push').then(view.focus);
  });
  showNeighbours();
}

function showNeighbours(): void {
  const place = byId(ids.neighbours, HTMLDivElement);
  const communes = answer?.communes ?? [];
  const [commune] = communes;
  if (commune === undefined || communes.length > 1 || answer?.within !== null) {
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
  /** Rank of the first result that was to be seen, and where it stood in the window: a page may be set in another font by now. */
  readonly first?: unknown;
  readonly top?: unknown;
}
const left = (): Left => (history.state ?? {}) as Left;
const shownBefore = (): number => {
  const { shown } = left();
  return typeof shown === 'number' ? Math.max(AT_A_TIME, shown) : AT_A_TIME;
};
const listed = (): Element[] => [...byId(ids.results, HTMLOListElement).children];
/** Above the results it is the window itself that says where one is. */
const place = (): Pick<Left, 'first' | 'top'> => {
  const first = listed().findIndex((result) => result.getBoundingClientRect().bottom > 0);
  const top = listed()[first]?.getBoundingClientRect().top ?? 0;
  return top > innerHeight || first === -1 ? { first: null, top: -scrollY } : { first, top };
};

/** The browser would go back to the place before there are results to scroll to. */
history.scrollRestoration = 'manual';
window.addEventListener('pagehide', () => history.replaceState({ shown: results.length, ...place() }, ''));
const backToPlace = (): void => {
  const { first, top } = left();
  if (typeof top !== 'number') return;
  const result = typeof first === 'number' ? listed()[first] : undefined;
  scrollTo(0, (result === undefined ? 0 : result.getBoundingClientRect().top + scrollY) - top);
};
window.addEventListener(
  'popstate',
  () => void go(readState(location.search, form.known), 'none', shownBefore()).then(backToPlace),
);

const fitFilters = (): void => {
  filters.open = wide.matches;
};
fitFilters();
wide.addEventListener('change', fitFilters);
for (const interest of ['pointerenter', 'focusin'] as const) filters.addEventListener(interest, wantCounts);
filters.addEventListener('toggle', () => {
  if (filters.open && !wide.matches) wantCounts();
});
byId(ids.filtersDone, HTMLButtonElement).addEventListener('click', () => {
  filters.open = false;
  view.focus();
});
/** Paper says of what it is, and how old it is. */
function datePaper(): void {
  const date = formatDay(dayOf(new Date()));
  byId(ids.paper, HTMLParagraphElement).textContent = fill(words.printed, {
    site: config.siteName,
    date,
    address: location.host,
  });
}
datePaper();
// A page may stay open for days.
window.addEventListener('beforeprint', datePaper);

// Whoever begins to ask will want an answer: everything is fetched while they type.
form.form.addEventListener('focusin', () => void askEngine({ kind: 'open' }).catch(() => undefined), { once: true });

void go(readState(location.search, form.known), 'none', shownBefore()).then(() => {
  const query = writeState(state);
  // What the address made up is dropped, and what was left here stays.
  if (query !== location.search.slice(1))
    history.replaceState(history.state, '', query === '' ? location.pathname : `${location.pathname}?${query}`);
  backToPlace();
});
