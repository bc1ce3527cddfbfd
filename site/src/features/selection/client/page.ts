/** The page of the selection: what is kept here, or what a link brought, read again from the pages themselves. */
import { dayOf } from '@trame/cms/domain/dates';
import { toggled, written, type Kept } from '../../../components/keep/kept.ts';
import { button, make } from '../../../components/make-element.ts';
import { fill } from '../../../i18n/fill.ts';
import { formatDay } from '../../../i18n/formats.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import { addressIn } from '../../../languages/addresses.ts';
import { KEEPABLE_CLASS, readKeepable, type Keepable } from '../../../view/selection/kept-page.ts';
import { ids } from '../ids.ts';
import { forgotten, named, namesIn, noteOf, takenOff } from '../slot-notes.ts';
import { slotsOf, type WeekSlot } from '../week.ts';
import { showEntries } from './entries-view.ts';
import { load, readLink, save, writeLink, type Selection } from './own.ts';
import { element, quiet, words, type Entry } from './parts.ts';
import { showWeek } from './week-view.ts';

const pages = new Map<string, Promise<Keepable | null>>();

/** The page as it is now; null when it is no longer there. */
function read(path: string): Promise<Keepable | null> {
  const known = pages.get(path);
  if (known) return known;
  // What is kept is kept by its French address, and read in the language of the page.
  const reading = fetch(addressIn(currentLanguage(), path)).then(async (response) => {
    if (response.status === 404 || response.status === 410) return null;
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const data = page.querySelector(`.${KEEPABLE_CLASS}`)?.textContent;
    // A page that leads on holds none.
    return data === undefined ? null : readKeepable(data);
  });
  reading.catch(() => pages.delete(path));
  pages.set(path, reading);
  return reading;
}

async function show(): Promise<void> {
  // What a link brought stands behind `#`: it is never sent to the server.
  const received = readLink(location.hash);
  const mine = received.kept.length === 0;
  const shown = mine ? load() : received;
  const { kept, notes } = shown;
  const paths = [...new Set(kept.map(({ path }) => path))];
  if (paths.some((path) => !pages.has(path))) note(words.loading);
  const found = await Promise.allSettled(paths.map(read));
  const entries: Entry[] = [];
  const said: Node[] = [];
  found.forEach((result, rank) => {
    const path = paths[rank]!;
    if (result.status === 'fulfilled' && result.value !== null)
      entries.push({ path, page: result.value, kept: kept.filter((one) => one.path === path) });
    else if (result.status === 'fulfilled')
      said.push(make('p', {}, fill(words.gone, { name: path.split('/').at(-2) ?? '' })));
  });
  if (found.some(({ status }) => status === 'rejected'))
    said.push(
      make(
        'p',
        { role: 'alert' },
        `${words.unread} `,
        button(words.retry, () => void show()),
      ),
    );
  if (!mine) said.unshift(receivedNote(shown));
  else if (kept.length === 0) said.push(make('p', {}, words.empty));
  element(ids.notes).replaceChildren(...said);
  element(ids.paper).textContent = fill(words.printed, { date: formatDay(dayOf(new Date())), site: location.host });
  const all = entries.flatMap(({ page, kept: own }) => own.flatMap(({ activity }) => slotsOf(page, activity)));
  const slots = all.filter(({ key }) => !noteOf(notes, key).isOff);
  showActions(shown, slots, { any: entries.length > 0, mine });
  showWeek(slots, notes, mine ? { name: nameSlot(slots), takeOff: takeSlotOff(all) } : null);
  showEntries(entries, notes, mine ? removeEntry : null);
}

const note = (sentence: string): void => element(ids.notes).replaceChildren(make('p', {}, sentence));

function receivedNote(shown: Selection): Node {
  const leave = (): void => {
    history.pushState(null, '', location.pathname);
    void show();
  };
  const keep = (): void => {
    const own = load();
    const fresh = shown.kept.filter((one) => !own.kept.some((other) => written(other) === written(one)));
    // What somebody said of their own slots stays as they said it.
    const both = { kept: fresh.reduce<Kept[]>(toggled, [...own.kept]), notes: new Map([...shown.notes, ...own.notes]) };
    if (save(both)) leave();
    // The link still holds it: it is not left for a list that would be gone with the page.
    else element(ids.live).textContent = words.notStored;
  };
  return make(
    'div',
    {},
    make('p', {}, words.received),
    make(
      'p',
      { class: 'selection-actions' },
      button(words.keepReceived, keep, quiet),
      button(words.mine, leave, quiet),
    ),
  );
}

