/** What keeps a notice (`notice.ts`) from being one. */
import { collectContacts, noContacts } from './contacts-in-text.ts';
import { addDays } from './dates.ts';
import { parseDay } from './day-in-words.ts';
import { NOTICE_NOTE_LENGTH } from './notice-length.ts';
import { noNotice, type WrittenNotice } from './notice.ts';
import { typography } from './typography.ts';

/** What lasts for longer is no notice: it belongs in the entry itself. */
const LONGEST_DAYS = 400;

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
