/** What an editor should know before an edition is frozen for good: what is still coming in, and what the proof does not show. */
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { OpenMatters } from '../../domain/contract/desk/open-matters.ts';
import { rowsOf } from '../../platform/database/sql.ts';
import { currentCampaign, REQUEST, type UpdateRequest } from '../campaigns/request-store.ts';
import { findMany } from '../../platform/database/records.ts';
import { readRecordIndex } from '../../entries/record-index/record-index.ts';
import { waitingSubmissions } from '../answers/submission-store.ts';

const ASSOCIATION = 'api::association.association';
const Named = z.object({ id: z.string(), name: z.string() });

/** Associations whose draft moved on after what is published, as every list of the admin tells it. */
async function unpublishedOf(strapi: Core.Strapi): Promise<OpenMatters['unpublished']> {
  const { records } = await readRecordIndex(strapi);
  return records
    .filter(({ uid, state }) => uid === ASSOCIATION && state === 'modifiée')
    .map(({ documentId, title }) => ({ id: documentId, name: title }))
    .sort((one, other) => one.name.localeCompare(other.name, 'fr'));
}

/** Instants of Strapi have no time zone: they are UTC. */
const CHANGED = `
  select document_id as id, coalesce(name, '') as name from associations
   where published_at is not null and updated_at > (?::timestamptz at time zone 'UTC') order by 2`;

/** @param since when the proof was printed; null when there is none */
export async function readOpenMatters(strapi: Core.Strapi, since: string | null): Promise<OpenMatters> {
  const current = await currentCampaign(strapi);
  const open = current?.stage === 'ouverte' ? current : null;
  const requests = open
    ? await findMany<Pick<UpdateRequest, 'state'>>(strapi, REQUEST, {
        select: ['state'],
        where: { campaignId: open.documentId },
      })
    : [];
  return {
    campaign: open && {
      id: open.documentId,
      title: open.title,
      closesOn: open.closesOn?.slice(0, 10) ?? null,
      silent: requests.filter(({ state }) => state !== 'répondue' && state !== 'annulée').length,
    },
    waitingAnswers: (await waitingSubmissions(strapi)).length,
    unpublished: await unpublishedOf(strapi),
    changedSince: since === null ? [] : await rowsOf(strapi.db.connection, Named, CHANGED, [since]),
  };
}
