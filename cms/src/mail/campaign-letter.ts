import type { Core } from '@strapi/strapi';
import { formatDay } from '../domain/dates.ts';
import { formatPhone } from '../domain/phone.ts';
import { readEnvironment, siteUrl } from '../environment.ts';
import { makeLinkToken } from '../link-tokens/link-token.ts';
import type { Office } from './letters/layout.ts';
import { withdrawalLink } from '../withdrawals/withdrawal-link.ts';
import { campaignLetterText } from './letters/campaign-text.ts';
import { campaignKey, type Letter } from './outbox.ts';

/** The sender and the season, as letters name them. */
export interface LetterSettings {
  readonly office: Office;
  readonly season: string;
}

/** Reads them from the site's settings. */
export async function readLetterSettings(strapi: Core.Strapi): Promise<LetterSettings> {
  const settings = (await strapi.db.query('api::site-settings.site-settings').findOne({})) as Record<
    'operatorName' | 'operatorAddress' | 'operatorPhone' | 'operatorEmail' | 'season',
    string | null
  > | null;
  return {
    office: {
      name: settings?.operatorName ?? '',
      address: settings?.operatorAddress || null,
      phone: settings?.operatorPhone ? formatPhone(settings.operatorPhone) : null,
      email: settings?.operatorEmail || null,
    },
    season: settings?.season ?? '',
  };
}

/** The form of one association. The token stands behind the #, which browsers send to nobody. */
export const entryLink = (request: string, generation: number): string =>
  `${siteUrl(readEnvironment())}/ma-fiche/#${makeLinkToken('ma-fiche', request, generation)}`;

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
): Letter {
  const { documentId, associationId, associationName, email, generation } = request;
  const text = campaignLetterText({
    ...written,
    association: associationName,
    link: entryLink(documentId, generation),
    closing: campaign.closesOn === null ? null : formatDay(campaign.closesOn),
    season: settings.season,
    office: settings.office,
    withdrawalLink: withdrawalLink(associationId, { email }),
  });
  return {
    ...text,
    key:
      step === 0
        ? campaignKey.invitation(campaign.documentId, associationId)
        : campaignKey.reminder(campaign.documentId, associationId, step),
    kind: step === 0 ? 'invitation' : 'reminder',
    to: email,
    replyTo: campaign.replyTo || settings.office.email,
    request: documentId,
  };
}
