import type { Core } from '@strapi/strapi';
import { AnswerRefused } from '../submissions/answer-refused.ts';
import type { Reach } from './reach.ts';
import { withdrawalTokens } from './withdrawal-link.ts';

const ASSOCIATION = 'api::association.association';

/** Whose withdrawal a link is. */
export interface Withdrawing {
  readonly associationId: string;
  readonly reach: Reach;
}

interface JoinTable {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
}

interface ReachRow {
  readonly associationId: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Others are served in between. */
const AT_ONCE = 1000;

async function firstWithToken(rows: readonly ReachRow[], token: string): Promise<ReachRow | undefined> {
  const tokenOf = withdrawalTokens();
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const found = rows.slice(from, from + AT_ONCE).find(({ associationId, email, phone }) =>
      // On paper, a contact with an address and a number may be asked by its number alone.
      [{ email, phone }, { phone }].some((reach) => tokenOf(associationId, reach) === token),
    );
    if (found) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return undefined;
}

const unknown = (): AnswerRefused =>
  new AnswerRefused(
    'link-unknown',
    'Ce lien ne fonctionne pas\u00a0: il a été coupé, ou ce contact n’est plus dans l’annuaire. L’office peut vous répondre.',
  );

/**
 * The contact that a link of withdrawal is of. No table holds these links: each contact's own is made and compared, drafts
 * included (10,000 associations: a quarter of a second; `public-door/doors.ts` says how often one address may ask).
 *
 * @throws {AnswerRefused} when no contact has this link
 */
export async function findContact(strapi: Core.Strapi, token: string): Promise<Withdrawing> {
  const { tableName, attributes } = strapi.db.metadata.get(ASSOCIATION);
  const join = (attributes['contacts'] as unknown as { joinTable: JoinTable }).joinTable;
  const { tableName: contacts } = strapi.db.metadata.get('contact.contact');
  const { rows } = await strapi.db.connection.raw<{ rows: ReachRow[] }>(
    `select distinct association.document_id as "associationId", contact.email, contact.phone
       from ?? association
       join ?? link on link.?? = association.id and link.field = 'contacts'
       join ?? contact on contact.id = link.??
      where coalesce(contact.email, '') <> '' or coalesce(contact.phone, '') <> ''`,
    [tableName, join.name, join.joinColumn.name, contacts, join.inverseJoinColumn.name],
  );
  const found = await firstWithToken(rows, token);
  if (!found) throw unknown();
  const { associationId, email, phone } = found;
  return { associationId, reach: { email, phone } };
}
