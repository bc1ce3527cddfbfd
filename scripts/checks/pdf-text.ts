/**
 * The words of a PDF, enough of them to look for contacts: shown text, line by line, and the targets of links.
 *
 * Reads what Typst writes (PDF 1.7, objects outside or inside object streams, Flate, two-byte fonts with a ToUnicode map).
 * It is no general reader; what it does not understand makes it return null, and an unreadable PDF is not published.
 */
import { inflateSync } from 'node:zlib';

interface PdfObject {
  readonly body: string;
  /** Decompressed; null when there is none, or it cannot be read. Only when asked: most bytes are pictures and fonts. */
  readonly stream: () => Buffer | null;
}

const NO_STREAM = () => null;
const NEWLINE = Buffer.from('\n');

/** Codes of a font → Unicode. */
type CharacterMap = ReadonlyMap<number, string>;

function readObjects(pdf: Buffer): Map<number, PdfObject> {
  const source = pdf.toString('latin1');
  const objects = new Map<number, PdfObject>();
  const head = /(\d+) \d+ obj\b/g;
  for (let match = head.exec(source); match; match = head.exec(source)) {
    const begin = head.lastIndex;
    const end = source.indexOf('endobj', begin);
    // Within this object only: a tagged PDF has 100,000 small objects between two streams, and looking that far each time adds up.
    const streamAt = begin + source.slice(begin, end < 0 ? undefined : end).indexOf('stream');
    if (streamAt >= begin) {
      const body = source.slice(begin, streamAt);
      const dataAt = streamAt + (source.startsWith('\r\n', streamAt + 6) ? 8 : 7);
      const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(body)?.[1] ?? source.indexOf('endstream', dataAt) - dataAt);
      const stream = () => decompress(body, pdf.subarray(dataAt, dataAt + length));
      head.lastIndex = dataAt + length;
      objects.set(Number(match[1]), { body, stream });
    } else {
      head.lastIndex = end < 0 ? source.length : end;
      objects.set(Number(match[1]), { body: source.slice(begin, head.lastIndex), stream: NO_STREAM });
    }
  }
  for (const { body, stream } of [...objects.values()]) {
    if (/\/Type\s*\/ObjStm/.test(body)) unpack(body, stream()?.toString('latin1') ?? '', objects);
  }
  return objects;
}

function decompress(body: string, data: Buffer): Buffer | null {
  if (!body.includes('/Filter')) return data;
  if (!/\/Filter\s*(\[\s*)?\/FlateDecode/.test(body)) return null;
  try {
    return inflateSync(data);
  } catch {
    return null;
  }
}

/** Objects inside an object stream: pairs of number and offset, then the objects. */
function unpack(body: string, content: string, objects: Map<number, PdfObject>): void {
  const first = Number(/\/First (\d+)/.exec(body)?.[1] ?? 0);
  const pairs = content.slice(0, first).trim().split(/\s+/).map(Number);
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const next = pairs[at + 3];
    objects.set(pairs[at] as number, {
      body: content.slice(first + (pairs[at + 1] as number), next === undefined ? undefined : first + next),
      stream: NO_STREAM,
    });
  }
}

const fromUtf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');

function readCharacterMap(stream: string): CharacterMap {
  const map = new Map<number, string>();
  for (const [, section = ''] of stream.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of section.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      map.set(parseInt(code, 16), fromUtf16(text));
  }
  for (const [, section = ''] of stream.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, low = '', high = '', start, list] of section.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(?:<([0-9a-f]+)>|\[([^\]]*)\])/gi,
    )) {
      const from = parseInt(low, 16);
      if (list !== undefined)
        [...list.matchAll(/<([0-9a-f]+)>/gi)].forEach(([, text = ''], at) => map.set(from + at, fromUtf16(text)));
      else
        for (let code = from; code <= parseInt(high, 16); code++)
          map.set(code, String.fromCodePoint(parseInt(start ?? '0', 16) + code - from));
    }
  }
  return map;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const literal = (text: string) =>
  text.replace(/\\(?:([0-7]{1,3})|(\r\n|\r|\n)|([\s\S]))/g, (_, octal?: string, newline?: string, char?: string) => {
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & 0xff);
    return newline !== undefined ? '' : (ESCAPES[char ?? ''] ?? char ?? '');
  });

/** A gap between two pieces of a line that is wide enough for a space, in thousandths of the font size. */
const WORD_GAP = -180;

const code = (char: string) => char.charCodeAt(0);
const [OPEN, CLOSE, LESS, GREATER, SLASH, BACKSLASH] = [
  code('('),
  code(')'),
  code('<'),
  code('>'),
  code('/'),
  code('\\'),
];
const isSpace = (byte: number) => byte <= 0x20;
const isDelimiter = (byte: number) =>
  byte === OPEN ||
  byte === CLOSE ||
  byte === LESS ||
  byte === GREATER ||
  byte === SLASH ||
  byte === 0x5b ||
  byte === 0x5d;
const isOctal = (byte: number | undefined): byte is number => byte !== undefined && byte >= 0x30 && byte <= 0x37;

/**
 * Text shown by a content stream. Null when it uses a font that has no map.
 *
 * Walks over the bytes by hand: a booklet of a thousand entries has millions of them, and this runs before each publication.
 */
