/**
 * Who may write for which association, as rows. The association is named by its documentId and not by a relation: publishing an
 * association would copy the relation, and every payload that populates relations would carry the addresses of its managers.
 */
import type { Core } from '@strapi/strapi';
import type { MembershipState } from '../../domain/vocabulary/membership-states.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { createProgramRecord } from '../../platform/program-records/program-record.ts';
import { noteSuppressions } from '../../platform/suppressions/register.ts';

export const MEMBERSHIP = 'api::membership.membership';

/** What `endedBy` says when an editor took somebody out: nobody but an editor takes them back. */
export const BY_OFFICE = 'office';

export interface Membership {
  readonly id: number;
  readonly documentId: string;
  readonly associationId: string;
  readonly associationName: string;
  /** In lower case. */
  readonly email: string;
  readonly state: MembershipState;
  readonly accountId: number | null;
  readonly invitedBy: string | null;
  readonly invitedAt: string | null;
  readonly activeSince: string | null;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
}

/** One address has one membership of an association, whatever becomes of it. */
const INDEXES = [
  'create unique index if not exists trame_membership_once on memberships (association_id, email)',
  'create index if not exists trame_membership_email on memberships (email)',
  'create index if not exists trame_membership_account on memberships (account_id)',
];

/** Creates the indexes that are missing. Not a migration: those run before Strapi has created the tables. */
export async function createMembershipIndexes(strapi: Core.Strapi): Promise<void> {
  for (const index of INDEXES) await strapi.db.connection.raw(index);
}

/** Under which an address is compared: its letters' case is nobody's secret, and no mailbox differs by it. */
export const accountAddress = (email: string): string => email.trim().toLowerCase();

export const findMemberships = (strapi: Core.Strapi, where: object): Promise<Membership[]> =>
  strapi.db.query(MEMBERSHIP).findMany({ where, orderBy: { id: 'asc' } }) as Promise<Membership[]>;

export const findMembership = (strapi: Core.Strapi, where: object): Promise<Membership | null> =>
  strapi.db.query(MEMBERSHIP).findOne({ where }) as Promise<Membership | null>;

export const updateMembership = (
  strapi: Core.Strapi,
  id: number,
  data: Readonly<Partial<Record<keyof Membership, unknown>>>,
): Promise<unknown> => strapi.db.query(MEMBERSHIP).update({ where: { id }, data });

/** Ends a membership, and tells the register of suppressions: a database of before must not let anybody in again. */
export async function endMembership(
  strapi: Core.Strapi,
  { id, documentId }: Pick<Membership, 'id' | 'documentId'>,
  endedBy: string,
): Promise<void> {
  await inTransaction(strapi, async () => {
    await updateMembership(strapi, id, { state: 'retirée', endedAt: new Date(), endedBy });
    await noteSuppressions(strapi, [{ kind: 'record', type: MEMBERSHIP, record: documentId, act: 'unpublished' }]);
  });
}

export const createMembership = (
  strapi: Core.Strapi,
  data: Readonly<Partial<Record<keyof Membership, unknown>>>,
): Promise<string> => createProgramRecord(strapi, MEMBERSHIP, data);

/** What an account may act for at this very moment: read anew at each request, so that whoever is taken out is out at once. */
export const activeMemberships = (strapi: Core.Strapi, accountId: number): Promise<Membership[]> =>
  findMemberships(strapi, { accountId, state: 'active' });
