import { checkSlot, clockTime } from '../../domain/slots.ts';
import { days, type Day } from '../../domain/vocabulary/days.ts';
import { readPair } from '../../domain/typed-hours.ts';
import type { Fault, Path, Rule, Values } from '../engine/rule.ts';
import { visitObjects } from '../../domain/visit.ts';

const isDay = (value: unknown): value is Day => (days.values as readonly unknown[]).includes(value);

const typed = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The hours as Strapi wants them (`18:30:00.000`), however they were written, both of them in `begin` included. */
function readHours(slot: Values, path: Path): Fault[] {
  const given = (['begin', 'end'] as const).filter((key) => key in slot);
  const read = readPair({ begin: typed(slot['begin']), end: typed(slot['end']) });
  if (!read.ok) return [{ path: [...path, read.field], message: read.message }];
  if (given.includes('begin')) slot['begin'] = stored(read.value.begin);
  if (given.includes('end') || read.value.end !== '') slot['end'] = stored(read.value.end);
  return [];
}

const stored = (clock: string): string | null => (clock === '' ? null : `${clock}:00.000`);

const time = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? clockTime(value) : null);

function check(record: Values): Fault[] {
  return visitObjects(record, 'activities.*.slots.*').flatMap(({ object, path }) => {
    const { day } = object;
    if (!isDay(day)) return []; // Strapi says which days there are
    const slot = { day, begin: time(object['begin']), end: time(object['end']), note: null };
    const result = checkSlot(slot);
    return result.ok ? [] : [{ path: [...path, slot.begin === null ? 'begin' : 'end'], message: result.message }];
  });
}

/** Weekly slots end after they begin. */
export const slots: Rule = {
  appliesTo: ['api::association.association'],
  onSave({ data }) {
    const unread = visitObjects(data, 'activities.*.slots.*').flatMap(({ object, path }) => readHours(object, path));
    return unread.length > 0 ? unread : check(data);
  },
  onPublish: ({ record }) => check(record),
};
