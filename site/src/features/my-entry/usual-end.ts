import { addDays } from '@trame/cms/domain/dates';
import type { NoticeKind } from '@trame/cms/domain/vocabulary/notice-kinds';

/** Seasons of associations end with August. */
const SEASON_END = '08-31';
/** What is closed for longer is seldom known beforehand. */
const DAYS: Readonly<Partial<Record<NoticeKind, number>>> = { fermé: 14, suspendu: 30, inscriptions: 30, autre: 30 };

/** The day that a notice usually ends on, to begin with: it stands in its field, where it can be changed. @param today `YYYY-MM-DD` */
export function usualEnd(kind: NoticeKind, today: string): string {
  const days = DAYS[kind];
  if (days !== undefined) return addDays(today, days);
  const end = `${today.slice(0, 4)}-${SEASON_END}`;
  return end > today ? end : `${Number(today.slice(0, 4)) + 1}-${SEASON_END}`;
}
