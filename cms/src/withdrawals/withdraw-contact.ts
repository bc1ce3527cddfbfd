import type { Core } from '@strapi/strapi';
import type { OpenedWithdrawal, Withdrawn } from '../domain/contract/my-entry.ts';
import { parseEmail } from '../domain/email.ts';
import { listInWords } from '../domain/french.ts';
import { consentChannels } from '../domain/vocabulary/consent-channels.ts';
import { writeJournal } from '../journal/journal.ts';
import { readLetterSettings } from '../mail/campaign-letter.ts';
import { withdrawalDoneLetter } from '../mail/letters/truth.ts';
import { withdrawalNoticeLetter } from '../mail/letters/withdrawal-notice.ts';
import { queueLetters, type Letter } from '../mail/outbox.ts';
import { maskEmail, maskName, maskPhone } from '../public-door/masked.ts';
import { wakeDeployer } from '../publication/deployer.ts';
import { readEntry } from '../submissions/entry-of-record.ts';
import { clearTexts, withdrawnPatterns } from './clear-texts.ts';
import { findContact } from './find-contact.ts';
import { clearJournal, clearKeptAnswers, clearProposals } from './kept-copies.ts';
import { clearOtherPages, pageLines, type OtherPages } from './pages-holding.ts';
import { printedEditionsOf, type PrintedEditions } from './printed-editions.ts';
import {
  affectedContacts,
  openChannels,
  storedVersions,
  type ContactRow,
  type StoredVersion,
} from './stored-versions.ts';

const words = {
  someone: 'Un contact',
  unnamed: 'Association sans nom',
  who: 'La personne elle-même',
  from: (channels: string) => `Ne paraît plus\u00a0: ${channels}.`,
  texts: 'Retiré aussi des textes de la fiche.',
  removed: (pages: string) => `Retiré des inscriptions d’événements que l’association organise seule\u00a0: ${pages}.`,
  pages: (pages: string) => `Figure encore, à l’office de décider, dans\u00a0: ${pages}.`,
  holding: (editions: string) => `Figure encore dans\u00a0: ${editions}.`,
  mayHold: (editions: string) => `Figure peut-être encore dans\u00a0: ${editions}.`,
};

/** One line by which the person, and nobody else, knows whom it is about. */
function masked({ role, name, phone, email }: ContactRow): string {
  const parts = [role, name && maskName(name), phone ? maskPhone(phone) : email && maskEmail(email)].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : words.someone;
}

const nameOf = ([version]: readonly StoredVersion[]): string => version?.name || words.unnamed;

/** Everything that a link of withdrawal is about. @throws {AnswerRefused} when no contact has this link */
async function aboutLink(strapi: Core.Strapi, token: string) {
  const { associationId, reach } = await findContact(strapi, token);
  const versions = await storedVersions(strapi, associationId);
  return { associationId, reach, versions, contacts: affectedContacts(versions, reach) };
}

/** What a link of withdrawal would do. Reads, and changes nothing. @throws {AnswerRefused} when no contact has this link */
export async function openWithdrawal(strapi: Core.Strapi, token: string): Promise<OpenedWithdrawal> {
  const { versions, contacts } = await aboutLink(strapi, token);
  return {
    association: nameOf(versions),
    contact: contacts[0] ? masked(contacts[0]) : words.someone,
    channels: openChannels(contacts),
  };
}

const labelsOf = (contacts: readonly ContactRow[]): string =>
  listInWords(openChannels(contacts).map((channel) => consentChannels.label(channel).toLowerCase()));

/** What became of it, and where it still stands. */
interface Done {
  readonly editions: PrintedEditions;
  /** Were texts of the entry changed too? */
  readonly texts: boolean;
  readonly pages: OtherPages;
}

const listed = (pages: OtherPages['holding']): string => pageLines(pages).join('\u00a0; ');

function noteOf(contacts: readonly ContactRow[], { editions: { titles, certain }, texts, pages }: Done): string {
  const editions = titles.length === 0 ? [] : [(certain ? words.holding : words.mayHold)(listInWords(titles))];
  return [
    `${contacts[0] ? masked(contacts[0]) : words.someone}.`,
    words.from(labelsOf(contacts)),
    ...(texts ? [words.texts] : []),
    ...(pages.removed.length > 0 ? [words.removed(listed(pages.removed))] : []),
    ...(pages.holding.length > 0 ? [words.pages(listed(pages.holding))] : []),
    ...editions,
  ].join(' ');
}

