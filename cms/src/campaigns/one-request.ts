/** What an editor does with the request of one association. */
import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { EntryForm } from '../domain/entry/entry-form.ts';
import type { EntryChoices, SentAnswer } from '../domain/contract/my-entry.ts';
import { dayOf } from '../domain/dates.ts';
import { parseEmail } from '../domain/email.ts';
import { writeJournal } from '../journal/journal.ts';
import { hashLinkToken, makeLinkToken } from '../link-tokens/link-token.ts';
import { makeCampaignLetter, readLetterSettings } from '../mail/campaign-letter.ts';
import { campaignKey, queueLetters, withdrawLetters } from '../mail/outbox.ts';
import { refusals } from '../submissions/answer-refused.ts';
import { readChoices } from '../submissions/entry-choices.ts';
import { readEntry } from '../submissions/entry-of-record.ts';
import { submitAnswer } from '../submissions/submit-answer.ts';
import type { Editor } from '../submissions/submission-store.ts';
import { endOfDay } from './open-campaign.ts';
import { findCampaign, findRequest, REQUEST, type Campaign, type UpdateRequest } from './request-store.ts';

/** `POST …/answer-by-phone`: what somebody said on the telephone, or wrote on the paper letter; no entry: nothing changed. */
export const DictatedAnswer = z.strictObject({
  version: z.string().min(1).max(64),
  entry: EntryForm.nullable(),
  channel: z.enum(['téléphone', 'courrier']).default('téléphone'),
});
export type DictatedAnswer = z.infer<typeof DictatedAnswer>;

/** The request of a campaign. @throws {AnswerRefused} when it is another campaign's, or nobody's */
async function requestOf(strapi: Core.Strapi, campaignId: string, requestId: string) {
  const campaign = await findCampaign(strapi, campaignId);
  if (!campaign) throw refusals.unknownCampaign();
  const request = await findRequest(strapi, requestId);
  if (!request || request.campaignId !== campaignId) throw refusals.unknownRequest();
  return { campaign, request };
}

const mustBeOpen = (campaign: Campaign): void => {
  if (campaign.stage !== 'ouverte') throw refusals.closed();
};

/** The form of one association as it stands, for filling it in with somebody on the telephone. */
export async function openForPhone(
  strapi: Core.Strapi,
  campaignId: string,
  requestId: string,
): Promise<{ name: string; entry: EntryForm; version: string; choices: EntryChoices }> {
  const { request } = await requestOf(strapi, campaignId, requestId);
  const current = await readEntry(strapi, request.associationId);
  if (!current) throw refusals.gone();
  return {
    name: current.record.name,
    entry: current.entry,
    version: current.version,
    choices: await readChoices(strapi),
  };
}

/** Takes down an answer: it waits on the desk like any other, with its channel. */
export async function answerByPhone(
  strapi: Core.Strapi,
  campaignId: string,
  requestId: string,
  answer: DictatedAnswer,
): Promise<SentAnswer> {
  const { campaign, request } = await requestOf(strapi, campaignId, requestId);
  mustBeOpen(campaign);
  return submitAnswer(strapi, {
    kind: answer.entry === null ? 'rien n’a changé' : 'modification',
    channel: answer.channel,
    association: request.associationId,
    request: request.documentId,
    entry: answer.entry,
    base: null,
    version: answer.version,
    sender: request.email,
    logoFile: null,
  });
}

const linkOf = (request: UpdateRequest, generation: number) => ({
  generation,
  tokenHash: hashLinkToken(makeLinkToken('ma-fiche', request.documentId, generation)),
});

/** Closes the link of one association for good, the one in every letter that it has; what it already answered stays. */
export async function revokeLink(
  strapi: Core.Strapi,
  campaignId: string,
  requestId: string,
  editor: Editor,
): Promise<void> {
  await strapi.db.transaction(async () => {
    const { request } = await requestOf(strapi, campaignId, requestId);
    if (request.state === 'annulée') return;
    await strapi.db.query(REQUEST).update({
      where: { id: request.id },
      data: { ...linkOf(request, request.generation + 1), state: request.answeredAt ? request.state : 'annulée' },
    });
    await withdrawLetters(strapi, [request.documentId]);
    await writeJournal(strapi, {
      who: editor.name,
      whoId: editor.id,
      act: 'lien révoqué',
      subject: request.associationName,
      associationId: request.associationId,
      campaignId,
    });
  });
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * Sends the letter of one association again, to `email` when another one is given. Clicking twice sends one: a letter a day
 * leaves for one address and one link.
 * @returns whether a letter was queued
 */
export async function resendLetter(
  strapi: Core.Strapi,
  campaignId: string,
  requestId: string,
  email: string | null,
  editor: Editor,
): Promise<boolean> {
  return strapi.db.transaction(async () => {
    const { campaign, request } = await requestOf(strapi, campaignId, requestId);
    mustBeOpen(campaign);
    const address = parseEmail(email ?? request.email ?? '');
    if (!address.ok) throw refusals.invalid([{ path: 'email', message: address.message }]);
    const sent: UpdateRequest = {
      ...request,
      email: address.value,
      state: request.answeredAt ? request.state : 'à envoyer',
      expiresAt: campaign.closesOn ? endOfDay(campaign.closesOn.slice(0, 10)) : request.expiresAt,
    };
    await strapi.db.query(REQUEST).update({
      where: { id: request.id },
      data: { email: sent.email, state: sent.state, expiresAt: sent.expiresAt, bounceReason: null },
    });
    const letter = makeCampaignLetter(
      campaign,
      0,
      { subject: campaign.invitationSubject, body: campaign.invitationBody },
      { ...sent, email: address.value },
      await readLetterSettings(strapi),
    );
    const again = `again-${dayOf(new Date())}-${request.generation}-${shortHash(address.value)}`;
    const key = `${campaignKey.invitation(campaignId, request.associationId)}:${again}`;
    const queued = await queueLetters(strapi, [{ ...letter, key }]);
    if (queued > 0) {
      await writeJournal(strapi, {
        who: editor.name,
        whoId: editor.id,
        act: 'lien renvoyé',
        subject: request.associationName,
        associationId: request.associationId,
        campaignId,
      });
    }
    return queued > 0;
  });
}
