/** A reminder by an editor's act, without waiting for the day of the ladder: of one commune, or of all. */
import type { Core } from '@strapi/strapi';
import type { Reminded, RemindQuestion } from '../../domain/contract/desk/campaign.ts';
import { dayOf } from '../../domain/dates.ts';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import { writeJournal } from '../../entries/journal.ts';
import { findMany } from '../../platform/database/records.ts';
import { Refused } from '../../platform/http/refused.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { campaignKey } from '../../platform/mail/outbox.ts';
import { queueLetters, type LetterToQueue } from '../../platform/mail/queue-letters.ts';
import { makeCampaignLetter } from './campaign-letter.ts';
import { daysBetween, REST_DAYS, rungAfter } from './reminder-ladder.ts';
import { mustBeOpen, REQUEST, type Campaign, type UpdateRequest } from './request-store.ts';
import { takeCampaign } from './take-campaign.ts';
import { publishedAssociations } from './who-is-asked.ts';

const words = {
  noText:
    'Cette campagne n’a pas de rappel\u00a0: écrivez-en un dans «\u00a0Dates et textes\u00a0», les lettres prendront son texte.',
  nobody:
    'Personne à relancer maintenant\u00a0: chacune a répondu, n’a pas d’adresse qui reçoit, ou a reçu une lettre il y a moins de deux jours.',
};

/** May a reminder leave for it now? It is silent, its last letter arrived, and that was not yesterday. */
export function isRemindable(
  { state, email, sentAt, lastReminderAt }: Pick<UpdateRequest, 'state' | 'email' | 'sentAt' | 'lastReminderAt'>,
  today: string,
): boolean {
  if (state !== 'envoyée' || !email) return false;
  return [sentAt, lastReminderAt].every((at) => at === null || daysBetween(dayOf(at), today) >= REST_DAYS);
}

/** The requests of a commune: by the seat that is published today. */
async function ofCommune(
  strapi: Core.Strapi,
  requests: readonly UpdateRequest[],
  commune: RemindQuestion['commune'],
): Promise<UpdateRequest[]> {
  if (commune === null) return [...requests];
  const seats = new Map((await publishedAssociations(strapi)).map(({ associationId, seat }) => [associationId, seat]));
  const wanted = commune === 'none' ? null : commune;
  return requests.filter(({ associationId }) => seats.has(associationId) && seats.get(associationId) === wanted);
}

/** The next step of the ladder for one association; after its last step the last text again, once a day. */
function letterTo(
  campaign: Campaign,
  request: UpdateRequest & { readonly email: string },
  today: string,
  settings: Awaited<ReturnType<typeof readLetterSettings>>,
): { readonly letter: LetterToQueue; readonly step: number } | null {
  const next = rungAfter(campaign.reminders, request.remindersSent);
  if (!next) return null;
  const letter = makeCampaignLetter(campaign, next.step, next.rung, request, settings);
  const hadItBefore = next.step <= request.remindersSent;
  const key = hadItBefore
    ? campaignKey.reminderOf(campaign.documentId, request.associationId, today)
    : campaignKey.reminder(campaign.documentId, request.associationId, next.step);
  return { letter: { ...letter, key }, step: next.step };
}

/**
 * Queues a reminder for whoever of a commune is still silent. The step counts as had: the ladder does not send it again. Nobody
 * is written to twice in two days, however often an editor presses.
 * @throws {Refused} in French, when the campaign is not open, has no reminder, or there is nobody to remind
 */
export async function remindNow(
  strapi: Core.Strapi,
  campaignId: string,
  { commune }: RemindQuestion,
  editor: Editor,
  now: Date = new Date(),
): Promise<Reminded> {
  const today = dayOf(now);
  return strapi.db.transaction(async () => {
    const campaign = await takeCampaign(strapi, campaignId);
    mustBeOpen(campaign);
    if (campaign.reminders.length === 0) throw new Refused('conflict', words.noText);
    const all = await findMany<UpdateRequest>(strapi, REQUEST, { where: { campaignId } });
    const silent = await ofCommune(
      strapi,
      all.filter((request) => isRemindable(request, today)),
      commune,
    );
    const settings = await readLetterSettings(strapi);
    const letters: LetterToQueue[] = [];
    for (const request of silent) {
      if (!request.email) continue;
      const made = letterTo(campaign, { ...request, email: request.email }, today, settings);
      if (!made) continue;
      letters.push(made.letter);
      await strapi.db.query(REQUEST).update({
        where: { id: request.id },
        data: { remindersSent: Math.max(made.step, request.remindersSent), lastReminderAt: now },
      });
    }
    const queued = await queueLetters(strapi, letters);
    if (queued === 0) throw new Refused('conflict', words.nobody);
    await writeJournal(strapi, {
      who: editor.name,
      whoId: editor.id,
      act: 'rappels envoyés',
      subject: campaign.title,
      campaignId,
      note: `${queued} lettre${queued > 1 ? 's' : ''}`,
    });
    return { queued };
  });
}
