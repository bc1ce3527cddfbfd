/** Copies of an entry that could bring a withdrawn contact back: answers that wait, and states that the journal keeps. */
import type { Core } from '@strapi/strapi';
import { JOURNAL } from '../journal/journal.ts';
import { consentChannels } from '../domain/vocabulary/consent-channels.ts';
import type { Withheld } from '../domain/withheld-contacts.ts';
import { SUBMISSION, type Submission } from '../submissions/submission-store.ts';
import { clearedText, REMOVED } from './clear-texts.ts';
import { isReachedBy, type Reach } from './reach.ts';

interface KeptContact extends Reach {
  readonly consentDate?: string | null;
}

const unticked = Object.fromEntries(consentChannels.values.map((channel) => [channel, false]));

/** The same contacts; those who are reached by `reaches` agree to nothing. */
function withdrawnFrom<T extends KeptContact>(contacts: readonly T[], reaches: readonly Reach[]): T[] {
  return contacts.map((contact) =>
    reaches.some((reach) => isReachedBy(contact, reach))
      ? { ...contact, ...unticked, ...('consentDate' in contact ? { consentDate: null, consentSource: null } : {}) }
      : contact,
  );
}

interface Holder {
  readonly contacts?: readonly KeptContact[];
}

const cleared = <T extends Holder | null>(holder: T, reaches: readonly Reach[]): T =>
  holder?.contacts ? { ...holder, contacts: withdrawnFrom(holder.contacts, reaches) } : holder;

/**
 * Answers about this association that wait, and refused ones, which the association may take up again: whoever withdrew is not brought back by what was sent before. One that was made on
 * the entry as it was until now is one on the entry as it is now.
 */
export async function clearKeptAnswers(
  strapi: Core.Strapi,
  associationId: string,
  reaches: readonly Reach[],
  version: { readonly before: string | null; readonly after: string | null },
): Promise<void> {
  const kept: Submission[] = await strapi.db
    .query(SUBMISSION)
    .findMany({ where: { associationId, state: { $in: ['à relire', 'refusée'] } } });
  for (const { id, entry, base, baseVersion } of kept) {
    await strapi.db.query(SUBMISSION).update({
      where: { id },
      data: {
        entry: cleared(entry, reaches),
        base: cleared(base, reaches),
        ...(version.after !== null && baseVersion === version.before ? { baseVersion: version.after } : {}),
      },
    });
  }
}

/** What people wrote in a proposal; the rest of it are days and identifiers. */
const OF_PROPOSAL = ['title', 'summary', 'text', 'place', 'price', 'contact'];
/** Of a title, which a proposal that is accepted gives to an event or a guide. */
const TITLE_LENGTH = 200;

/** A way to be reached that was nothing else than what is withdrawn is none at all, and no word in its place. */
function clearedProposal(details: Readonly<Record<string, unknown>>, withdrawn: readonly Withheld[]) {
  const texts = OF_PROPOSAL.flatMap((field): [string, string][] => {
    const text = details[field];
    if (typeof text !== 'string') return [];
    const rest = clearedText(text.normalize('NFKC'), withdrawn);
    if (rest === text.normalize('NFKC')) return [];
    if (field === 'title') return [[field, rest.slice(0, TITLE_LENGTH)]];
    return [[field, field === 'contact' && rest.trim() === REMOVED ? '' : rest]];
  });
  return { ...details, ...Object.fromEntries(texts) };
}

/**
 * Events and guides that this association proposed, that wait or were refused: what an editor would make a page of does not
 * say any more what was taken back.
 */
export async function clearProposals(
  strapi: Core.Strapi,
  associationId: string,
  withdrawn: readonly Withheld[],
): Promise<void> {
  const kept: Submission[] = await strapi.db.query(SUBMISSION).findMany({
    where: { associationId, kind: { $in: ['événement', 'guide'] }, state: { $in: ['à relire', 'refusée'] } },
  });
  for (const { id, title, details } of kept) {
    await strapi.db.query(SUBMISSION).update({
      where: { id },
      data: {
        title: clearedText(title.normalize('NFKC'), withdrawn).slice(0, TITLE_LENGTH),
        details: clearedProposal((details ?? {}) as Readonly<Record<string, unknown>>, withdrawn),
      },
    });
  }
}

interface KeptLine {
  readonly id: number;
  readonly before: KeptJson | null;
  readonly after: KeptJson | null;
}
interface KeptJson extends Holder {
  readonly entry?: Holder;
}

const clearedState = (state: KeptJson | null, reaches: readonly Reach[]): KeptJson | null =>
  state && { ...cleared(state, reaches), ...(state.entry ? { entry: cleared(state.entry, reaches) } : {}) };

/** States that an editor could put back: the agreement that was taken back is in none of them. */
export async function clearJournal(
  strapi: Core.Strapi,
  associationId: string,
  reaches: readonly Reach[],
): Promise<void> {
  const lines: KeptLine[] = await strapi.db
    .query(JOURNAL)
    .findMany({ select: ['id', 'before', 'after'], where: { associationId } });
  for (const { id, before, after } of lines) {
    if (before === null && after === null) continue;
    await strapi.db.query(JOURNAL).update({
      where: { id },
      data: { before: clearedState(before, reaches), after: clearedState(after, reaches) },
    });
  }
}
