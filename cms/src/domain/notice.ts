/** What an association says for a time: « Fermé jusqu’au 3 janvier ». It ends by itself. */
import { z } from 'zod';
import { collectContacts, noContacts } from './contacts-in-text.ts';
import { addDays, formatDay } from './dates.ts';
import { parseDay } from './day-in-words.ts';
import { typography } from './french.ts';
import { CalendarDate, Line } from './primitives.ts';
import { noticeKinds, type NoticeKind } from './vocabulary/notice-kinds.ts';

/** Characters of the precision: one line of a telephone or two. */
export const NOTICE_NOTE_LENGTH = 160;
/** What lasts for longer is no notice: it belongs in the entry itself. */
const LONGEST_DAYS = 400;

export const Notice = z.strictObject({
  kind: z.enum(noticeKinds.values),
  /** The last day on which it holds. */
  until: CalendarDate,
  note: Line.nullable(),
});
export type Notice = z.infer<typeof Notice>;

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

interface NoticeFault {
  readonly path: keyof WrittenNotice;
  readonly message: string;
}

const words = {
  noKind: 'Choisissez ce qu’annonce cet avis, ou effacez sa date et sa précision.',
  noDay: 'Dites jusqu’à quel jour : ensuite, l’avis disparaît de lui-même.',
  tooFar: 'Un avis dure un an au plus. Pour plus longtemps, changez la fiche elle-même.',
  over: 'Ce jour est passé : l’avis ne paraîtrait pas.',
  noNote: 'Écrivez l’information : elle seule paraîtra.',
  tooLong: `C’est trop long : ${NOTICE_NOTE_LENGTH} caractères au plus.`,
  contact:
    'Pas de téléphone ni d’adresse électronique ici : un avis paraît sans que l’accord de leur titulaire soit demandé. Ils ont leur place parmi les contacts.',
};

/**
 * What keeps a notice from being one, with how to mend it. One that is over may stay as it is until the program erases it.
 * @param before how it stood: what did not change is not asked about again
 */
export function noticeFaults(written: WrittenNotice, today: string, before: WrittenNotice = noNotice): NoticeFault[] {
  const { noticeKind: kind, noticeUntil, noticeNote } = written;
  const note = noticeNote.trim();
  const fault = (path: keyof WrittenNotice, message: string): NoticeFault => ({ path, message: typography(message) });
  if (kind === '') return noticeUntil === '' && note === '' ? [] : [fault('noticeKind', words.noKind)];
  const found = noContacts();
  collectContacts(note, found);
  const day = noticeUntil === '' ? null : parseDay(noticeUntil, today);
  const isNew = noticeUntil !== before.noticeUntil || kind !== before.noticeKind;
  return [
    ...(day === null
      ? [fault('noticeUntil', words.noDay)]
      : !day.ok
        ? [fault('noticeUntil', day.message)]
        : day.value < today && isNew
          ? [fault('noticeUntil', words.over)]
          : day.value > addDays(today, LONGEST_DAYS)
            ? [fault('noticeUntil', words.tooFar)]
            : []),
    ...(note.length > NOTICE_NOTE_LENGTH
      ? [fault('noticeNote', words.tooLong)]
      : kind === 'autre' && note === ''
        ? [fault('noticeNote', words.noNote)]
        : found.phones.size + found.emails.size > 0
          ? [fault('noticeNote', words.contact)]
          : []),
  ];
}

/** The notice that was written; null when there is none, or it lacks something. */
export function noticeOf({ noticeKind, noticeUntil, noticeNote }: WrittenNotice): Notice | null {
  const read = Notice.safeParse({ kind: noticeKind, until: noticeUntil, note: noticeNote.trim() || null });
  return read.success && (read.data.kind !== 'autre' || read.data.note !== null) ? read.data : null;
}
