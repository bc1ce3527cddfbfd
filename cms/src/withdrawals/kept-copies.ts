/** Copies of an entry that could bring a withdrawn contact back: answers that wait, and states that the journal keeps. */
import type { Core } from '@strapi/strapi';
import { JOURNAL } from '../journal/journal.ts';
import { consentChannels } from '../domain/vocabulary/consent-channels.ts';
import { SUBMISSION, type Submission } from '../submissions/submission-store.ts';
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
