/** The week and the week-end of this release, the way to them, and what comes next where nothing is announced then. */
import { clockOf } from '@trame/cms/domain/dates';
import { content } from '../../content/content.ts';
import { derived } from '../../content/derived.ts';
import type { Content } from '../../content/index-content.ts';
import { today } from '../../content/today.ts';
import { holds } from './filing.ts';
import { t } from '../../i18n/t.ts';
import { coming } from '../../view/agenda/coming-first.ts';
import { nearPaths } from '../../view/agenda/month-path.ts';
import { inDays, inWeekend, nextWeek, thisWeek, thisWeekend } from '../../view/agenda/near-days.ts';

const hourOf = (instant: string): number => Number(clockOf(instant).slice(0, 2));

const read = derived('near days', ({ events: { all: events } }: Pick<Content, 'events'>) => ({
  weekend: inWeekend(events, thisWeekend(today), hourOf),
  week: inDays(events, thisWeek(today)),
  nextWeek: inDays(events, nextWeek(today)),
  comingNext: coming(events, today).slice(0, 5),
}));
export const near = () => read(content);

/** In the language of the page. */
export function nearJumps() {
  const { weekend, week } = near();
  return [
    { href: nearPaths.weekend, label: t('agenda.thisWeekend'), count: weekend.count, holds: holds.days(weekend) },
    { href: nearPaths.week, label: t('agenda.thisWeek'), count: week.count, holds: holds.days(week) },
  ];
}
