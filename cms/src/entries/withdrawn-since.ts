/**
 * A withdrawal always wins: what was taken off since a form was opened does not come back by what that form still holds. It is
 * known by the register of suppressions, whose marks are made from the numbers and addresses that the form sends.
 */
import type { Core } from '@strapi/strapi';
import { clearedEntry } from '../domain/entry/texts.ts';
import { channelsInWords } from '../domain/consent.ts';
import { dayOf } from '../domain/dates.ts';
import { formatMoment } from '../domain/moments.ts';
import { parseEmail } from '../domain/email.ts';
import { parsePhone } from '../domain/phone.ts';
import type { Suppression } from '../domain/stored/suppression.ts';
import { isValues, textOf, type Values } from '../domain/visit.ts';
import { consentChannels, type ConsentChannel } from '../domain/vocabulary/consent-channels.ts';
import type { Connection } from '../platform/database/connection.ts';
import { withdrawnPatterns } from '../platform/links/reach.ts';
import { contactMark, contactActsSince } from '../platform/suppressions/register.ts';
import type { RecordContent } from './record-content.ts';

const ASSOCIATION = 'api::association.association';
const EVENT = 'api::event.event';

interface Withdrawal {
  readonly association: string;
  readonly mark: string;
  readonly channels: readonly ConsentChannel[];
  /** ISO 8601 */
  readonly at: string;
}

const words = {
  unnamed: 'Un contact',
  closed: (who: string, at: string, channels: string) =>
    `${who}\u00a0: l’accord a été retiré le ${formatMoment(at)}, après l’ouverture de ce formulaire. Il reste retiré (${channels}). Si la personne est d’accord de nouveau, rouvrez la fiche et notez son nouvel accord.`,
  registration: (at: string) =>
    `Un moyen d’inscription a été retiré de cet événement le ${formatMoment(at)}, à la demande de la personne\u00a0: il n’est pas remis.`,
};

/** As it is stored, whatever a form makes of it. */
function valuesOf(contact: Values): string[] {
  const phone = textOf(contact['phone']).trim();
  const email = textOf(contact['email']).trim();
  const [number, address] = [parsePhone(phone), parseEmail(email)];
  return [number.ok ? number.value : phone, address.ok ? address.value : email].filter((value) => value !== '');
}

const listOf = (value: unknown): Values[] => (Array.isArray(value) ? value.filter(isValues) : []);

/** Content in which withdrawals are done, and what that changed. */
export interface Closed {
  readonly content: Values;
  /** Sentences. */
  readonly told: readonly string[];
}

const same = (closed: Values): Closed => ({ content: closed, told: [] });

function closeContact(association: string, contact: Values, withdrawals: readonly Withdrawal[]) {
  const marks = valuesOf(contact).map((value) => contactMark(association, value));
  const channels = new Set<ConsentChannel>();
  let last: string | null = null;
  for (const one of withdrawals) {
    if (one.association !== association || !marks.includes(one.mark)) continue;
    // Given on a later day than it was taken back: another agreement.
    if (textOf(contact['consentDate']).slice(0, 10) > dayOf(one.at)) continue;
    const closing = one.channels.filter((channel) => contact[channel] === true);
    if (closing.length === 0) continue;
    for (const channel of closing) channels.add(channel);
    last = one.at;
  }
  if (last === null) return null;
  const closed: Values = { ...contact, ...Object.fromEntries([...channels].map((channel) => [channel, false])) };
  if (consentChannels.values.every((channel) => closed[channel] !== true))
    Object.assign(closed, { consentDate: null, consentSource: null });
  const who = textOf(contact['name']) || textOf(contact['role']) || words.unnamed;
  const told = channelsInWords(consentChannels.values.filter((channel) => channels.has(channel)));
  return { closed, told: words.closed(who, last, told) };
}

/** Who is reached by what was withdrawn from everywhere: what no text of the entry says any more. */
const withdrawnContacts = (association: string, contacts: readonly Values[], withdrawals: readonly Withdrawal[]) =>
  contacts.flatMap((contact) =>
    valuesOf(contact).flatMap((value) => {
      const mark = contactMark(association, value);
      const isGone = withdrawals.some(
        (one) =>
          one.association === association && one.mark === mark && one.channels.length === consentChannels.values.length,
      );
      return isGone ? [value.includes('@') ? { email: value } : { phone: value }] : [];
    }),
  );

