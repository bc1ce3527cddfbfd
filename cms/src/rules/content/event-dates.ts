import type { Rule } from '../engine/rule.ts';

/** Somebody who reads about an event learns when it is, if only roughly. */
export const eventDates: Rule = {
  appliesTo: ['api::event.event'],
  onPublish({ record }) {
    const { timings, period } = record;
    const known =
      (Array.isArray(timings) && timings.length > 0) || (typeof period === 'string' && period.trim() !== '');
    return known
      ? []
      : [
          {
            path: ['timings'],
            message:
              'Indiquez au moins une date, ou dites dans «\u00a0Période\u00a0» ce que l’on sait déjà (automne 2026, date à définir).',
          },
        ];
  },
};
