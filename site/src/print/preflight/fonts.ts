/** What a font of the file is: does it bring its letters with it, how wide they run, and which of them are the empty box. */
import { PDFArray, type PDFDict, PDFNumber, PDFStream, type PDFObject } from '@cantoo/pdf-lib';
import {
  asDict,
  asName,
  bytesOf,
  dictIn,
  elements,
  entry,
  listIn,
  nameIn,
  numberIn,
  numbersIn,
} from './pdf-objects.ts';

export interface Font {
  readonly name: string;
  readonly embedded: boolean;
  /** Only the letters that are used: "ABCDEF+Name". */
  readonly subset: boolean;
  /** Can its letters be told apart again, to copy or search? */
  readonly hasUnicode: boolean;
  /** Drawings of a Type 3 font, by name; null for others. */
  readonly drawings: PDFDict | null;
  readonly dictionary: PDFDict;
  readonly measure: (text: Uint8Array) => Run;
}

export interface Run {
  readonly glyphs: number;
  /** Spaces of one byte, to which word spacing is added. */
  readonly spaces: number;
  /** Thousandths of the font's size. */
  readonly width: number;
  /** Letters that the font does not have. */
  readonly missing: number;
}

const FONT_FILES = ['FontFile', 'FontFile2', 'FontFile3'];
const isSubset = (name: string) => /^[A-Z]{6}\+/.test(name);

export function readFont(dictionary: PDFDict): Font {
  const name = nameIn(dictionary, 'BaseFont') ?? nameIn(dictionary, 'Name') ?? 'sans nom';
  const hasUnicode = entry(dictionary, 'ToUnicode') !== undefined;
  const shared = { name, subset: isSubset(name), hasUnicode, dictionary };
  switch (nameIn(dictionary, 'Subtype')) {
    case 'Type0': {
      const descendant = asDict(listIn(dictionary, 'DescendantFonts')[0]);
      return { ...shared, embedded: hasFile(descendant), drawings: null, measure: measureCids(dictionary, descendant) };
    }
    case 'Type3': {
      const drawings = dictIn(dictionary, 'CharProcs') ?? null;
      return {
        ...shared,
        name: `${name} (Type 3)`,
        embedded: drawings !== null,
        drawings,
        measure: measureBytes(dictionary),
      };
    }
    default:
      return { ...shared, embedded: hasFile(dictionary), drawings: null, measure: measureBytes(dictionary) };
  }
}

function hasFile(font: PDFDict | undefined): boolean {
  const descriptor = dictIn(font, 'FontDescriptor');
  return FONT_FILES.some((key) => entry(descriptor, key) instanceof PDFStream);
}

/** Two bytes a letter; the font's own table of glyphs, or none, says which of them is glyph 0: the empty box. */
function measureCids(font: PDFDict, descendant: PDFDict | undefined): Font['measure'] {
  const widths = cidWidths(entry(descendant, 'W'));
  const usual = numberIn(descendant, 'DW') ?? 1000;
  const map = entry(descendant, 'CIDToGIDMap');
  const glyphs = map instanceof PDFStream ? bytesOf(map) : null;
  const identity = /^Identity/.test(asName(entry(font, 'Encoding')) ?? '');
  return (text) => {
    let width = 0;
    let missing = 0;
    for (let at = 0; at + 1 < text.length; at += 2) {
      const cid = (text[at] as number) * 256 + (text[at + 1] as number);
      width += widths.get(cid) ?? usual;
      const glyph = glyphs === null ? cid : (glyphs[cid * 2] ?? 0) * 256 + (glyphs[cid * 2 + 1] ?? 0);
      if (glyph === 0 && identity) missing += 1;
    }
    return { glyphs: text.length >> 1, spaces: 0, width, missing };
  };
}

/** `[first [w w w] first last w …]` (ISO 32000-1, 9.7.4.3) */
function cidWidths(object: PDFObject | undefined): Map<number, number> {
  const widths = new Map<number, number>();
  if (!(object instanceof PDFArray)) return widths;
  const items = elements(object);
  const value = (at: number) => (items[at] instanceof PDFNumber ? items[at].asNumber() : 0);
  for (let at = 0; at < items.length;) {
    const first = value(at);
    const next = items[at + 1];
    if (next instanceof PDFArray) {
      elements(next).forEach((width, index) => {
        if (width instanceof PDFNumber) widths.set(first + index, width.asNumber());
      });
      at += 2;
    } else {
      const last = Math.min(value(at + 1), 0xffff);
      for (let cid = first; cid <= last; cid += 1) widths.set(cid, value(at + 2));
      at += 3;
    }
  }
  return widths;
}

function measureBytes(font: PDFDict): Font['measure'] {
  const first = numberIn(font, 'FirstChar') ?? 0;
  const widths = numbersIn(font, 'Widths');
  const descriptor = dictIn(font, 'FontDescriptor');
  const usual = numberIn(descriptor, 'MissingWidth') ?? (widths.length > 0 ? 0 : 500);
  const type3 = nameIn(font, 'Subtype') === 'Type3';
  const scale = type3 ? Math.abs(numbersIn(font, 'FontMatrix')[0] ?? 0.001) * 1000 : 1;
  const empty = emptyCodes(font);
  return (text) => {
    let width = 0;
    let missing = 0;
    let spaces = 0;
    for (const code of text) {
      width += (widths[code - first] ?? usual) * scale;
      if (code === 32) spaces += 1;
      if (empty.has(code)) missing += 1;
    }
    return { glyphs: text.length, spaces, width, missing };
  };
}

/** Codes that the encoding sends to `.notdef`. */
function emptyCodes(font: PDFDict): Set<number> {
  const found = new Set<number>();
  let code = 0;
  for (const item of listIn(dictIn(font, 'Encoding'), 'Differences')) {
    if (item instanceof PDFNumber) code = item.asNumber();
    else {
      if (asName(item) === '.notdef') found.add(code);
      code += 1;
    }
  }
  return found;
}
