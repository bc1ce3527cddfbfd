/** Which associations of a list a letter of the office reaches, at which address, and which are left out, and why. */
import type { Core } from '@strapi/strapi';
import type { LeftOut, LeftOutReason } from '../../domain/contract/desk/lists-out.ts';
import { parseEmail } from '../../domain/email.ts';
import { sortByName } from '../../domain/french.ts';
import { foldAddress } from '../../domain/search/words.ts';
import { readEntries } from '../../entries/entry-of-record.ts';
import type { IndexedRecord } from '../../entries/record-index/indexed-record.ts';
import { readWhyNot, type WhyNot } from '../../platform/mail/stopped-letters.ts';

const ASSOCIATION = 'api::association.association';

/** One address, and the associations that it stands for, in the order of their names. */
export interface Addressee {
  readonly address: string;
  readonly associations: readonly { readonly documentId: string; readonly name: string }[];
}

export interface Addressees {
  /** Each address once, in the order of the associations. */
  readonly addressees: readonly Addressee[];
  readonly leftOut: readonly LeftOut[];
  /** How many associations are reached. */
  readonly reached: number;
}

/**
 * The address of an association: of the first contact that has one which still appears somewhere. When its reader stopped the
 * letters, no other contact is written to in their place: it would be the same letter, to the same association.
 */
function addressOf(
  addresses: readonly string[],
  whyNot: (address: string) => WhyNot | null,
): { readonly address: string } | { readonly why: LeftOutReason } {
  for (const address of addresses) {
    const why = whyNot(address);
    if (why === null) return { address };
    if (why === 'stopped') return { why };
  }
  return { why: addresses.length === 0 ? 'no-address' : 'nowhere' };
}

/** One letter for each address: two associations with one address get one. */
export async function whoGetsIt(strapi: Core.Strapi, records: readonly IndexedRecord[]): Promise<Addressees> {
  const associations = sortByName(
    records.filter(({ uid }) => uid === ASSOCIATION),
    ({ title }) => title,
  );
  const entries = await readEntries(
    strapi,
    associations.map(({ documentId }) => documentId),
    'draft',
  );
  const whyNot = await readWhyNot(strapi);
  const found = new Map<string, { address: string; associations: { documentId: string; name: string }[] }>();
  const leftOut: LeftOut[] = [];
  for (const { documentId, title } of associations) {
    const name = title.trim() || 'Sans titre';
    const written = (entries.get(documentId)?.record.contacts ?? [])
      .map(({ email }) => parseEmail(email))
      .flatMap((read) => (read.ok ? [read.value] : []));
    const decided = addressOf(written, whyNot);
    if ('why' in decided) {
      leftOut.push({ documentId, name, why: decided.why });
      continue;
    }
    const key = foldAddress(decided.address);
    const one = found.get(key) ?? { address: decided.address, associations: [] };
    one.associations.push({ documentId, name });
    found.set(key, one);
  }
  return { addressees: [...found.values()], leftOut, reached: associations.length - leftOut.length };
}
