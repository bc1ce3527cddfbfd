/** How French text is set. By itself: every sentence of a parser goes through it, also in a browser, where each kilobyte counts. */
const NARROW = '\u202f';
const NO_BREAK = '\u00a0';
/** Addresses keep their punctuation: a space before the colon of "https:" would break the link. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/giu;

/**
 * French typography of a running text: typographic apostrophes, narrow no-break space before ; ! ?, no-break space before :
 * and inside « », hours and units kept with their number. Idempotent; web and e-mail addresses are left alone.
 */
export function typography(text: string): string {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    result += setFrench(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return result + setFrench(text.slice(from));
}

function setFrench(text: string): string {
  return text
    .replace(/(\p{L})'(?=[\p{L}\p{N}«])/gu, '$1’')
    .replace(/«[ \u00a0\u202f]*/g, `«${NO_BREAK}`)
    .replace(/[ \u00a0\u202f]*»/g, `${NO_BREAK}»`)
    .replace(/[ \u00a0\u202f]+([;!?]+)/g, `${NARROW}$1`)
    .replace(/(?<=[\p{L}\p{N}»)”])([!?;])(?=[\s!?]|$)/gu, `${NARROW}$1`)
    .replace(/[ \u00a0\u202f]+:(?=\s|$)/g, `${NO_BREAK}:`)
    .replace(/(?<=[\p{L}»)]):(?=\s|$)/gu, `${NO_BREAK}:`)
    .replace(/(\d) ?(?=[€%])/g, `$1${NO_BREAK}`)
    .replace(/(\d) (?=(?:h|ans?|km|m²|m|places|personnes|euros)(?![\p{L}\p{N}]))/gu, `$1${NO_BREAK}`)
    .replace(/(\d\u00a0h) (?=\d\d(?!\d))/g, `$1${NO_BREAK}`)
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, NARROW);
}
