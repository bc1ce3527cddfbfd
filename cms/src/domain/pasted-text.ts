/** What people meant by the characters that word processors, PDFs and phones leave in a text. Nothing that can be read is lost. */

/**
 * Bytes 0x80 to 0x9f of Windows-1252, read as Latin-1 by whatever the text came through: they arrive as the control characters
 * U+0080 to U+009F, which nobody types (WHATWG Encoding, index windows-1252). A space stands for the five that mean nothing.
 */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Bullets and arrows of Symbol and Wingdings, which Word keeps in the private use area. Others are left for a report to name. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['\uf0b7', '•'],
  ['\uf0a7', '▪'],
  ['\uf0d8', '➢'],
  ['\uf0fc', '✓'],
  ['\uf0e0', '→'],
  ['\uf02d', '-'],
]);

/** Ligatures that PDFs are copied with. */
const LIGATURES = /[\ufb00-\ufb06]/g;
/** Hyphens that look like one and are sought as one. */
const HYPHENS = /[\u2010\u2011]/g;

/** Signs that stand where an apostrophe does: accents, primes, quotes and modifier letters. */
export const APOSTROPHES = "'’´`‘‛ʼʹˈ′＇ꞌ";
const BETWEEN_LETTERS = /(?<=\p{L})[´`‘‛ʼʹˈ′＇ꞌ](?=[\p{L}\p{N}])/gu;

/** Line ends of other systems, and the breaks of a line or a page in Word. */
const LINE_ENDS = /\r\n?/g;
// eslint-disable-next-line no-control-regex
const BREAKS = /[\u000b\u000c\u2028\u2029]/g;
/**
 * What cannot be seen and carries no text: controls (which PostgreSQL, JSON columns or the typesetter refuse), soft hyphens,
 * marks of direction, zero-width spaces. Tabs and newlines stay.
 */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|\u034f/g;
/** Joiners hold emojis together and shape letters of other scripts; beside Latin ones they are remains. */
const STRAY_JOINERS =
  /(?<=^|[\p{Script=Latin}\p{N}\p{P}\s])[\u200c\u200d]+|[\u200c\u200d]+(?=$|[\p{Script=Latin}\p{P}\s])/gu;
/** Half of a character, left by a cut: it stands for nothing that could be found again. */
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** Most texts have nothing of all this. */
const PLAIN = /^[\n\t -_a-~\u00a0-\u00ac\u00ae-\u00b3\u00b5-\u017f’“”…–—€]*$/;

/** The text as it was meant. Idempotent; outer spaces stay. */
export function asMeant(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(LINE_ENDS, '\n')
    .replace(BREAKS, ' ')
    .replace(LONE_SURROGATES, '')
    .replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]?.trim() || control)
    .replace(/[\ue000-\uf8ff]/g, (symbol) => SYMBOLS.get(symbol) ?? symbol)
    .replace(LIGATURES, (ligature) => ligature.normalize('NFKC'))
    .replace(HYPHENS, '-')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINERS, '')
    .normalize('NFC')
    .replace(BETWEEN_LETTERS, '’');
}
