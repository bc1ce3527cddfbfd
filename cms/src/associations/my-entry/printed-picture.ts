import type { Core } from '@strapi/strapi';
import { CAMPAIGN, type Campaign } from '../../update/campaigns/request-store.ts';
import { causeOf } from '../../domain/cause.ts';
import { Slug } from '../../domain/primitives.ts';
import { askDeployer } from '../../platform/deployer/deployer-client.ts';
import { Refused } from '../../platform/http/refused.ts';
import { readEntry } from '../../entries/entry-of-record.ts';

/** A printed entry as a picture weighs some 60 kB. */
const MOST_BYTES = 5_000_000;
/** A content that was not seen yet is read by the printing first. */
const PATIENCE_MS = 30_000;

const noPicture = (): Refused =>
  new Refused('unavailable', 'L’image de votre fiche imprimée n’est pas encore prête.', [], { status: 404 });

/**
 * The entry of an association as the campaign's edition prints it: a PNG, made by whoever prints.
 * @throws {Refused} 404 when the campaign has no edition, the edition does not print this entry, or nobody answers
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
  const answer = await askDeployer({
    service: 'printing',
    path: ['editions', asked.edition.documentId, 'entries', `${slug.data}.png`],
    patienceMs: PATIENCE_MS,
  }).catch((error: unknown) => {
    strapi.log.warn(`The printed entry of ${associationId} was not drawn: ${causeOf(error)}`);
    throw noPicture();
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (bytes.length > MOST_BYTES || bytes.readUInt32BE(0) !== 0x89504e47) throw noPicture();
  return bytes;
}
