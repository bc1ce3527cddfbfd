import { describe, expect, it } from 'vitest';
import type { Chapter, Entry } from '../../print/booklet.ts';
import { entryAnchor, layOut } from './layout.ts';

const entry = (number: number, slug: string) => ({ number, slug }) as Entry;
const chapter = (number: number, name: string, ...entries: Entry[]) =>
  ({ number, name, entries }) as unknown as Chapter;
const booklet = {
  chapters: [
    chapter(1, 'Sport & nature', entry(1, 'judo'), entry(2, 'velo')),
    chapter(2, 'Sport, nature', entry(3, 'index-communes')),
  ],
} as Parameters<typeof layOut>[0];

describe('layOut', () => {
  it('keeps a small annuaire on one page', () => {
    const layout = layOut(booklet, 3);
    expect(layout.split).toBe(false);
    expect(layout.chapters.map(({ href }) => href)).toEqual(['#theme-sport-nature', '#theme-sport-nature-2']);
    expect(layout.entryHref(2)).toBe('#a-velo');
    expect(layout.alphabeticalHref).toBe('#index-alphabetique');
  });

  it('gives each theme and each index its page above the limit', () => {
    const layout = layOut(booklet, 2);
    expect(layout.split).toBe(true);
    expect(layout.chapters[1]?.href).toBe('/annuaire/themes/sport-nature-2/');
    expect(layout.entryHref(1)).toBe('/annuaire/themes/sport-nature/#a-judo');
    expect(layout.communesHref).toBe('/annuaire/index/communes/');
  });

  it('never gives an entry the anchor of a section', () => {
    expect(entryAnchor({ slug: 'index-communes' })).not.toBe('index-communes');
  });

  it('is empty without associations', () => {
    expect(layOut({ chapters: [] })).toMatchObject({ split: false, chapters: [] });
  });
});
