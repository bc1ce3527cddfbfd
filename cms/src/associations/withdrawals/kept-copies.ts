/** Copies of an entry that could bring a withdrawn contact back: answers that wait, states that the journal and forms keep, the bin. */
import type { Core } from '@strapi/strapi';
import { JOURNAL } from '../../entries/journal.ts';
import { PUBLIC_TYPES } from '../../entries/record-texts.ts';
import { rewriteKept } from '../../entries/rewrite-kept.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { consentChannels } from '../../domain/vocabulary/consent-channels.ts';
import { fields } from '../../domain/entry/fields.ts';
import { clearedText, REMOVED } from '../../domain/cleared-text.ts';
import { clearedEntry } from '../../domain/entry/texts.ts';
import { discloses, TEXTS_APART, withoutWithheld, type Withheld } from '../../domain/withheld-contacts.ts';
import { isValues } from '../../domain/visit.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { rewriteUnsentLetters } from '../../platform/mail/outbox.ts';
import { REQUEST, type UpdateRequest } from '../../update/campaigns/request-store.ts';
import { SUBMISSION, type SubmissionRow } from '../../update/answers/submission-store.ts';
import { isReachedBy, type Reach } from '../../platform/links/reach.ts';

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What the contact agreed to, taken back: only keys that it has. */
function withoutAgreement(contact: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const taken = {
    ...Object.fromEntries(consentChannels.values.map((channel) => [channel, false])),
    consentDate: null,
    consentSource: null,
  };
  return { ...contact, ...Object.fromEntries(Object.entries(taken).filter(([key]) => key in contact)) };
}

/**
 * The same JSON, in which every contact that is reached by `reaches` agrees to nothing, at whatever depth. It is not read as an
 * entry first: a withdrawal also reaches copies of another version, which this program does not understand, and leaves
 * everything else in them as it is.
 */
function withdrawnFrom(json: unknown, reaches: readonly Reach[]): unknown {
  if (Array.isArray(json)) return json.map((item) => withdrawnFrom(item, reaches));
  if (!isValues(json)) return json;
  const reached = reaches.some((reach) =>
    isReachedBy({ email: textOrNull(json['email']), phone: textOrNull(json['phone']) }, reach),
  );
  const inside = Object.fromEntries(Object.entries(json).map(([key, value]) => [key, withdrawnFrom(value, reaches)]));
  return reached ? withoutAgreement(inside) : inside;
}

/** Keys of a contact's own number and address, which stay with the contact that agrees to nothing. */
const OWN: ReadonlySet<string> = new Set(['phone', 'email']);

/**
 * The same JSON, in which no string says what is withdrawn but a contact's own number and address. Fields of today are cleared
 * as the catalogue has them; those that another version named otherwise, as words.
 */
function withoutTexts(json: unknown, withdrawn: readonly Withheld[]): unknown {
  const known = isValues(json) ? clearedEntry(json, withdrawn) : json;
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return OWN.has(key) ? value : clearedText(value, withdrawn, { kind: 'text' });
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (!isValues(value)) return value;
    const own = key === 'entry' ? clearedEntry(value, withdrawn) : value;
    return Object.fromEntries(Object.entries(own).map(([name, inner]) => [name, walk(inner, name)]));
  };
  return walk(known, '');
}

/** A kept copy of an entry, of whatever version, in which withdrawn contacts agree to nothing and no text says them. */
const cleared = (json: unknown, reaches: readonly Reach[], withdrawn: readonly Withheld[]): unknown =>
  withdrawnFrom(withoutTexts(json, withdrawn), reaches);

/**
 * Answers about this association that wait, and refused ones, which the association may take up again: what was sent before
 * brings nobody back. One that was made on the entry as it was until now is one on the entry as it is now.
 */
export async function clearKeptAnswers(
  strapi: Core.Strapi,
  associationId: string,
  reaches: readonly Reach[],
  withdrawn: readonly Withheld[],
  version: { readonly before: string | null; readonly after: string | null },
): Promise<void> {
  const kept = (await strapi.db
    .query(SUBMISSION)
    .findMany({ where: { associationId, state: { $in: ['à relire', 'refusée'] } } })) as SubmissionRow[];
  for (const { id, title, entry, base, baseVersion } of kept) {
    await strapi.db.query(SUBMISSION).update({
      where: { id },
      data: {
        title: clearedText(title, withdrawn, fields.name),
        entry: cleared(entry, reaches, withdrawn),
        base: cleared(base, reaches, withdrawn),
        ...(version.after !== null && baseVersion === version.before ? { baseVersion: version.after } : {}),
      },
    });
  }
}

/** A title is never empty, and no longer than an event's. */
const TITLE = { kind: 'line', limit: 200, required: true } as const;

/**
 * A proposal, of whatever version, in which no string says what is withdrawn. A way to be reached that was nothing else is none
 * at all, and no word in its place.
 */
function clearedProposal(details: Readonly<Record<string, unknown>>, withdrawn: readonly Withheld[]) {
  const walk = (value: unknown, field: string): unknown => {
    if (typeof value === 'string') return clearedText(value, withdrawn, field === 'title' ? TITLE : { kind: 'text' });
    if (Array.isArray(value)) return value.map((one) => walk(one, ''));
    return isValues(value)
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]))
      : value;
  };
  return walk(details, '');
}

