/** The answer: how many, which, what was read otherwise, and what comes closest when nothing is exactly that. */
import { ALERT_FORM_PAGE } from '@trame/cms/domain/alerts';
import { formatWeekdayAndMonth, listInWords, onOneLine } from '../../../i18n/formats.ts';
import { french } from '../../../content/french.ts';
import { button, make } from '../../../components/make-element.ts';
import { counted } from '../../../i18n/counted.ts';
import { fill } from '../../../i18n/fill.ts';
import { highlight } from '../highlight.ts';
import { ids, type PageConfig } from '../page-config.ts';
import { placeOf, type Result, type ResultRow } from '../results.ts';
import type { Answered } from '../worker/protocol.ts';
import { byId } from './dom.ts';
import { missInWords } from './sentences.ts';

/** A screen reader hears of a result once the typing has stopped for so long. */
const ANNOUNCE_AFTER_MS = 800;
/** Words of which a note speaks. */
const MOST_NOTED = 4;
/** Rows of one result that are shown; its page has them all. */
const MOST_ROWS = 2;

export type ResultsView = ReturnType<typeof resultsView>;

/** What can be taken off. */
export interface Chip {
  readonly label: string;
  readonly remove: () => void;
}

/** An answer, with as much of it as is on the page. */
export interface Shown extends Pick<
  Answered,
  'exact' | 'total' | 'near' | 'close' | 'marked' | 'corrected' | 'absent'
> {
  /** The way back from words that were read otherwise. */
  readonly literally: { readonly q: string; readonly run: () => void } | null;
  /** What to do when there is nothing at all. */
  readonly advice: string;
  readonly isOnMap: boolean;
  /** The search that was answered, as the part of its address after `?`: of which somebody may want the news. */
  readonly search: string;
}

