import { z } from 'zod';
import { Line } from '../../primitives.ts';

/** Where a file of the media library is read from: a path on the CMS, or the absolute address that a storage provider gave. */
const MediaUrl = z.string().regex(/^(\/uploads\/|https?:\/\/)/);

/** A picture. `alt` is enforced at publish; width and height are pixels of the original. */
export const Image = z.strictObject({
  url: MediaUrl,
  /** Fingerprint of the file that changes with its content: the key of every image cache. */
  hash: z.string().min(1),
  mime: z.string().startsWith('image/'),
  width: z.int().positive(),
  height: z.int().positive(),
  alt: Line,
  caption: Line.nullable(),
});
export type Image = z.infer<typeof Image>;

/** A file to download. `size` is in bytes. */
export const Attachment = z.strictObject({
  url: MediaUrl,
  hash: z.string().min(1),
  name: Line,
  mime: z.string().min(1),
  size: z.int().nonnegative(),
});
export type Attachment = z.infer<typeof Attachment>;
