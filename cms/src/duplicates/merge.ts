/** Makes one record of two, in one transaction. */
import type { Core } from '@strapi/strapi';
import type { DuplicateType, Merged, MergeQuestion } from '../domain/contract/desk/duplicates.ts';
import type { Editor } from '../domain/contract/desk/editor.ts';
import { joinedContent, otherSide, sides, type Side } from '../domain/duplicates/joined-content.ts';
import { listInWords, typography } from '../domain/french.ts';
import type { Carried } from '../domain/stored/carried.ts';
import { textOf } from '../domain/visit.ts';
import { linkAgain, linksTo } from '../entries/bin/links.ts';
import { leadAddressesTo, noteFormerAddress } from '../entries/former-addresses.ts';
import { lineAbout } from '../entries/journal-subject.ts';
import { writeJournal } from '../entries/journal.ts';
import { onBehalf } from '../entries/on-behalf.ts';
import { dataOf, type RecordContent } from '../entries/record-content.ts';
import { withdrawnSince } from '../entries/withdrawn-since.ts';
import type { Connection } from '../platform/database/connection.ts';
import { lockAnswers, lockRecord } from '../platform/database/record-lock.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { Refused } from '../platform/http/refused.ts';
import { titleOf } from '../platform/strapi/document.ts';
import { readBoth, type BothVersions } from './both-versions.ts';
import { cancelSecondQuestions } from './campaign-questions.ts';
import { addMerge } from './duplicate-store.ts';
import { fieldsOfType } from './fields-of-type.ts';
import { pathOf } from './pair-view.ts';
import { carryRows, namingInWords } from './what-names.ts';

const ASSOCIATION = 'api::association.association';

export const mergeRefusals = {
  moved: (title: string) =>
    new Refused(
      'conflict',
      typography(
        `« ${title} » a changé depuis que vous comparez ces deux fiches. Rien n’a été réuni : relisez la comparaison, elle est à jour.`,
      ),
    ),
  gone: () =>
    new Refused(
      'conflict',
      'Une de ces deux fiches n’est plus là\u00a0: elle a été supprimée, ou déjà réunie. Rien n’a changé.',
    ),
};

/** For the journal and the bin: why one record changed and the other went. */
export const mergeRemark = (title: string): string => typography(`réunie avec « ${title} »`);

const MOST_TITLE = 255;
export const titleOfBoth = ({ draft, published }: BothVersions): string =>
  (titleOf(draft.content) || titleOf(published?.content ?? null) || 'Sans titre').slice(0, MOST_TITLE);

/** One after the other, whatever else changes one of the two; in one order, so that nobody waits for whom waits for them. */
export async function lockBoth(trx: Connection, uid: DuplicateType, ids: readonly string[]): Promise<void> {
  const inOrder = [...new Set(ids)].sort();
  if (uid === ASSOCIATION) for (const id of inOrder) await lockAnswers(trx, id);
  for (const id of inOrder) await lockRecord(trx, uid, id);
}

interface Documents {
  update(given: object): Promise<unknown>;
  delete(given: object): Promise<unknown>;
}
export const documentsOf = (strapi: Core.Strapi, uid: DuplicateType): Documents =>
  strapi.documents(uid as 'api::theme.theme');

interface Closed {
  readonly content: RecordContent;
  readonly told: readonly string[];
}

/** Who took an agreement back from either entry is not shown by the other one's. */
async function withoutWithdrawn(
  strapi: Core.Strapi,
  trx: Connection,
  uid: DuplicateType,
  content: RecordContent,
  both: readonly { readonly documentId: string; readonly content: RecordContent }[],
): Promise<Closed> {
  if (uid !== ASSOCIATION) return { content, told: [] };
  let closed: Closed = { content, told: [] };
  for (const { documentId, content: standing } of both) {
    const close = await withdrawnSince(strapi, trx, { uid, documentId }, null, standing);
    const next = close(closed.content);
    closed = { content: next.content, told: [...closed.told, ...next.told] };
  }
  return closed;
}

/**
 * One record of two: the one that stays gets what was chosen, everything that names the other names it, and the other goes to the
 * bin. All of it, or nothing.
 * @throws {Refused} when one of the two is not as the editor saw it
 * @throws {ValidationError} of Strapi, in French, when a rule of content refuses what was chosen
 */
export function merge(strapi: Core.Strapi, question: MergeQuestion, editor: Editor): Promise<Merged> {
  const { uid, keep, choices, publish } = question;
  const ids: Readonly<Record<Side, string>> = { first: question.first, second: question.second };
  const [documentId, other] = [ids[keep], ids[otherSide(keep)]];
  return inTransaction(strapi, async (trx) => {
    await lockBoth(trx, uid, [documentId, other]);
    const [first, second] = [await readBoth(strapi, uid, ids.first), await readBoth(strapi, uid, ids.second)];
    if (!first || !second || documentId === other) throw mergeRefusals.gone();
    const both = { first, second };
    for (const side of sides)
      if (both[side].version !== question.versions[side]) throw mergeRefusals.moved(titleOfBoth(both[side]));

    const [stays, goes] = [both[keep], both[otherSide(keep)]];
    const contents = { first: { ...first.draft.content }, second: { ...second.draft.content } };
    const joined = joinedContent(fieldsOfType(strapi, uid), contents, keep, choices);
    const { content, told } = await withoutWithdrawn(strapi, trx, uid, joined, [
      { documentId, content: stays.draft.content },
      { documentId: other, content: goes.draft.content },
    ]);
    const [title, otherTitle] = [titleOfBoth(stays), titleOfBoth(goes)];
    const links = await linksTo(strapi, uid, other);
    const named = await namingInWords(trx, uid, other);
    const documents = documentsOf(strapi, uid);

    const cancelled =
      uid === ASSOCIATION ? await cancelSecondQuestions(strapi, trx, { from: other, to: documentId }) : [];
    const rows = await carryRows(trx, uid, { from: other, to: documentId });
    // It goes first: what no two records may share is free for the one that stays.
    await onBehalf({ editor, remark: mergeRemark(title), of: 'merge' }, () => documents.delete({ documentId: other }));
    await onBehalf({ editor, remark: mergeRemark(otherTitle), of: 'merge' }, () =>
      documents.update({
        documentId,
        data: { ...dataOf(content), updatedBy: Number(editor.id) || null },
        ...(publish ? { status: 'published' } : {}),
      }),
    );
    const linked = await linkAgain(strapi, uid, documentId, links);

    const addresses = await leadAddressesTo(trx, uid, other, documentId);
    const slug = textOf(goes.published?.content['slug']);
    const address = pathOf(uid, goes) === null ? null : slug;
    if (address !== null) await noteFormerAddress(trx, { uid, documentId }, address);

    const after = await readBoth(strapi, uid, documentId);
    if (!after) throw new Error(`${uid} ${documentId} was merged and is not there`);
    const carried: Carried = { links: linked, rows, cancelled, addresses, address };
    const id = await addMerge(
      trx,
      {
        ...{ uid, documentId, other, title, otherTitle, carried },
        draft: stays.draft.content,
        published: stays.published?.content ?? null,
        afterVersion: after.version,
      },
      editor,
    );
    await writeJournal(strapi, {
      who: editor.name,
      whoId: editor.id,
      act: 'fiches réunies',
      ...lineAbout(strapi, { uid, documentId }, { ...after.draft.content }),
      note: typography(`avec « ${otherTitle} »${named.length > 0 ? ` ; repris : ${listInWords(named)}` : ''}`),
    });
    return { id, uid, documentId, title: titleOfBoth(after), published: after.published !== null, told: [...told] };
  });
}
