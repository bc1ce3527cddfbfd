import type { Core } from '@strapi/strapi';
import type { LetterPreview, PreviewQuestion } from '../../domain/contract/desk/campaign.ts';
import { formatDay } from '../../domain/dates.ts';
import type { LetterParts } from '../../platform/mail/letters/layout.ts';
import { sampleLink } from '../../platform/links/secret-link.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { setLetters } from '../../platform/mail/queue-letters.ts';
import { campaignLetter } from './campaign-text.ts';
import { Refused, refusals } from '../../platform/http/refused.ts';
import { findCampaign } from './request-store.ts';
import { type AskedOne, isAsked, publishedAssociations } from './who-is-asked.ts';

/** A letter to try out, to whom it would go, and whom the campaign asks. */
export interface ExampleLetter {
  readonly parts: LetterParts;
  readonly example: AskedOne;
  readonly asked: readonly AskedOne[];
}

/** What an association would be written; the links are samples, which open nothing. @throws {Refused} when there is none */
export async function exampleLetter(
  strapi: Core.Strapi,
  campaignId: string,
  question: PreviewQuestion,
): Promise<ExampleLetter> {
  const campaign = await findCampaign(strapi, campaignId);
  if (!campaign) throw refusals.unknownCampaign();
  const asked = (await publishedAssociations(strapi)).filter((one) => isAsked(one, campaign));
  if (asked.length === 0) throw new Refused('invalid', 'Aucune association publiée ne correspond à cette campagne.');
  const example = question.association
    ? asked.find(({ associationId }) => associationId === question.association)
    : (asked.find(({ email }) => email !== null) ?? asked[0]);
  if (!example)
    throw new Refused('invalid', 'Cette campagne n’interroge pas cette association\u00a0: choisissez-en une autre.');

  const reminder = question.step === 0 ? null : campaign.reminders[question.step - 1];
  if (reminder === undefined) throw new Refused('invalid', 'Cette campagne n’a pas ce rappel.');
  const saved = reminder ?? { subject: campaign.invitationSubject, body: campaign.invitationBody };
  const settings = await readLetterSettings(strapi);
  try {
    const parts = campaignLetter({
      subject: question.subject ?? saved.subject,
      body: question.body ?? saved.body,
      association: example.name,
      link: sampleLink('ma-fiche'),
      closing: campaign.closesOn === null ? null : formatDay(campaign.closesOn.slice(0, 10)),
      season: settings.season,
      office: settings.office,
      withdrawalLink: sampleLink('retrait'),
    });
    return { parts, example, asked };
  } catch (error) {
    throw new Refused('invalid', (error as Error).message, [{ path: 'body', message: (error as Error).message }]);
  }
}

/** A letter as one association would read it. @throws {Refused} */
export async function previewLetter(
  strapi: Core.Strapi,
  campaignId: string,
  question: PreviewQuestion,
): Promise<LetterPreview> {
  const { parts, example, asked } = await exampleLetter(strapi, campaignId, question);
  const { name, email, associationId } = example;
  const letter = { kind: 'invitation', to: email ?? '', association: associationId, parts } as const;
  const [text] = await setLetters(strapi, [letter]);
  return {
    ...text!, // one for each
    association: name,
    to: email,
    asked: asked.map((one) => ({ id: one.associationId, name: one.name, byEmail: one.email !== null })),
  };
}
