/**
 * Text as editors paste it, made safe to set: whatever stands in a record, the booklet compiles, and what could not be
 * printed is said. Nothing is cut here: how long a text may be is the business of who maps it.
 */
import { typography } from '@trame/cms/domain/french';
import { asMeant } from '@trame/cms/domain/pasted-text';
import type { Covers } from './glyph-coverage.ts';
import { warningTexts } from './texts.ts';
import type { Warn } from './warnings.ts';

/** Where a text comes from, as an editor knows it. */
export interface TextSource {
  /** "Association « Judo club »" */
  readonly record: string;
  /** "le résumé" */
  readonly field: string;
}

export interface SafeText {
  /** One line, French typography applied. Null when nothing printable is left. */
  line(text: string | null, source: TextSource): string | null;
  /** Paragraphs of a running text; none when nothing printable is left. */
  paragraphs(text: string | null, source: TextSource): string[];
  /** A web or e-mail address: no typography, with places where it may break. Null when nothing printable is left. */
  address(text: string | null, source: TextSource): string | null;
}

/** What a damaged character became, here (a lone surrogate) or before it came to us: it stands for lost text. */
const REPLACEMENT = '\ufffd';
const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Controls, bidirectional overrides and other invisible marks: they carry no text, and some of them reorder the line.
 * Controls U+0080 to U+009F are no such: they are letters that came through a wrong encoding, and those that nothing is known of
 * are said.
 */
const INVISIBLE =
  /(?![\n\t\u0080-\u009f\u00ad\u061c\u200b-\u200f\u2060])[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}\p{Variation_Selector}]/gu;
/** Line feeds and the spaces of other scripts, some of which have no glyph: a plain space says the same. */
const ODD_SPACES = /[\r\n\t\u1680\u2000-\u200a\u2028\u2029\u205f\u3000]+/g;
/** What the shaper handles by itself without a glyph: joiners, soft hyphen, marks of direction, no-break and zero-width spaces. */
const NEEDS_NO_GLYPH = /[\s\u00ad\u061c\u200b-\u200f\u2060]/u;

/** Longest run without a place to break that the narrowest column (contacts) takes. */
const LONGEST_TOKEN = 26;
const PIECE = 12;
/** Spaces that do not break count as part of the token; hyphens and dashes are places to break. */
const ENDLESS_TOKEN = new RegExp(`[^ \\n\\t\\u200b\\u00ad–—-]{${LONGEST_TOKEN + 1},}`, 'gu');

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** @param covers tells whether a typeface has the character; @param warn receives what could not be printed */
export function createSafeText({ covers, warn }: { covers: Covers; warn: Warn }): SafeText {
  const printable = (text: string, source: TextSource): string => {
    // Most texts are plain French: one test spares them the walk over their characters.
    const wellFormed = asMeant(text.toWellFormed()).replace(INVISIBLE, '');
    if (/^[\n -~\u00a0-\u00ac\u00ae-\u017f’‘“”«»…–—€]*$/.test(wellFormed)) return wellFormed;
    const lost = new Set<string>();
    const kept = Array.from(wellFormed, (character) => {
      if (character !== REPLACEMENT && (NEEDS_NO_GLYPH.test(character) || covers(character.codePointAt(0) ?? 0))) {
        return character;
      }
      lost.add(character);
      return '';
    }).join('');
    if (lost.size > 0)
      warn({
        kind: 'missing-character',
        record: source.record,
        message: warningTexts.lostCharacters(source.field, [...lost]),
      });
    return kept;
  };
  const nothingButMarks = (text: string): boolean => !/[^\s\u00ad\u061c\u200b-\u200f\u2060\p{M}]/u.test(text);

  const line = (text: string | null, source: TextSource): string | null => {
    if (text === null) return null;
    const clean = printable(text.replace(ODD_SPACES, ' '), source).replace(/ {2,}/g, ' ').trim();
    return nothingButMarks(clean) ? null : breakEndlessTokens(typography(clean));
  };

  return {
    line,
    paragraphs: (text, source) =>
      (text ?? '')
        .split(/\s*[\r\n\u2028\u2029]+\s*/)
        .map((paragraph) => line(paragraph, source))
        .filter((paragraph) => paragraph !== null),
    address: (text, source) => {
      const clean = text === null ? '' : printable(text, source).replace(/\s+/g, '');
      return nothingButMarks(clean) ? null : breakAddress(clean);
    },
  };
}

/** A word of three hundred letters, or a row of words glued by no-break spaces, would run over the edge of the page. */
function breakEndlessTokens(text: string): string {
  return text.replace(ENDLESS_TOKEN, (token) => inPieces(token, PIECE));
}

/**
 * An address breaks only when it is too long for its line, so that a copied one stays whole: before its @ and after its slashes,
 * and at its other punctuation when that is not enough.
 */
function breakAddress(address: string): string {
  if (address.length <= LONGEST_TOKEN) return address;
  return address
    .split(/(?=@)|(?<=[^/]\/)(?=[^/])/u)
    .map((part) =>
      part.length <= LONGEST_TOKEN ? part : part.replace(/(?<=[\p{L}\p{N}])(?=[.])|(?<=[-_?&=])/gu, ZERO_WIDTH_SPACE),
    )
    .join(ZERO_WIDTH_SPACE)
    .replace(ENDLESS_TOKEN, (token) => inPieces(token, LONGEST_TOKEN));
}

/** Cuts between characters as readers see them, never inside an accent or an emoji. */
function inPieces(token: string, size: number): string {
  const pieces: string[] = [];
  let piece = '';
  let length = 0;
  for (const { segment } of graphemes.segment(token)) {
    piece += segment;
    length += 1;
    if (length === size) {
      pieces.push(piece);
      piece = '';
      length = 0;
    }
  }
  if (piece !== '') pieces.push(piece);
  return pieces.join(ZERO_WIDTH_SPACE);
}
