import type { Core } from '@strapi/strapi';
import type { Connection } from '../../platform/database/connection.ts';
import { lockAnswers, lockRecord } from '../../platform/database/record-lock.ts';
import { contactActsSince, contactMark, noteSuppressions } from '../../platform/suppressions/register.ts';
import { withdrawnPatterns, type Reach } from '../../platform/links/reach.ts';
import type { OpenedWithdrawal, Withdrawn } from '../../domain/contract/associations/my-entry.ts';
import { parseEmail } from '../../domain/email.ts';
import { fields } from '../../domain/entry/fields.ts';
import { clearedText } from '../../domain/cleared-text.ts';
import { channelsInWords } from '../../domain/consent.ts';
import { listInWords } from '../../domain/french.ts';
import type { Withheld } from '../../domain/withheld-contacts.ts';
import type { SuppressionAct } from '../../domain/stored/suppression.ts';
import { consentChannels, type ConsentChannel } from '../../domain/vocabulary/consent-channels.ts';
import { writeJournal } from '../../entries/journal.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { withdrawalDoneLetter } from '../../platform/mail/letters/stale-entry.ts';
import { withdrawalNoticeLetter } from '../../platform/mail/letters/withdrawal-notice.ts';
import { queueLetters, type LetterToQueue } from '../../platform/mail/queue-letters.ts';
import { maskEmail, maskName, maskPhone } from '../../platform/http/masked.ts';
import { mergedInto } from '../../entries/merged-records.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { wakeDeployer } from '../../platform/deployer/publication.ts';
import { readEntry } from '../../entries/entry-of-record.ts';
import { clearTexts } from './clear-texts.ts';
import { findContact } from './find-contact.ts';
import { withdrawnActs } from './suppressed-contacts.ts';
import {
  clearBin,
  clearImports,
  clearJournal,
  clearKeptAnswers,
  clearMerges,
  clearProposals,
  clearRequests,
  clearUnsentLetters,
  clearVersions,
} from './kept-copies.ts';
import { clearOtherPages, pageLines, type OtherPages } from './pages-holding.ts';
import { printedEditionsOf, type PrintedEditions } from './printed-editions.ts';
import {
  affectedContacts,
  openChannels,
  binnedVersions,
  storedVersions,
  type ContactRow,
  type KnownVersion,
  type StoredVersion,
} from './stored-versions.ts';

const ASSOCIATION = 'api::association.association';

const words = {
  someone: 'Un contact',
  unnamed: 'Association sans nom',
  who: 'La personne elle-même',
  program: 'Le programme',
  again: 'Refait après la remise en place d’une sauvegarde.',
  from: (channels: string) => `Ne paraît plus\u00a0: ${channels}.`,
  texts: 'Retiré aussi des textes de la fiche.',
  removed: (pages: string) => `Retiré des inscriptions d’événements que l’association organise seule\u00a0: ${pages}.`,
  pages: (pages: string) => `Figure encore, à l’office de décider, dans\u00a0: ${pages}.`,
  holding: (editions: string) => `Figure encore dans\u00a0: ${editions}.`,
  unknown: (editions: string) =>
    `Figure peut-être encore dans\u00a0: ${editions} (on ne peut pas le dire, les fichiers n’ont pas pu être relus).`,
};

/** One line by which the person, and nobody else, knows whom it is about. Its number is in no word of it either. */
function masked(contact: ContactRow): string {
  const { name, phone, email } = contact;
  const role = clearedText(contact.role ?? '', withdrawnPatterns([contact]), fields['contacts.*.role']);
  const parts = [role, name && maskName(name), phone ? maskPhone(phone) : email && maskEmail(email)].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : words.someone;
}

/** The name of the association, which says no more than its entry what a contact took back. */
const nameOf = ([version]: readonly KnownVersion[], withdrawn: readonly Withheld[]): string =>
  clearedText(version?.name || words.unnamed, withdrawn, fields.name);

/**
 * An association as it stands; of one that was deleted and can be put back, as the bin has it. Entries that were taken into it can
 * be put back too, with whom it did not take over.
 */
