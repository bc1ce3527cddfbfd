/** The words of a content stream (ISO 32000-1, 7.8.2): operands, then the operator that takes them. */

export type Operand = number | string | Uint8Array | boolean | null | Operand[] | Map<string, Operand>;

/** Names are told from operators by this first character; strings are bytes. */
export const NAME_MARK = '/';

export type Take = (operator: string, operands: Operand[]) => void;

const SPACE = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) SPACE[code] = 1;
const DELIMITER = new Uint8Array(256);
for (const character of '()<>[]{}/%') DELIMITER[character.charCodeAt(0)] = 1;

/** More operands than any operator takes: a broken stream must not fill the memory. */
const MOST_OPERANDS = 4096;

/**
 * Hands each operator to `take` with its operands, in a list that is used again for the next. An inline image comes as `BI` with
 * its dictionary and its bytes.
 */
export function readContent(bytes: Uint8Array, take: Take): void {
  new ContentReader(bytes).run(take);
}

const END = Symbol('end');
const CLOSE = Symbol('close');
/** An operator among operands. */
class Word {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Those that were met, by the codes of their letters. Bounded: three bytes, of which a file holds a few. */
const operators = new Map<number, Word>();

class ContentReader {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  run(take: Take): void {
    const operands: Operand[] = [];
    for (;;) {
      const token = this.token();
      if (typeof token === 'number') {
        if (operands.length < MOST_OPERANDS) operands.push(token);
        continue;
      }
      if (token === END) return;
      if (token === CLOSE) continue;
      if (token instanceof Word) {
        if (token.text === 'BI') take('BI', this.inlineImage());
        else take(token.text, operands);
        operands.length = 0;
      } else if (operands.length < MOST_OPERANDS) operands.push(token);
    }
  }

