import type { Core } from '@strapi/strapi';
import { asOnceStored } from '../../domain/phone-plan.ts';
import { contactsInBin } from '../../entries/bin/bin-store.ts';
import { allMerged, standingFor } from '../../entries/merged-records.ts';
import { readDirectoryContacts } from '../../platform/contacts/directory-contacts.ts';
import { Refused } from '../../platform/http/refused.ts';
import { hashLinkToken } from '../../platform/links/link-token.ts';
import type { Reach } from '../../platform/links/reach.ts';
import { typedCode, unknownCode } from '../../platform/links/typed-code.ts';
import { withdrawalTokens } from '../../platform/links/withdrawal-link.ts';

const ASSOCIATION = 'api::association.association';

/** Whose withdrawal a link is. */
export interface Withdrawing {
  /** The one that stands today, if it was taken into another since. */
  readonly associationId: string;
  readonly reach: Reach;
}

interface ReachRow {
  readonly associationId: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Others are served in between. */
const AT_ONCE = 1000;

interface Found {
  readonly row: ReachRow;
  readonly token: string;
}

async function firstWhose(rows: readonly ReachRow[], isIt: (token: string) => boolean): Promise<Found | null> {
  const tokenOf = withdrawalTokens();
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    for (const row of rows.slice(from, from + AT_ONCE)) {
      const { associationId, email, phone } = row;
      // On paper, a contact with an address and a number may be asked by its number alone.
      // A letter of before the number was mended names it as it was stored then.
      const token = [{ email, phone }, { phone }, { phone: phone && asOnceStored(phone) }]
        .map((reach) => tokenOf(associationId, reach))
        .find((made) => made !== null && isIt(made));
      if (token) return { row, token };
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return null;
}

const unknown = (): Refused =>
  new Refused(
    'link-unknown',
    'Ce lien ne fonctionne pas\u00a0: il a été coupé, ou ce contact n’est plus dans l’annuaire. L’office peut vous répondre.',
  );

/**
 * Every contact that can be reached. No table holds links of withdrawal: each contact's own is made and compared, drafts included
 * (10,000 associations: a quarter of a second; `PER_ADDRESS.withdrawing` says how often one address may ask).
 */
async function reachable(strapi: Core.Strapi): Promise<readonly ReachRow[]> {
  const directory = await readDirectoryContacts(strapi);
  // Who was written to for an entry that is part of another by now has a link that names the former one.
  const former = new Map<string, string[]>();
  for (const [other, standing] of await allMerged(strapi.db.connection, ASSOCIATION))
    former.set(standing, [...(former.get(standing) ?? []), other]);
  const formerly = directory.flatMap((contact) =>
    (former.get(contact.owner) ?? []).map((owner) => ({ ...contact, owner })),
  );
  // A deleted association can be put back, for a while: who withdraws meanwhile does not come back with it.
  const contacts = [...directory, ...formerly, ...(await contactsInBin(strapi))];
  // The draft and what is published mostly say the same.
  const rows = new Map(
    contacts.map(({ owner, email, phone }) => [
      JSON.stringify([owner, email, phone]),
      { associationId: owner, email, phone },
    ]),
  );
  return [...rows.values()];
}

/** The contact that a link of withdrawal is of. @throws {Refused} when no contact has this link */
export async function findContact(strapi: Core.Strapi, token: string): Promise<Withdrawing> {
  const found = await firstWhose(await reachable(strapi), (made) => made === token);
  if (!found) throw unknown();
  const { associationId: documentId, email, phone } = found.row;
  const associationId = await standingFor(strapi.db.connection, { uid: ASSOCIATION, documentId });
  return { associationId, reach: { email, phone } };
}

/** The token of the link whose letter says that code. @throws {Refused} when none does, or it was tried too often */
export async function tokenOfCode(strapi: Core.Strapi, typed: string): Promise<string> {
  const { isOf } = await typedCode('retrait', typed);
  const found = await firstWhose(await reachable(strapi), (made) => isOf(hashLinkToken(made)));
  if (!found) throw unknownCode();
  return found.token;
}
