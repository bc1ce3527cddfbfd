import sharp from 'sharp';
import { artworkFormat, type Artwork } from '@trame/cms/demo/artwork';
import { advertisementSvg } from './advertisement.ts';
import { logoSvg } from './logo.ts';
import { sceneSvg } from './scene.ts';

function svgOf(artwork: Artwork): string {
  const size = artworkFormat(artwork);
  switch (artwork.kind) {
    case 'logo':
      return logoSvg(artwork);
    case 'advertisement':
      return advertisementSvg(artwork, size);
    default:
      return sceneSvg(artwork.scene, artwork.variant, size);
  }
}

/** Draws a picture of the demonstration: the same descriptor gives the same bytes with the same version of sharp. */
export async function drawArtwork(artwork: Artwork): Promise<Buffer> {
  const { width, height, extension } = artworkFormat(artwork);
  const picture = sharp(Buffer.from(svgOf(artwork))).resize(width, height);
  if (extension === 'png') return picture.png({ palette: true, compressionLevel: 9 }).toBuffer();
  if (extension === 'webp') return picture.flatten({ background: '#fff' }).webp({ quality: 82, effort: 2 }).toBuffer();
  return picture.flatten({ background: '#fff' }).jpeg({ quality: 86, mozjpeg: true }).toBuffer();
}
