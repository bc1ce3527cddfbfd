/** What is kept, one entry after the other: the guide that is printed. */
import { days } from '@trame/cms/domain/vocabulary/days';
import { button, make } from '../../../components/make-element.ts';
import { french } from '../../../content/french.ts';
import { fill } from '../../../i18n/fill.ts';
import { formatHours, labelOf } from '../../../i18n/formats.ts';
import { joinFacts } from '../../../i18n/facts.ts';
import type { KeepableActivity } from '../../../view/selection/kept-page.ts';
import { ids } from '../ids.ts';
import { noteOf, type SlotNotes } from '../slot-notes.ts';
import { slotsOf, type WeekSlot } from '../week.ts';
import { element, quiet, words, type Entry } from './parts.ts';

/** @param remove lets an entry go; null for a selection that was sent */
export function showEntries(
  entries: readonly Entry[],
  notes: SlotNotes,
  remove: ((entry: Entry) => void) | null,
): void {
  const place = element(ids.entries);
  if (entries.length === 0) return place.replaceChildren();
  place.replaceChildren(
    make('h2', {}, words.entries),
    make('ul', { class: 'selection-entries' }, ...entries.map((entry) => entryItem(entry, notes, remove))),
  );
}

function entryItem(entry: Entry, notes: SlotNotes, remove: ((entry: Entry) => void) | null): HTMLLIElement {
  const { path, page, kept } = entry;
  const isWhole = kept.some(({ activity }) => activity === null);
  const activities = page.activities
    .map((activity, rank) => ({ activity, rank: rank + 1 }))
    .filter(({ rank }) => isWhole || kept.some(({ activity }) => activity === rank));
  const facts = joinFacts([page.when, page.place, page.commune, page.price]);
  return make(
    'li',
    { class: 'selection-entry' },
    make('h3', {}, make('a', { href: path }, french(page.title))),
    facts === '' ? null : make('p', { class: 'soft' }, french(facts)),
    make('p', {}, french(page.summary)),
    activities.length === 0
      ? null
      : make(
          'ul',
          { class: 'selection-activities' },
          ...activities.flatMap(({ activity, rank }) => {
            const all = slotsOf(page, rank);
            const own = all.filter(({ key }) => !noteOf(notes, key).isOff);
            // Who took all its hours off wants to read nothing of it.
            return all.length > 0 && own.length === 0 ? [] : [activityItem(activity, own, notes)];
          }),
        ),
    page.contacts.length === 0
      ? null
      : make(
          'ul',
          { class: 'selection-contacts' },
          ...page.contacts.map(({ text, href }) =>
            make('li', {}, href === null ? text : make('a', { href, class: 'bare-link' }, text)),
          ),
        ),
    remove === null
      ? null
      : button(words.removeEntry, () => remove(entry), {
          class: `${quiet.class} no-print`,
          'aria-label': fill(words.removeOf, { name: page.title }),
        }),
  );
}

function activityItem({ label, ages, price, place }: KeepableActivity, slots: readonly WeekSlot[], notes: SlotNotes) {
  const hours = slots.map(({ key, slot }) => {
    const { who } = noteOf(notes, key);
    const when = [labelOf('days', days, slot.day).toLowerCase(), formatHours(slot), slot.note && `(${slot.note})`];
    return [...when, who === null ? null : `– ${fill(words.for, { who })}`].filter(Boolean).join(' ');
  });
  const facts = joinFacts([ages, place, price]);
  return make(
    'li',
    {},
    make('strong', {}, french(label)),
    ...hours.map((line) => make('span', { class: 'selection-line' }, french(line))),
    facts === '' ? null : make('span', { class: 'selection-line soft' }, french(facts)),
  );
}
