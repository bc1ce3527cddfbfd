/** The week and the week-end of this release, the way to them, and what comes next where nothing is announced then. */
import { clockOf } from '@trame/cms/domain/dates';
import { content } from '../../content/content.ts';
import { today } from '../../content/today.ts';
import { holds } from './filing.ts';
import { t } from '../../i18n/t.ts';
import { coming } from '../../view/agenda/coming-first.ts';
import { nearPaths } from '../../view/agenda/month-path.ts';
import { inDays, inWeekend, nextWeek, thisWeek, thisWeekend } from '../../view/agenda/near-days.ts';

const events = content.events.all;
const hourOf = (instant: string): number => Number(clockOf(instant).slice(0, 2));

export const near = {
  weekend: inWeekend(events, thisWeekend(today), hourOf),
  week: inDays(events, thisWeek(today)),
  nextWeek: inDays(events, nextWeek(today)),
};

export const comingNext = coming(events, today).slice(0, 5);

/** In the language of the page. */
export const nearJumps = () => [
  {
    href: nearPaths.weekend,
    label: t('agenda.thisWeekend'),
    count: near.weekend.count,
    holds: holds.days(near.weekend),
  },
  { href: nearPaths.week, label: t('agenda.thisWeek'), count: near.week.count, holds: holds.days(near.week) },
];
