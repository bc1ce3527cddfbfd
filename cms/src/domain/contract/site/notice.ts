import { z } from 'zod';
import type { Notice as NoticeOfWords } from '../../notice.ts';
import { CalendarDate, Line } from '../../primitives.ts';
import { noticeKinds } from '../../vocabulary/notice-kinds.ts';

/** What an association says for a time; `domain/notice.ts` says it in words. */
export const Notice = z.strictObject({
  kind: z.enum(noticeKinds.values),
  /** The last day on which it holds. */
  until: CalendarDate,
  note: Line.nullable(),
}) satisfies z.ZodType<NoticeOfWords>;