/** @param themes chapters of the directory, in their order */
export function resultsView(
  words: PageConfig['words'],
  communeOf: (slug: string) => string,
  themes: readonly { readonly slug: string; readonly label: string }[],
) {
  const summary = byId(ids.summary, HTMLHeadingElement);
  const wait = byId(ids.wait, HTMLParagraphElement);
  const live = byId(ids.live, HTMLParagraphElement);
  const examples = byId(ids.examples, HTMLDivElement);
  const notes = byId(ids.notes, HTMLDivElement);
  const list = byId(ids.results, HTMLOListElement);
  const more = byId(ids.more, HTMLButtonElement);
  const views = byId(ids.views, HTMLDivElement);
  const alert = byId(ids.alert, HTMLParagraphElement);
  const near = byId(ids.near, HTMLDivElement);
  const help = byId(ids.help, HTMLDivElement);
  const chips = byId(ids.chips, HTMLDivElement);
  let announcement: ReturnType<typeof setTimeout> | undefined;
  let announced = '';

  /** @param about what is asked: as many results of another question are said again, more results of the same are not */
  function say(sentence: string, about = ''): void {
    summary.textContent = sentence;
    clearTimeout(announcement);
    announcement = setTimeout(() => {
      if (announced === `${about} ${sentence}`) return;
      announced = `${about} ${sentence}`;
      // A text that stays as it is would not be read again.
      live.replaceChildren();
      requestAnimationFrame(() => live.replaceChildren(sentence));
    }, ANNOUNCE_AFTER_MS);
  }

  function put(place: HTMLElement, ...children: readonly Node[]): void {
    place.replaceChildren(...children);
    place.hidden = children.length === 0;
  }

  function clear(): void {
    examples.hidden = true;
    list.replaceChildren();
    more.hidden = true;
    alert.hidden = true;
    views.hidden = false;
    for (const place of [notes, near, help]) put(place);
  }

  const items = (results: readonly Result[], marked: readonly string[]): HTMLLIElement[] =>
    results.map((result) => resultItem(result, marked, words, communeOf));

  /** Where nothing is known of what is asked, what there is: nobody is left before an empty page. */
  const themeLinks = (): HTMLElement[] =>
    themes.length === 0
      ? []
      : [
          make('p', {}, words.byTheme),
          make(
            'ul',
            { class: 'search-themes' },
            ...themes.map(({ slug, label }) => make('li', {}, make('a', { href: `/themes/${slug}/` }, label))),
          ),
        ];

  const quoted = (said: readonly string[]): string =>
    listInWords(said.map((word) => fill(words.questionValue, { q: word })));

  function notesOf({ corrected, literally, absent, total, close }: Shown): Node[] {
    const said: Node[] = [];
    if (corrected.length > 0) {
      const read = listInWords(corrected.slice(0, MOST_NOTED).map((one) => fill(words.correctedWord, one)));
      const way =
        literally === null
          ? null
          : button(fill(words.literally, { q: literally.q }), literally.run, { class: 'search-literally' });
      said.push(make('p', {}, `${fill(words.corrected, { words: read })} `, way));
    }
    if (absent.length > 0) {
      const sentence = total > 0 ? words.absentOthers : close === null ? words.absent : words.absentWhole;
      said.push(make('p', {}, french(fill(sentence, { words: quoted(absent) }))));
    }
    if (close !== null)
      said.push(
        make('p', {}, french(close.label === null ? words[close.why] : fill(words.close, { label: close.label }))),
      );
    return said;
  }

  return {
    focus: (): void => summary.focus(),
    /** Results as the list shows them, for another place of the page. */
    items,
    onMore: (run: () => void): void => more.addEventListener('click', run),

    busy: (on: boolean): void => list.setAttribute('aria-busy', String(on)),

    /** The first answer is on its way: said where it will stand, for the number of results is none yet. */
    waiting(on: boolean): void {
      wait.hidden = !on;
    },

    /** The answer takes its time. */
    loading(): void {
      summary.textContent = words.loading;
    },

    idle(): void {
      clear();
      examples.hidden = examples.querySelector('a') === null;
      say(words.idle);
    },

    show(shown: Shown): void {
      examples.hidden = true;
      const { exact, total, marked, close } = shown;
      const almost = close === null ? shown.near : close.results;
      list.replaceChildren(...items(exact, marked));
      more.hidden = exact.length >= total;
      alert.hidden = false;
      alert.querySelector('a')?.setAttribute('href', `${ALERT_FORM_PAGE}?${shown.search}`);
      put(notes, ...notesOf(shown));
      put(
        near,
        ...(almost.length === 0
          ? []
          : [
              ...(close === null && total > 0 ? [make('h3', { class: 'search-near-title' }, words.near)] : []),
              make('ol', { class: 'search-results search-results--near' }, ...items(almost, marked)),
            ]),
      );
      const isNothing = total === 0 && almost.length === 0;
      // Nothing can be shown in two ways; who is on the map keeps the way back.
      views.hidden = isNothing && !shown.isOnMap;
      put(
        help,
        ...(isNothing && shown.absent.length === 0 ? [make('p', {}, shown.advice)] : []),
        ...(isNothing ? themeLinks() : []),
      );
      say(
        total > 0 ? counted(words.count, total) : close === null && almost.length > 0 ? words.noneButNear : words.none,
        shown.search,
      );
    },

    /** Leads to the first of the results that were just added. */
    focusResult(rank: number): void {
      list.children[rank]?.querySelector('a')?.focus();
    },

    failed(retry: () => void): void {
      clear();
      say(words.none);
      put(
        help,
        make('p', { role: 'alert' }, words.failed),
        button(words.retry, retry, { class: 'button button--quiet' }),
      );
    },

    showChips(shown: readonly Chip[], clearAll: () => void): void {
      if (shown.length === 0) {
        chips.replaceChildren();
        return;
      }
      const chosen = make('ul', { class: 'search-chosen', 'aria-label': words.active });
      for (const { label, remove } of shown) {
        const chip = button(label, remove, { class: 'search-chip', 'aria-label': fill(words.remove, { label }) });
        chosen.append(make('li', {}, chip));
      }
      if (shown.length > 1) chosen.append(make('li', {}, button(words.clear, clearAll, { class: 'search-clear' })));
      chips.replaceChildren(chosen);
    },

    /** After a criterion is removed, the next one takes its place; after the last one, the summary. */
    focusChip(rank: number): void {
      const left = [...chips.querySelectorAll<HTMLButtonElement>('.search-chip')];
      (left[Math.min(rank, left.length - 1)] ?? summary).focus();
    },
  };
}