function shownText(content: Buffer, fonts: ReadonlyMap<string, CharacterMap>): string | null {
  const length = content.length;
  const pieces: string[] = [];
  let map: CharacterMap | undefined;
  let name = '';
  let depth = 0;
  let at = 0;

  /** The two-byte codes of a string: only those are shown. */
  let high = -1;
  const show = (byte: number) => {
    if (!map || depth > 0) return; // properties of marked content: language, replacement text
    if (high < 0) high = byte;
    else {
      pieces.push(map.get((high << 8) | byte) ?? '\ufffd');
      high = -1;
    }
  };

  const readString = () => {
    let nested = 1;
    high = -1;
    for (; at < length; at++) {
      let byte = content[at] as number;
      if (byte === BACKSLASH) {
        byte = content[++at] as number;
        if (isOctal(byte)) {
          let value = byte - 0x30;
          for (let digits = 1; digits < 3 && isOctal(content[at + 1]); digits++)
            value = value * 8 + (content[++at] as number) - 0x30;
          show(value & 0xff);
        } else if (byte === 0x0d || byte === 0x0a) {
          if (byte === 0x0d && content[at + 1] === 0x0a) at++;
        } else show(code(ESCAPES[String.fromCharCode(byte)] ?? String.fromCharCode(byte)));
        continue;
      }
      if (byte === OPEN) nested++;
      else if (byte === CLOSE && --nested === 0) {
        at++;
        return;
      }
      show(byte);
    }
  };

  while (at < length) {
    const byte = content[at] as number;
    if (byte === OPEN) {
      at++;
      readString();
    } else if (byte === LESS || byte === GREATER) {
      if (content[at + 1] === byte) {
        depth += byte === LESS ? 1 : -1;
        at += 2;
      } else if (byte === GREATER) at++;
      else {
        const end = content.indexOf(GREATER, at);
        high = -1;
        for (const shown of Buffer.from(content.toString('latin1', at + 1, end).replace(/\s/g, ''), 'hex')) show(shown);
        at = end < 0 ? length : end + 1;
      }
    } else if (isSpace(byte) || (isDelimiter(byte) && byte !== SLASH)) at++;
    else {
      const begin = at++;
      while (at < length && !isSpace(content[at] as number) && !isDelimiter(content[at] as number)) at++;
      if (byte === SLASH) {
        name = content.toString('latin1', begin + 1, at);
      } else if ((byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e) {
        // Within a line, a negative number moves what follows to the right.
        if (byte === 0x2d && map && Number(content.toString('latin1', begin, at)) < WORD_GAP) pieces.push(' ');
      } else if (at - begin === 2) {
        const operator = content.toString('latin1', begin, at);
        if (operator === 'BT') pieces.push('\n');
        else if (operator === 'ET') map = undefined;
        else if (operator === 'Tf') {
          map = fonts.get(name);
          if (!map) return null;
        }
      }
    }
  }
  return pieces.join('');
}

/** All text, or null when the file cannot be read well enough to vouch for it. */
export function pdfText(pdf: Buffer): string | null {
  const objects = readObjects(pdf);
  const follow = (reference: string | undefined) => objects.get(Number(reference));
  /** The dictionary after a key, written in place or as a reference. */
  const dictionary = (body: string, key: string): string | undefined => {
    const reference = new RegExp(`/${key}\\s+(\\d+) \\d+ R`).exec(body)?.[1];
    if (reference !== undefined) return follow(reference)?.body;
    const at = body.search(new RegExp(`/${key}\\s*<<`));
    return at < 0 ? undefined : body.slice(at + key.length + 1);
  };

  const maps = new Map<string, CharacterMap>();
  const fontsOf = (owner: string): Map<string, CharacterMap> => {
    const fonts = new Map<string, CharacterMap>();
    const table = dictionary(dictionary(owner, 'Resources') ?? '', 'Font')?.split('>>')[0] ?? '';
    for (const [, name = '', reference = ''] of table.matchAll(/\/([^\s/<>]+)\s+(\d+) \d+ R/g)) {
      let map = maps.get(reference);
      if (!map) {
        const stream = follow(/\/ToUnicode\s+(\d+) \d+ R/.exec(follow(reference)?.body ?? '')?.[1])?.stream();
        if (!stream) continue;
        map = readCharacterMap(stream.toString('latin1'));
        maps.set(reference, map);
      }
      fonts.set(name, map);
    }
    return fonts;
  };

  const pieces: string[] = [];
  let pages = 0;
  for (const { body, stream } of objects.values()) {
    for (const [, uri = ''] of body.matchAll(/\/URI\s*\(((?:[^()\\]|\\[\s\S])*)\)/g)) pieces.push(literal(uri));
    let contents: (Buffer | null | undefined)[] = [];
    if (/\/Type\s*\/Page\b/.test(body)) {
      pages++;
      const [, list = ''] = /\/Contents\s+(\d+ \d+ R|\[[^\]]*\])/.exec(body) ?? [];
      contents = [...list.matchAll(/(\d+) \d+ R/g)].map(([, reference]) => follow(reference)?.stream());
    } else if (/\/Subtype\s*\/Form\b/.test(body)) contents = [stream()];
    if (contents.length === 0) continue;
    if (contents.some((content) => !content)) return null;
    const text = shownText(
      Buffer.concat(contents.flatMap((content) => (content ? [content, NEWLINE] : []))),
      fontsOf(body),
    );
    if (text === null) return null;
    pieces.push(text);
  }
  return pages === 0 ? null : pieces.join('\n');
}
