import type { Core } from '@strapi/strapi';
import type { Campaign } from '../../update/campaigns/request-store.ts';
import type { OpenedEntry } from '../../domain/contract/associations/my-entry.ts';
import { entryScore } from '../../domain/entry/difference.ts';
import type { EntryForm } from '../../domain/entry/entry-form.ts';
import { publicUrl, readEnvironment, siteUrl } from '../../environment.ts';
import { withdrawalLink } from '../../platform/links/withdrawal-link.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { refusals, Refused } from '../../platform/http/refused.ts';
import { readChoices } from '../../entries/entry-choices.ts';
import { readEntry } from '../../entries/entry-of-record.ts';
import { firstSubmission, toSentAnswer, type Submission } from '../../update/answers/submission-store.ts';
import { readForNow } from './for-now.ts';
import { previewOf } from './receive-logo.ts';
import { uploadOf } from './waiting-logos.ts';

/** The address of a page of the site; null when the installation does not say where the site is. */
export const pageOf = (slug: string): string | null =>
  slug === '' ? null : `${siteUrl(readEnvironment())}/associations/${slug}/`;

export const mediaUrl = (url: string): string => new URL(url, `${publicUrl(readEnvironment())}/`).href;

/** The last answer of an association about its entry, in one campaign or in any. */
async function lastAnswer(
  strapi: Core.Strapi,
  associationId: string,
  campaign: Campaign | null,
): Promise<Submission | null> {
  return firstSubmission(strapi, {
    where: {
      associationId,
      kind: { $in: ['rien n’a changé', 'modification'] },
      ...(campaign ? { campaignId: campaign.documentId } : {}),
    },
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
  });
}

/**
 * The changes that somebody can go on from. Their logo comes along when it waits and this sender sent it: a refused one is
 * erased, and nobody may use somebody else's.
 */
async function sentChanges(last: Submission | null, current: EntryForm, sender: string): Promise<OpenedEntry['sent']> {
  if (last?.kind !== 'modification' || !last.entry || !last.base) return null;
  if (last.state !== 'à relire' && last.state !== 'refusée') return null;
  const { entry, base } = last;
  const logoFile = (): Promise<string | null> =>
    uploadOf(entry.logo, sender).catch((error: unknown) => {
      if (error instanceof Refused) return null;
      throw error;
    });
  const isThere = last.state === 'à relire' && (await logoFile()) !== null;
  const logo = entry.logo.choice === 'new' && !isThere ? current.logo : entry.logo;
  return {
    entry: { ...entry, logo },
    base,
    picture: logo.choice === 'new' && last.logoFile !== null ? await previewOf(last.logoFile) : null,
  };
}

/**
 * What an association's page shows and lets it change: the published entry as a form. Reads, and changes nothing.
 *
 * @param campaign that asks, null in between
 * @param sender whose logos it may use, as `keepLogo` was told
 * @throws {Refused} when the association is not, or no longer, on the site
 */
export async function openEntry(
  strapi: Core.Strapi,
  associationId: string,
  campaign: Campaign | null,
  sender: string,
): Promise<OpenedEntry> {
  const current = await readEntry(strapi, associationId);
  if (!current) throw refusals.notListed();
  const last = await lastAnswer(strapi, associationId, campaign);
  const { entry, version, record } = current;
  return {
    association: { id: associationId, name: record.name, slug: record.slug, verifiedOn: record.verifiedOn },
    entry,
    version,
    logoUrl: record.logo && mediaUrl(record.logo.url),
    pageUrl: pageOf(record.slug),
    campaign: campaign?.closesOn
      ? {
          title: campaign.title,
          closesOn: campaign.closesOn.slice(0, 10),
          operator: (await readLetterSettings(strapi)).office.name || campaign.title,
        }
      : null,
    choices: await readChoices(strapi),
    score: entryScore(entry),
    withdrawals: record.contacts.map((contact) => withdrawalLink(associationId, contact)?.url ?? null),
    forNow: await readForNow(strapi, associationId),
    answered: last && toSentAnswer(last),
    sent: await sentChanges(last, entry, sender),
  };
}
