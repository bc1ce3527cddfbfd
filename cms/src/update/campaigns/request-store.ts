/** The questions put to associations, as rows. */
import type { Core } from '@strapi/strapi';
import type { AnswerChannel } from '../../domain/vocabulary/answer-channels.ts';
import type { CampaignStage } from '../../domain/vocabulary/campaign-stages.ts';
import type { RequestState } from '../../domain/vocabulary/request-states.ts';
import { hashLinkToken } from '../../platform/links/link-token.ts';
import { refusals } from '../../platform/http/refused.ts';
import { withdrawLetters } from '../../platform/mail/outbox.ts';
import { findMany, findOne } from '../../platform/database/records.ts';
import { standingFor } from '../../entries/merged-records.ts';

export const REQUEST = 'api::update-request.update-request';
export const CAMPAIGN = 'api::campaign.campaign';

export interface UpdateRequest {
  readonly id: number;
  readonly documentId: string;
  readonly campaignId: string;
  readonly associationId: string;
  readonly associationName: string;
  readonly state: RequestState;
  readonly email: string | null;
  readonly generation: number;
  readonly tokenHash: string;
  readonly expiresAt: string;
  readonly sentAt: string | null;
  readonly remindersSent: number;
  readonly lastReminderAt: string | null;
  readonly bounceReason: string | null;
  readonly answeredAt: string | null;
  readonly channel: AnswerChannel | null;
}

export interface Reminder {
  readonly afterDays: number;
  readonly subject: string;
  readonly body: string;
}

export interface Campaign {
  readonly id: number;
  readonly documentId: string;
  readonly title: string;
  readonly stage: CampaignStage;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly invitationSubject: string;
  readonly invitationBody: string;
  /** Of the letters on paper. */
  readonly paperText: string | null;
  readonly reminders: readonly Reminder[];
  readonly replyTo: string | null;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly onlyCommunes: readonly { readonly documentId: string }[];
  readonly onlyThemes: readonly { readonly documentId: string }[];
}

const CAMPAIGN_POPULATE = {
  reminders: true,
  onlyCommunes: { select: ['documentId'] },
  onlyThemes: { select: ['documentId'] },
};

export const findCampaign = (strapi: Core.Strapi, documentId: string): Promise<Campaign | null> =>
  strapi.db.query(CAMPAIGN).findOne({ where: { documentId }, populate: CAMPAIGN_POPULATE }) as Promise<Campaign | null>;

/** The campaign that the office is at: the one that is open, else the one in preparation, else the last; null before the first. */
export async function currentCampaign(strapi: Core.Strapi): Promise<Campaign | null> {
  for (const stage of ['ouverte', 'en préparation', 'close'] satisfies CampaignStage[]) {
    const campaign = (await strapi.db.query(CAMPAIGN).findOne({
      where: { stage },
      orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      populate: CAMPAIGN_POPULATE,
    })) as Campaign | null;
    if (campaign) return campaign;
  }
  return null;
}

export const findRequest = (strapi: Core.Strapi, documentId: string): Promise<UpdateRequest | null> =>
  strapi.db.query(REQUEST).findOne({ where: { documentId } }) as Promise<UpdateRequest | null>;

/** The request of a campaign. @throws {Refused} when it is another campaign's, or nobody's */
export async function requestOf(strapi: Core.Strapi, campaignId: string, requestId: string) {
  const campaign = await findCampaign(strapi, campaignId);
  if (!campaign) throw refusals.unknownCampaign();
  const request = await findRequest(strapi, requestId);
  if (!request || request.campaignId !== campaignId) throw refusals.unknownRequest();
  return { campaign, request };
}

/** @throws {Refused} when the campaign takes no answers */
export const mustBeOpen = (campaign: Campaign): void => {
  if (campaign.stage !== 'ouverte') throw refusals.closed();
};

const isOpen = async (strapi: Core.Strapi, campaignId: string): Promise<boolean> =>
  (await strapi.db.query(CAMPAIGN).count({ where: { documentId: campaignId, stage: 'ouverte' } })) > 0;

/**
 * The request that an answer of `association` answers, of a campaign that is open: `request` when it is given, else the newest
 * one of the association. Null when there is none, or when its campaign is closed.
 */
export async function openCampaignRequest(
  strapi: Core.Strapi,
  { request, association }: { request: string | null; association: string },
): Promise<UpdateRequest | null> {
  const candidates =
    request === null
      ? await findMany<UpdateRequest>(strapi, REQUEST, {
          where: { associationId: association },
          orderBy: { id: 'desc' },
        })
      : [await findRequest(strapi, request)].filter((found) => found !== null);
  for (const candidate of candidates) if (await isOpen(strapi, candidate.campaignId)) return candidate;
  return null;
}

/** Notes that an association answered, and takes back the letters that it would still have got. */
export async function markAnswered(strapi: Core.Strapi, request: UpdateRequest, channel: AnswerChannel): Promise<void> {
  await strapi.db.query(REQUEST).update({
    where: { id: request.id },
    data: { state: 'répondue', answeredAt: request.answeredAt ?? new Date(), channel },
  });
  await withdrawLetters(strapi, [request.documentId]);
}

/** The request whose link has that hash. */
export const findRequestByHash = (strapi: Core.Strapi, tokenHash: string): Promise<UpdateRequest | null> =>
  strapi.db.query(REQUEST).findOne({ where: { tokenHash } }) as Promise<UpdateRequest | null>;

/**
 * Two entries that became one were both asked: the question to the former one was cancelled, and its letter leads to the one that
 * stands for it.
 */
async function askedInItsPlace(strapi: Core.Strapi, request: UpdateRequest): Promise<UpdateRequest> {
  if (request.state !== 'annulée') return request;
  const former = { uid: 'api::association.association', documentId: request.associationId };
  const associationId = await standingFor(strapi.db.connection, former);
  if (associationId === request.associationId) return request;
  const where = { campaignId: request.campaignId, associationId };
  return (await findOne<UpdateRequest>(strapi, REQUEST, { where })) ?? request;
}

export type LinkState = 'open' | 'unknown' | 'expired' | 'revoked' | 'closed';

/**
 * What the token of a `ma-fiche` link opens, at `now`. Looked up by its hash: a token that nobody sent finds nothing, and one
 * that was revoked neither, because its request has another hash since.
 */
export async function findRequestByToken(
  strapi: Core.Strapi,
  token: string,
  now: Date = new Date(),
): Promise<{ state: LinkState; request: UpdateRequest | null; campaign: Campaign | null }> {
  const sent = await findRequestByHash(strapi, hashLinkToken(token));
  const request = sent && (await askedInItsPlace(strapi, sent));
  if (!request) return { state: 'unknown', request: null, campaign: null };
  const campaign = await findCampaign(strapi, request.campaignId);
  if (request.state === 'annulée') return { state: 'revoked', request, campaign };
  if (!campaign || campaign.stage !== 'ouverte') return { state: 'closed', request, campaign };
  if (new Date(request.expiresAt) <= now) return { state: 'expired', request, campaign };
  return { state: 'open', request, campaign };
}
