/** What an association says for a time: « Fermé jusqu’au 3 janvier ». It ends by itself. */
import { formatDay } from './dates.ts';
import { typography } from './typography.ts';
import type { NoticeKind } from './vocabulary/notice-kinds.ts';

export interface Notice {
  readonly kind: NoticeKind;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly until: string;
  readonly note: string | null;
}

/** A notice as it is written: an empty kind when there is none; the day as `YYYY-MM-DD` or as typed. */
export interface WrittenNotice {
  readonly noticeKind: NoticeKind | '';
  readonly noticeUntil: string;
  readonly noticeNote: string;
}

export const noNotice: WrittenNotice = { noticeKind: '', noticeUntil: '', noticeNote: '' };

/** Does it still hold? @param today `YYYY-MM-DD` */
export const holdsOn = ({ until }: Pick<Notice, 'until'>, today: string): boolean => until >= today;

const sentences: Readonly<Record<NoticeKind, (day: string) => string | null>> = {
  fermé: (day) => `Fermé jusqu’au ${day}`,
  suspendu: (day) => `Activités suspendues jusqu’au ${day}`,
  complet: (day) => `Complet jusqu’au ${day}`,
  inscriptions: (day) => `Inscriptions ouvertes jusqu’au ${day}`,
  autre: () => null,
};

/** « Fermé jusqu’au 3 janvier 2027. Travaux dans la salle. » */
export function noticeInWords({ kind, until, note }: Notice): string {
  const parts = [sentences[kind](formatDay(until)), note].filter((part) => part !== null);
  return typography(parts.map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`)).join(' '));
}

/** « Fermé jusqu’au 3 janvier 2027 »: where there is no room for more; what an information says when it is one. */
export const noticeInShort = (notice: Notice): string =>
  sentences[notice.kind](formatDay(notice.until)) ?? notice.note ?? '';

/** The notice that was written; null when there is none, or it lacks something. */
export function noticeOf({ noticeKind: kind, noticeUntil: until, noticeNote }: WrittenNotice): Notice | null {
  const note = noticeNote.trim() || null;
  if (kind === '' || !/^\d{4}-\d{2}-\d{2}$/.test(until)) return null;
  return kind === 'autre' && note === null ? null : { kind, until, note };
}
