/** Leaves out of the lists of a page what does not fit the choice of its form, and keeps the choice in the address and in the ways on. */
import { counted } from '../../i18n/counted.ts';
import type { Words } from '../../i18n/words.ts';
import { countIn, fits, readChoice, writeChoice, type Choice } from './filed.ts';

const form = document.querySelector<HTMLElement>('.list-filter');
if (form !== null) start(form);

function start(form: HTMLElement): void {
  const words = JSON.parse(form.dataset['words'] ?? '') as Words['listFilter']['live'];
  const fields = [...form.querySelectorAll('select')];
  const names = fields.map(({ name }) => name);
  const offered = new Map(
    fields.map(({ name, options }) => [name, [...options].map(({ value }) => value).filter(Boolean)]),
  );
  const main = form.closest('main') ?? document.body;
  const items = [...main.querySelectorAll<HTMLElement>('[data-filed]')];
  const groups = [...main.querySelectorAll<HTMLElement>('[data-filter-group]')];
  const folds = [...main.querySelectorAll<HTMLDetailsElement>('details[data-filter-fold]')];
  const ways = [...main.querySelectorAll<HTMLAnchorElement>('a[data-holds]')];
  const said = form.querySelector('[role=status]')!;
  const all = form.querySelector<HTMLElement>('.list-filter-all')!;

  const chosen = (): Choice =>
    Object.fromEntries(fields.flatMap(({ name, value }) => (value === '' ? [] : [[name, value]])));

  function show(choice: Choice): void {
    const isAll = Object.keys(choice).length === 0;
    let count = 0;
    for (const item of items) {
      item.hidden = !fits(item.dataset['filed'] ?? '', choice);
      if (!item.hidden) count += Number(item.dataset['standsFor'] ?? 1);
    }
    // A group that never held an item (what comes instead of nothing) is left alone.
    for (const group of groups) {
      const own = [...group.querySelectorAll<HTMLElement>('[data-filed]')];
      group.hidden = own.length > 0 && own.every(({ hidden }) => hidden);
    }
    for (const fold of folds) {
      fold.hidden = [...fold.querySelectorAll<HTMLElement>('[data-filed]')].every(({ hidden }) => hidden);
      // Who chose wants all that fits: nothing is left to press, and to count.
      if (!isAll) fold.open = true;
      fold.querySelector('summary')!.hidden = !isAll;
    }
    for (const way of ways) {
      const place = way.querySelector('[data-count]');
      if (place) place.textContent = `(${countIn(way.dataset['holds'] ?? '', choice)})`;
      const address = new URL(way.href);
      if (address.pathname !== location.pathname)
        way.href = `${address.pathname}${writeChoice(address.searchParams, names, choice)}${address.hash}`;
    }
    said.textContent = isAll ? '' : count === 0 ? words.none : counted(words.shown, count);
    all.hidden = isAll;
    form.classList.toggle('list-filter--chosen', !isAll);
  }

  const keep = (): void => {
    const choice = chosen();
    const query = writeChoice(new URLSearchParams(location.search), names, choice);
    history.replaceState(history.state, '', `${location.pathname}${query}${location.hash}`);
    show(choice);
  };
  const read = (): void => {
    const choice = readChoice(new URLSearchParams(location.search), offered);
    for (const field of fields) field.value = choice[field.name] ?? '';
    show(choice);
  };

  form.hidden = false;
  form.addEventListener('change', keep);
  all.addEventListener('click', () => {
    for (const field of fields) field.value = '';
    keep();
    // The button that was pressed goes away.
    fields[0]?.focus();
  });
  window.addEventListener('popstate', read);
  read();
}
