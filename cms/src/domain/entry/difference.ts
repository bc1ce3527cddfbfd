import { printedLength } from '../print-length.ts';
import type { EntryForm, FormContact } from './entry-form.ts';
import { likeness } from './same-contact.ts';

/** A section of the form, in its order; the same words stand in the association's form and on the editor's desk. */
export const entrySections = [
  { id: 'identity', title: 'L’association', fields: ['name', 'acronym', 'foundedYear', 'logo'] },
  { id: 'presentation', title: 'Présentation', fields: ['summary', 'description', 'howToJoin'] },
  { id: 'themes', title: 'Thèmes et publics', fields: ['themes', 'audiences'] },
  { id: 'activities', title: 'Activités', fields: ['activities'] },
  { id: 'places', title: 'Lieux', fields: ['commune', 'communesOfActivity', 'address', 'accessibility'] },
  { id: 'contacts', title: 'Contacts', fields: ['contacts', 'website', 'networks'] },
  { id: 'volunteers', title: 'Bénévolat', fields: ['seeksVolunteers', 'volunteersNote'] },
] as const satisfies readonly { id: string; title: string; fields: readonly (keyof EntryForm)[] }[];

/** Labels of the fields, as an association and an editor read them. */
export const entryFieldLabels: Readonly<Record<keyof EntryForm, string>> = {
  name: 'Nom',
  acronym: 'Sigle',
  foundedYear: 'Année de création',
  logo: 'Logo',
  summary: 'Présentation courte',
  description: 'En savoir plus',
  howToJoin: 'Comment s’inscrire',
  themes: 'Thèmes',
  audiences: 'Publics',
  activities: 'Activités',
  commune: 'Commune du siège',
  communesOfActivity: 'Communes d’activité',
  address: 'Adresse',
  accessibility: 'Accessibilité',
  contacts: 'Contacts',
  website: 'Site internet',
  networks: 'Réseaux sociaux',
  seeksVolunteers: 'Cherche des bénévoles',
  volunteersNote: 'Précisions sur le bénévolat',
};

export type EntryField = keyof EntryForm;

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
  return entrySections.flatMap(({ fields }) => fields.filter((field) => !sameField(field, before, after)));
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
    entry: proposed.includes('contacts') ? { ...entry, contacts: withoutRemoved(base, proposal, current) } : entry,
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

/** What an entry still lacks, told to the association only: points out of a hundred, and one sentence for each missing one. */
export function entryScore(entry: EntryForm): { points: number; missing: string[] } {
  const criteria: readonly [points: number, met: boolean, advice: string][] = [
    [15, printedLength(entry.summary) >= 60, 'Présentez-vous en une ou deux phrases complètes.'],
    [10, entry.description !== '', 'Racontez ce que vous faites dans « En savoir plus ».'],
    [15, entry.activities.length > 0, 'Ajoutez vos activités : c’est ce que les habitants cherchent.'],
    [15, entry.activities.some(({ slots }) => slots.length > 0), 'Indiquez les jours et les heures.'],
    [10, entry.activities.some(({ ageMin, ageMax }) => ageMin !== null || ageMax !== null), 'Précisez les âges.'],
    [10, entry.activities.some(({ price }) => price !== ''), 'Donnez un ordre de prix.'],
    [15, entry.contacts.some(({ web, print }) => web || print), 'Laissez publier au moins un moyen de vous joindre.'],
    [5, entry.howToJoin !== '', 'Dites comment s’inscrire.'],
    [5, entry.logo.choice !== 'none', 'Ajoutez votre logo.'],
  ];
  return {
    points: criteria.reduce((sum, [points, met]) => sum + (met ? points : 0), 0),
    missing: criteria.flatMap(([, met, advice]) => (met ? [] : [advice])),
  };
}
