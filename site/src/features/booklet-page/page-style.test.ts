import { describe, expect, it } from 'vitest';
import { cssString, pageStyle } from './page-style.ts';

describe('cssString', () => {
  it('keeps what people read', () => {
    expect(cssString('Annuaire été 2026')).toBe('"Annuaire été 2026"');
  });

  it('lets nothing out of the string, nor out of the style', () => {
    for (const hostile of ['a"b', 'a\\', '</style><script>', 'a\nb', '"; } body { display: none', '/* */']) {
      const text = cssString(hostile);
      expect(text).toMatch(/^"(?:[\p{L}\p{N} ]|\\[0-9a-f]+ )*"$/u);
      const read = text
        .slice(1, -1)
        .replace(/\\([0-9a-f]+) /g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
      expect(read).toBe(hostile.replace(/\s+/g, ' ').trim());
    }
  });

  it('escapes characters outside of the first plane whole', () => {
    expect(cssString('🎉')).toBe('"\\1f389 "');
  });
});

describe('pageStyle', () => {
  it('has a running title on every page but the first', () => {
    expect(pageStyle('Annuaire 2026')).toContain('@top-left{content:"Annuaire 2026"');
    expect(pageStyle('Annuaire 2026')).toContain('@page annuaire:first{@top-left{content:none}}');
  });
});
