/** What an account may read of the records of a type, as Strapi’s roles give it: types, attributes, and conditions on records. */
import type { Core } from '@strapi/strapi';
import { findMany } from '../database/records.ts';
import type { AdminContext } from './admin-route.ts';

const READ = 'plugin::content-manager.explorer.read';

/** Of CASL, what Strapi gives an account. */
interface Ability {
  can(action: string, subject: string, field?: string): boolean;
  rulesFor(action: string, subject: string): readonly { readonly conditions?: unknown }[];
}

interface PermissionService {
  createPermissionsManager(options: object): { getQuery(): object | null | undefined };
}

export interface Reader {
  mayReadRecord(record: { readonly uid: string; readonly documentId: string }): boolean;
  mayReadAttribute(uid: string, attribute: string): boolean;
}

/** The records that a role with a condition (« only those that they created ») lets an account read. */
async function recordsAllowed(strapi: Core.Strapi, ability: Ability, uid: string): Promise<Set<string>> {
  const permissions = strapi.service('admin::permission') as unknown as PermissionService;
  const where = permissions.createPermissionsManager({ ability, action: READ, model: uid }).getQuery();
  if (where === null || where === undefined) return new Set();
  const rows = await findMany<{ documentId: string }>(strapi, uid, {
    select: ['documentId'],
    where,
  });
  return new Set(rows.map(({ documentId }) => documentId));
}

/** @param uids the types that will be asked about; any other may not be read */
export async function readerOf(
  strapi: Core.Strapi,
  { state }: Pick<AdminContext, 'state'>,
  uids: readonly string[],
): Promise<Reader> {
  const ability = state.userAbility as Ability;
  const types = new Map<string, Set<string> | 'all'>();
  for (const uid of uids) {
    if (!ability.can(READ, uid)) continue;
    const conditional = ability.rulesFor(READ, uid).some(({ conditions }) => conditions !== undefined);
    types.set(uid, conditional ? await recordsAllowed(strapi, ability, uid) : 'all');
  }
  const attributes = new Map<string, boolean>();
  return {
    mayReadRecord({ uid, documentId }) {
      const allowed = types.get(uid);
      return allowed === 'all' || (allowed?.has(documentId) ?? false);
    },
    mayReadAttribute(uid, attribute) {
      const key = `${uid} ${attribute}`;
      const known = attributes.get(key) ?? (types.has(uid) && mayReadField(ability, uid, attribute));
      attributes.set(key, known);
      return known;
    },
  };
}

/** A component is read by its fields: a role names `contacts.phone`, of which any is enough to look into it. */
const COMPONENT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  contacts: ['phone', 'email', 'name'],
  activities: ['label'],
  address: ['city'],
  registration: ['value'],
  source: ['label'],
  timings: ['begin'],
  networks: ['url'],
  accessibility: ['note'],
};

const mayReadField = (ability: Ability, uid: string, attribute: string): boolean =>
  ability.can(READ, uid, attribute) ||
  (COMPONENT_FIELDS[attribute]?.every((field) => ability.can(READ, uid, `${attribute}.${field}`)) ?? false);
