/** Records that may be the one that an editor is making. */
import type { Twins, TwinQuestion } from '../domain/contract/desk/finding.ts';
import { parseEmail } from '../domain/email.ts';
import { nameLikeness } from '../domain/name-likeness.ts';
import { phoneWithin } from '../domain/phone.ts';
import { parseRnaId } from '../domain/rna.ts';
import { foldAddress } from '../domain/search/words.ts';
import type { IndexedContact, IndexedRecord } from '../entries/record-index/indexed-record.ts';
import { toFound, type Seen } from './read-lists.ts';

const UIDS: Readonly<Record<TwinQuestion['type'], string>> = {
  association: 'api::association.association',
  event: 'api::event.event',
  venue: 'api::venue.venue',
  // A contact has no record of its own: who else has it.
  contact: 'api::association.association',
};

/** As for a declaration (`entries/look-alikes.ts`): in the same commune, or on the same day, less of a name is enough. */
const ENOUGH = { near: 0.6, elsewhere: 0.85 };
const MOST = 6;

const words = {
  rna: 'Même numéro RNA',
  contact: 'Même contact',
  sameName: 'Même nom',
  likeName: 'Nom presque pareil',
};

interface Asked {
  readonly phone: string | null;
  readonly email: string | null;
  readonly rnaId: string | null;
}

function understood({ phone, email, rnaId }: TwinQuestion): Asked {
  const [number, address, rna] = [phoneWithin(phone), parseEmail(email), parseRnaId(rnaId)];
  return {
    phone: phone.trim() !== '' && number.ok ? number.value : null,
    email: email.trim() !== '' && address.ok ? foldAddress(address.value) : null,
    rnaId: rnaId.trim() !== '' && rna.ok ? rna.value : null,
  };
}

const isSameContact = ({ phone, email }: IndexedContact, asked: Asked): boolean =>
  (asked.phone !== null && phone === asked.phone) || (asked.email !== null && foldAddress(email) === asked.email);

/** Why a record may be the same, and how much so; null when it is another one. */
function likeness(record: IndexedRecord, question: TwinQuestion, asked: Asked): { why: string; score: number } | null {
  if (asked.rnaId !== null && record.rnaId === asked.rnaId) return { why: words.rna, score: 10 };
  const sameContact = record.contacts.some((contact) => isSameContact(contact, asked));
  if (question.type === 'contact') return sameContact ? { why: words.contact, score: 5 } : null;
  const name = Math.max(0, ...[record.title, ...record.names].map((one) => nameLikeness(question.name, one)));
  const near =
    (question.commune !== '' && record.communes.includes(question.commune)) ||
    (question.day !== '' && record.days.includes(question.day));
  // Someone who keeps two associations has one telephone: a contact alone is no likeness.
  if (name < (near || sameContact ? ENOUGH.near : ENOUGH.elsewhere)) return null;
  const why = sameContact ? words.contact : name === 1 ? words.sameName : words.likeName;
  return { why, score: name + (near ? 0.5 : 0) + (sameContact ? 1 : 0) };
}

/** @param seen what the account may read: what it may not is no look-alike of anything */
export function findTwins(seen: Seen, question: TwinQuestion): Twins {
  const uid = UIDS[question.type];
  const mayReadContacts = seen.reader.mayReadAttribute(uid, 'contacts');
  const asked = understood(mayReadContacts ? question : { ...question, phone: '', email: '' });
  if (question.name.trim() === '' && asked.phone === null && asked.email === null && asked.rnaId === null)
    return { found: [] };
  const scored = seen.index.records.flatMap((record) => {
    if (record.uid !== uid || record.documentId === question.except || !seen.reader.mayReadRecord(record)) return [];
    const found = likeness(record, question, asked);
    return found === null ? [] : [{ record, ...found }];
  });
  return {
    found: scored
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({ record, why }) => {
        const { because: _, ...found } = toFound(seen, record);
        return { ...found, why };
      }),
  };
}
