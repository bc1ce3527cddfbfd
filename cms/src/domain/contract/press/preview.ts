/** What the CMS asks of the deployer to see a record before it is published: made by the programs that make the site and the booklet. */
import { z } from 'zod';
import { Slug } from '../../primitives.ts';
import { recordPages } from '../desk/record.ts';

/** A picture that only this draft shows, and that the media library therefore gives to nobody. */
const DraftFile = z.strictObject({
  hash: z.string().regex(/^[A-Za-z0-9_-]{1,200}$/),
  mime: z.string().regex(/^image\/[a-z0-9.+-]{1,40}$/),
  base64: z.base64(),
});

/** `POST /preview/page`: answers the page of one record as HTML, whole in one document, without scripts. */
export const PagePreviewQuestion = z.strictObject({
  page: z.enum(recordPages),
  slug: Slug,
  /** A SiteExport in which the draft stands as published; the builder holds it to the contract. */
  content: z.unknown(),
  files: z.array(DraftFile).max(20),
});
export type PagePreviewQuestion = z.infer<typeof PagePreviewQuestion>;

/** `POST /preview/entry`: answers the printed entry of one association as a PNG; 404 when the edition prints none. */
export const EntryPreviewQuestion = z.strictObject({
  slug: Slug,
  /** A PrintExport in which the draft stands as published. */
  content: z.unknown(),
  files: z.array(DraftFile).max(20),
});
export type EntryPreviewQuestion = z.infer<typeof EntryPreviewQuestion>;

/** What a question may weigh: a directory of 10,000, and the pictures of one record. */
export const PREVIEW_BYTES = 120_000_000;
