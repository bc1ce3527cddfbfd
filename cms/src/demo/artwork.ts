import { slugify } from '../domain/slug.ts';

/** Pictures of the demonstration, described; `scripts/seed/artwork` draws them. The same descriptor is always the same picture. */

/** Drawing styles of a logo: monograms and symbols. */
export type LogoStyle =
  'seal' | 'stamp' | 'sunrise' | 'leaf' | 'wave' | 'blocks' | 'ring' | 'letter' | 'house' | 'note';

/** What a photograph shows, in cut paper. */
export type Scene =
  | 'vineyard'
  | 'estuary'
  | 'square'
  | 'gym'
  | 'stage'
  | 'forest'
  | 'garden'
  | 'pitch'
  | 'dojo'
  | 'library'
  | 'workshop'
  | 'market'
  | 'kitchen'
  | 'hall'
  | 'road'
  | 'pond'
  | 'orchestra'
  | 'dance'
  | 'meeting'
  | 'van';

export type Artwork =
  | { kind: 'logo'; style: LogoStyle; letters: string; hue: number }
  /** `variant` changes the composition and the hour of the day. */
  | { kind: 'photo'; scene: Scene; variant: number }
  /** Upright picture of the booklet's cover. */
  | { kind: 'cover'; scene: Scene; variant: number }
  /** Half a page that a fictional shop paid for: its name and one sentence over a scene. */
  | { kind: 'advertisement'; scene: Scene; variant: number; name: string; line: string };

const sizes = {
  logo: { width: 600, height: 600, extension: 'png', mime: 'image/png' },
  photo: { width: 1200, height: 800, extension: 'webp', mime: 'image/webp' },
  // A5 with 5 mm of bleed around it, at 300 dots an inch
  cover: { width: 1890, height: 2650, extension: 'jpg', mime: 'image/jpeg' },
  // half of an A5 page between its margins, at more than 300 dots an inch
  advertisement: { width: 1720, height: 1250, extension: 'jpg', mime: 'image/jpeg' },
} as const;

/** Pixels and format in which a descriptor is drawn. PNG for flat logos, WebP for photographs, JPEG for what goes to press. */
export function artworkFormat(artwork: Artwork): (typeof sizes)[Artwork['kind']] {
  return sizes[artwork.kind];
}

/** Name of the picture's file, unique to the descriptor: two records that show the same picture share the file. */
export function artworkFileName(artwork: Artwork): string {
  const { extension } = artworkFormat(artwork);
  if (artwork.kind === 'logo') {
    // letters may be accented or hold signs that a file name should not
    const letters = [...artwork.letters.toLowerCase()].map((letter) =>
      /[a-z0-9]/.test(letter) ? letter : letter.codePointAt(0)!.toString(16),
    );
    return `logo-${artwork.style}-${letters.join('')}-${artwork.hue}.${extension}`;
  }
  if (artwork.kind === 'advertisement') {
    return `advertisement-${slugify(artwork.name)}-${artwork.scene}-${artwork.variant}.${extension}`;
  }
  return `${artwork.kind}-${artwork.scene}-${artwork.variant}.${extension}`;
}
