/** The page of the selection: what is kept here, or what a link brought, read again from the pages themselves. */
import { dayOf } from '@trame/cms/domain/dates';
import { typography } from '@trame/cms/domain/french';
import { days } from '@trame/cms/domain/vocabulary/days';
import { formatHours } from '@trame/cms/domain/slots';
import { button, make } from '../../../components/make-element.ts';
import { joinFacts } from '../../../i18n/facts.ts';
import { fill } from '../../../i18n/fill.ts';
import type { Words } from '../../../i18n/words.ts';
import { KEEPABLE_CLASS, KEEPABLE_VERSION, type Keepable } from '../../../view/selection/kept-page.ts';
import { ids } from '../ids.ts';
import { readKept, toggled, writeKept, type Kept } from '../../../components/keep/kept.ts';
import { clashesOf, slotsOf, weekOf, type WeekSlot } from '../week.ts';
import { load, save } from '../../../components/keep/store.ts';

type Live = Words['selection']['live'];

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page of the selection has no #${id}`);
  return found;
};
const words = JSON.parse(element(ids.config).textContent) as Live;

/** What a link brought stands behind `#`: it is never sent to the server. */
const receivedIn = (): Kept[] => readKept(decodeURIComponent(location.hash.slice(1)));
const pages = new Map<string, Promise<Keepable | null>>();

/** The page as it is now; null when it is no longer there. */
function read(path: string): Promise<Keepable | null> {
  const known = pages.get(path);
  if (known) return known;
  const reading = fetch(path).then(async (response) => {
    if (response.status === 404 || response.status === 410) return null;
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const data = page.querySelector(`.${KEEPABLE_CLASS}`)?.textContent;
    // A page that leads on, or one of another version of the site.
    const keepable = data === undefined ? null : (JSON.parse(data) as Keepable);
    return keepable?.version === KEEPABLE_VERSION ? keepable : null;
  });
  reading.catch(() => pages.delete(path));
  pages.set(path, reading);
  return reading;
}

interface Entry {
  readonly path: string;
  readonly page: Keepable;
  readonly kept: readonly Kept[];
}

let before: readonly Kept[] | null = null;

async function show(): Promise<void> {
  const received = receivedIn();
  const kept = received.length > 0 ? received : load();
  const paths = [...new Set(kept.map(({ path }) => path))];
  if (paths.length > 0) note(words.loading);
  const found = await Promise.allSettled(paths.map(read));
  const entries: Entry[] = [];
  const notes: Node[] = [];
  found.forEach((result, rank) => {
    const path = paths[rank]!;
    if (result.status === 'fulfilled' && result.value !== null)
      entries.push({ path, page: result.value, kept: kept.filter((one) => one.path === path) });
    else if (result.status === 'fulfilled')
      notes.push(make('p', {}, fill(words.gone, { name: path.split('/').at(-2) ?? '' })));
  });
  if (found.some(({ status }) => status === 'rejected'))
    notes.push(
      make(
        'p',
        { role: 'alert' },
        `${words.unread} `,
        button(words.retry, () => void show()),
      ),
    );
  if (received.length > 0) notes.unshift(...receivedNote(received));
  else if (kept.length === 0) notes.push(...emptyNote());
  element(ids.notes).replaceChildren(...notes);
  const slots = entries.flatMap(({ page, kept: own }) => own.flatMap(({ activity }) => slotsOf(page, activity)));
  showActions(kept, slots, entries.length > 0);
  showWeek(slots);
  showEntries(entries, received.length > 0);
}

const note = (sentence: string): void => element(ids.notes).replaceChildren(make('p', {}, sentence));

function receivedNote(received: readonly Kept[]): Node[] {
  const leave = (): void => {
    history.pushState(null, '', location.pathname);
    void show();
  };
  const keep = (): void => {
    save(readKept(writeKept([...load(), ...received])));
    leave();
  };
  return [
    make(
      'p',
      {},
      `${words.received} `,
      button(words.keepReceived, keep, { class: 'button button--quiet' }),
      ' ',
      button(words.mine, leave, { class: 'button button--quiet' }),
    ),
  ];
}

function emptyNote(): Node[] {
  const undo = before;
  if (undo === null) return [make('p', {}, words.empty)];
  const back = (): void => {
    save(undo);
    before = null;
    void show();
  };
  return [make('p', {}, `${words.cleared} `, button(words.undo, back, { class: 'button button--quiet' }))];
}

function showActions(kept: readonly Kept[], slots: readonly WeekSlot[], any: boolean): void {
  const place = element(ids.actions);
  if (!any) return place.replaceChildren();
  const quiet = { class: 'button button--quiet' };
  const hours = slots.filter(({ slot }) => slot.begin !== null);
  place.replaceChildren(
    button(words.print, () => window.print(), { class: 'button' }),
    button(words.share, () => void share(kept), quiet),
    ...(hours.length === 0 ? [] : [button(words.calendar, () => void download(hours), quiet)]),
    ...(receivedIn().length > 0 ? [] : [button(words.clear, clear, quiet)]),
  );
}

