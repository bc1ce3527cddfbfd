/** The week and the week-end of this release, and the way to them. */
import { clockOf } from '@trame/cms/domain/dates';
import { content } from '../../content/content.ts';
import { today } from '../../content/today.ts';
import { t } from '../../i18n/t.ts';
import { nearPaths } from '../../view/agenda/month-path.ts';
import { inDays, inWeekend, nextWeek, thisWeek, thisWeekend } from '../../view/agenda/near-days.ts';

const events = content.events.all;
const hourOf = (instant: string): number => Number(clockOf(instant).slice(0, 2));

export const near = {
  weekend: inWeekend(events, thisWeekend(today), hourOf),
  week: inDays(events, thisWeek(today)),
  nextWeek: inDays(events, nextWeek(today)),
};

export const nearJumps = [
  { href: nearPaths.weekend, label: t('agenda.thisWeekend'), count: near.weekend.count },
  { href: nearPaths.week, label: t('agenda.thisWeek'), count: near.week.count },
];