async function versionsOf(strapi: Core.Strapi, associationId: string) {
  const versions = await storedVersions(strapi, associationId);
  const own: readonly KnownVersion[] = versions.length > 0 ? versions : await binnedVersions(strapi, associationId);
  const former: KnownVersion[] = [];
  for (const id of await formerly(strapi, associationId)) former.push(...(await binnedVersions(strapi, id)));
  return { versions, known: [...own, ...former] };
}

/** The entries that were taken into this one. Within the caller's transaction when there is one. */
const formerly = (strapi: Core.Strapi, documentId: string): Promise<string[]> =>
  inTransaction(strapi, (trx) => mergedInto(trx, { uid: ASSOCIATION, documentId }));

/** Everything that a link of withdrawal is about. @throws {Refused} when no contact has this link */
async function aboutLink(strapi: Core.Strapi, token: string) {
  const { associationId, reach } = await findContact(strapi, token);
  const { versions, known } = await versionsOf(strapi, associationId);
  return { associationId, reach, versions, known, contacts: affectedContacts(known, reach) };
}

/** What a link of withdrawal would do. Reads, and changes nothing. @throws {Refused} when no contact has this link */
export async function openWithdrawal(strapi: Core.Strapi, token: string): Promise<OpenedWithdrawal> {
  const { known, contacts } = await aboutLink(strapi, token);
  return {
    association: nameOf(known, []),
    contact: contacts[0] ? masked(contacts[0]) : words.someone,
    channels: openChannels(contacts),
  };
}

const labelsOf = (contacts: readonly ContactRow[]): string => channelsInWords(openChannels(contacts));

/** What became of it, and where it still stands. */
interface Done {
  readonly editions: PrintedEditions;
  /** Were texts of the entry changed too? */
  readonly texts: boolean;
  readonly pages: OtherPages;
}

const NOWHERE_ELSE: Pick<Done, 'editions' | 'pages'> = {
  editions: { holding: [], unknown: [] },
  pages: { removed: [], holding: [] },
};

const listed = (pages: OtherPages['holding']): string => pageLines(pages).join('\u00a0; ');

function noteOf(contacts: readonly ContactRow[], { editions: { holding, unknown }, texts, pages }: Done): string {
  return [
    `${contacts[0] ? masked(contacts[0]) : words.someone}.`,
    ...(openChannels(contacts).length > 0 ? [words.from(labelsOf(contacts))] : []),
    ...(texts ? [words.texts] : []),
    ...(pages.removed.length > 0 ? [words.removed(listed(pages.removed))] : []),
    ...(pages.holding.length > 0 ? [words.pages(listed(pages.holding))] : []),
    ...(holding.length > 0 ? [words.holding(listInWords(holding))] : []),
    ...(unknown.length > 0 ? [words.unknown(listInWords(unknown))] : []),
  ].join(' ');
}

/** « Retrait fait » to every address that was withdrawn, and a notice to the office. */
async function letters(
  strapi: Core.Strapi,
  line: string,
  about: { readonly id: string; readonly name: string },
  contacts: readonly ContactRow[],
  { editions, texts, pages }: Done,
): Promise<LetterToQueue[]> {
  const { office } = await readLetterSettings(strapi);
  const addresses = new Set(
    contacts.flatMap(({ email }) => {
      const address = parseEmail(email ?? '');
      return address.ok ? [address.value] : [];
    }),
  );
  const shared = { replyTo: office.email, request: null, association: about.id };
  const done = withdrawalDoneLetter(about.name, editions, office);
  const [first] = contacts;
  const contact = first ? masked(first) : words.someone;
  return [
    ...[...addresses].map((to, rank): LetterToQueue => ({
      ...shared,
      parts: done,
      key: `withdrawal:${line}:${rank}`,
      kind: 'withdrawal-done',
      to,
    })),
    ...(office.email
      ? [
          {
            ...shared,
            parts: withdrawalNoticeLetter(
              {
                association: about.name,
                contact,
                editions,
                texts,
                removedFrom: pageLines(pages.removed),
                holding: pageLines(pages.holding),
                links: [...pages.removed, ...pages.holding].map(({ link }) => link),
              },
              office,
            ),
            key: `withdrawal:${line}:office`,
            kind: 'withdrawal-notice' as const,
            to: office.email,
          },
        ]
      : []),
  ];
}