function clear(): void {
  before = load();
  save([]);
  void show();
}

async function share(kept: readonly Kept[]): Promise<void> {
  const link = `${location.origin}${location.pathname}#${writeKept(kept)}`;
  try {
    if (typeof navigator.share === 'function') await navigator.share({ title: document.title, url: link });
    else await navigator.clipboard.writeText(link);
    element(ids.live).textContent = words.shared;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    element(ids.live).replaceChildren(`${words.shareByHand} `, make('a', { href: link }, link));
  }
}

async function download(slots: readonly WeekSlot[]): Promise<void> {
  // The library that writes calendars is for who asks for one.
  const { weeklyCalendar } = await import('../weekly-calendar.ts');
  const text = weeklyCalendar(slots, location.origin, dayOf(new Date()));
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  make('a', { href: url, download: 'ma-selection.ics' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function showWeek(slots: readonly WeekSlot[]): void {
  const week = weekOf(slots);
  const place = element(ids.week);
  if (week.length === 0) return place.replaceChildren();
  place.replaceChildren(
    make('h2', {}, words.week),
    make(
      'ol',
      { class: 'selection-week' },
      ...week.map(({ day, slots: own }) =>
        make('li', {}, make('h3', {}, days.label(day)), make('ul', {}, ...own.map((slot) => slotItem(slot, own)))),
      ),
    ),
  );
}

function slotItem(one: WeekSlot, ofDay: readonly WeekSlot[]): HTMLLIElement {
  const { slot, label, title, path, place, commune } = one;
  const clashes = clashesOf(one, ofDay).map(({ kind, with: other, minutes }) =>
    make(
      'p',
      { class: 'selection-clash' },
      kind === 'overlap'
        ? fill(words.overlap, { name: other.label })
        : fill(words.travel, { minutes, from: commune ?? '', to: other.commune ?? '' }),
    ),
  );
  return make(
    'li',
    { class: clashes.length > 0 ? 'selection-slot selection-slot--clash' : 'selection-slot' },
    make('p', { class: 'selection-hours' }, formatHours(slot) ?? words.noHour),
    make('p', {}, make('a', { href: path }, typography(label)), ` – ${typography(title)}`),
    make('p', { class: 'soft' }, [place, commune, slot.note].filter((part) => part !== null).join(', ')),
    ...clashes,
  );
}

function showEntries(entries: readonly Entry[], isReceived: boolean): void {
  const place = element(ids.entries);
  if (entries.length === 0) return place.replaceChildren();
  place.replaceChildren(
    make('h2', {}, words.entries),
    make('ul', { class: 'selection-entries' }, ...entries.map((entry) => entryItem(entry, isReceived))),
  );
}

function entryItem({ path, page, kept }: Entry, isReceived: boolean): HTMLLIElement {
  const isWhole = kept.some(({ activity }) => activity === null);
  const activities = page.activities.filter((_, rank) => isWhole || kept.some(({ activity }) => activity === rank + 1));
  const facts = [page.when, page.place, page.commune, page.price].filter((fact) => fact !== null).join(', ');
  const remove = (): void => {
    save(kept.reduce<Kept[]>((rest, one) => toggled(rest, one), load()));
    void show();
  };
  return make(
    'li',
    { class: 'selection-entry' },
    make('h3', {}, make('a', { href: path }, typography(page.title))),
    facts === '' ? null : make('p', { class: 'soft' }, typography(facts)),
    make('p', {}, typography(page.summary)),
    activities.length === 0
      ? null
      : make(
          'ul',
          { class: 'selection-activities' },
          ...activities.map(({ label, slots, ages, price, place }) =>
            make(
              'li',
              {},
              make('strong', {}, typography(label)),
              ` ${typography(
                [
                  slots
                    .map((slot) => [days.label(slot.day).toLowerCase(), formatHours(slot)].filter(Boolean).join(' '))
                    .join(' ; '),
                  ages,
                  place,
                  price,
                ]
                  .filter((fact) => fact !== null && fact !== '')
                  .join(', '),
              )}`,
            ),
          ),
        ),
    page.contacts.length === 0 ? null : make('p', { class: 'selection-contacts' }, joinFacts(page.contacts)),
    isReceived
      ? null
      : button(words.remove, remove, {
          class: 'button button--quiet no-print',
          'aria-label': fill(words.removeOf, { name: page.title }),
        }),
  );
}

window.addEventListener('hashchange', () => void show());
window.addEventListener('popstate', () => void show());
window.addEventListener('storage', () => void show());
void show();
