import type { Core } from '@strapi/strapi';
import type { EntryForm } from '../../src/domain/entry/entry-form.ts';
import type { Answer } from '../../src/update/answers/submit-answer.ts';
import { documents, unique } from './content.ts';

/** Letters that were queued, by their keys. */
export async function lettersOf(strapi: Core.Strapi, keyPart: string) {
  const { rows } = await strapi.db.connection.raw(
    `select key, kind, recipient, subject, body_text as text, state from trame_letters where key like ? order by id`,
    [`%${keyPart}%`],
  );
  return rows as { key: string; kind: string; recipient: string; subject: string; text: string; state: string }[];
}

/** What a campaign needs to be opened. */
export const makeCampaign = (strapi: Core.Strapi, data: Record<string, unknown> = {}) =>
  documents(strapi, 'api::campaign.campaign').create({
    data: { title: unique('Campagne'), closesOn: '2099-09-30', ...data },
    populate: ['reminders'],
  });

/** An answer by link to a published entry. */
export const answerTo = (
  association: string,
  entry: EntryForm | null,
  version: string,
  more: Partial<Answer> = {},
): Answer => ({
  kind: entry === null ? 'rien n’a changé' : 'modification',
  channel: 'lien',
  association,
  request: null,
  entry,
  base: null,
  version,
  sender: 'club@example.org',
  logoFile: null,
  ...more,
});

/** Every campaign closed: one may be open at a time, and each file of tests has its own. */
export const closeAllCampaigns = (strapi: Core.Strapi) =>
  strapi.db.connection('campaigns').where({ stage: 'ouverte' }).update({ stage: 'close' });
