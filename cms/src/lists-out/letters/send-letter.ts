/** A letter to the associations of a list: looked at, tried out, and queued once (decision 0039). */
import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { collectContacts, noContacts } from '../../domain/contacts-in-text.ts';
import type { SentSample } from '../../domain/contract/desk/campaign.ts';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import type {
  ListLetterLook,
  ListLetterPreview,
  ListLetterSample,
  ListLetterSending,
  ListLetterWritten,
  SentListLetter,
  StoppedAddresses,
} from '../../domain/contract/desk/list-letter.ts';
import type { TakenRecords } from '../../domain/contract/desk/lists-out.ts';
import { parseEmail } from '../../domain/email.ts';
import { plural, typography } from '../../domain/french.ts';
import { leftOutInWords } from '../../domain/contract/desk/left-out-in-words.ts';
import { readEntries } from '../../entries/entry-of-record.ts';
import { writeJournal } from '../../entries/journal.ts';
import type { Seen } from '../../finding/read-lists.ts';
import { lockUntilCommit, rowsOf } from '../../platform/database/sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { HOUR, type Pace } from '../../platform/http/limits.ts';
import { holdToPace } from '../../platform/http/pace.ts';
import { Refused, refusals } from '../../platform/http/refused.ts';
import { listLink } from '../../platform/links/list-link.ts';
import { sampleLink } from '../../platform/links/secret-link.ts';
import { withdrawalLink } from '../../platform/links/withdrawal-link.ts';
import type { LetterParts, Office } from '../../platform/mail/letters/layout.ts';
import { listLetter } from '../../platform/mail/letters/list-letter.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { queueLetters, setLetters } from '../../platform/mail/queue-letters.ts';
import { readWhyNot } from '../../platform/mail/stopped-letters.ts';
import { lettersAreHeld } from '../../platform/mail/whether-letters-leave.ts';
import { criteriaNames, filterInWords } from '../leaving.ts';
import { takenRecords } from '../taken-records.ts';
import { checkWritten } from './check-written.ts';
import { type Addressee, whoGetsIt } from './who-gets-it.ts';

const ASSOCIATION = 'api::association.association';

const words = {
  nobody: (why: string) =>
    typography(`Aucune association de cette liste ne peut recevoir cette lettre${why === '' ? '.' : ` : ${why}`}`),
  changed: (letters: number) =>
    `La liste a changé depuis que vous l’avez ouverte\u00a0: ${plural(letters, 'lettre partirait', 'lettres partiraient')}. Rien n’est parti\u00a0: relisez qui la reçoit, puis envoyez de nouveau.`,
  again: (letters: number) =>
    `Cette lettre est déjà en file\u00a0: ${plural(letters, 'lettre')}. Rien n’est parti une seconde fois.`,
  sample: (subject: string) => `[Essai] ${subject}`,
  noAddress: 'Votre compte n’a pas d’adresse électronique valable\u00a0: la lettre d’essai ne saurait où aller.',
  hidden: '(objet avec une coordonnée)',
};

/** Somebody tries texts out; more than that is a mistake. */
const SAMPLES_PER_EDITOR: Pace = { times: 30, seconds: HOUR };

/** The keys of the letters of one sending begin so. A key stays for ever: it holds no address, nor anything made of one. */
const keysOf = (sending: string): string => `list:${sending}:`;

/** @throws {Refused} to who may not read contacts */
async function addresseesOf(strapi: Core.Strapi, seen: Seen, taken: TakenRecords, now: Date) {
  if (!seen.reader.mayReadAttribute(ASSOCIATION, 'contacts')) throw refusals.notAllowed();
  const records = takenRecords(seen, taken, now);
  const found = await whoGetsIt(strapi, records);
  return { ...found, others: records.length - found.reached - found.leftOut.length };
}

/** Who would get a letter, and who would not. Changes nothing. */
export async function lookAtListLetter(
  strapi: Core.Strapi,
  seen: Seen,
  taken: TakenRecords,
  now: Date,
): Promise<ListLetterLook> {
  const { addressees, leftOut, reached, others } = await addresseesOf(strapi, seen, taken, now);
  return { letters: addressees.length, reached, leftOut: [...leftOut], others };
}

/** The addresses of an association whose readers stopped the letters to lists. @throws {Refused} to who may not read contacts */
export async function readStoppedAddresses(strapi: Core.Strapi, seen: Seen, id: string): Promise<StoppedAddresses> {
  const record = seen.index.byKey.get(`${ASSOCIATION} ${id}`);
  if (!record || !seen.reader.mayReadRecord(record) || !seen.reader.mayReadAttribute(ASSOCIATION, 'contacts'))
    throw refusals.notAllowed();
  const whyNot = await readWhyNot(strapi);
  const entry = (await readEntries(strapi, [id], 'draft')).get(id);
  const addresses = (entry?.record.contacts ?? []).flatMap(({ email }) => {
    const read = parseEmail(email);
    return read.ok && whyNot(read.value) === 'stopped' ? [read.value] : [];
  });
  return { addresses: [...new Set(addresses)] };
}

