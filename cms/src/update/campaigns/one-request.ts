/** What an editor does with the request of one association. */
import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { dayOf } from '../../domain/dates.ts';
import { parseEmail } from '../../domain/email.ts';
import { writeJournal } from '../../entries/journal.ts';
import { hashLinkToken, makeLinkToken } from '../../platform/links/link-token.ts';
import { makeCampaignLetter } from './campaign-letter.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { campaignKey, withdrawLetters } from '../../platform/mail/outbox.ts';
import { queueLetters } from '../../platform/mail/queue-letters.ts';
import { refusals } from '../../platform/http/refused.ts';
import { noteSuppressions } from '../../platform/suppressions/register.ts';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import { endOfDay } from './open-campaign.ts';
import { findRequest, mustBeOpen, REQUEST, requestOf, type UpdateRequest } from './request-store.ts';

const linkOf = (request: UpdateRequest, generation: number) => ({
  generation,
  tokenHash: hashLinkToken(makeLinkToken('ma-fiche', request.documentId, generation)),
});

/** The link of before opens nothing any more; letters with it that wait do not leave. */
async function replaceLink(strapi: Core.Strapi, request: UpdateRequest, generation: number): Promise<void> {
  await strapi.db.query(REQUEST).update({
    where: { id: request.id },
    data: { ...linkOf(request, generation), state: request.answeredAt ? request.state : 'annulée' },
  });
  await withdrawLetters(strapi, [request.documentId]);
}

/** Revokes once more, in a database of before, what was revoked after it was saved. */
export async function revokeLinkAgain(strapi: Core.Strapi, documentId: string, generation: number): Promise<void> {
  const request = await findRequest(strapi, documentId);
  if (request && request.generation < generation) await replaceLink(strapi, request, generation);
}

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
    const generation = request.generation + 1;
    await replaceLink(strapi, request, generation);
    await noteSuppressions(strapi, [{ kind: 'request', request: request.documentId, generation }]);
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