function closeAssociation(
  documentId: string,
  content: RecordContent,
  standing: RecordContent,
  withdrawals: readonly Withdrawal[],
) {
  const told: string[] = [];
  const contacts = listOf(content['contacts']).map((contact) => {
    const done = closeContact(documentId, contact, withdrawals);
    if (done) told.push(done.told);
    return done?.closed ?? contact;
  });
  // One who agreed anew since may be named.
  const open = new Set(
    listOf(standing['contacts'])
      .filter((contact) => consentChannels.values.some((channel) => contact[channel] === true))
      .flatMap(valuesOf),
  );
  const reaches = withdrawnContacts(
    documentId,
    [...listOf(content['contacts']), ...listOf(standing['contacts'])],
    withdrawals,
  ).filter((reach) => !open.has(Object.values(reach)[0] ?? ''));
  const withContacts = 'contacts' in content ? { ...content, contacts } : { ...content };
  const cleared = clearedEntry(withContacts, withdrawnPatterns(reaches), 'stored');
  // Nothing is left of an address on the site that was a number: the one that stands stays.
  if ('slug' in cleared && !cleared['slug']) cleared['slug'] = standing['slug'];
  return { content: cleared as Values, told };
}

/** An event of the association alone lost its way to register: it is not put back. */
function closeEvent(content: RecordContent, standing: RecordContent, withdrawals: readonly Withdrawal[]): Closed {
  const told: string[] = [];
  const there = new Set(listOf(standing['registration']).map((row) => textOf(row['value'])));
  const registration = listOf(content['registration']).filter((row) => {
    if (there.has(textOf(row['value']))) return true;
    const values = valuesOf({ phone: row['value'], email: row['value'] });
    const found = withdrawals.find((one) => values.some((value) => contactMark(one.association, value) === one.mark));
    if (found) told.push(words.registration(found.at));
    return found === undefined;
  });
  return { content: 'registration' in content ? { ...content, registration } : { ...content }, told };
}

/** Does what was withdrawn since in content that was made before. */
export type CloseWithdrawn = (content: RecordContent) => Closed;

/**
 * What a withdrawal took off attributes that a form showed open and did not send, so that who edits it reads of it all the same:
 * nothing of it was to be kept closed in what was sent.
 * @param opened the state that the form was made from
 * @param sent what the form sends
 * @param standing the record as it stands today; of whom agreed anew since, nothing is told
 * @returns sentences
 */
export function withdrawnUnsent(
  close: CloseWithdrawn,
  opened: RecordContent,
  sent: Values,
  standing: RecordContent,
): readonly string[] {
  const unsent: Values = Object.fromEntries(Object.entries(opened).filter(([name]) => !(name in sent)));
  if (!('contacts' in unsent)) return close(unsent).told;
  const today = listOf(standing['contacts']).map((contact) => ({ contact, values: valuesOf(contact) }));
  const contacts = listOf(unsent['contacts']).map((contact) => {
    const values = valuesOf(contact);
    const isOpen = (channel: ConsentChannel) =>
      today.some((one) => one.contact[channel] === true && one.values.some((value) => values.includes(value)));
    return { ...contact, ...Object.fromEntries(consentChannels.values.filter(isOpen).map((one) => [one, false])) };
  });
  return close({ ...unsent, contacts }).told;
}

const toWithdrawal = ({ at, act }: Suppression): Withdrawal[] =>
  act.kind === 'contact' ? [{ association: act.association, mark: act.mark, channels: act.channels, at }] : [];

/**
 * What was withdrawn of a record since a form was opened.
 * @param since null when that is not known: all that the register remembers
 * @param standing the record as it stands today
 */
export async function withdrawnSince(
  strapi: Core.Strapi,
  trx: Connection,
  { uid, documentId }: { readonly uid: string; readonly documentId: string },
  since: string | null,
  standing: RecordContent,
): Promise<CloseWithdrawn> {
  if (uid !== ASSOCIATION && uid !== EVENT) return (content) => same({ ...content });
  const acts = await contactActsSince(trx, uid === ASSOCIATION ? documentId : null, since);
  return closing({ uid, documentId }, acts, standing);
}

/** Does in content what these acts of the register say. Pure. @param acts of the secret that marks are made with */
export function closing(
  { uid, documentId }: { readonly uid: string; readonly documentId: string },
  acts: readonly Suppression[],
  standing: RecordContent,
): CloseWithdrawn {
  const withdrawals = acts.flatMap(toWithdrawal);
  if (withdrawals.length === 0) return (content) => same({ ...content });
  return (content) =>
    uid === ASSOCIATION
      ? closeAssociation(documentId, content, standing, withdrawals)
      : closeEvent(content, standing, withdrawals);
}
