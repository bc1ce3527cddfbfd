/** The way back from the bin. */
import type { Core } from '@strapi/strapi';
import type { PutBack } from '../../domain/contract/desk/bin.ts';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { Refused } from '../../platform/http/refused.ts';
import { hasDrafts } from '../../platform/strapi/document.ts';
import { noteSuppressions } from '../../platform/suppressions/register.ts';
import { writeJournal } from '../journal.ts';
import { dataOf, type RecordContent } from '../record-content.ts';
import { removeFromBin, takeFromBin } from './bin-store.ts';
import { linkAgain } from './links.ts';
import { withdrawnSince } from '../withdrawn-since.ts';
import { withoutWhatIsGone } from './without-what-is-gone.ts';

const words = {
  gone: 'Cette fiche n’est plus dans la corbeille\u00a0: elle a déjà été remise, ou sa durée est passée.',
  unreadable: 'Ce qui est gardé de cette fiche ne se relit pas. Prévenez la personne qui s’occupe du site.',
};

type Service = Record<'create' | 'update', (given: Record<string, unknown>) => Promise<unknown>>;

/**
 * Makes the record anew, with its own documentId, through every rule of content: as it was, or as a draft.
 * @param publish false: nothing of it is online until an editor publishes it
 * @throws {Refused} when it is not in the bin any more, or cannot be read
 * @throws {ValidationError} of Strapi, in French, when a rule refuses it: another record has its address or its RNA by now
 */
export function putBack(strapi: Core.Strapi, id: string, publish: boolean, editor: Editor): Promise<PutBack> {
  return inTransaction(strapi, async (trx) => {
    const kept = await takeFromBin(trx, id);
    if (kept === null) throw new Refused('unknown', words.gone);
    if (kept.unreadable) throw new Refused('conflict', words.unreadable);
    const { uid, documentId, title, links } = kept;
    const withDrafts = hasDrafts(strapi, uid);
    const service = strapi.documents(uid as 'api::theme.theme') as unknown as Service;
    // Who took an agreement back while it lay there is not shown by it again.
    const close = await withdrawnSince(strapi, trx, { uid, documentId }, kept.deletedAt.toISOString(), {});
    const again = async (content: RecordContent | null) =>
      content && (close(await withoutWhatIsGone(strapi, uid, content)).content as RecordContent);
    const [draft, published] = [await again(kept.draft), await again(kept.published)];
    const goesOnline = withDrafts && publish && published !== null;
    const first: RecordContent = (goesOnline ? published : draft) ?? published ?? {};
    await service.create({
      data: { ...dataOf(first), documentId },
      ...(goesOnline && { status: 'published' }),
    });
    // What was saved and not published stays so.
    if (goesOnline && draft !== null && JSON.stringify(draft) !== JSON.stringify(published))
      await service.update({ documentId, data: dataOf(draft) });
    const linked = await linkAgain(strapi, uid, documentId, links);
    await removeFromBin(trx, id);
    // A database of before the deletion must not lose it again, nor show what is a draft now.
    const isOnline = goesOnline || !withDrafts;
    await noteSuppressions(strapi, [
      { kind: 'record', type: uid, record: documentId, act: isOnline ? 'published' : 'unpublished' },
    ]);
    await writeJournal(strapi, {
      who: editor.name,
      whoId: editor.id,
      act: 'fiche remise de la corbeille',
      subject: title,
      associationId: uid === 'api::association.association' ? documentId : null,
      note: isOnline ? 'En ligne de nouveau.' : 'En brouillon.',
    });
    return { uid, documentId, published: isOnline, linked };
  });
}
