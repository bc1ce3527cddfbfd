import type { Core } from '@strapi/strapi';
import { CAMPAIGN, type Campaign } from '../campaigns/request-store.ts';
import { Slug } from '../domain/contract/primitives.ts';
import { ask } from '../editions/printing-service.ts';
import { DoorRefused } from '../public-door/door-refusals.ts';
import { readEntry } from '../submissions/entry-of-record.ts';

/** A printed entry as a picture weighs some 60 kB. */
const MOST_BYTES = 5_000_000;

const noPicture = (): DoorRefused =>
  new DoorRefused(404, 'unavailable', 'L’image de votre fiche imprimée n’est pas encore prête.');

/**
 * The entry of an association as the campaign's edition prints it: a PNG, made by whoever prints.
 * @throws {AnswerRefused} 404 when the campaign has no edition, the edition does not print this entry, or nobody answers
 */
export async function printedPicture(
  strapi: Core.Strapi,
  associationId: string,
  campaign: Campaign | null,
): Promise<Buffer> {
  const asked = campaign
    ? ((await strapi.db.query(CAMPAIGN).findOne({
        where: { documentId: campaign.documentId },
        populate: { edition: { select: ['documentId'] } },
      })) as { edition: { documentId: string } | null } | null)
    : null;
  const slug = Slug.safeParse((await readEntry(strapi, associationId))?.record.slug);
  if (!asked?.edition || !slug.success) throw noPicture();
  const answer = await ask({ path: [asked.edition.documentId, 'entries', `${slug.data}.png`] });
  if (!answer.ok) throw noPicture();
  const bytes = Buffer.from(await answer.value.arrayBuffer());
  if (bytes.length > MOST_BYTES || bytes.readUInt32BE(0) !== 0x89504e47) throw noPicture();
  return bytes;
}
