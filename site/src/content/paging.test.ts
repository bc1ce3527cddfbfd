import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageNumbers, pagePath, pagesOf } from './paging.ts';

describe('pagesOf', () => {
  it('keeps every item once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 20 }), (items, size) => {
        const pages = pagesOf(items, size);
        expect(pages.flatMap((page) => page.items)).toEqual(items);
        expect(pages.every(({ number, count }, at) => number === at + 1 && count === pages.length)).toBe(true);
        expect(pages.every((page) => page.items.length <= size)).toBe(true);
      }),
    );
  });

  it('has one page for nothing, which says so', () => {
    expect(pagesOf([])).toEqual([{ items: [], number: 1, count: 1 }]);
  });
});

describe('pagePath', () => {
  it('gives the first page the address of the list', () => {
    expect(pagePath('/themes/sports/', 1)).toBe('/themes/sports/');
    expect(pagePath('/themes/sports/', 3)).toBe('/themes/sports/3/');
  });
});

describe('pageNumbers', () => {
  it('shows both ends and the neighbours, and no gap of one page', () => {
    expect(pageNumbers(1, 1)).toEqual([1]);
    expect(pageNumbers(3, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(pageNumbers(10, 20)).toEqual([1, 2, null, 8, 9, 10, 11, 12, null, 19, 20]);
    expect(pageNumbers(6, 20)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, null, 19, 20]);
  });
});
