import { checkSlot, clockTime } from '../../domain/slots.ts';
import { days, type Day } from '../../domain/vocabulary/days.ts';
import type { Fault, Rule, Values } from '../engine/rule.ts';
import { visitObjects } from '../engine/visit.ts';

const isDay = (value: unknown): value is Day => (days.values as readonly unknown[]).includes(value);

/** `18:30`, `18:30:00` or `18:30:00.000` as Strapi wants it; anything else is left for Strapi to refuse. */
const stored = (value: unknown): unknown =>
  typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d(:|$)/.test(value)
    ? `${clockTime(value)}:00.000`
    : value || null;

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
    for (const { object } of visitObjects(data, 'activities.*.slots.*')) {
      for (const key of ['begin', 'end']) if (key in object) object[key] = stored(object[key]);
    }
    return check(data);
  },
  onPublish: ({ record }) => check(record),
};
