import { formatDay } from '../../domain/dates.ts';
import { entryLink } from '../../platform/links/entry-link.ts';
import type { LetterSettings } from '../../platform/mail/office.ts';
import { withdrawalLink } from '../../platform/links/withdrawal-link.ts';
import { campaignLetter } from './campaign-text.ts';
import { campaignKey } from '../../platform/mail/outbox.ts';
import type { LetterToQueue } from '../../platform/mail/queue-letters.ts';

export interface AskedAssociation {
  readonly documentId: string;
  readonly associationId: string;
  readonly associationName: string;
  readonly email: string;
  readonly generation: number;
}

export interface CampaignOfLetter {
  readonly documentId: string;
  readonly closesOn: string | null;
  readonly replyTo: string | null;
}

/**
 * The invitation (`step` 0) or the n-th reminder of a campaign to one association.
 * @param written the editor's text
 * @throws {Error} in French when it holds a variable that does not exist
 */
export function makeCampaignLetter(
  campaign: CampaignOfLetter,
  step: number,
  written: { readonly subject: string; readonly body: string },
  request: AskedAssociation,
  settings: LetterSettings,
): LetterToQueue {
  const { documentId, associationId, associationName, email, generation } = request;
  const parts = campaignLetter({
    ...written,
    association: associationName,
    link: entryLink(documentId, generation),
    closing: campaign.closesOn === null ? null : formatDay(campaign.closesOn),
    season: settings.season,
    office: settings.office,
    withdrawalLink: withdrawalLink(associationId, { email }),
  });
  return {
    parts,
    key:
      step === 0
        ? campaignKey.invitation(campaign.documentId, associationId)
        : campaignKey.reminder(campaign.documentId, associationId, step),
    kind: step === 0 ? 'invitation' : 'reminder',
    to: email,
    replyTo: campaign.replyTo || settings.office.email,
    request: documentId,
    association: associationId,
  };
}
