import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { formatDay } from '../domain/dates.ts';
import { readEnvironment, siteUrl } from '../environment.ts';
import { readLetterSettings } from '../mail/campaign-letter.ts';
import { campaignLetterText } from '../mail/letters/campaign-text.ts';
import type { LetterText } from '../mail/letters/layout.ts';
import { AnswerRefused, refusals } from '../submissions/answer-refused.ts';
import { findCampaign } from './request-store.ts';
import { isAsked, publishedAssociations } from './who-is-asked.ts';

/** `POST /trame/campaigns/:id/preview`: texts that are not saved yet may be shown too. */
export const PreviewQuestion = z.strictObject({
  /** 0: the letter; from 1: the n-th reminder. */
  step: z.int().min(0).max(5).default(0),
  /** A real association; null for the first one that the campaign asks. */
  association: z.string().max(64).nullable().default(null),
  subject: z.string().max(150).nullable().default(null),
  body: z.string().max(5000).nullable().default(null),
});

export type LetterPreview = LetterText & { readonly association: string; readonly to: string | null };

/** A letter as one association would read it; its link is a sample, which opens nothing. */
export async function previewLetter(
  strapi: Core.Strapi,
  campaignId: string,
  question: z.infer<typeof PreviewQuestion>,
): Promise<LetterPreview> {
  const campaign = await findCampaign(strapi, campaignId);
  if (!campaign) throw refusals.unknownCampaign();
  const asked = (await publishedAssociations(strapi)).filter((one) => isAsked(one, campaign));
  const example = asked.find(({ associationId }) => associationId === question.association) ?? asked[0];
  if (!example) throw new AnswerRefused('invalid', 'Aucune association publiée ne correspond à cette campagne.');

  const reminder = question.step === 0 ? null : campaign.reminders[question.step - 1];
  if (reminder === undefined) throw new AnswerRefused('invalid', 'Cette campagne n’a pas ce rappel.');
  const saved = reminder ?? { subject: campaign.invitationSubject, body: campaign.invitationBody };
  const settings = await readLetterSettings(strapi);
  const link = `${siteUrl(readEnvironment())}/ma-fiche/#exemple`;
  try {
    const text = campaignLetterText({
      subject: question.subject ?? saved.subject,
      body: question.body ?? saved.body,
      association: example.name,
      link,
      closing: campaign.closesOn === null ? null : formatDay(campaign.closesOn.slice(0, 10)),
      season: settings.season,
      office: settings.office,
      withdrawalLink: `${siteUrl(readEnvironment())}/retrait/#exemple`,
    });
    return { ...text, association: example.name, to: example.email };
  } catch (error) {
    throw new AnswerRefused('invalid', (error as Error).message, [{ path: 'body', message: (error as Error).message }]);
  }
}