const nameSlot =
  (slots: readonly WeekSlot[]) =>
  (key: string, text: string): void => {
    const { kept, notes } = load();
    const keys = slots.map((slot) => slot.key);
    const focused = document.activeElement?.getAttribute('data-key') ?? null;
    save({ kept, notes: named(notes, keys, key, text) });
    // The week is drawn anew: who was on their way through it by keyboard stays where they were.
    void show().then(() => focused !== null && document.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus());
  };

const takeSlotOff =
  (slots: readonly WeekSlot[]) =>
  (slot: WeekSlot): void =>
    change(fill(words.slotRemoved, { name: slot.label }), ({ kept, notes }) => {
      const next = takenOff(notes, slot.key);
      const activity = kept.find((one) => one.activity !== null && slot.key.startsWith(`${written(one)}.`));
      const others = slots.filter(({ key }) => activity && key.startsWith(`${written(activity)}.`));
      // An activity that was kept for its hours is let go with the last of them.
      return activity && others.every(({ key }) => noteOf(next, key).isOff)
        ? { kept: toggled(kept, activity), notes: forgotten(next, written(activity)) }
        : { kept, notes: next };
    });

function removeEntry({ page, kept: own }: Entry): void {
  change(fill(words.entryRemoved, { name: page.title }), ({ kept, notes }) => ({
    kept: own.reduce<Kept[]>((rest, one) => toggled(rest, one), [...kept]),
    notes: own.reduce((rest, one) => forgotten(rest, written(one)), notes),
  }));
}

const clear = (): void => change(words.cleared, () => ({ kept: [], notes: new Map() }));

/** Changes what is kept, says so, and offers the way back. */
function change(sentence: string, act: (own: Selection) => Selection): void {
  const before = load();
  save(act(before));
  const back = (): void => {
    save(before);
    element(ids.live).replaceChildren();
    void show();
  };
  const undo = button(words.undo, back, quiet);
  void show().then(() => {
    element(ids.live).replaceChildren(`${sentence} `, undo);
    undo.focus();
  });
}

function showActions(
  shown: Selection,
  slots: readonly WeekSlot[],
  { any, mine }: { readonly any: boolean; readonly mine: boolean },
): void {
  const place = element(ids.actions);
  if (!any) return place.replaceChildren();
  const hours = slots.filter(({ slot }) => slot.begin !== null);
  place.replaceChildren(
    button(words.print, () => window.print(), { class: 'button' }),
    button(words.share, () => void share(shown, false), quiet),
    ...(namesIn(shown.notes).length === 0 ? [] : [button(words.shareNames, () => void share(shown, true), quiet)]),
    ...(hours.length === 0 ? [] : [button(words.calendar, () => void download(hours, shown), quiet)]),
    ...(mine ? [button(words.clear, clear, quiet)] : []),
  );
}

async function share(shown: Selection, withNames: boolean): Promise<void> {
  const link = `${location.origin}${location.pathname}${writeLink(shown, withNames)}`;
  try {
    if (typeof navigator.share === 'function') await navigator.share({ title: document.title, url: link });
    else await navigator.clipboard.writeText(link);
    element(ids.live).textContent = withNames ? words.sharedNames : words.shared;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    element(ids.live).replaceChildren(`${words.shareByHand} `, make('a', { href: link }, link));
  }
}

async function download(slots: readonly WeekSlot[], { notes }: Selection): Promise<void> {
  // The library that writes calendars is for who asks for one.
  const { weeklyCalendar } = await import('../weekly-calendar.ts');
  const whoOf = ({ key }: WeekSlot): string | null => noteOf(notes, key).who;
  const text = weeklyCalendar(slots, location.origin, dayOf(new Date()), whoOf);
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  make('a', { href: url, download: 'ma-selection.ics' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

window.addEventListener('hashchange', () => void show());
window.addEventListener('popstate', () => void show());
window.addEventListener('storage', () => void show());
void show();
