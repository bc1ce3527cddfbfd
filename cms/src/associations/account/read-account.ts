import type { Core } from '@strapi/strapi';
import type { Space } from '../../domain/contract/associations/my-entry.ts';
import { sortByName } from '../../domain/french.ts';
import { activeMemberships, findMemberships } from '../memberships/membership-store.ts';
import type { Account } from '../sessions/accounts.ts';
import { actsOf, isCancellation } from './own-answers.ts';
import { SUBMISSION, toSentAnswer, toSubmission, type SubmissionRow } from '../../update/answers/submission-store.ts';

/** What somebody sent years ago stays in the CMS; their page shows what they may still be waiting for. */
const MOST_ANSWERS = 50;

interface AssociationRow {
  readonly documentId: string;
  readonly name: string | null;
  readonly slug: string | null;
  readonly verifiedOn: string | null;
  readonly commune: { readonly documentId: string } | null;
}

/**
 * What an account manages and what became of what it sent, itself: names of what others sent are not in it. Associations that
 * are not on the site have no entry to change, and are left out.
 */
export async function readSpace(strapi: Core.Strapi, account: Account): Promise<Space> {
  const own = (await activeMemberships(strapi, account.id)).map(({ associationId }) => associationId);
  const associations = (await strapi.db.query('api::association.association').findMany({
    select: ['documentId', 'name', 'slug', 'verifiedOn'],
    where: { documentId: { $in: own }, publishedAt: { $notNull: true } },
    populate: { commune: { select: ['documentId'] } },
  })) as AssociationRow[];
  const managers = await findMemberships(strapi, {
    associationId: { $in: own },
    state: { $in: ['invitée', 'active'] },
  });
  const rows = (await strapi.db.query(SUBMISSION).findMany({
    where: {
      sender: { $eqi: account.email },
      $or: [{ associationId: { $in: own } }, { associationId: { $null: true } }],
    },
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    limit: MOST_ANSWERS,
  })) as SubmissionRow[];
  const answers = rows.map(toSubmission);
  const acts = await actsOf(
    strapi,
    answers.filter(({ associationId }) => associationId !== null && own.includes(associationId)),
  );
  return {
    email: account.email,
    associations: sortByName(associations, ({ name }) => name ?? '').map(
      ({ documentId, name, slug, verifiedOn, commune }) => ({
        id: documentId,
        name: name ?? '',
        slug: slug ?? '',
        verifiedOn: verifiedOn?.slice(0, 10) ?? null,
        commune: commune?.documentId ?? null,
        managers: managers
          .filter(({ associationId }) => associationId === documentId)
          .map((one) => ({
            id: one.documentId,
            email: one.email,
            me: one.accountId === account.id,
            invited: one.state === 'invitée',
          })),
      }),
    ),
    answers: answers.map((one) => ({
      ...toSentAnswer(one),
      association: one.associationId,
      acts: acts.get(one.documentId) ?? [],
      cancels: isCancellation(one),
    })),
  };
}
