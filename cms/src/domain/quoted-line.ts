/** What a stranger typed, as a letter may quote it. */

/**
 * What was typed as one line of plain words: it is quoted in a letter that comes from the office, which nobody may write a
 * paragraph or an address into by signs that do not show.
 */
export const asOneLine = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{C}/gu, '')
    .replace(/[。｡]/gu, '.')
    .replaceAll('\\', '/')
    .replace(/[«»“”"<>]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
