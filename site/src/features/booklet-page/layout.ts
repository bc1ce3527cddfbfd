/** Where each part of the annuaire stands: on one page, or on one page a theme when a single one would be too heavy. */
import { slugify } from '@trame/cms/domain/slug';
import type { Booklet, Chapter, Entry } from '../../print/booklet.ts';

/**
 * Up to here the whole annuaire is one page (some 1.3 kB of text and markup an entry, a fifth of it once compressed). A page
 * of 10,000 entries would be 13 MB of HTML: a phone would not open it, and nobody prints 2,000 sheets from a browser; the
 * PDF is there for that. So above it every theme has its own page, which prints by itself, and so have the two indexes.
 */
export const MOST_ENTRIES_ON_ONE_PAGE = 2500;

export interface PlacedChapter {
  readonly chapter: Chapter;
  /** Unique among the chapters; the anchor of its section and the end of its page's address. */
  readonly slug: string;
  /** Where it begins. */
  readonly href: string;
}

export interface BookletLayout {
  readonly split: boolean;
  readonly chapters: readonly PlacedChapter[];
  /** Where an entry stands, by its number. */
  entryHref(number: number): string;
  readonly alphabeticalHref: string;
  readonly communesHref: string;
}

/** The anchor of an entry on its page. A prefix keeps slugs of associations and anchors of sections apart. */
export const entryAnchor = ({ slug }: Pick<Entry, 'slug'>): string => `a-${slug}`;

/** @param most entries that one page may hold */
export function layOut(booklet: Pick<Booklet, 'chapters'>, most = MOST_ENTRIES_ON_ONE_PAGE): BookletLayout {
  const total = booklet.chapters.reduce((sum, { entries }) => sum + entries.length, 0);
  const split = total > most;
  const slugs = new Set<string>();
  const chapters = booklet.chapters.map((chapter) => {
    const base = slugify(chapter.name);
    const slug = slugs.has(base) ? `${base}-${chapter.number}` : base;
    slugs.add(slug);
    return { chapter, slug, href: split ? `/annuaire/themes/${slug}/` : `#theme-${slug}` };
  });
  const hrefs = new Map(
    chapters.flatMap(({ chapter, href }) =>
      chapter.entries.map((entry) => [entry.number, `${split ? href : ''}#${entryAnchor(entry)}`] as const),
    ),
  );
  return {
    split,
    chapters,
    entryHref: (number) => hrefs.get(number) ?? '/annuaire/',
    alphabeticalHref: split ? '/annuaire/index/alphabetique/' : '#index-alphabetique',
    communesHref: split ? '/annuaire/index/communes/' : '#index-communes',
  };
}
