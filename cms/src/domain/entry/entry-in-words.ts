import { formatAges } from '../ages.ts';
import { formatEmail } from '../email-domain.ts';
import { compareSlots, formatSlot } from '../slots.ts';
import { consentChannels } from '../vocabulary/consent-channels.ts';
import { networks } from '../vocabulary/networks.ts';
import type { EntryForm, FormActivity, FormContact, FormSlot } from './entry-form.ts';
import { labelOf, type EntryField } from './fields.ts';

/** Names of what an entry points to. Absent ones (a theme that was deleted) answer undefined. */
export interface EntryNames {
  readonly theme: (id: string) => string | undefined;
  readonly audience: (id: string) => string | undefined;
  readonly commune: (id: string) => string | undefined;
  readonly communeOfCode: (inseeCode: string) => string | undefined;
  /** A number, stored or half typed, as it is read. */
  readonly phone: (number: string) => string;
}

const words = {
  unknown: '(choix supprimé depuis)',
  unnamed: '(sans nom)',
  yes: 'Oui',
  no: 'Non',
  shown: 'affichée sur la fiche',
  hidden: 'non affichée',
  noLogo: 'Aucun',
  keptLogo: 'Logo actuel',
  newLogo: 'Nouvelle image',
  nowhere: 'réservé à l’office',
} as const;

/** The five kinds of handicap, in the order of the form. */
export const accessibilityKinds = (['mobility', 'hearing', 'sight', 'intellectual', 'psychological'] as const).map(
  (kind) => ({ kind, label: labelOf(`accessibility.${kind}`) }),
);

const some = (...parts: readonly (string | null | undefined)[]): string[] =>
  parts.filter((part): part is string => part !== null && part !== undefined && part !== '');

/** "Mercredi, 14 h – 15 h 30 (hors vacances)" */
export const slotInWords = (slot: FormSlot): string =>
  formatSlot({ ...slot, begin: slot.begin || null, end: slot.end || null, note: slot.note || null });

/** "de 4 à 6 ans · Mercredi, 14 h – 15 h · 120 € par an"; empty when only its name is known. */
export function activityFactsInWords(activity: FormActivity, names: Pick<EntryNames, 'communeOfCode'>): string {
  const slots = [...activity.slots]
    .sort((a, b) => compareSlots({ ...a, begin: a.begin || null }, { ...b, begin: b.begin || null }))
    .map(slotInWords);
  return some(
    formatAges(activity),
    slots.join(' ; '),
    activity.price,
    some(activity.place, activity.communeCode && names.communeOfCode(activity.communeCode)).join(', '),
    activity.season,
    activity.description,
  ).join(' · ');
}

/** "Éveil danse : de 4 à 6 ans · Mercredi, 14 h – 15 h · 120 € par an" */
export function activityInWords(activity: FormActivity, names: Pick<EntryNames, 'communeOfCode'>): string {
  const facts = activityFactsInWords(activity, names);
  const name = activity.label || words.unnamed;
  return facts === '' ? name : `${name} : ${facts}`;
}

/** "Site internet, Annuaire imprimé", or that it is for the office alone. */
export const channelsInWords = (contact: FormContact): string =>
  consentChannels.terms
    .filter(({ value }) => contact[value])
    .map(({ label }) => label)
    .join(', ') || words.nowhere;

/** "Présidence, Anne Martin, 05 36 49 00 00 (Site internet)" */
export const contactInWords = (contact: FormContact, names: Pick<EntryNames, 'phone'>): string =>
  `${some(contact.role, contact.name, contact.phone && names.phone(contact.phone), formatEmail(contact.email)).join(', ')} (${channelsInWords(contact)})`;

/** One field in words, a line for each thing it holds; empty when it holds nothing. */
export function fieldInWords(entry: EntryForm, field: EntryField, names: EntryNames): string[] {
  const named = (ids: readonly string[], name: (id: string) => string | undefined) =>
    ids.map((id) => name(id) ?? words.unknown);
  switch (field) {
    case 'foundedYear':
      return entry.foundedYear === null ? [] : [String(entry.foundedYear)];
    case 'themes':
      return named(entry.themes, names.theme);
    case 'audiences':
      return named(entry.audiences, names.audience);
    case 'commune':
      return named(entry.commune === null ? [] : [entry.commune], names.commune);
    case 'communesOfActivity':
      return named(entry.communesOfActivity, names.commune);
    case 'activities':
      return entry.activities.map((activity) => activityInWords(activity, names));
    case 'contacts':
      return entry.contacts.map((contact) => contactInWords(contact, names));
    case 'networks':
      return entry.networks.map(({ network, url }) => `${networks.label(network)} : ${url}`);
    case 'seeksVolunteers':
      return [entry.seeksVolunteers ? words.yes : words.no];
    case 'logo':
      if (entry.logo.choice === 'new') return [`${words.newLogo} : ${entry.logo.alt || words.unnamed}`];
      return [entry.logo.choice === 'none' ? words.noLogo : words.keptLogo];
    case 'address': {
      const { street, complement, postalCode, city, public: shown } = entry.address;
      const lines = some(street, complement, some(postalCode, city).join(' '));
      return lines.length === 0 ? [] : [`${lines.join(', ')} (${shown ? words.shown : words.hidden})`];
    }
    case 'accessibility':
      return some(
        ...accessibilityKinds.map(({ kind, label }) => (entry.accessibility[kind] ? label : null)),
        entry.accessibility.note,
      );
    default:
      return some(...entry[field].split('\n'));
  }
}