/** As for an answer of the same association: one after the other. */
async function lockEntry(trx: Connection, associationId: string): Promise<void> {
  await lockAnswers(trx, associationId);
  await lockRecord(trx, ASSOCIATION, associationId);
  await trx.raw('select id from associations where document_id = ? for update', [associationId]);
}

const journalLine = (strapi: Core.Strapi, who: string, associationId: string, subject: string, note: string) =>
  writeJournal(strapi, { who, whoId: null, act: 'contact retiré', subject, associationId, note });

/** One thing that a contact says. */
type ContactValue = { readonly phone: string } | { readonly email: string } | { readonly name: string };

const VALUES = ['phone', 'email', 'name'] as const;
const asValue = (key: (typeof VALUES)[number], value: string): ContactValue =>
  key === 'phone' ? { phone: value } : key === 'email' ? { email: value } : { name: value };

/**
 * Takes contacts out of their entry: what a withdrawal does, and what is done once more in a database of before. Within the
 * caller's transaction, the entry being locked.
 * @param contacts rows of `versions`
 * @param what `everything`: they agree to nothing any more; a value: they go on without that name, number or address
 */
async function takeOut(
  strapi: Core.Strapi,
  associationId: string,
  versions: readonly StoredVersion[],
  contacts: readonly ContactRow[],
  what: 'everything' | ContactValue = 'everything',
): Promise<Pick<Done, 'texts' | 'pages'>> {
  const before = (await readEntry(strapi, associationId))?.version ?? null;
  await strapi.db.query('contact.contact').updateMany({
    where: { id: { $in: contacts.map(({ id }) => id) } },
    data:
      what === 'everything'
        ? {
            ...Object.fromEntries(consentChannels.values.map((channel) => [channel, false])),
            consentDate: null,
            consentSource: null,
          }
        : Object.fromEntries(Object.keys(what).map((key) => [key, null])),
  });
  // A name is nobody's alone: it is not looked for in texts.
  const reaches: readonly Reach[] = what === 'everything' ? contacts : 'name' in what ? [] : [what];
  const withdrawn = withdrawnPatterns(reaches);
  let texts = 0;
  for (const version of versions) texts += await clearTexts(strapi, version, withdrawn);
  const after = (await readEntry(strapi, associationId))?.version ?? null;
  await clearKeptAnswers(strapi, associationId, reaches, withdrawn, { before, after });
  await clearProposals(strapi, associationId, withdrawn);
  for (const id of [associationId, ...(await formerly(strapi, associationId))]) {
    await clearJournal(strapi, id, reaches, withdrawn);
    await clearVersions(strapi, id, reaches, withdrawn);
    await clearBin(strapi, id, reaches, withdrawn);
    await clearMerges(strapi, id, reaches, withdrawn);
    await clearImports(strapi, id, reaches, withdrawn);
  }
  await clearRequests(strapi, associationId, withdrawn);
  await clearUnsentLetters(strapi, withdrawn);
  return { texts: texts > 0, pages: await clearOtherPages(strapi, associationId, withdrawn) };
}

/** Whether the register knows of each of these that it was taken back from everywhere. */
async function areNoted(trx: Connection, associationId: string, acts: readonly SuppressionAct[]): Promise<boolean> {
  const known = (await contactActsSince(trx, associationId, null)).flatMap(({ act }) =>
    act.kind === 'contact' && act.channels.length === consentChannels.values.length ? [act.mark] : [],
  );
  return acts.every((act) => act.kind === 'contact' && known.includes(act.mark));
}

/**
 * Takes a contact out of the directory, at once and for good: every channel of every contact of this association that has its
 * address or its number, in the draft and in what is published, and the number itself, in whatever spelling, where any text of
 * the catalogue (`domain/entry/fields.ts`), a proposal, a kept copy or a letter that waits says it. Other records are not the
 * association's own text: those that say it are named to the office (`pages-holding.ts`).
 *
 * Written to the rows, as `entries/confirm-entries.ts` does, and not through a publication: a publication takes the whole
 * draft, hence would publish what an editor has not finished, and is refused by rules that have nothing to do with the person
 * (a presentation that is too long, a theme that is gone). A withdrawal cannot be refused, and adds nothing that a rule could
 * be about: an agreement less is always allowed. The deployer hears of it by the content version, like of any change.
 *
 * Doing it twice is doing it once. One whose boxes an editor has unticked already is still taken out of every text.
 * @throws {Refused} when no contact has this link
 */
