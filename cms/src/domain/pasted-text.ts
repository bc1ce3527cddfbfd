/** What people meant by the characters that word processors, PDFs and phones leave in a text. Nothing that can be read is lost. */

/**
 * Bytes 0x80 to 0x9f of Windows-1252, read as Latin-1 by whatever the text came through: they arrive as the control characters
 * U+0080 to U+009F, which nobody types (WHATWG Encoding, index windows-1252). A space stands for the five that mean nothing.
 */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** What a byte from 0x80 on became when UTF-8 was read as Windows-1252: é is C3 A9, hence « Ã© ». */
const AS_WINDOWS_1252 = Array.from(
  { length: 0x40 },
  (_, at) => WINDOWS_1252[at]?.trim() || String.fromCharCode(0x80 + at),
);
const BYTE_OF = new Map(AS_WINDOWS_1252.map((character, at) => [character, 0x80 + at]));
const BYTE = `[${AS_WINDOWS_1252.join('').replace(/[\]\\^-]/g, '\\$&')}]`;
/** Letters, œ and Ÿ; signs; the quotes, dashes and the euro of U+2000 to U+20FF. Nobody writes a capital Â before a sign. */
const READ_AMISS = new RegExp(`[ÃÅ]${BYTE}|Â[\\u00a0-\\u00bf]|â[€‚]${BYTE}`, 'g');

/** The character whose bytes these were (RFC 3629). What comes of Å is œ, Œ or Ÿ, or it stays: there are people named Å. */
function readAgain(amiss: string): string {
  const [lead = 0, ...others] = Array.from(amiss, (character) => BYTE_OF.get(character) ?? character.charCodeAt(0));
  const point = others.reduce((sum, byte) => sum * 0x40 + (byte & 0x3f), lead & (others.length === 1 ? 0x1f : 0x0f));
  const read = String.fromCodePoint(point);
  return amiss.startsWith('Å') && !'œŒŸ'.includes(read) ? amiss : read;
}

/** Names of characters in HTML that stand in French texts. Those of < and > are left: nothing here is markup. */
const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ amp: '&', quot: '"', apos: "'", nbsp: '\u00a0', shy: '', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
    ...{ laquo: '«', raquo: '»', hellip: '…', ndash: '–', mdash: '—', bull: '•', middot: '·', deg: '°', euro: '€' },
    ...{
      times: '×',
      frac12: '½',
      agrave: 'à',
      acirc: 'â',
      aelig: 'æ',
      ccedil: 'ç',
      eacute: 'é',
      egrave: 'è',
      ecirc: 'ê',
    },
    ...{ euml: 'ë', icirc: 'î', iuml: 'ï', ntilde: 'ñ', ocirc: 'ô', ouml: 'ö', oelig: 'œ', ugrave: 'ù', ucirc: 'û' },
    ...{ uuml: 'ü', yuml: 'ÿ', Agrave: 'À', Acirc: 'Â', AElig: 'Æ', Ccedil: 'Ç', Eacute: 'É', Egrave: 'È', Ecirc: 'Ê' },
    ...{ Euml: 'Ë', Icirc: 'Î', Iuml: 'Ï', Ocirc: 'Ô', Ouml: 'Ö', OElig: 'Œ', Ugrave: 'Ù', Ucirc: 'Û', Uuml: 'Ü' },
  }),
);
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}\d{0,2}));/gi;

function unescaped(entity: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return ENTITIES.get(name) ?? entity;
  const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return point > 0x10ffff || '<>'.includes(String.fromCodePoint(point)) ? entity : String.fromCodePoint(point);
}

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

/** Most texts have nothing of all this, and neither of what is written with plain characters and means another. */
const ESCAPED = /&[#a-z]|[ÂÃÅ][^\sA-Za-z]|[ÂÃ]\u00a0|â[€‚]/i;
const PLAIN = /^[\n\t -_a-~\u00a0-\u00ac\u00ae-\u00b3\u00b5-\u017f’“”…–—€]*$/;

/** So often a text may have been escaped or read amiss, one on top of the other. */
const MOST_LAYERS = 6;

/** The text as it was meant. Idempotent; outer spaces stay. */
export function asMeant(text: string): string {
  let meant = text;
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const next = withoutLayer(meant);
    if (next === meant) break;
    meant = next;
  }
  return meant;
}

function withoutLayer(text: string): string {
  if (PLAIN.test(text) && !ESCAPED.test(text)) return text;
  return text
    .replace(ENTITY, unescaped)
    .replace(LINE_ENDS, '\n')
    .replace(BREAKS, ' ')
    .replace(LONE_SURROGATES, '')
    .replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]?.trim() || control)
    .replace(READ_AMISS, readAgain)
    .replace(/[\ue000-\uf8ff]/g, (symbol) => SYMBOLS.get(symbol) ?? symbol)
    .replace(LIGATURES, (ligature) => ligature.normalize('NFKC'))
    .replace(HYPHENS, '-')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINERS, '')
    .normalize('NFC')
    .replace(BETWEEN_LETTERS, '’');
}
