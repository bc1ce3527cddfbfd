/** Two records of one again, as they were: unless somebody changed the one that stayed since. */
import type { Core } from '@strapi/strapi';
import type { MergeUndone } from '../domain/contract/desk/duplicates.ts';
import type { Editor } from '../domain/contract/desk/editor.ts';
import { listInWords, typography } from '../domain/french.ts';
import { numberInBin } from '../entries/bin/bin-store.ts';
import { unlink } from '../entries/bin/links.ts';
import { putBack } from '../entries/bin/put-back.ts';
import { withoutWhatIsGone } from '../entries/bin/without-what-is-gone.ts';
import { fieldLabel } from '../entries/field-words.ts';
import { leadAddressesBack } from '../entries/former-addresses.ts';
import { lineAbout } from '../entries/journal-subject.ts';
import { writeJournal } from '../entries/journal.ts';
import { findVersion, versionsSince } from '../entries/kept-versions.ts';
import { onBehalf } from '../entries/on-behalf.ts';
import { dataOf, type RecordContent } from '../entries/record-content.ts';
import { withdrawnSince } from '../entries/withdrawn-since.ts';
import type { Connection } from '../platform/database/connection.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { Refused } from '../platform/http/refused.ts';
import { readBoth, type BothVersions } from './both-versions.ts';
import { askAgain } from './campaign-questions.ts';
import { takeMerge, type KeptMerge } from './duplicate-store.ts';
import { documentsOf, lockBoth } from './merge.ts';
import { carryRowsBack } from './what-names.ts';

const INTO_THE_BIN = 'L’autre fiche est dans la corbeille\u00a0: vous pouvez l’en remettre sans toucher à celle-ci.';

const words = {
  unknown: 'Cette réunion n’existe pas, ou a déjà été annulée.',
  tooLate: 'L’autre fiche n’est plus dans la corbeille\u00a0: cette réunion ne peut plus être annulée.',
  gone: (title: string) =>
    typography(
      `« ${title} » n’est plus là : elle a été supprimée, ou réunie avec une autre depuis. Annulez d’abord cela.`,
    ),
  touched: (title: string, fields: readonly string[], by: readonly string[]) =>
    typography(
      `« ${title} » a été modifiée depuis la réunion${by.length > 0 ? ` par ${listInWords(by)}` : ''}${
        fields.length > 0 ? ` : ${listInWords(fields)}` : ' : elle a été mise en ligne, ou retirée du site'
      }. Annuler effacerait cela : rien n’a changé. ${INTO_THE_BIN}`,
    ),
};

/** What was changed of the record that stayed since, and by whom. */
async function touched(
  trx: Connection,
  { uid, documentId, afterVersion, title }: KeptMerge,
  { draft }: BothVersions,
): Promise<Refused> {
  const [left = ''] = afterVersion.split('.');
  const then = await findVersion(trx, { uid, documentId }, left);
  const was: RecordContent = then?.content ?? {};
  const changed = then
    ? Object.keys(draft.content).filter(
        (name) => JSON.stringify(was[name] ?? null) !== JSON.stringify(draft.content[name] ?? null),
      )
    : [];
  const since = then ? await versionsSince(trx, { uid, documentId }, then.id) : [];
  const by = [...new Set(since.flatMap(({ who, cause }) => (who === null || cause === 'opened' ? [] : [who])))];
  return new Refused(
    'conflict',
    words.touched(
      title,
      changed.map((name) => fieldLabel(uid, name)),
      by,
    ),
  );
}

/** The record that stayed as it was before, both versions; what was withdrawn since stays withdrawn. */
async function putBefore(strapi: Core.Strapi, trx: Connection, kept: KeptMerge, now: BothVersions, editor: Editor) {
  const { uid, documentId, at } = kept;
  const close = await withdrawnSince(strapi, trx, { uid, documentId }, at.toISOString(), now.draft.content);
  const freed = async (content: RecordContent | null) =>
    content && close(await withoutWhatIsGone(strapi, uid, content)).content;
  const [draft, published] = [await freed(kept.draft), await freed(kept.published)];
  const documents = documentsOf(strapi, uid);
  const save = (content: RecordContent, status: object) =>
    documents.update({ documentId, data: { ...dataOf(content), updatedBy: Number(editor.id) || null }, ...status });
  if (published !== null && now.published !== null) await save(published, { status: 'published' });
  else if (published === null && now.published !== null)
    await (documents as unknown as { unpublish(given: object): Promise<unknown> }).unpublish({ documentId });
  if (draft !== null && JSON.stringify(draft) !== JSON.stringify(published)) await save(draft, {});
}

/**
 * Takes a merge back, in one transaction: the record that stayed is as it was, the other one comes from the bin, and what named it
 * names it again.
 * @throws {Refused} when that is not possible any more, or somebody changed the one that stayed: it says what and who
 */
export function undoMerge(strapi: Core.Strapi, id: string, editor: Editor): Promise<MergeUndone> {
  return inTransaction(strapi, async (trx) => {
    const kept = await takeMerge(trx, id);
    if (kept === null || kept.undone) throw new Refused('unknown', words.unknown);
    const { uid, documentId, other, title, otherTitle, carried } = kept;
    await lockBoth(trx, uid, [documentId, other]);
    const number = await numberInBin(trx, uid, other);
    if (carried === null || number === null) throw new Refused('conflict', words.tooLate);
    const now = await readBoth(strapi, uid, documentId);
    if (!now) throw new Refused('conflict', words.gone(title));
    if (now.version !== kept.afterVersion) throw await touched(trx, kept, now);

    await unlink(strapi, uid, documentId, carried.links);
    await carryRowsBack(trx, uid, carried.rows, { from: documentId, to: other });
    await askAgain(trx, carried.cancelled);
    await leadAddressesBack(trx, uid, carried.addresses, { from: documentId, to: other });
    const remark = typography(`réunion avec « ${otherTitle} » annulée`);
    await onBehalf({ editor, remark, of: 'merge' }, () => putBefore(strapi, trx, kept, now, editor));
    // It ends the merge, and has its own address again.
    const { told } = await putBack(strapi, number, true, editor);
    await writeJournal(strapi, {
      who: editor.name,
      whoId: editor.id,
      act: 'réunion annulée',
      ...lineAbout(strapi, { uid, documentId }, { ...now.draft.content }),
      subject: title,
      note: typography(`avec « ${otherTitle} »`),
    });
    return { uid, documentId, other, told: [...told] };
  });
}