  private token(): Operand | Word | typeof END | typeof CLOSE {
    const { bytes } = this;
    for (;;) {
      const code = bytes[this.at];
      if (code === undefined) return END;
      if (SPACE[code] === 1) this.at += 1;
      else if (code === 0x25) this.skipComment();
      else break;
    }
    const code = bytes[this.at] as number;
    if ((code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x2b) return this.number();
    switch (code) {
      case 0x2f:
        return this.name();
      case 0x28:
        return this.literalString();
      case 0x5b:
        this.at += 1;
        return this.list();
      case 0x3c:
        if (bytes[this.at + 1] !== 0x3c) return this.hexString();
        this.at += 2;
        return this.dictionary();
      case 0x3e:
        this.at += bytes[this.at + 1] === 0x3e ? 2 : 1;
        return CLOSE;
      case 0x5d:
      case 0x29:
      case 0x7b:
      case 0x7d:
        this.at += 1;
        return CLOSE;
      default:
        return this.word();
    }
  }

  private skipComment(): void {
    while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at += 1;
  }

  private number(): number {
    const { bytes } = this;
    let sign = 1;
    let whole = 0;
    let scale = 0;
    for (; this.at < bytes.length; this.at += 1) {
      const code = bytes[this.at] as number;
      if (code >= 0x30 && code <= 0x39) {
        whole = whole * 10 + (code - 0x30);
        if (scale !== 0) scale *= 10;
      } else if (code === 0x2e && scale === 0) scale = 1;
      else if (code === 0x2d) sign = -1;
      else if (code !== 0x2b) break;
    }
    return (sign * whole) / (scale === 0 ? 1 : scale);
  }

  /** End of a run of ordinary characters. */
  private ordinaryEnd(from: number): number {
    let end = from;
    for (; end < this.bytes.length; end += 1) {
      const code = this.bytes[end] as number;
      if (SPACE[code] === 1 || DELIMITER[code] === 1) break;
    }
    return end;
  }

  private name(): string {
    const end = this.ordinaryEnd(this.at + 1);
    let text = '';
    let escaped = false;
    for (; this.at < end; this.at += 1) {
      const code = this.bytes[this.at] as number;
      if (code === 0x23) escaped = true;
      text += String.fromCharCode(code);
    }
    return escaped
      ? text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : text;
  }

  private word(): Operand | Word {
    const { bytes } = this;
    const start = this.at;
    const end = this.ordinaryEnd(start);
    this.at = Math.max(end, start + 1);
    // Operators have three letters at most: their codes make one number, looked up without making a text of them.
    const code =
      end - start > 3
        ? null
        : (bytes[start] ?? 0) |
          (end - start > 1 ? (bytes[start + 1] as number) << 8 : 0) |
          (end - start > 2 ? (bytes[start + 2] as number) << 16 : 0);
    const known = code === null ? undefined : operators.get(code);
    if (known !== undefined) return known;
    const text = Buffer.from(bytes.subarray(start, Math.min(end, start + 40))).toString('latin1');
    if (text === 'true') return true;
    if (text === 'false') return false;
    if (text === 'null') return null;
    const word = new Word(text);
    if (code !== null) operators.set(code, word);
    return word;
  }

  private list(): Operand[] {
    const items: Operand[] = [];
    for (let item = this.token(); item !== END && item !== CLOSE; item = this.token()) {
      if (!(item instanceof Word)) items.push(item);
    }
    return items;
  }

  private dictionary(): Map<string, Operand> {
    const items = this.list();
    const dictionary = new Map<string, Operand>();
    for (let at = 0; at + 1 < items.length; at += 2) {
      const key = items[at];
      if (typeof key === 'string') dictionary.set(key.slice(1), items[at + 1] as Operand);
    }
    return dictionary;
  }

  private hexString(): Uint8Array {
    const { bytes } = this;
    const found: number[] = [];
    let high = -1;
    for (this.at += 1; this.at < bytes.length && bytes[this.at] !== 0x3e; this.at += 1) {
      const code = bytes[this.at] as number;
      const digit =
        code >= 0x30 && code <= 0x39
          ? code - 0x30
          : code >= 0x61 && code <= 0x66
            ? code - 0x57
            : code >= 0x41 && code <= 0x46
              ? code - 0x37
              : -1;
      if (digit < 0) continue;
      if (high < 0) high = digit;
      else {
        found.push(high * 16 + digit);
        high = -1;
      }
    }
    this.at += 1;
    if (high >= 0) found.push(high * 16);
    return new Uint8Array(found);
  }

  private literalString(): Uint8Array {
    const { bytes } = this;
    // Most have neither escapes nor brackets: they are read where they stand.
    let end = this.at + 1;
    while (end < bytes.length && bytes[end] !== 0x29 && bytes[end] !== 0x5c && bytes[end] !== 0x28) end += 1;
    if (bytes[end] === 0x29) {
      const plain = bytes.subarray(this.at + 1, end);
      this.at = end + 1;
      return plain;
    }
    const found: number[] = [];
    let depth = 1;
    for (this.at += 1; this.at < bytes.length; this.at += 1) {
      const code = bytes[this.at] as number;
      if (code === 0x5c) this.escape(found);
      else if (code === 0x29 && (depth -= 1) === 0) break;
      else {
        if (code === 0x28) depth += 1;
        found.push(code);
      }
    }
    this.at += 1;
    return new Uint8Array(found);
  }

  private escape(found: number[]): void {
    const { bytes } = this;
    const code = bytes[(this.at += 1)];
    if (code === undefined || code === 10) return;
    if (code === 13) {
      if (bytes[this.at + 1] === 10) this.at += 1;
      return;
    }
    if (code >= 0x30 && code <= 0x37) {
      let value = 0;
      let digits = 0;
      for (; digits < 3; digits += 1) {
        const digit = bytes[this.at + digits] ?? 0;
        if (digit < 0x30 || digit > 0x37) break;
        value = value * 8 + (digit - 0x30);
      }
      this.at += digits - 1;
      found.push(value & 0xff);
      return;
    }
    const plain = { n: 10, r: 13, t: 9, b: 8, f: 12 }[String.fromCharCode(code)];
    found.push(plain ?? code);
  }

  /** After `BI`: keys and values up to `ID`, then bytes up to an `EI` that stands alone. */
  private inlineImage(): [Map<string, Operand>, Uint8Array] {
    const items: Operand[] = [];
    for (let item = this.token(); item !== END; item = this.token()) {
      if (item instanceof Word) {
        if (item.text === 'ID') break;
      } else if (item !== CLOSE) items.push(item);
    }
    const dictionary = new Map<string, Operand>();
    for (let at = 0; at + 1 < items.length; at += 2) {
      const key = items[at];
      if (typeof key === 'string') dictionary.set(key.slice(1), items[at + 1] as Operand);
    }
    const { bytes } = this;
    const start = this.at + 1;
    let end = start;
    for (; end < bytes.length; end += 1) {
      const alone =
        SPACE[bytes[end] as number] === 1 &&
        bytes[end + 1] === 0x45 &&
        bytes[end + 2] === 0x49 &&
        (end + 3 >= bytes.length || SPACE[bytes[end + 3] as number] === 1);
      if (alone) break;
    }
    this.at = end + 3;
    return [dictionary, bytes.subarray(start, end)];
  }
}
