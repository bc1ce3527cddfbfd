import type { Core } from '@strapi/strapi';
import { dayOf } from '../../domain/dates.ts';
import { type AskedAssociation, makeCampaignLetter } from './campaign-letter.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { queueLetters } from '../../platform/mail/queue-letters.ts';
import { daysBetween, dueRung } from './reminder-ladder.ts';

interface CampaignRow {
  readonly documentId: string;
  readonly openedAt: string | null;
  readonly closesOn: string | null;
  readonly replyTo: string | null;
  readonly reminders: readonly { readonly afterDays: number; readonly subject: string; readonly body: string }[];
}

interface RequestRow extends AskedAssociation {
  readonly sentAt: string | null;
  readonly lastReminderAt: string | null;
}

/**
 * Queues the reminders whose day has come, for each open campaign: only to those whose invitation left and who are still
 * silent, each step at most once (the request counts them, the letter's key holds it), and after an outage the latest alone.
 * The count and the letter are written in one transaction.
 * @returns how many were queued
 */
export async function queueDueReminders(strapi: Core.Strapi, now: Date): Promise<number> {
  const today = dayOf(now);
  const campaigns = (await strapi.db.query('api::campaign.campaign').findMany({
    where: { stage: 'ouverte', openedAt: { $notNull: true } },
    populate: { reminders: true },
  })) as CampaignRow[];
  let queued = 0;
  for (const campaign of campaigns) {
    if (campaign.openedAt === null) continue;
    const due = dueRung(
      {
        opened: dayOf(campaign.openedAt),
        closesOn: campaign.closesOn?.slice(0, 10) ?? null,
        rungs: campaign.reminders ?? [],
      },
      today,
    );
    if (!due) continue;
    const silent = (await strapi.db.query('api::update-request.update-request').findMany({
      where: {
        campaignId: campaign.documentId,
        state: 'envoyée',
        email: { $notNull: true },
        remindersSent: { $lt: due.step },
      },
    })) as RequestRow[];
    const rested = silent.filter(({ sentAt, lastReminderAt }) => {
      const last = [sentAt, lastReminderAt].filter((at) => at !== null).map((at) => dayOf(at));
      return last.every((day) => daysBetween(day, today) >= due.restDays);
    });
    if (rested.length === 0) continue;
    const settings = await readLetterSettings(strapi);
    const letters = rested.map((request) => makeCampaignLetter(campaign, due.step, due.rung, request, settings));
    queued += await strapi.db.transaction(async () => {
      await strapi.db.query('api::update-request.update-request').updateMany({
        where: { documentId: { $in: rested.map(({ documentId }) => documentId) } },
        data: { remindersSent: due.step },
      });
      return queueLetters(strapi, letters);
    });
  }
  return queued;
}