/**
 * Events and guides that this association proposed, and errors that were told of its entry, that wait or were refused: what an editor would make a page of does not
 * say any more what was taken back.
 */
export async function clearProposals(
  strapi: Core.Strapi,
  associationId: string,
  withdrawn: readonly Withheld[],
): Promise<void> {
  const kept = (await strapi.db.query(SUBMISSION).findMany({
    where: {
      associationId,
      kind: { $in: ['événement', 'guide', 'signalement'] },
      state: { $in: ['à relire', 'refusée'] },
    },
  })) as SubmissionRow[];
  for (const { id, title, details } of kept) {
    await strapi.db.query(SUBMISSION).update({
      where: { id },
      data: {
        title: clearedText(title, withdrawn, TITLE),
        details: isValues(details) ? clearedProposal(details, withdrawn) : details,
      },
    });
  }
}

interface KeptLine {
  readonly id: number;
  readonly before: unknown;
  readonly after: unknown;
  readonly changes: unknown;
}

/** States that an editor could put back: what was taken back is in none of them. */
export async function clearJournal(
  strapi: Core.Strapi,
  associationId: string,
  reaches: readonly Reach[],
  withdrawn: readonly Withheld[],
): Promise<void> {
  const lines: KeptLine[] = await strapi.db
    .query(JOURNAL)
    .findMany({ select: ['id', 'before', 'after', 'changes'], where: { associationId } });
  for (const { id, before, after, changes } of lines) {
    if (before === null && after === null && changes === null) continue;
    await strapi.db.query(JOURNAL).update({
      where: { id },
      data: {
        before: cleared(before, reaches, withdrawn),
        after: cleared(after, reaches, withdrawn),
        changes: cleared(changes, reaches, withdrawn),
      },
    });
  }
  // Other records said it in their own words: an event that was changed could be put back.
  const others: Pick<KeptLine, 'id' | 'changes'>[] = await strapi.db.query(JOURNAL).findMany({
    select: ['id', 'changes'],
    where: { associationId: null, changes: { $notNull: true } },
  });
  for (const { id, changes } of others) {
    const without = withoutTexts(changes, withdrawn);
    if (JSON.stringify(without) === JSON.stringify(changes)) continue;
    await strapi.db.query(JOURNAL).update({ where: { id }, data: { changes: without } });
  }
}

const ASSOCIATION = 'api::association.association';
const EVENT = 'api::event.event';

/** Rewrites the copies in a table: of this association, and of other types, whose words said the contact. Within the caller's transaction. */
const clearKept =
  (table: Parameters<typeof rewriteKept>[1], others: readonly string[]) =>
  (
    strapi: Core.Strapi,
    associationId: string,
    reaches: readonly Reach[],
    withdrawn: readonly Withheld[],
  ): Promise<void> =>
    inTransaction(strapi, async (trx) => {
      const own = { uid: ASSOCIATION, documentId: associationId };
      await rewriteKept(trx, table, own, (content) => cleared(content, reaches, withdrawn));
      for (const uid of others)
        await rewriteKept(trx, table, { uid, documentId: null }, (content) => withoutTexts(content, withdrawn));
    });

/**
 * States that forms were made from, of this association and of events, of which it may have organised one alone. What a form still
 * holds is compared with them, and does not bring anybody back by it (`entries/withdrawn-since.ts`).
 */
export const clearVersions = clearKept('trame_record_versions', [EVENT]);

/** Entries as they were before an import, which an editor could put back by undoing it. */
export const clearImports = clearKept('trame_import_changes', []);

/** An entry as it was before another was taken into it, which an editor could put back by undoing that. */
export const clearMerges = clearKept('trame_merges', []);

/** Deleted records that an editor could put back. */
export const clearBin = clearKept(
  'trame_bin',
  Object.keys(PUBLIC_TYPES).filter((uid) => uid !== ASSOCIATION),
);

/** The questions that campaigns put to this association, which keep its name. Within the caller's transaction. */
export async function clearRequests(
  strapi: Core.Strapi,
  associationId: string,
  withdrawn: readonly Withheld[],
): Promise<void> {
  const requests: Pick<UpdateRequest, 'id' | 'associationName'>[] = await strapi.db
    .query(REQUEST)
    .findMany({ select: ['id', 'associationName'], where: { associationId } });
  for (const { id, associationName } of requests) {
    const name = clearedText(associationName, withdrawn, fields.name);
    if (name !== associationName)
      await strapi.db.query(REQUEST).update({ where: { id }, data: { associationName: name } });
  }
}

/** Letters that have not left. What the office writes under its own letters is its business. Within the caller's transaction. */
export async function clearUnsentLetters(strapi: Core.Strapi, withdrawn: readonly Withheld[]): Promise<void> {
  const { office } = await readLetterSettings(strapi);
  const signed = [office.phone ?? '', office.email ?? ''].join(TEXTS_APART);
  const withheld = withdrawn.filter((one) => !discloses(signed, [one]));
  if (withheld.length > 0) await rewriteUnsentLetters(strapi, (text) => withoutWithheld(text, withheld, REMOVED));
}
