/** The way back from the bin. */
import type { Core } from '@strapi/strapi';
import type { PutBack } from '../../domain/contract/desk/bin.ts';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import { textOf } from '../../domain/visit.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { Refused } from '../../platform/http/refused.ts';
import { hasDrafts } from '../../platform/strapi/document.ts';
import { noteSuppressions } from '../../platform/suppressions/register.ts';
import { forgetAddress } from '../former-addresses.ts';
import { freeSlug } from '../free-slug.ts';
import { writeJournal } from '../journal.ts';
import { endMergeOf } from '../merged-records.ts';
import { dataOf, type RecordContent } from '../record-content.ts';
import { removeFromBin, takeFromBin } from './bin-store.ts';
import { linkAgain } from './links.ts';
import { withdrawnSince } from '../withdrawn-since.ts';
import { withoutWhatIsGone } from './without-what-is-gone.ts';

const words = {
  gone: 'Cette fiche n’est plus dans la corbeille\u00a0: elle a déjà été remise, ou sa durée est passée.',
  moved: (from: string, to: string) =>
    `L’adresse de page «\u00a0${from}\u00a0» est celle d’une autre fiche depuis\u00a0: celle-ci reçoit «\u00a0${to}\u00a0».`,
  taken: (label: string, value: string) =>
    `${label} ${value} est celui d’une autre fiche depuis\u00a0: il n’est pas remis.`,
  unreadable: 'Ce qui est gardé de cette fiche ne se relit pas. Prévenez la personne qui s’occupe du site.',
};

/** What no two records share besides their page's address: only who publishes can say whose it is. */
const ONE_RECORD_EACH: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'api::association.association': { rnaId: 'Le numéro RNA' },
};

interface Free {
  readonly content: RecordContent;
  /** Sentences: what another record has by now. */
  readonly told: readonly string[];
}

/**
 * The record with nothing that another one has by now: there is no form in which an editor could change it in the bin.
 * @param asDraft also without what would have to be somebody else's; a publication is refused by it, with the other's name
 */
async function withoutWhatIsTaken(
  strapi: Core.Strapi,
  { uid, documentId }: { readonly uid: string; readonly documentId: string },
  content: RecordContent,
  asDraft: boolean,
): Promise<Free> {
  const free: Record<string, unknown> = { ...content };
  const told: string[] = [];
  const slug = textOf(content['slug']);
  if (slug !== '') {
    free['slug'] = await freeSlug(strapi, uid, slug, documentId);
    if (free['slug'] !== slug) told.push(words.moved(slug, textOf(free['slug'])));
  }
  for (const [field, label] of asDraft ? Object.entries(ONE_RECORD_EACH[uid] ?? {}) : []) {
    const value = textOf(content[field]);
    const others = { [field]: value, documentId: { $ne: documentId } };
    if (value === '' || (await strapi.db.query(uid).count({ where: others })) === 0) continue;
    free[field] = null;
    told.push(words.taken(label, value));
  }
  return { content: free, told };
}

type Service = Record<'create' | 'update', (given: Record<string, unknown>) => Promise<unknown>>;

/**
 * Makes the record anew, with its own documentId, through every rule of content: as it was, or as a draft.
 * @param publish false: nothing of it is online until an editor publishes it
 * @throws {Refused} when it is not in the bin any more, or cannot be read
 * @throws {ValidationError} of Strapi, in French, when a rule refuses it: it is to be published and another record has its RNA by now
 */
export function putBack(strapi: Core.Strapi, id: string, publish: boolean, editor: Editor): Promise<PutBack> {
  return inTransaction(strapi, async (trx) => {
    const kept = await takeFromBin(trx, id);
    if (kept === null) throw new Refused('unknown', words.gone);
    if (kept.unreadable) throw new Refused('conflict', words.unreadable);
    const { uid, documentId, title, links } = kept;
    // It stands on its own again: its address on the site is its own, and letters that name it are not the other one's any more.
    const stoodFor = await endMergeOf(trx, kept, editor.name);
    const slugs = [kept.draft, kept.published].map((content) => textOf(content?.['slug'])).filter(Boolean);
    if (stoodFor !== null) for (const slug of slugs) await forgetAddress(trx, { uid, documentId: stoodFor }, slug);
    const withDrafts = hasDrafts(strapi, uid);
    const service = strapi.documents(uid as 'api::theme.theme') as unknown as Service;
    const goesOnline = withDrafts && publish && kept.published !== null;
    // Who took an agreement back while it lay there is not shown by it again.
    const close = await withdrawnSince(strapi, trx, { uid, documentId }, kept.deletedAt.toISOString(), {});
    const freed = async (content: RecordContent | null): Promise<Free | null> =>
      content &&
      withoutWhatIsTaken(
        strapi,
        kept,
        close(await withoutWhatIsGone(strapi, uid, content)).content,
        withDrafts && !goesOnline,
      );
    const [freeDraft, freePublished] = [await freed(kept.draft), await freed(kept.published)];
    const [draft, published] = [freeDraft?.content ?? null, freePublished?.content ?? null];
    const told = [...new Set([...(freeDraft?.told ?? []), ...(freePublished?.told ?? [])])];
    const first: RecordContent = (goesOnline ? published : draft) ?? published ?? {};
    await service.create({
      data: { ...dataOf(first), documentId },
      ...(goesOnline && { status: 'published' }),
    });
    // What was saved and not published stays so.
    if (goesOnline && draft !== null && JSON.stringify(draft) !== JSON.stringify(published))
      await service.update({ documentId, data: dataOf(draft) });
    const linked = (await linkAgain(strapi, uid, documentId, links)).length;
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
      note: [isOnline ? 'En ligne de nouveau.' : 'En brouillon.', ...told].join(' '),
    });
    return { uid, documentId, published: isOnline, linked, told };
  });
}
