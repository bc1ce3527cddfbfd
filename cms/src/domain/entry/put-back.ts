/**
 * A former state of an entry that is put back shows nobody more than today. An agreement that was taken back in between (by an
 * accepted answer, by an editor's untick, by the removal of a contact) comes back by a new agreement only, which whoever edits the
 * form writes down; so does a number or an address that was replaced.
 */
import { channelsInWords, type Consent } from '../consent.ts';
import { mendedPhone } from '../phone-plan.ts';
import { consentChannels } from '../vocabulary/consent-channels.ts';
import type { EntryForm } from './entry-form.ts';
import { likeness, matchContacts, type Reachable } from './same-contact.ts';

type AgreedContact = Consent & Reachable;

/** What is put back, and sentences about what is not. */
export interface PutBack<T> {
  readonly value: T;
  readonly told: readonly string[];
}

const words = {
  unnamed: 'Un contact',
  replaced: (who: string) =>
    `${who}\u00a0: le numéro ou l’adresse d’avant a été remplacé depuis, il n’est pas remis. S’il est de nouveau bon, écrivez-le dans la fiche avec l’accord de la personne.`,
  closed: (who: string, channels: string) =>
    `${who}\u00a0: l’accord a été retiré depuis et le reste (${channels}). Si la personne est d’accord de nouveau, cochez-le dans la fiche avec la date de son accord.`,
  withdrew: (who: string) =>
    `${who}\u00a0: la personne a demandé depuis à ne plus paraître. Son numéro et son adresse d’avant ne sont pas remis. Si elle est d’accord de nouveau, écrivez-les dans la fiche avec la date de son accord.`,
  gone: (who: string) =>
    `${who}\u00a0: ce contact n’est plus sur la fiche, et une personne a demandé depuis à ne plus y paraître\u00a0: il n’est pas remis. S’il s’agit de quelqu’un d’autre, écrivez-le dans la fiche avec son accord.`,
  address:
    'L’adresse n’est plus montrée depuis\u00a0: elle ne l’est pas de nouveau. Cochez-la dans la fiche s’il le faut.',
};

const REACHES = ['phone', 'email'] as const;
/** A number that an older version stored wrongly is the same one. */
const plain = (text: string): string => mendedPhone(text.trim().toLowerCase());
const values = (contact: Reachable): string[] => {
  const reaches = REACHES.map((key) => plain(contact[key])).filter(Boolean);
  // One who is named and cannot be reached is known by the name alone.
  return reaches.length > 0 ? reaches : [plain(contact.name)].filter(Boolean);
};

const nameOf = (contact: Reachable): string =>
  contact.name || ('role' in contact && typeof contact.role === 'string' && contact.role) || words.unnamed;

/** Whether a contact asked by itself to appear no more, since the state that is put back. */
export type HasWithdrawn = (contact: Reachable) => boolean;
const nobodyWithdrew: HasWithdrawn = () => false;

/** The contacts that are still there today: once somebody has withdrawn, nobody who is out comes back. */
export function contactsStillThere<Contact extends Reachable>(
  former: readonly Contact[],
  today: readonly Reachable[],
  hasWithdrawn: HasWithdrawn,
): PutBack<Contact[]> {
  const isThere = (contact: Contact): boolean => today.some((other) => likeness(contact, other) > 0);
  return {
    value: former.filter(isThere),
    told: former
      .filter((contact) => !isThere(contact))
      .map((contact) => (hasWithdrawn(contact) ? words.withdrew : words.gone)(nameOf(contact))),
  };
}

/** What is told of fields in which nothing else differs. @param differing those in which something does */
export const toldBesides = (
  told: Readonly<Record<string, readonly string[]>>,
  differing: readonly string[],
): string[] => Object.entries(told).flatMap(([field, sentences]) => (differing.includes(field) ? [] : [...sentences]));

/** Why nothing of some fields is put back: sentences in one text; null when they say the same as today. */
export function whyNothing(
  told: Readonly<Record<string, readonly string[]>>,
  fields: readonly string[],
): string | null {
  const asked = fields.length > 0 ? fields : Object.keys(told);
  const sentences = new Set(asked.flatMap((field) => told[field] ?? []));
  return sentences.size > 0 ? [...sentences].join(' ') : null;
}

/**
 * The contacts of a former state as they may be put back.
 * @param former with the agreements that they had then
 * @param today those of the entry as it is published
 * @param hasWithdrawn decides what is told of a contact, and nothing else
 */
export function contactsPutBack<Contact extends AgreedContact>(
  former: readonly Contact[],
  today: readonly Contact[],
  hasWithdrawn: HasWithdrawn = nobodyWithdrew,
): PutBack<Contact[]> {
  const told: string[] = [];
  const known = new Set(today.flatMap(values));
  const matches = matchContacts(former, today);
  const contacts = former.map((contact, index) => {
    const match = matches[index];
    const other = match === null || match === undefined ? undefined : today[match];
    const who = nameOf(contact);
    const withdrew = hasWithdrawn(contact) || (other !== undefined && hasWithdrawn(other));
    // The contact goes on by its other value: the one that left it since is somebody's who may have asked for that.
    const replaced = other ? REACHES.filter((key) => contact[key] !== '' && !known.has(plain(contact[key]))) : [];
    const kept: Contact = { ...contact, ...Object.fromEntries(replaced.map((key) => [key, other?.[key] ?? ''])) };
    if (replaced.length > 0 && !withdrew) told.push(words.replaced(who));

    const isOpenToday = (channel: (typeof consentChannels.values)[number]) =>
      values(kept).every((value) => today.some((one) => one[channel] && values(one).includes(value)));
    const closed = consentChannels.values.filter((channel) => kept[channel] && !isOpenToday(channel));
    if (withdrew && replaced.length + closed.length > 0) told.push(words.withdrew(who));
    else if (closed.length > 0) told.push(words.closed(who, channelsInWords(closed)));
    const shown = { ...kept, ...Object.fromEntries(closed.map((channel) => [channel, false])) };
    if (consentChannels.values.every((channel) => !shown[channel]))
      return { ...shown, consentDate: null, consentSource: null };
    // Of the same person under the same values, the agreement that stands is the newest one.
    const stands = other !== undefined && [...REACHES, 'name' as const].every((key) => other[key] === shown[key]);
    return stands ? { ...shown, consentDate: other.consentDate, consentSource: other.consentSource } : shown;
  });
  return { value: contacts, told };
}

/** The address of a former state: one that is hidden today stays so. */
export function addressPutBack(
  former: EntryForm['address'],
  today: EntryForm['address'],
): PutBack<EntryForm['address']> {
  if (!former.public || today.public) return { value: former, told: [] };
  return { value: { ...former, public: false }, told: [words.address] };
}