function resultItem(
  result: Result,
  marks: readonly string[],
  words: PageConfig['words'],
  communeOf: (slug: string) => string,
): HTMLLIElement {
  const { meta, rows, km, misses } = result;
  const isAssociation = meta['genre'] === 'Association';
  // The reason says where it is.
  const isElsewhere = misses.some((miss) => miss.kind === 'lieu' && miss.commune !== null);
  const distance =
    km !== null && km >= 1 && misses.every(({ kind }) => kind !== 'lieu')
      ? fill(words.distance, { km: Math.round(km) })
      : undefined;
  return make(
    'li',
    { class: 'search-result' },
    make('h3', {}, make('a', { href: result.url }, ...marked(result.title, marks))),
    misses.length === 0
      ? null
      : line(
          'search-result-misses',
          misses.map((miss) => missInWords(miss, words, communeOf)),
        ),
    line('search-result-facts', [
      isAssociation ? undefined : meta['genre'],
      meta['sigle'],
      result.on === null ? meta['quand'] : formatWeekdayAndMonth(result.on),
      isElsewhere ? undefined : placeOf(meta),
      distance,
      meta['prix'],
      isAssociation ? undefined : meta['association'],
    ]),
    // Paper leads nowhere: it says whom to call.
    meta['appel'] ? make('p', { class: 'print-only search-result-call' }, meta['appel']) : null,
    meta['avis'] ? make('p', { class: 'search-result-tag' }, french(meta['avis'])) : null,
    result.seeksVolunteers ? make('p', { class: 'search-result-tag' }, words.volunteers) : null,
    meta['resume'] ? make('p', {}, ...marked(meta['resume'], marks)) : null,
    rows.length > 0
      ? make(
          'ul',
          { class: 'search-result-activities' },
          ...rows.slice(0, MOST_ROWS).map((row) => rowItem(row, marks, words)),
          rows.length > MOST_ROWS
            ? make('li', { class: 'search-result-more' }, counted(words.moreRows, rows.length - MOST_ROWS))
            : null,
        )
      : null,
  );
}

function rowItem(
  { url, label, when, moreSlots, ages, place: where, price }: ResultRow,
  marks: readonly string[],
  words: PageConfig['words'],
): HTMLLIElement {
  const others = moreSlots > 0 ? counted(words.moreSlots, moreSlots) : null;
  return make(
    'li',
    {},
    make('a', { href: url }, ...marked(label, marks)),
    line('search-result-facts', [when, others, ages, where, price]),
  );
}

/** Facts side by side. The dots between them are drawn by the style sheet, which screen readers pass over. */
function line(className: string, facts: readonly (string | null | undefined)[]): HTMLParagraphElement | null {
  const present = facts.filter((fact): fact is string => fact !== undefined && fact !== null && fact !== '');
  if (present.length === 0) return null;
  return make(
    'p',
    { class: className },
    ...present.flatMap((fact, rank) => [rank > 0 ? ' ' : null, make('span', {}, onOneLine(french(fact)))]),
  );
}

/** A text with the words that answer in `<mark>`. */
function marked(text: string, asked: readonly string[]): Node[] {
  return highlight(french(text), asked).map((piece) =>
    piece.found ? make('mark', {}, piece.text) : document.createTextNode(piece.text),
  );
}
