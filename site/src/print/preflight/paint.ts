/** What a page lays on paper, one object after the other: what the interpreter tells, and what the checks listen to. */
import type { PDFStream } from '@cantoo/pdf-lib';
import type { Colour, Space } from './colour-spaces.ts';
import type { Font } from './fonts.ts';
import type { Box } from './geometry.ts';

interface Painted {
  /** From 1. */
  readonly page: number;
  /** Around what is painted, within what clips it, in points from the lower left corner of user space. */
  readonly box: Box;
  /** What is seen through it, in the words of the PDF: "opacité 50 %", "mode Multiply"; null when it is opaque. */
  readonly transparency: string | null;
}

export interface Fill extends Painted {
  readonly kind: 'fill';
  readonly colour: Colour;
  /** An upright rectangle, alone in its path: fills its box. */
  readonly rectangle: boolean;
}

export interface Stroke extends Painted {
  readonly kind: 'stroke';
  readonly colour: Colour;
  /** Points on paper. */
  readonly lineWidth: number;
  /** A straight line from one end to the other, alone in its path. */
  readonly straight: boolean;
}

export interface TextRun extends Painted {
  readonly kind: 'text';
  readonly colour: Colour;
  readonly font: Font | null;
  readonly glyphs: number;
  readonly missing: number;
}

export interface Picture extends Painted {
  readonly kind: 'image';
  /** Null for a stencil, which is painted in `colour`. */
  readonly space: Space | null;
  readonly colour: Colour | null;
  readonly pixels: { readonly width: number; readonly height: number };
  /** The lower one of both directions. */
  readonly dpi: number;
  /** Printed size, in points. */
  readonly size: { readonly width: number; readonly height: number };
  /** Null for an inline image. */
  readonly stream: PDFStream | null;
}

export interface Gradient extends Painted {
  readonly kind: 'gradient';
  readonly space: Space;
  /** Percent of ink where it is heaviest; null where that cannot be told. */
  readonly heaviest: number | null;
}

/** Something transparent that is no paint: a group, on a page or in a form. */
export interface Group {
  readonly kind: 'group';
  readonly page: number;
  readonly blendSpace: Space | null;
}

export type Paint = Fill | Stroke | TextRun | Picture | Gradient | Group;
export type Listen = (paint: Paint) => void;
