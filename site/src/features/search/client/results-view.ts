/** The answer: how many, which, and what to do when there is none. */
import { typography } from '@trame/cms/domain/french';
import type { Hit } from '../engine.ts';
import type { Result } from '../groups.ts';
import { highlight } from '../highlight.ts';
import { ids, type PageConfig } from '../page-config.ts';
import { button, make } from '../../../components/make-element.ts';
import { byId } from './dom.ts';
import { counted, fill, type Criterion } from './sentences.ts';

/** A screen reader hears of a result once the typing has stopped for so long. */
const ANNOUNCE_AFTER_MS = 800;

export type ResultsView = ReturnType<typeof resultsView>;

export function resultsView(words: PageConfig['words']) {
  const summary = byId(ids.summary, HTMLHeadingElement);
  const live = byId(ids.live, HTMLParagraphElement);
  const list = byId(ids.results, HTMLOListElement);
  const more = byId(ids.more, HTMLButtonElement);
  const help = byId(ids.help, HTMLDivElement);
  const chips = byId(ids.chips, HTMLDivElement);
  let announcement: ReturnType<typeof setTimeout> | undefined;

  function say(sentence: string): void {
    summary.textContent = sentence;
    clearTimeout(announcement);
    announcement = setTimeout(() => {
      if (live.textContent !== sentence) live.textContent = sentence;
    }, ANNOUNCE_AFTER_MS);
  }

  function showHelp(...children: readonly Node[]): void {
    help.replaceChildren(...children);
    help.hidden = children.length === 0;
  }

  function clear(): void {
    list.replaceChildren();
    more.hidden = true;
    showHelp();
  }

  return {
    focus: (): void => summary.focus(),
    onMore: (run: () => void): void => more.addEventListener('click', run),

    busy: (on: boolean): void => list.setAttribute('aria-busy', String(on)),

    /** The answer takes its time. */
    loading(): void {
      summary.textContent = words.loading;
    },

    idle(): void {
      clear();
      say(words.idle);
    },

    /** @param asked words to mark; @param left are there more results to show? */
    show(results: readonly Result[], total: number, asked: readonly string[], left: boolean): void {
      showHelp();
      list.replaceChildren(...results.map((result) => resultItem(result, asked, words)));
      more.hidden = !left;
      say(counted(words.count, total));
    },

    /** Leads to the first of the results that were just added. */
    focusResult(rank: number): void {
      list.children[rank]?.querySelector('a')?.focus();
    },

    /** @param ways what would give results; @param advice when nothing would */
    none(ways: readonly { label: string; count: number; run: () => void }[], advice: string): void {
      clear();
      say(words.none);
      if (ways.length === 0) {
        showHelp(make('p', {}, advice));
        return;
      }
      const list = make('ul', { class: 'search-ways' });
      for (const { label, count, run } of ways) {
        const sentence = `${label} (${counted(words.relaxCount, count)})`;
        list.append(make('li', {}, button(sentence, run, { class: 'button button--quiet' })));
      }
      showHelp(make('p', {}, words.noneHelp), list);
    },

    failed(retry: () => void): void {
      clear();
      say(words.none);
      showHelp(
        make('p', { role: 'alert' }, words.failed),
        button(words.retry, retry, { class: 'button button--quiet' }),
      );
    },

    showCriteria(criteria: readonly Criterion[], remove: (criterion: Criterion) => void, clearAll: () => void): void {
      if (criteria.length === 0) {
        chips.replaceChildren();
        return;
      }
      const list = make('ul', { class: 'search-chosen', 'aria-label': words.active });
      for (const criterion of criteria) {
        list.append(
          make(
            'li',
            {},
            button(criterion.label, () => remove(criterion), {
              class: 'search-chip',
              'aria-label': fill(words.remove, { label: criterion.label }),
            }),
          ),
        );
      }
      if (criteria.length > 1) list.append(make('li', {}, button(words.clear, clearAll, { class: 'search-clear' })));
      chips.replaceChildren(list);
    },

    /** After a criterion is removed, the next one takes its place; after the last one, the summary. */
    focusCriterion(rank: number): void {
      const left = [...chips.querySelectorAll<HTMLButtonElement>('.search-chip')];
      (left[Math.min(rank, left.length - 1)] ?? summary).focus();
    },
  };
}

function resultItem(result: Result, asked: readonly string[], words: PageConfig['words']): HTMLLIElement {
  const { meta } = result;
  const labels = meta['activites'];
  return make(
    'li',
    { class: 'search-result' },
    make('h3', {}, make('a', { href: result.url }, ...marked(result.title, asked))),
    line('search-result-facts', [
      meta['genre'],
      meta['sigle'],
      meta['quand'],
      place(meta),
      result.activities.length === 0 && meta['genre'] !== 'Association' ? meta['association'] : undefined,
    ]),
    meta['resume'] ? make('p', {}, ...marked(meta['resume'], asked)) : null,
    labels
      ? make('p', { class: 'search-result-labels' }, `${words.activities}\u00a0: `, ...marked(labels, asked))
      : null,
    result.activities.length > 0
      ? make('ul', { class: 'search-result-activities' }, ...result.activities.map((hit) => activityItem(hit, asked)))
      : null,
  );
}

function activityItem({ url, meta }: Hit, asked: readonly string[]): HTMLLIElement {
  return make(
    'li',
    {},
    make('a', { href: url }, ...marked(meta['title'] ?? '', asked)),
    line('search-result-facts', [meta['quand'], meta['ages'], place(meta), meta['prix']]),
  );
}

const place = (meta: Readonly<Record<string, string>>): string | undefined =>
  [meta['lieu'], meta['commune']].filter((part) => part !== undefined).join(', ') || undefined;

/** Facts side by side. The dots between them are drawn by the style sheet, which screen readers pass over. */
function line(className: string, facts: readonly (string | undefined)[]): HTMLParagraphElement | null {
  const present = facts.filter((fact) => fact !== undefined && fact !== '');
  if (present.length === 0) return null;
  return make(
    'p',
    { class: className },
    ...present.flatMap((fact, rank) => [rank > 0 ? ' ' : null, make('span', {}, typography(fact ?? ''))]),
  );
}

/** A text with the words that answer in `<mark>`. */
function marked(text: string, asked: readonly string[]): Node[] {
  return highlight(typography(text), asked).map((piece) =>
    piece.found ? make('mark', {}, piece.text) : document.createTextNode(piece.text),
  );
}
