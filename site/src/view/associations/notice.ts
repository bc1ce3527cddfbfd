import type { Association } from '@trame/cms/domain/contract/site/association';
import { holdsOn, noticeInShort, noticeInWords, type Notice } from '@trame/cms/domain/notice';
import { formatDay, sayForeign } from '../../i18n/formats.ts';
import { currentLanguage } from '../../i18n/language.ts';

/** What an association says for a time, while it holds; null after its last day. @param today of the build, `YYYY-MM-DD` */
export const noticeOn = ({ notice }: Pick<Association, 'notice'>, today: string): Notice | null =>
  notice !== undefined && holdsOn(notice, today) ? notice : null;

/** « Fermé jusqu’au 3 janvier 2027. Travaux dans la salle. »; what the association added stays as it wrote it. */
export function wholeNotice(notice: Notice): string {
  const kind = foreignNotice(notice);
  if (kind === undefined) return noticeInWords(notice);
  return [kind === null ? null : `${kind}.`, notice.note].filter((part) => part !== null).join(' ');
}

/** « Fermé jusqu’au 3 janvier 2027 » */
export function shortNotice(notice: Notice): string {
  const kind = foreignNotice(notice);
  return kind === undefined ? noticeInShort(notice) : (kind ?? notice.note ?? '');
}

/** Its kind and last day in the language of the page; null when only the note says something, undefined in French. */
function foreignNotice({ kind, until }: Notice): string | null | undefined {
  const language = currentLanguage();
  if (language === 'fr') return undefined;
  return kind === 'autre' ? null : sayForeign(language, `notice.${kind}`, { day: formatDay(until) });
}
