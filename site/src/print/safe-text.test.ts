import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCoverage } from './glyph-coverage.ts';
import { createSafeText } from './safe-text.ts';
import { hostileTexts } from './testing/hostile-texts.ts';
import { collectWarnings } from './warnings.ts';

const covers = readCoverage();
const source = { record: 'Association « Test »', field: 'le résumé' };

function setUp() {
  const { warn, warnings } = collectWarnings();
  return { safe: createSafeText({ covers, warn }), warnings };
}
const line = (text: string) => setUp().safe.line(text, source);

describe('a line of text', () => {
  it('keeps markup as the letters that were typed', () => {
    expect(line(hostileTexts.typstMarkup)).toContain('#eval("1/0") *gras*');
    expect(line(hostileTexts.htmlMarkup)).toContain('<script>alert(1)</script>');
  });

  it('takes French typography', () => {
    expect(line("L'amitié, c'est quoi ?")).toBe('L’amitié, c’est quoi\u202f?');
  });

  it('drops control characters and marks that reorder the line, without a word', () => {
    const { safe, warnings } = setUp();
    expect(safe.line('a\u0000b\u0007c', source)).toBe('abc');
    expect(safe.line(hostileTexts.bidirectionalOverride, source)).toBe('gauche droite isolé');
    expect(warnings()).toEqual([]);
  });

  it('prints the letters that came as controls of Windows-1252, and says those that mean nothing', () => {
    const { safe, warnings } = setUp();
    expect(safe.line('L\u0092Amicale des C\u009curs', source)).toBe('L’Amicale des Cœurs');
    expect(warnings()).toEqual([]);
    expect(safe.line('Le \u008dSoir', source)).toBe('Le Soir');
    expect(warnings()).toHaveLength(1);
  });

  it('says which characters no typeface has, and prints the rest', () => {
    const { safe, warnings } = setUp();
    expect(safe.line(hostileTexts.chinese, source)).toBe('association');
    expect(warnings()).toEqual([
      {
        kind: 'missing-character',
        association: null,
        record: source.record,
        message: expect.stringContaining('中 文 协 会') as string,
      },
    ]);
  });

  it('survives a lone surrogate, and says that something was lost', () => {
    const { safe, warnings } = setUp();
    expect(safe.line(hostileTexts.loneSurrogate, source)).toBe('avant après');
    expect(warnings()).toHaveLength(1);
  });

  it('prints Arabic and emoji', () => {
    const { safe, warnings } = setUp();
    expect(safe.line(hostileTexts.arabic, source)).toBe(hostileTexts.arabic);
    expect(safe.line('Fête 🎉', source)).toBe('Fête 🎉');
    expect(warnings()).toEqual([]);
  });

  it('is null when nothing can be printed', () => {
    for (const text of ['', '   ', '\u200b', '\u00ad\u200d', '中文', hostileTexts.reversedSurrogates]) {
      expect(line(text), JSON.stringify(text)).toBeNull();
    }
    expect(setUp().safe.line(null, source)).toBeNull();
  });

  it('turns the spaces of other scripts and stray line feeds into plain ones', () => {
    expect(line(hostileTexts.oddSpaces)).toBe('un deux trois quatre cinq six');
  });

  it.each(['endlessWord', 'endlessWideWord', 'gluedWords', 'endlessEmoji'] as const)('can break %s', (name) => {
    const text = line(hostileTexts[name]) ?? '';
    const longest = Math.max(...text.split(/[ \u200b]/).map((part) => Array.from(part).length));
    expect(text.replaceAll('\u200b', '')).toBe(hostileTexts[name]);
    expect(longest).toBeLessThan(100);
  });

  it('never cuts inside an emoji', () => {
    for (const piece of (line(hostileTexts.endlessEmoji) ?? '').split('\u200b')) {
      expect(piece).toMatch(/^(?:👩‍👩‍👧‍👦)+$/u);
    }
  });

  it('leaves ordinary long words alone', () => {
    const text = 'anticonstitutionnellement Saint-Yzan-de-Soudiac-en-Gironde-la-Vallée';
    expect(line(text)).toBe(text);
  });

  it('never throws, and gives only what the typefaces have', { timeout: 30_000 }, () => {
    const printable = (text: string) =>
      Array.from(text).every((character) => /[\s\p{Cf}]/u.test(character) || covers(character.codePointAt(0) ?? 0));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { safe } = setUp();
        const parts = [safe.line(text, source), ...safe.paragraphs(text, source), safe.address(text, source)];
        return parts.every((part) => part === null || (part.isWellFormed() && printable(part)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('paragraphs', () => {
  it('are split at line feeds, and never cut short', () => {
    const { safe } = setUp();
    expect(safe.paragraphs(hostileTexts.manyLines, source)).toHaveLength(60);
    expect(safe.paragraphs(hostileTexts.longText, source).join(' ')).toBe(hostileTexts.longText);
    expect(safe.paragraphs(null, source)).toEqual([]);
  });
});

describe('an address', () => {
  const address = (text: string) => setUp().safe.address(text, source);

  it('stays whole when it fits its line, so that it can be copied', () => {
    expect(address('contact@example.org')).toBe('contact@example.org');
  });

  it('breaks before its @ and after its slashes first', () => {
    expect(address('secretariat.du.club@association.example.org')).toBe(
      'secretariat.du.club\u200b@association.example.org',
    );
    expect(address('example.org/une-page-assez/une-autre-page')).toBe(
      'example.org/\u200bune-page-assez/\u200bune-autre-page',
    );
  });

  it('takes no typography', () => {
    expect(address("l'adresse.example.org/?a;b!c")).not.toMatch(/[\u00a0\u202f’]/);
  });

  it('breaks an endless one anywhere, and loses nothing', () => {
    const text = `${'a'.repeat(60)}@${'b'.repeat(60)}.example.org`;
    const set = address(text) ?? '';
    expect(set.replaceAll('\u200b', '')).toBe(text);
    expect(Math.max(...set.split('\u200b').map(({ length }) => length))).toBeLessThanOrEqual(26);
  });
});
