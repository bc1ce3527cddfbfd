import { printedLength } from '../print-length.ts';
import { consentChannels } from '../vocabulary/consent-channels.ts';
import type { EntryForm, FormContact } from './entry-form.ts';
import { entrySections, fields, type EntryField } from './fields.ts';
import { likeness, matchContacts } from './same-contact.ts';

const canonical = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) => sortedKeys(inner));

function sortedKeys(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const sameField = (field: EntryField, before: EntryForm, after: EntryForm): boolean =>
  field === 'logo'
    ? after.logo.choice === 'keep' || canonical(before.logo) === canonical(after.logo)
    : canonical(before[field]) === canonical(after[field]);

/** The fields that differ, in the order of the form. A kept logo is no difference; the order of themes and activities is one. */
export function changedFields(before: EntryForm, after: EntryForm): EntryField[] {
  return entrySections.flatMap((section) => section.fields.filter((field) => !sameField(field, before, after)));
}

/**
 * What `proposal`, made from `base`, leaves of `current`, which may have changed since: each field that the proposal changed is
 * taken from it, every other from what stands today. `conflicts` are the fields that both changed, differently: an editor
 * must look at those. A contact that left the entry in between stays away.
 */
export function mergeEntry(
  base: EntryForm,
  proposal: EntryForm,
  current: EntryForm,
): { entry: EntryForm; conflicts: EntryField[] } {
  const proposed = changedFields(base, proposal);
  const moved = new Set(changedFields(base, current));
  const taken = Object.fromEntries(proposed.map((field) => [field, proposal[field]]));
  const entry: EntryForm = { ...current, ...taken };
  return {
    entry: proposed.includes('contacts')
      ? { ...entry, contacts: withTakenBack(base, withoutRemoved(base, proposal, current), current) }
      : entry,
    conflicts: proposed.filter((field) => moved.has(field) && !sameField(field, current, proposal)),
  };
}

const isAmong = (contact: FormContact, contacts: readonly FormContact[]): boolean =>
  contacts.some((other) => likeness(contact, other) > 0);

/**
 * The proposed contacts, less those that were there when the form was opened and have left the entry since: whoever withdrew
 * in between is not brought back by an answer that was sent before.
 */
const withoutRemoved = (base: EntryForm, proposal: EntryForm, current: EntryForm): FormContact[] =>
  proposal.contacts.filter((contact) => !isAmong(contact, base.contacts) || isAmong(contact, current.contacts));

/**
 * The proposed contacts, less the boxes that were ticked when the form was opened and have been unticked since: the proposal
 * carries them along, and never asked for them.
 */
function withTakenBack(base: EntryForm, contacts: readonly FormContact[], current: EntryForm): FormContact[] {
  const [before, today] = [matchContacts(contacts, base.contacts), matchContacts(contacts, current.contacts)];
  return contacts.map((contact, index) => {
    const [was, is] = [base.contacts[before[index] ?? -1], current.contacts[today[index] ?? -1]];
    const closed = consentChannels.values.filter((channel) => was?.[channel] === true && is?.[channel] === false);
    return { ...contact, ...Object.fromEntries(closed.map((channel) => [channel, false])) };
  });
}

/** A thing that makes an entry more useful: what it counts, of a hundred; where it is filled in; what an association is told. */
interface Criterion {
  readonly points: number;
  readonly path: string;
  readonly met: (entry: EntryForm) => boolean;
  readonly advice: string;
}

const criteria = {
  summary: {
    points: 15,
    path: 'summary',
    met: ({ summary }) => printedLength(summary) >= 60,
    advice: 'Présentez-vous en une ou deux phrases complètes.',
  },
  description: {
    points: 10,
    path: 'description',
    met: ({ description }) => description !== '',
    advice: `Racontez ce que vous faites dans «\u00a0${fields.description.label}\u00a0».`,
  },
  activities: {
    points: 15,
    path: 'activities',
    met: ({ activities }) => activities.length > 0,
    advice: 'Ajoutez vos activités : c’est ce que les habitants cherchent.',
  },
  slots: {
    points: 15,
    path: 'activities.0.slots',
    met: ({ activities }) => activities.some(({ slots }) => slots.length > 0),
    advice: 'Indiquez les jours et les heures.',
  },
  ages: {
    points: 10,
    path: 'activities.0.ageMin',
    met: ({ activities }) => activities.some(({ ageMin, ageMax }) => ageMin !== null || ageMax !== null),
    advice: 'Précisez les âges.',
  },
  price: {
    points: 10,
    path: 'activities.0.price',
    met: ({ activities }) => activities.some(({ price }) => price !== ''),
    advice: 'Donnez un ordre de prix.',
  },
  contact: {
    points: 15,
    path: 'contacts',
    met: ({ contacts }) => contacts.some(({ web, print }) => web || print),
    advice: 'Laissez publier au moins un moyen de vous joindre.',
  },
  howToJoin: {
    points: 5,
    path: 'howToJoin',
    met: ({ howToJoin }) => howToJoin !== '',
    advice: 'Dites comment s’inscrire.',
  },
  logo: { points: 5, path: 'logo', met: ({ logo }) => logo.choice !== 'none', advice: 'Ajoutez votre logo.' },
} as const satisfies Readonly<Record<string, Criterion>>;

export type EntryCriterion = keyof typeof criteria;

/** What an entry still lacks, in the order of what it is worth telling: points out of a hundred, and where each is filled in. */
export function entryLacks(entry: EntryForm): {
  points: number;
  missing: { criterion: EntryCriterion; path: string; advice: string }[];
} {
  const all = Object.entries(criteria) as [EntryCriterion, Criterion][];
  return {
    points: all.reduce((sum, [, { points, met }]) => sum + (met(entry) ? points : 0), 0),
    missing: all.flatMap(([criterion, { path, met, advice }]) => (met(entry) ? [] : [{ criterion, path, advice }])),
  };
}

/** What an entry still lacks, told to the association only: points out of a hundred, and one sentence for each missing one. */
export function entryScore(entry: EntryForm): { points: number; missing: string[] } {
  const { points, missing } = entryLacks(entry);
  return { points, missing: missing.map(({ advice }) => advice) };
}
