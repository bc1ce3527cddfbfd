import type { Core } from '@strapi/strapi';
import { CAMPAIGN, type Campaign } from '../../update/campaigns/request-store.ts';
import { causeOf } from '../../domain/cause.ts';
import { editionInPreparation } from '../../domain/edition-in-preparation.ts';
import type { EditionStage } from '../../domain/vocabulary/edition-stages.ts';
import { Slug } from '../../domain/primitives.ts';
import { askDeployer } from '../../platform/deployer/deployer-client.ts';
import { Refused } from '../../platform/http/refused.ts';
import { readEntry } from '../../entries/entry-of-record.ts';

/** A printed entry as a picture weighs some 60 kB. */
const MOST_BYTES = 5_000_000;
/** A content that was not seen yet is read by the printing first. The page waits for longer, and asks again. */
const PATIENCE_MS = 20_000;

const words = {
  absent: 'Votre fiche n’est dans aucune édition papier en préparation.',
  late: 'L’image de votre fiche imprimée n’est pas encore prête.',
};

/** Asking again changes nothing. */
const absent = (): Refused => new Refused('unknown', words.absent);
const late = (): Refused => new Refused('unavailable', words.late);

/** The edition that the campaign is for; without a campaign, or when it names none, the one that is being prepared. */
async function editionOf(strapi: Core.Strapi, campaign: Campaign | null): Promise<string | null> {
  const asked = campaign
    ? ((await strapi.db.query(CAMPAIGN).findOne({
        where: { documentId: campaign.documentId },
        populate: { edition: { select: ['documentId'] } },
      })) as { edition: { documentId: string } | null } | null)
    : null;
  if (asked?.edition) return asked.edition.documentId;
  const editions = (await strapi.db
    .query('api::edition.edition')
    .findMany({ select: ['documentId', 'stage', 'year'] })) as {
    documentId: string;
    stage: EditionStage | null;
    year: number | null;
  }[];
  return editionInPreparation(editions)?.documentId ?? null;
}

/**
 * The entry of an association as an edition prints it: a PNG, made by whoever prints.
 * @throws {Refused} `unknown` when no edition is prepared, or it does not print this entry; `unavailable` while it is not ready
 */
export async function printedPicture(
  strapi: Core.Strapi,
  associationId: string,
  campaign: Campaign | null,
): Promise<Buffer> {
  const edition = await editionOf(strapi, campaign);
  const slug = Slug.safeParse((await readEntry(strapi, associationId))?.record.slug);
  if (edition === null || !slug.success) throw absent();
  const answer = await askDeployer({
    service: 'printing',
    path: ['editions', edition, 'entries', `${slug.data}.png`],
    patienceMs: PATIENCE_MS,
  }).catch((error: unknown) => {
    strapi.log.warn(`The printed entry of ${associationId} was not drawn: ${causeOf(error)}`);
    throw error instanceof Refused && error.code === 'unknown' ? absent() : late();
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (bytes.length > MOST_BYTES || bytes.readUInt32BE(0) !== 0x89504e47) throw late();
  return bytes;
}
