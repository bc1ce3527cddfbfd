import sharp from 'sharp';
import { artworkFormat, type Artwork } from '@trame/cms/demo/artwork';
import { logoSvg } from './logo.ts';
import { sceneSvg } from './scene.ts';

/** Draws a picture of the demonstration: the same descriptor gives the same bytes with the same version of sharp. */
export async function drawArtwork(artwork: Artwork): Promise<Buffer> {
  const { width, height, extension } = artworkFormat(artwork);
  const svg = artwork.kind === 'logo' ? logoSvg(artwork) : sceneSvg(artwork.scene, artwork.variant, { width, height });
  const picture = sharp(Buffer.from(svg)).resize(width, height);
  if (extension === 'png') return picture.png({ palette: true, compressionLevel: 9 }).toBuffer();
  if (extension === 'webp') return picture.flatten({ background: '#fff' }).webp({ quality: 82, effort: 2 }).toBuffer();
  return picture.flatten({ background: '#fff' }).jpeg({ quality: 86, mozjpeg: true }).toBuffer();
}
