import type { RichTextList } from '@trame/cms/domain/contract/site/rich-text';
import { describe, expect, it } from 'vitest';
import { isExternal, nestLists } from './rich-text.ts';

const item = (text: string) => ({ type: 'list-item' as const, children: [{ type: 'text' as const, text }] });
const list = (...children: RichTextList['children']): RichTextList => ({ type: 'list', format: 'unordered', children });

describe('nestLists', () => {
  it('hangs a nested list from the item before it', () => {
    const inner = list(item('b'));
    expect(nestLists(list(item('a'), inner, item('c')))).toEqual([
      { children: item('a').children, lists: [inner] },
      { children: item('c').children, lists: [] },
    ]);
  });

  it('makes an item for a list that has none before it', () => {
    const inner = list(item('b'));
    expect(nestLists(list(inner))).toEqual([{ children: [], lists: [inner] }]);
  });
});

describe('isExternal', () => {
  it('tells other sites from pages of this one', () => {
    expect(isExternal('https://example.org')).toBe(true);
    for (const own of ['/guides/', '#haut', 'mailto:a@example.org', 'tel:+33536490000'])
      expect(isExternal(own)).toBe(false);
  });
});
