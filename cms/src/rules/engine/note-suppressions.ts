import type { Core } from '@strapi/strapi';
import { actsBetween, type ComparedContact } from '../../associations/withdrawals/suppressed-contacts.ts';
import { findMembership, MEMBERSHIP } from '../../associations/memberships/membership-store.ts';
import type { SuppressionAct } from '../../domain/stored/suppression.ts';
import { readShown, retractionsBetween, type Shown } from '../../entries/retractable.ts';
import { findOne } from '../../platform/database/records.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { isContent } from '../../platform/program-records/program-record.ts';
import type { DocumentContext, Next } from '../../platform/strapi/document.ts';
import { isNotedClosed, lastActOn, noteSuppressions } from '../../platform/suppressions/register.ts';

const ASSOCIATION = 'api::association.association';

async function publishedContacts(strapi: Core.Strapi, associationId: string): Promise<readonly ComparedContact[]> {
  const published = await findOne<{ contacts: readonly ComparedContact[] }>(strapi, ASSOCIATION, {
    select: ['id'],
    where: { documentId: associationId, publishedAt: { $notNull: true } },
    populate: { contacts: true },
  });
  return published?.contacts ?? [];
}

/** What residents saw before a publication. */
interface Before {
  readonly contacts: readonly ComparedContact[];
  readonly shown: Shown | null;
}

const readBefore = async (strapi: Core.Strapi, uid: string, documentId: string): Promise<Before> => ({
  contacts: uid === ASSOCIATION ? await publishedContacts(strapi, documentId) : [],
  shown: await readShown(strapi, uid, documentId),
});

/** What a publication says: what it shows less of, and that a record which was taken off is back. */
async function actsOfPublication(
  strapi: Core.Strapi,
  of: { readonly uid: string; readonly documentId: string },
  before: Before,
): Promise<SuppressionAct[]> {
  const { uid, documentId } = of;
  const contacts =
    uid === ASSOCIATION ? actsBetween(documentId, before.contacts, await publishedContacts(strapi, documentId)) : [];
  const back = (await lastActOn(strapi, uid, documentId)) === 'unpublished';
  return [
    ...contacts,
    ...(await retractionsBetween(strapi, of, before.shown)),
    ...(back ? [{ kind: 'record', type: uid, record: documentId, act: 'published' } as const] : []),
  ];
}

/** An editor takes somebody's access to an entry away, or gives it back. */
const noteAccess = (strapi: Core.Strapi, documentId: string, next: Next): Promise<unknown> =>
  inTransaction(strapi, async () => {
    const before = await findMembership(strapi, { documentId });
    const result = await next();
    const after = await findMembership(strapi, { documentId });
    const [had, has] = [before, after].map((membership) => membership !== null && membership.state !== 'retirée');
    if (had !== has) {
      const act = has ? 'published' : 'unpublished';
      await noteSuppressions(strapi, [{ kind: 'record', type: MEMBERSHIP, record: documentId, act }]);
    }
    return result;
  });

/**
 * The document middleware that tells the register of suppressions what an act takes off the directory, whoever does it, in the
 * same transaction: a record that is deleted or unpublished, and what a publication shows less of.
 */
export function noteSuppressionsOf(strapi: Core.Strapi) {
  return async ({ uid, action, params }: DocumentContext, next: Next): Promise<unknown> => {
    const { documentId } = params;
    const publishes = action === 'publish' || (action === 'update' && params.status === 'published');
    if (documentId === undefined) return next();
    if (uid === MEMBERSHIP && action === 'update') return noteAccess(strapi, documentId, next);
    if (!isContent(uid)) return next();
    if (action === 'delete' || action === 'unpublish') {
      return inTransaction(strapi, async () => {
        const result = await next();
        const act = action === 'delete' ? 'deleted' : 'unpublished';
        await noteSuppressions(strapi, [{ kind: 'record', type: uid, record: documentId, act }]);
        return result;
      });
    }
    if (!publishes) return next();
    return inTransaction(strapi, async () => {
      const before = await readBefore(strapi, uid, documentId);
      const result = await next();
      await noteSuppressions(strapi, await actsOfPublication(strapi, { uid, documentId }, before));
      return result;
    });
  };
}

const FILE = 'plugin::upload.file';

/** The same for the files of the media library, which are no documents. To be called once the database is there. */
export function noteDeletedFiles(strapi: Core.Strapi): void {
  strapi.db.lifecycles.subscribe({
    models: [FILE],
    async afterDelete({ result }) {
      const { documentId } = (result ?? {}) as { documentId?: string };
      if (documentId) {
        await noteSuppressions(strapi, [{ kind: 'record', type: FILE, record: documentId, act: 'deleted' }]);
      }
    },
  });
}

interface AdministratorEvent {
  readonly params: { readonly data?: { readonly isActive?: boolean } };
  readonly result: { readonly documentId?: string } | null;
}

/** And for the accounts of the admin: whoever was shut out since must not get in with a password of before. */
export function noteClosedAdministrators(strapi: Core.Strapi): void {
  const note = async (administrator: string | undefined, act: 'closed' | 'opened') => {
    if (administrator === undefined) return;
    const isClosed = await isNotedClosed(strapi, administrator);
    if (isClosed !== (act === 'closed'))
      await noteSuppressions(strapi, [{ kind: 'administrator', administrator, act }]);
  };
  strapi.db.lifecycles.subscribe({
    models: ['admin::user'],
    async afterUpdate(event) {
      const { params, result } = event as unknown as AdministratorEvent;
      if (params.data?.isActive !== undefined)
        await note(result?.documentId, params.data.isActive ? 'opened' : 'closed');
    },
    async afterDelete(event) {
      await note((event as unknown as AdministratorEvent).result?.documentId, 'closed');
    },
  });
}