/** « Retrait fait » to every address that was withdrawn, and a notice to the office. */
async function letters(
  strapi: Core.Strapi,
  line: string,
  association: string,
  contacts: readonly ContactRow[],
  { editions: { titles, certain }, texts, pages }: Done,
): Promise<Letter[]> {
  const { office } = await readLetterSettings(strapi);
  const addresses = new Set(
    contacts.flatMap(({ email }) => {
      const address = parseEmail(email ?? '');
      return address.ok ? [address.value] : [];
    }),
  );
  const shared = { replyTo: office.email, request: null };
  const done = withdrawalDoneLetter(association, titles, office);
  const [first] = contacts;
  const contact = first ? masked(first) : words.someone;
  return [
    ...[...addresses].map((to, rank): Letter => ({
      ...shared,
      ...done,
      key: `withdrawal:${line}:${rank}`,
      kind: 'withdrawal-done',
      to,
    })),
    ...(office.email
      ? [
          {
            ...shared,
            ...withdrawalNoticeLetter(
              {
                association,
                contact,
                editions: titles,
                certain,
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

/**
 * Takes a contact out of the directory, at once and for good: every channel of every contact of this association that has its
 * address or its number, in the draft and in what is published, and the number itself where a text or a proposal says it. Events
 * and guides are not its own text: those that say it are named to the office (`pages-holding.ts`).
 *
 * Written to the rows, as `submissions/confirm-entries.ts` does, and not through a publication: a publication takes the whole
 * draft, hence would publish what an editor has not finished, and is refused by rules that have nothing to do with the person
 * (a presentation that is too long, a theme that is gone). A withdrawal cannot be refused, and adds nothing that a rule could
 * be about: an agreement less is always allowed. The deployer hears of it by the content version, like of any change.
 *
 * Doing it twice is doing it once.
 * @throws {AnswerRefused} when no contact has this link
 */
export async function withdrawContact(strapi: Core.Strapi, token: string): Promise<Withdrawn> {
  const asked = await aboutLink(strapi, token);
  const { associationId, reach } = asked;
  const editions = await printedEditionsOf(strapi, asked.contacts);

  const changed = await strapi.db.transaction(async ({ trx }) => {
    // As for an answer of the same association: one after the other.
    await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [`trame-answer:${associationId}`]);
    await trx.raw('select id from associations where document_id = ? for update', [associationId]);
    const versions = await storedVersions(strapi, associationId);
    const contacts = affectedContacts(versions, reach);
    if (openChannels(contacts).length === 0) return false;

    const before = (await readEntry(strapi, associationId))?.version ?? null;
    await strapi.db.query('contact.contact').updateMany({
      where: { id: { $in: contacts.map(({ id }) => id) } },
      data: {
        ...Object.fromEntries(consentChannels.values.map((channel) => [channel, false])),
        consentDate: null,
        consentSource: null,
      },
    });
    const withdrawn = withdrawnPatterns(contacts);
    let texts = 0;
    for (const version of versions) texts += await clearTexts(strapi, version, withdrawn);
    const after = (await readEntry(strapi, associationId))?.version ?? null;
    await clearKeptAnswers(strapi, associationId, contacts, { before, after });
    await clearProposals(strapi, associationId, withdrawn);
    await clearJournal(strapi, associationId, contacts);
    const pages = await clearOtherPages(strapi, associationId, withdrawn);
    const done: Done = { editions, texts: texts > 0, pages };

    const association = nameOf(versions);
    const line = await writeJournal(strapi, {
      who: words.who,
      whoId: null,
      act: 'contact retiré',
      subject: association,
      associationId,
      note: noteOf(contacts, done),
    });
    await queueLetters(strapi, await letters(strapi, line, association, contacts, done));
    return true;
  });
  if (changed) await wakeDeployer();
  return { association: nameOf(asked.versions), printedEditions: [...editions.titles] };
}
