/** Characters of the precision of a notice (`notice.ts`): a line of a telephone or two. Apart, for forms that need no more. */
export const NOTICE_NOTE_LENGTH = 160;
