import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { artworkFormat, type Artwork } from '@trame/cms/demo/artwork';
import { drawArtwork } from './draw.ts';
import { logoSvg } from './logo.ts';

const artworks: Artwork[] = [
  { kind: 'photo', scene: 'vineyard', variant: 1 },
  { kind: 'logo', style: 'seal', letters: 'Œ', hue: 160 },
  { kind: 'cover', scene: 'vineyard', variant: 1 },
  { kind: 'advertisement', scene: 'market', variant: 2, name: 'La Boulangerie', line: 'Le pain, cuit du matin' },
];

describe('artwork', () => {
  it.each(artworks)(
    'is what its descriptor says, and always the same: $kind',
    async (artwork) => {
      const drawn = await drawArtwork(artwork);
      const { width, height, format } = await sharp(drawn).metadata();
      expect({ width, height, mime: `image/${format}` }).toEqual({
        width: artworkFormat(artwork).width,
        height: artworkFormat(artwork).height,
        mime: artworkFormat(artwork).mime,
      });
      expect(drawn.equals(await drawArtwork(artwork))).toBe(true);
    },
    120_000,
  ); // a cover has five million pixels, and a busy machine takes its time

  it('draws letters as outlines, so that no font of the machine is asked for', () => {
    const svg = logoSvg({ kind: 'logo', style: 'ring', letters: 'OPG', hue: 152 });
    expect(svg).not.toContain('<text');
    expect(svg.match(/<path transform="translate/g)).toHaveLength(3);
  });
});
