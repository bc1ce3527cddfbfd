/**
 * `<annuaire-associations commune="33473" theme="sports">`: the associations of a commune in the page of another site. What stands
 * in the element is shown until the list is there, and when it cannot be had.
 *
 * Nothing is kept in the visitor's browser, and nothing is asked of anybody but the site that the script came from.
 */
import { button, make } from '../../../components/make-element.ts';
import type { EmbedEntry, EmbedList } from '../../../view/embed/shape.ts';
import { find } from './find.ts';
import { choosingPage, loadList, loadRecord, NotThere } from './load.ts';
import { outside, recordView } from './record-view.ts';

const words = TRAME_WORDS;

/** Entries shown at once. */
const AT_ONCE = 20;
/** While somebody types, nothing is said: a screen reader would read a count at every key. */
const PAUSE_MS = 250;

const fill = (sentence: string, blanks: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => blanks[name] ?? '');
const counted = (count: number, { one, other }: { one: string; other: string }): string =>
  fill(count < 2 ? one : other, { count: count.toLocaleString('fr-FR') });

/** Browsers that know none show the list in the style of the page around it. */
const style = 'adoptedStyleSheets' in Document.prototype ? new CSSStyleSheet() : null;
style?.replaceSync(TRAME_STYLE);

/** Identifiers of parts that name each other; a shadow tree is one document for them. */
let drawn = 0;

class AnnuaireAssociations extends HTMLElement {
  static readonly observedAttributes = ['commune', 'theme', 'niveau'];

  readonly #root = this.attachShadow({ mode: 'open' });
  /** The last one that was asked for: an answer that comes late is not shown. */
  #turn = 0;

  connectedCallback(): void {
    if (style) this.#root.adoptedStyleSheets = [style];
    void this.#show();
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (this.isConnected && before !== after) void this.#show();
  }

  #given(name: string): string {
    return this.getAttribute(name)?.trim() ?? '';
  }

  async #show(): Promise<void> {
    const turn = ++this.#turn;
    const commune = this.#given('commune');
    const status = make('p', { role: 'status', part: 'etat' }, words.loading);
    this.#root.replaceChildren(status, make('slot'));
    try {
      const list = await loadList(commune || null);
      if (turn === this.#turn) this.#draw(list);
    } catch (error) {
      if (turn !== this.#turn) return;
      // Whoever wrote the tag reads the page first: what they wrote is named, and where the right value is chosen.
      const isWrong = commune !== '' && error instanceof NotThere;
      status.textContent = isWrong ? fill(words.noCommune, { commune, page: choosingPage }) : words.failed;
      console.warn('<annuaire-associations>', error);
    }
  }

  #draw(list: EmbedList): void {
    const theme = this.#given('theme');
    const entries = theme === '' ? list.fiches : list.fiches.filter(({ themes }) => themes.includes(theme));
    // A right theme that nobody has yet looks the same: visitors are told that there is nothing, who wrote the tag what to look at.
    if (theme !== '' && entries.length === 0)
      console.warn('<annuaire-associations>', fill(words.noTheme, { theme, page: choosingPage }));

    const count = make('p', { role: 'status', class: 'count', part: 'compte' });
    const items = make('ul', { part: 'liste' });
    const more = button('', () => grow(), { class: 'more', part: 'suite' });
    let found: readonly EmbedEntry[] = [];
    let shown = 0;

    const grow = (): void => {
      const next = found.slice(shown, shown + AT_ONCE).map((entry) => this.#entry(entry));
      items.append(...next);
      // Not the first time: what was asked for is where the reader goes on.
      if (shown > 0) next[0]?.querySelector('button')?.focus();
      shown += next.length;
      const left = found.length - shown;
      more.hidden = left === 0;
      more.textContent = counted(Math.min(left, AT_ONCE), words.more);
    };
    const search = (): void => {
      const before = found;
      found = find(entries, {
        question: question.value,
        theme: chosen[0]?.value ?? '',
        audience: chosen[1]?.value ?? '',
        commune: chosen[2]?.value ?? '',
      });
      // The same ones as before: what is open stays open.
      if (shown > 0 && found.length === before.length && found.every((entry, at) => entry === before[at])) return;
      items.replaceChildren();
      shown = 0;
      count.textContent = found.length === 0 ? words.none : counted(found.length, words.count);
      grow();
    };

    const id = `trame-${++drawn}`;
    const question = make('input', { id, type: 'search', autocomplete: 'off' });
    const has = new Set(entries.flatMap(({ themes }) => themes));
    const choices: [label: string, options: readonly { id: string; nom: string; dans?: string | null }[]][] = [
      [words.theme, theme === '' ? list.themes : list.themes.filter(({ id, dans }) => dans === theme && has.has(id))],
      [words.audience, list.publics],
      [words.commune, this.#given('commune') === '' ? list.communes : []],
    ];
    const chosen: HTMLSelectElement[] = [];
    const fields = choices.map(([label, options], at) => {
      const select = make('select', { id: `${id}-${at}` }, make('option', { value: '' }, words.all));
      for (const { id: value, nom, dans } of options)
        select.append(make('option', { value }, dans && theme === '' ? `\u00a0\u00a0\u00a0${nom}` : nom));
      chosen.push(select);
      select.addEventListener('change', search);
      // A choice of one is none.
      if (options.length < 2) return null;
      return make('div', {}, make('label', { for: select.id }, label), select);
    });
    const form = make(
      'form',
      { role: 'search', part: 'recherche', 'aria-label': words.search },
      make('div', { class: 'question' }, make('label', { for: id }, words.question), question),
      ...fields,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      search();
    });
    let typing = 0;
    question.addEventListener('input', () => {
      clearTimeout(typing);
      typing = window.setTimeout(search, PAUSE_MS);
    });

    const source = make('p', { class: 'source', part: 'source' }, `${words.source} `);
    source.append(outside(list.site.url, list.site.nom, 'lien'));
    this.#root.replaceChildren(form, count, items, more, source);
    search();
  }

  #entry(entry: EmbedEntry): HTMLElement {
    const id = `trame-${++drawn}`;
    const detail = make('div', { id, class: 'detail', part: 'detail' });
    detail.hidden = true;
    let read = false;
    const toggle = button(
      '',
      () => {
        detail.hidden = !detail.hidden;
        toggle.setAttribute('aria-expanded', String(!detail.hidden));
        if (!read) void load();
        read = true;
      },
      { 'aria-expanded': 'false', 'aria-controls': id, part: 'nom' },
    );
    toggle.append(make('span', {}, entry.nom));
    const load = async () => {
      const status = make('p', { role: 'status' });
      detail.replaceChildren(status);
      status.textContent = words.loading;
      try {
        detail.replaceChildren(...recordView(await loadRecord(entry.id), entry));
      } catch {
        status.textContent = words.failedEntry;
        detail.append(make('p', { class: 'links' }, outside(entry.page, words.page, 'lien')));
        read = false;
      }
    };
    const level = Math.min(6, Math.max(2, Number(this.#given('niveau')) || 3)) as 2 | 3 | 4 | 5 | 6;
    return make(
      'li',
      { class: 'entry', part: 'fiche' },
      make(`h${level}`, { class: 'name', part: 'titre-fiche' }, toggle),
      make('p', { part: 'ou' }, entry.ou),
      make('p', { part: 'resume' }, entry.resume),
      detail,
    );
  }
}

// A page that names the script twice has one element.
if (!customElements.get('annuaire-associations')) customElements.define('annuaire-associations', AnnuaireAssociations);
