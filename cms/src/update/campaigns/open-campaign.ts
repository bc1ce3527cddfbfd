import type { Core } from '@strapi/strapi';
import type { OpenedCampaign } from '../../domain/contract/desk/campaign.ts';
import { dayOf } from '../../domain/dates.ts';
import { parseEmail } from '../../domain/email.ts';
import { parisInstant } from '../../domain/paris-instant.ts';
import { readEnvironment } from '../../environment.ts';
import { writeJournal } from '../../entries/journal.ts';
import { hashLinkToken, makeLinkToken } from '../../platform/links/link-token.ts';
import { makeCampaignLetter } from './campaign-letter.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { withdrawLetters } from '../../platform/mail/outbox.ts';
import { queueLetters } from '../../platform/mail/queue-letters.ts';
import { newDocumentId } from '../../platform/program-records/program-record.ts';
import { Refused } from '../../platform/http/refused.ts';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import { CAMPAIGN, REQUEST, type Campaign, type UpdateRequest } from './request-store.ts';
import { takeCampaign } from './take-campaign.ts';
import { isAsked, publishedAssociations, type AskedOne } from './who-is-asked.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { findMany } from '../../platform/database/records.ts';

const words = {
  noClosing: 'Indiquez d’abord la date de clôture\u00a0: les lettres la disent.',
  past: 'La date de clôture est passée\u00a0: choisissez-en une autre.',
  closed: 'Cette campagne est close\u00a0: créez-en une nouvelle.',
  other: (title: string) => `La campagne «\u00a0${title}\u00a0» est encore ouverte\u00a0: fermez-la d’abord.`,
  nobody: 'Aucune association publiée ne correspond à cette campagne.',
  noSite: 'L’adresse du site n’est pas réglée (SITE_URL)\u00a0: les liens ne mèneraient nulle part.',
};

/** The last instant of the closing day, in Paris. */
export const endOfDay = (day: string): string => parisInstant(day, '23:59').replace(':00.000Z', ':59.999Z');

async function checkOpening(strapi: Core.Strapi, campaign: Campaign): Promise<string> {
  if (campaign.stage === 'close') throw new Refused('conflict', words.closed);
  if (!campaign.closesOn) {
    throw new Refused('invalid', words.noClosing, [{ path: 'closesOn', message: words.noClosing }]);
  }
  if (campaign.closesOn.slice(0, 10) < dayOf(new Date())) {
    throw new Refused('invalid', words.past, [{ path: 'closesOn', message: words.past }]);
  }
  if (!readEnvironment().SITE_URL) throw new Refused('unavailable', words.noSite);
  const other = (await strapi.db
    .query(CAMPAIGN)
    .findOne({ where: { stage: 'ouverte', documentId: { $ne: campaign.documentId } } })) as Campaign | null;
  if (other) throw new Refused('conflict', words.other(other.title));
  return campaign.closesOn.slice(0, 10);
}

/** Writes the requests that are not there yet; the index lets each association have one. */
async function addRequests(strapi: Core.Strapi, campaign: Campaign, closesOn: string, asked: readonly AskedOne[]) {
  const rows = asked.map(({ associationId, name, email }) => {
    const document_id = newDocumentId();
    const address = parseEmail(email ?? '');
    return {
      document_id,
      campaign_id: campaign.documentId,
      association_id: associationId,
      association_name: name.slice(0, 200),
      state: address.ok ? 'à envoyer' : 'sans adresse',
      email: address.ok ? address.value : null,
      token_hash: hashLinkToken(makeLinkToken('ma-fiche', document_id, 1)),
      expires_at: endOfDay(closesOn),
    };
  });
  await inTransaction(strapi, (trx) =>
    trx.raw(
      `insert into update_requests (document_id, campaign_id, association_id, association_name, state, email, generation,
           token_hash, expires_at, reminders_sent, created_at, updated_at, published_at)
         select document_id, campaign_id, association_id, association_name, state, email, 1,
           token_hash, expires_at, 0, now() at time zone 'utc', now() at time zone 'utc', now() at time zone 'utc'
         from json_to_recordset(?::json) as given (document_id text, campaign_id text, association_id text,
           association_name text, state text, email text, token_hash text, expires_at timestamp)
       on conflict (campaign_id, association_id) do nothing`,
      [JSON.stringify(rows.map((row) => ({ ...row, expires_at: row.expires_at.replace('Z', '') })))],
    ),
  );
}

/**
 * Opens a campaign: one request for each association that it asks, and one letter for each that has an address, in one
 * transaction. Opening it again changes nothing but to ask the associations that were published since: requests are held by
 * an index, and a letter's key is used once for ever.
 *
 * @throws {Refused} in French, when it has no closing date, was closed, or another one is open
 */
export async function openCampaign(
  strapi: Core.Strapi,
  campaignId: string,
  editor: Editor = { name: 'Le programme', id: '' },
): Promise<OpenedCampaign> {
  return strapi.db.transaction(async () => {
    const campaign = await takeCampaign(strapi, campaignId);
    const closesOn = await checkOpening(strapi, campaign);
    const asked = (await publishedAssociations(strapi)).filter((one) => isAsked(one, campaign));
    if (asked.length === 0) throw new Refused('invalid', words.nobody);

    const before = await strapi.db.query(REQUEST).count({ where: { campaignId } });
    await addRequests(strapi, campaign, closesOn, asked);
    const requests = await findMany<UpdateRequest>(strapi, REQUEST, { where: { campaignId } });
    const settings = await readLetterSettings(strapi);
    const letters = requests.flatMap((request) =>
      request.state === 'à envoyer' && request.email
        ? [
            makeCampaignLetter(
              campaign,
              0,
              { subject: campaign.invitationSubject, body: campaign.invitationBody },
              { ...request, email: request.email },
              settings,
            ),
          ]
        : [],
    );
    const added = await queueLetters(strapi, letters);

    if (campaign.stage !== 'ouverte') {
      await strapi.db
        .query(CAMPAIGN)
        .update({ where: { id: campaign.id }, data: { stage: 'ouverte', openedAt: new Date() } });
      await writeJournal(strapi, {
        who: editor.name,
        whoId: editor.id || null,
        act: 'campagne ouverte',
        subject: campaign.title,
        campaignId,
      });
    }
    return {
      asked: requests.length,
      added: requests.length - before,
      letters: added,
      withoutAddress: requests.filter(({ state }) => state === 'sans adresse').length,
    };
  });
}

/** Closes a campaign: its links do not open any more, and what had not left does not leave. Closing it twice is closing it once. */
export async function closeCampaign(strapi: Core.Strapi, campaignId: string, editor: Editor): Promise<void> {
  await strapi.db.transaction(async () => {
    const campaign = await takeCampaign(strapi, campaignId);
    if (campaign.stage === 'close') return;
    if (campaign.stage !== 'ouverte') {
      throw new Refused('conflict', 'Cette campagne n’a pas été ouverte.');
    }
    await strapi.db
      .query(CAMPAIGN)
      .update({ where: { id: campaign.id }, data: { stage: 'close', closedAt: new Date() } });
    const requests = await findMany<Pick<UpdateRequest, 'documentId'>>(strapi, REQUEST, {
      select: ['documentId'],
      where: { campaignId },
    });
    await withdrawLetters(
      strapi,
      requests.map(({ documentId }) => documentId),
    );
    await writeJournal(strapi, {
      who: editor.name,
      whoId: editor.id,
      act: 'campagne close',
      subject: campaign.title,
      campaignId,
    });
  });
}
