/** What each check is made of: it listens to what is painted, looks at the pages, and gives its verdict at the end. */
import type { PDFDocument, PDFPageLeaf } from '@cantoo/pdf-lib';
import type { PrintCheck } from '@trame/cms/domain/contract/press/print-report';
import type { Box } from './geometry.ts';
import type { Paint } from './paint.ts';
import type { Expectation } from './expectation.ts';
import type { Font } from './fonts.ts';

export interface PageFacts {
  /** From 1. */
  readonly number: number;
  readonly node: PDFPageLeaf;
  /** As the page itself says, inherited values included for the sheet only; null where it says nothing. */
  readonly mediaBox: Box;
  readonly cropBox: Box | null;
  readonly bleedBox: Box | null;
  readonly trimBox: Box | null;
  readonly rotation: number;
  readonly unit: number;
  /** The finished page: its own trim where that has the right size, else where it should be. What is measured on the page uses it. */
  readonly trim: Box;
  /** The trim and the bleed that was asked for. */
  readonly bleed: Box;
}

export interface Subject {
  readonly document: PDFDocument;
  readonly bytes: Buffer;
  readonly expected: Expectation;
  readonly pages: readonly PageFacts[];
  /** Every font that the pages show text in, once they were walked. */
  readonly fonts: () => Iterable<Font>;
}

export interface Check {
  /** Called for each thing painted, in order. */
  readonly paint?: (paint: Paint, page: PageFacts) => void;
  readonly verdict: () => PrintCheck | Promise<PrintCheck>;
}

export type MakeCheck = (subject: Subject) => Check;

const MOST_PLACES = 20;

/** Where a check fails: each place once, the first twenty by name, all of them counted. */
export class Places {
  private readonly file: string;
  private readonly seen = new Set<string>();
  private readonly pages = new Set<number>();

  constructor(file: string) {
    this.file = file;
  }

  add(page: number | null, detail?: string): void {
    if (page !== null) this.pages.add(page);
    const where = page === null ? this.file : `${this.file}, page ${page}`;
    const place = detail === undefined ? where : `${where}\u00a0: ${detail}`;
    if (this.seen.size < 100_000) this.seen.add(place);
  }

  get count(): number {
    return this.seen.size;
  }

  get pageCount(): number {
    return this.pages.size;
  }

  get list(): string[] {
    return [...this.seen].slice(0, MOST_PLACES);
  }
}

/** A check that fails (or warns) as soon as it found a place. */
export function judged(
  words: { readonly id: string; readonly title: string },
  places: Places,
  measure: string,
  severity: 'failed' | 'warning' = 'failed',
): PrintCheck {
  return { ...words, outcome: places.count === 0 ? 'passed' : severity, measure, places: places.list };
}
