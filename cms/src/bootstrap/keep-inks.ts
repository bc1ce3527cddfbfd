/**
 * The media library makes large pictures lighter, for screens: it writes them anew in red, green and blue. A picture that a print
 * shop or a designer separated into inks would lose them for good, and its black letters would print in four inks. Such a file is
 * kept as it was given.
 */
import type { Core } from '@strapi/strapi';
import sharp from 'sharp';

/** Of a file that is being received, what is read here. */
interface Received {
  readonly filepath?: string;
}
interface ImageManipulation {
  optimize(file: Received): Promise<unknown>;
}

/** To be called in `register()`, before anything is uploaded. */
export function keepInks(strapi: Core.Strapi): void {
  const service: ImageManipulation = strapi.plugin('upload').service('image-manipulation');
  const optimize = service.optimize.bind(service);
  service.optimize = async (file) => ((await isInInks(file.filepath)) ? file : optimize(file));
}

/** A file that cannot be read is none: whoever checks pictures says so. */
async function isInInks(path: string | undefined): Promise<boolean> {
  if (path === undefined) return false;
  try {
    return (await sharp(path).metadata()).space === 'cmyk';
  } catch {
    return false;
  }
}
