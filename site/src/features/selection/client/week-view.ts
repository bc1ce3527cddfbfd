/** The week of a selection: day by day, for whom each slot is, and what cannot be done. */
import { days } from '@trame/cms/domain/vocabulary/days';
import { button, make } from '../../../components/make-element.ts';
import { french } from '../../../content/french.ts';
import { fill } from '../../../i18n/fill.ts';
import { formatHours, labelOf } from '../../../i18n/formats.ts';
import { ids } from '../ids.ts';
import { LONGEST_NAME, namesIn, noteOf, type SlotNotes } from '../slot-notes.ts';
import { clashesOf, weekOf, type Clash, type WeekSlot } from '../week.ts';
import { element, words } from './parts.ts';

/** What may be changed; null for a selection that was sent. */
export interface WeekActs {
  readonly name: (key: string, text: string) => void;
  readonly takeOff: (slot: WeekSlot) => void;
}

const NAMES = 'selection-prenoms';

export function showWeek(slots: readonly WeekSlot[], notes: SlotNotes, acts: WeekActs | null): void {
  const week = weekOf(slots);
  const place = element(ids.week);
  if (week.length === 0) return place.replaceChildren();
  place.replaceChildren(
    make('h2', {}, words.week),
    ...(acts === null ? [] : [make('p', { class: 'soft no-print' }, words.whoHelp)]),
    make('datalist', { id: NAMES }, ...namesIn(notes).map((name) => make('option', { value: name }))),
    make(
      'ol',
      { class: 'selection-week' },
      ...week.map(({ day, slots: own }) =>
        make(
          'li',
          {},
          make('h3', {}, labelOf('days', days, day)),
          make('ul', {}, ...own.map((slot) => slotItem(slot, own, notes, acts))),
        ),
      ),
    ),
  );
}

function slotItem(one: WeekSlot, ofDay: readonly WeekSlot[], notes: SlotNotes, acts: WeekActs | null): HTMLLIElement {
  const { key, slot, label, title, path, place, commune } = one;
  const whoOf = (other: WeekSlot): string | null => noteOf(notes, other.key).who;
  const who = whoOf(one);
  const clashes = clashesOf(one, ofDay, whoOf).map((clash) =>
    make('p', { class: 'selection-clash' }, clashInWords(one, clash, whoOf)),
  );
  const where = [place, commune, slot.note].filter((part) => part !== null).join(', ');
  return make(
    'li',
    { class: clashes.length > 0 ? 'selection-slot selection-slot--clash' : 'selection-slot' },
    make('p', { class: 'selection-hours' }, formatHours(slot) ?? words.noHour),
    make('p', {}, make('a', { href: path }, french(label)), ` – ${french(title)}`),
    where === '' ? null : make('p', { class: 'soft' }, french(where)),
    who === null
      ? null
      : make('p', { class: acts === null ? 'selection-who' : 'selection-who print-only' }, fill(words.for, { who })),
    ...clashes,
    acts === null ? null : slotActs(key, who, one, acts),
  );
}

function clashInWords(one: WeekSlot, { kind, with: other, minutes }: Clash, whoOf: (slot: WeekSlot) => string | null) {
  const [who, whoElse] = [whoOf(one), whoOf(other)];
  if (kind === 'travel') {
    const way = { from: one.commune ?? '', to: other.commune ?? '' };
    return minutes === 0 ? fill(words.noTravel, way) : fill(words.travel, { minutes, ...way });
  }
  if (kind === 'apart')
    return fill(words.apart, { who: whoElse ?? '', name: other.label, commune: other.commune ?? '' });
  return who !== null && who === whoElse
    ? fill(words.overlapOf, { who, name: other.label })
    : fill(words.overlap, { name: other.label });
}

function slotActs(key: string, who: string | null, slot: WeekSlot, acts: WeekActs): HTMLElement {
  const name = [slot.label, labelOf('days', days, slot.slot.day).toLowerCase(), formatHours(slot.slot)]
    .filter((part) => part !== null)
    .join(', ');
  const input = make('input', {
    type: 'text',
    list: NAMES,
    maxlength: String(LONGEST_NAME),
    autocomplete: 'off',
    'aria-label': `${words.who} – ${name}`,
    'data-key': key,
  });
  input.value = who ?? '';
  input.addEventListener('change', () => acts.name(key, input.value));
  return make(
    'div',
    { class: 'selection-slot-acts no-print' },
    make('label', {}, make('span', {}, words.who), input),
    button(words.remove, () => acts.takeOff(slot), { 'aria-label': `${words.removeSlot} – ${name}` }),
  );
}
