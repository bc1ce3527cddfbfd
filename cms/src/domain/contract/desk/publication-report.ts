/** What the admin’s home page shows of the publication, and its one act. */
import { z } from 'zod';
import { PublicationState } from './publication-state.ts';

/** A published record that is not on the site as it was published: the contract refuses it, or a text of it. */
export const LeftOut = z.strictObject({
  /** Strapi's type, for a link into the admin. */
  uid: z.string(),
  documentId: z.string(),
  title: z.string(),
  /** In French: which field, and what is wrong with it. */
  reasons: z.array(z.string()),
});
export type LeftOut = z.infer<typeof LeftOut>;

/** `GET /trame/publication` */
export const PublicationReport = z.strictObject({
  /** What the deployer says of itself; null when it does not answer. */
  state: PublicationState.nullable(),
  /** Why there is no `state`, in French, for the editor; null when there is one. */
  problem: z.string().nullable(),
  /**
   * The version of all content (`platform/content-version`) that the live release was made of, as far as this run of the CMS gave
   * it out; null when it did not. `state.live.contentVersion` names the bytes of the export, which say nothing of before and after.
   */
  liveVersion: z.string().nullable(),
  leftOut: z.array(LeftOut),
  /** Records that are online or in print without a number or an address that stands in one of their texts. */
  cleared: z.array(LeftOut),
  /** Records for which the checks refused the new version: a contact would have been read there. Whose it is, never the contact. */
  refused: z.array(LeftOut),
});
export type PublicationReport = z.infer<typeof PublicationReport>;

/** `POST /trame/publication/rebuild {}`: what to tell the editor, in French; when it is not taken, the refusal says why. */
export const RebuildAnswer = z.strictObject({ message: z.string() });
export type RebuildAnswer = z.infer<typeof RebuildAnswer>;