/** Whom the letter is shown for. @throws {Refused} when nobody gets it, with why */
async function firstLetter(strapi: Core.Strapi, seen: Seen, taken: TakenRecords, now: Date): Promise<Addressee> {
  const { addressees, leftOut } = await addresseesOf(strapi, seen, taken, now);
  const [first] = addressees;
  if (!first) throw new Refused('conflict', words.nobody(leftOutInWords(leftOut)));
  return first;
}

/** The letter as one address would get it; its links open nothing. */
const sampleParts = (written: ListLetterWritten, office: Office, { associations }: Addressee): LetterParts =>
  listLetter({
    ...written,
    office,
    associations: associations.map(({ name }) => name),
    stopLink: sampleLink('desinscription'),
    withdrawalLink: sampleLink('retrait'),
  });

/** The letter as the first association would read it, set and cleared as the queue does. Changes nothing. @throws {Refused} */
export async function previewListLetter(
  strapi: Core.Strapi,
  seen: Seen,
  { taken, ...written }: ListLetterSample,
  now: Date,
): Promise<ListLetterPreview> {
  checkWritten(written);
  const first = await firstLetter(strapi, seen, taken, now);
  const { office } = await readLetterSettings(strapi);
  const [set] = await setLetters(strapi, [
    {
      kind: 'list-letter',
      to: first.address,
      parts: sampleParts(written, office, first),
      association: first.associations[0]?.documentId ?? null,
    },
  ]);
  const { subject, html } = set!; // one for each
  return { subject, html, to: first.address, associations: first.associations.map(({ name }) => name) };
}

/**
 * Sends the letter as the first association would read it to the editor who asks. Its links open nothing.
 * @param email of the editor's own account
 */
export async function sendListSample(
  strapi: Core.Strapi,
  seen: Seen,
  { taken, ...written }: ListLetterSample,
  email: string,
  now: Date,
): Promise<SentSample> {
  checkWritten(written);
  const own = parseEmail(email);
  if (!own.ok) throw new Refused('invalid', words.noAddress);
  const first = await firstLetter(strapi, seen, taken, now);
  await holdToPace('letters to try out', own.value, SAMPLES_PER_EDITOR);
  const { office } = await readLetterSettings(strapi);
  const parts = sampleParts(written, office, first);
  await queueLetters(strapi, [
    {
      key: `sample:${randomUUID()}`,
      kind: 'sample',
      to: own.value,
      parts: { ...parts, subject: words.sample(parts.subject) },
      replyTo: office.email,
      request: null,
      association: first.associations[0]?.documentId ?? null,
    },
  ]);
  return { to: own.value };
}

/** The journal keeps no number and no address, not even one that an editor wrote into the subject. */
function subjectInWords(subject: string): string {
  const found = noContacts();
  collectContacts(subject, found);
  return found.phones.size + found.emails.size === 0 ? `« ${subject} »` : words.hidden;
}

const Count = z.object({ letters: z.int() });

/**
 * Queues a letter for each address of a list, all of them or none, with the line of the journal. One sending is queued once,
 * however often its button is pressed: whoever asks with its id again is told so.
 * @throws {Refused} when the list has changed since it was looked at; nothing is queued then
 */
export async function sendListLetter(
  strapi: Core.Strapi,
  seen: Seen,
  editor: Editor,
  { taken, id, expected, ...written }: ListLetterSending,
  now: Date,
): Promise<SentListLetter> {
  checkWritten(written);
  return inTransaction(strapi, async (trx) => {
    await lockUntilCommit(trx, keysOf(id));
    const [before] = await rowsOf(
      trx,
      Count,
      'select count(*)::int as letters from trame_letters where starts_with(key, ?)',
      [keysOf(id)],
    );
    if (before && before.letters > 0) throw new Refused('conflict', words.again(before.letters));
    const { addressees, leftOut, reached } = await addresseesOf(strapi, seen, taken, now);
    if (addressees.length === 0) throw new Refused('conflict', words.nobody(leftOutInWords(leftOut)));
    if (addressees.length !== expected) throw new Refused('conflict', words.changed(addressees.length));
    const { office } = await readLetterSettings(strapi);
    const queued = await queueLetters(
      strapi,
      addressees.map(({ address, associations }) => {
        const [{ documentId } = { documentId: '' }] = associations;
        return {
          key: `${keysOf(id)}${documentId}`,
          kind: 'list-letter',
          to: address,
          parts: listLetter({
            ...written,
            office,
            associations: associations.map(({ name }) => name),
            stopLink: listLink(address),
            withdrawalLink: withdrawalLink(documentId, { email: address }),
          }),
          replyTo: office.email,
          request: null,
          association: documentId,
        };
      }),
    );
    const filter = filterInWords(taken.criteria, criteriaNames(seen));
    const chosen = taken.ticked === null ? '' : reached < 2 ? ' choisie' : ' choisies une à une';
    await writeJournal(strapi, {
      who: editor.name,
      whoId: editor.id,
      act: 'lettre à une liste',
      subject: filter.slice(0, 255),
      note: typography(
        [
          `objet : ${subjectInWords(written.subject)}`,
          `${plural(queued, 'lettre')} pour ${plural(reached, 'association')}${chosen}`,
          `liste : ${filter}`,
        ].join(' ; '),
      ),
    });
    return { queued, leave: !lettersAreHeld() };
  });
}