export async function withdrawContact(strapi: Core.Strapi, token: string): Promise<Withdrawn> {
  const asked = await aboutLink(strapi, token);
  const { associationId, reach } = asked;
  const editions = await printedEditionsOf(strapi, asked.contacts);

  const changed = await strapi.db.transaction(async ({ trx }) => {
    await lockEntry(trx, associationId);
    const { versions, known } = await versionsOf(strapi, associationId);
    const contacts = affectedContacts(known, reach);

    const taken = await takeOut(strapi, associationId, versions, contacts);
    // Noted each time, and of one who had agreed to nothing too: a form that was opened before would give an agreement.
    const ids = [associationId, ...(await formerly(strapi, associationId))];
    const acts = ids.flatMap((id) => withdrawnActs(id, contacts));
    const isFirst = !(await areNoted(trx as Connection, associationId, withdrawnActs(associationId, contacts)));
    await noteSuppressions(strapi, acts);
    const isSeen = openChannels(contacts).length > 0 || taken.texts || taken.pages.removed.length > 0;
    // Once more, or after an editor unticked every box and nothing said it: there is nothing to tell.
    if (!isSeen && !isFirst) return false;
    const done: Done = { editions, ...taken };
    const association = nameOf(known, withdrawnPatterns(contacts));
    const line = await journalLine(strapi, words.who, associationId, association, noteOf(contacts, done));
    // Of one who stood nowhere the journal alone knows: the desk says it when an answer would bring the person in.
    if (isSeen)
      await queueLetters(strapi, await letters(strapi, line, { id: associationId, name: association }, contacts, done));
    return isSeen;
  });
  if (changed) await wakeDeployer();
  return {
    association: nameOf(asked.known, withdrawnPatterns(asked.contacts)),
    printedEditions: [...editions.holding],
    unknownEditions: [...editions.unknown],
  };
}

/** An act of the register about a contact. */
type ContactAct = Extract<SuppressionAct, { kind: 'contact' | 'value' }>;

const withMark = (contacts: readonly ContactRow[], { association, mark }: ContactAct) =>
  contacts.flatMap((contact) =>
    VALUES.flatMap((key) => {
      const value = contact[key];
      return value && contactMark(association, value) === mark ? [{ contact, key, value }] : [];
    }),
  );

/**
 * Does once more what was done to a contact after this database was saved, if it is there: it is known by its mark alone. No
 * letter tells of it, they have left; the journal does.
 */
export async function withdrawAgain(strapi: Core.Strapi, act: ContactAct): Promise<void> {
  const associationId = act.association;
  await strapi.db.transaction(async ({ trx }) => {
    await lockEntry(trx as Connection, associationId);
    const { versions, known } = await versionsOf(strapi, associationId);
    const found = withMark(
      known.flatMap(({ contacts }) => contacts),
      act,
    );
    const [first] = found;
    if (!first) return;
    const contacts = found.map(({ contact }) => contact);
    const note = noteOf(contacts, { ...NOWHERE_ELSE, texts: false });
    const value = act.kind === 'value' ? asValue(first.key, first.value) : null;
    if (value !== null) {
      await takeOut(strapi, associationId, versions, contacts, value);
    } else if (act.kind === 'contact') {
      const closed = new Set<ConsentChannel>(act.channels);
      const stillOpen = openChannels(contacts).filter((channel) => !closed.has(channel));
      if (openChannels(contacts).length === stillOpen.length) return;
      // What is in the bin has no rows: an agreement less is always allowed.
      if (stillOpen.length === 0 || versions.length === 0) await takeOut(strapi, associationId, versions, contacts);
      else
        await strapi.db.query('contact.contact').updateMany({
          where: { id: { $in: contacts.map(({ id }) => id) } },
          data: Object.fromEntries(act.channels.map((channel) => [channel, false])),
        });
    }
    const withdrawn = value === null ? contacts : 'name' in value ? [] : [value];
    const name = nameOf(known, withdrawnPatterns(withdrawn));
    await journalLine(strapi, words.program, associationId, name, `${words.again} ${note}`);
  });
}
