/** What a line of a file makes of an entry. Consent is never assumed: what a file brings is agreed for nothing, unless an editor vouches for the file. */
import { emptyEntry } from '../entry/empty-entry.ts';
import { officeFormOf, type OfficeContact, type OfficeForm } from '../entry/office-form.ts';
import type { FormActivity } from '../entry/entry-form.ts';
import { matchContacts } from '../entry/same-contact.ts';
import { formatPhone } from '../phone.ts';
import type { ConsentChannel } from '../vocabulary/consent-channels.ts';
import type { ConsentSource } from '../vocabulary/consent-sources.ts';
import { nameKey } from './cells/choose-names.ts';
import { plainWords } from './cells/words.ts';
import { formerIdNote, formerIdsIn, idKey, rnaNumber } from './cells/register-ids.ts';
import type { ImportedContact, ImportedValues } from './associations.ts';

/** What an editor vouches for, for every contact that the file brings. */
export interface FileConsent {
  readonly channels: readonly ConsentChannel[];
  readonly source: ConsentSource;
  /** `YYYY-MM-DD`: when the people of the file agreed. */
  readonly date: string;
}

/** What becomes of a field that both the entry and the file fill: the file's stands, or the entry's. An empty cell never empties a field. */
export type MergePolicy = 'replace' | 'complete';

export interface MergeOptions {
  readonly policy: MergePolicy;
  readonly consent: FileConsent | null;
  /**
   * Is the file one of the national register? It is the authority on the official name and number, and on nothing else: of an entry
   * that is there it only fills what is empty, and neither its themes nor its note.
   */
  readonly isRegister?: boolean;
  /** Whether a number or an address was taken back from a channel, by anybody: a withdrawal wins over a file that is vouched for. */
  readonly isTakenBack?: (value: string, channel: ConsentChannel) => boolean;
}

const NO_CHANNEL = { web: false, print: false, professionals: false, openData: false } as const;

function newContact(contact: ImportedContact, { consent, isTakenBack = () => false }: MergeOptions): OfficeContact {
  const values = [contact.phone, contact.email].filter((value) => value !== '');
  const channels = (consent?.channels ?? []).filter((channel) => !values.some((value) => isTakenBack(value, channel)));
  const agreed = Object.fromEntries(channels.map((channel) => [channel, true]));
  const isAgreed = consent !== null && channels.length > 0;
  return {
    ...contact,
    ...NO_CHANNEL,
    ...agreed,
    consentDate: isAgreed ? consent.date : '',
    consentSource: isAgreed ? consent.source : '',
  };
}

/**
 * Contacts of the entry, with those of the file. One that the entry has keeps its agreement, whatever the file is vouched for: a
 * person who refused, or withdrew, did so after all. Its name and role are completed.
 */
function mergeContacts(
  current: OfficeForm['contacts'],
  given: readonly ImportedContact[],
  options: MergeOptions,
): OfficeForm['contacts'] {
  const contacts = [...current];
  const matches = matchContacts(given, current);
  given.forEach((contact, rank) => {
    const at = matches[rank];
    const before = at === null || at === undefined ? undefined : contacts[at];
    if (at === null || at === undefined || before === undefined) {
      contacts.push(newContact(contact, options));
      return;
    }
    // Agreement was given for what was said then: a name, a number that comes beside it was not agreed to.
    const isClosed = !before.web && !before.print && !before.professionals && !before.openData;
    const take = (key: 'name' | 'phone' | 'email'): string =>
      before[key] !== '' || contact[key] === '' || !isClosed ? before[key] : contact[key];
    const role = before.role === '' ? contact.role : before.role;
    contacts[at] = { ...before, name: take('name'), phone: take('phone'), email: take('email'), role };
    const brought = (['phone', 'email'] as const).filter(
      (key) => contact[key] !== '' && contact[key] !== contacts[at]?.[key],
    );
    const isKnown = (key: 'phone' | 'email') => contacts.some((one) => one[key] === contact[key]);
    const added = brought.filter((key) => !isKnown(key));
    if (added.length > 0) {
      const only = { ...contact, phone: '', email: '', ...Object.fromEntries(added.map((key) => [key, contact[key]])) };
      contacts.push(newContact(only, options));
    }
  });
  return contacts;
}

/** Somebody whom a file names otherwise than the entry, and reaches by the same number or address: the entry's name stays. */
export interface OtherName {
  readonly given: string;
  readonly known: string;
  readonly reach: string;
}

export const otherNames = (current: OfficeForm['contacts'], given: readonly ImportedContact[]): OtherName[] =>
  matchContacts(given, current).flatMap((at, rank) => {
    const [contact, known] = [given[rank], at === null ? undefined : current[at]];
    if (!contact || !known || contact.name === '' || known.name === '') return [];
    if (plainWords(contact.name) === plainWords(known.name)) return [];
    const reach = contact.phone !== '' && contact.phone === known.phone ? formatPhone(contact.phone) : known.email;
    return [{ given: contact.name, known: known.name, reach }];
  });

export interface WithdrawnContact {
  /** Its name, else its role, its number or its address. */
  readonly who: string;
  readonly channels: readonly ConsentChannel[];
}

/** People of a line for whom an editor vouches, and who took their agreement back: nothing is agreed to for them. */
export function withdrawnContacts(
  given: readonly ImportedContact[],
  { consent, isTakenBack = () => false }: Pick<MergeOptions, 'consent' | 'isTakenBack'>,
): WithdrawnContact[] {
  return given.flatMap(({ name, role, phone, email }) => {
    const values = [phone, email].filter((value) => value !== '');
    const channels = (consent?.channels ?? []).filter((channel) => values.some((value) => isTakenBack(value, channel)));
    return channels.length === 0
      ? []
      : [{ who: name || role || (phone === '' ? email : formatPhone(phone)), channels }];
  });
}

const blank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A field of an activity that the file fills. */
function mergeActivity(current: FormActivity, given: FormActivity, policy: MergePolicy): FormActivity {
  const merged: Record<string, unknown> = { ...current };
  const take = (key: keyof FormActivity) => {
    if (!blank(given[key]) && (policy === 'replace' || blank(current[key]))) merged[key] = given[key];
  };
  for (const key of ['description', 'slots', 'price', 'place', 'season'] as const) take(key);
  const hasAges = given.ageMin !== null || given.ageMax !== null;
  if (hasAges && (policy === 'replace' || (current.ageMin === null && current.ageMax === null))) {
    const { ageMin, ageMinUnit, ageMax, ageMaxUnit } = given;
    Object.assign(merged, { ageMin, ageMinUnit, ageMax, ageMaxUnit });
  }
  return merged as FormActivity;
}

/** Activities are the same by their names; the others of the entry stay. */
function mergeActivities(
  current: readonly FormActivity[],
  given: readonly FormActivity[],
  policy: MergePolicy,
): FormActivity[] {
  const merged = [...current];
  for (const activity of given) {
    const at = merged.findIndex(({ label }) => nameKey(label) === nameKey(activity.label));
    const before = merged[at];
    if (before) merged[at] = mergeActivity(before, activity, policy);
    else merged.push(activity);
  }
  return merged;
}

const TEXTS = [
  'acronym',
  'officialName',
  'summary',
  'description',
  'howToJoin',
  'volunteersNote',
  'website',
  'rnaId',
  'siret',
  'legalForm',
] as const;

/** A number of today takes the place of an identifier of before, which it replaced. */
const isReplaced = (rnaId: string, { formerRnaId }: ImportedValues): boolean =>
  formerRnaId !== undefined && rnaNumber(rnaId) === null && idKey(rnaId) === idKey(formerRnaId);

/** The office's line of the identifier of before, where the association has no number of today. */
function withFormerId({ internalNote, rnaId }: OfficeForm, { formerRnaId }: ImportedValues): string {
  if (formerRnaId === undefined || rnaId !== '') return internalNote;
  if (formerIdsIn(internalNote).some((id) => idKey(id) === idKey(formerRnaId))) return internalNote;
  return [internalNote, formerIdNote(formerRnaId)].filter(Boolean).join('\n');
}

/**
 * The entry once a line of a file is taken over.
 * @param current null for a new association
 */
export function mergeIntoForm(current: OfficeForm | null, values: ImportedValues, options: MergeOptions): OfficeForm {
  const isNew = current === null;
  const form = current ?? { ...officeFormOf({}), accessibility: emptyEntry().accessibility };
  const { policy, isRegister = false } = options;
  const replaces = (now: unknown): boolean => policy === 'replace' || blank(now);
  const merged: { -readonly [Key in keyof OfficeForm]: OfficeForm[Key] } = { ...form };

  // The name by which the entry was found stays; a new one is the file's.
  if (isNew && values.name !== undefined) merged.name = values.name;
  for (const key of TEXTS) {
    const value = values[key];
    // A number of the register that the entry has is not for a file to change.
    const isCode = key === 'rnaId' || key === 'siret';
    if (value !== undefined && (isCode ? form[key] === '' : replaces(form[key])))
      Object.assign(merged, { [key]: value });
  }
  if (values.rnaId !== undefined && isReplaced(form.rnaId, values)) merged.rnaId = values.rnaId;
  if (isNew && merged.officialName === '' && values.originalName !== undefined)
    merged.officialName = values.originalName;
  if (isRegister && values.officialName !== undefined)
    merged.officialName =
      plainWords(form.officialName) === plainWords(values.officialName) ? form.officialName : values.officialName;
  if (values.foundedYear !== undefined && replaces(form.foundedYear)) merged.foundedYear = values.foundedYear;
  if (values.commune !== undefined && replaces(form.commune)) merged.commune = values.commune;
  for (const key of ['themes', 'audiences', 'communesOfActivity'] as const) {
    const value = values[key];
    const isGuess = isRegister && key === 'themes' && !isNew;
    if (value !== undefined && value.length > 0 && !isGuess && replaces(form[key])) merged[key] = [...value];
  }
  if (values.activities) merged.activities = mergeActivities(form.activities, values.activities, policy);
  if (values.contacts) merged.contacts = mergeContacts(form.contacts, values.contacts, options);
  if (values.address) {
    const given = Object.fromEntries(
      Object.entries(values.address).filter(([key, value]) => value !== '' && replaces(form.address[key as 'street'])),
    );
    const address = { ...form.address, ...given };
    // Another place than the one that was shown: whether it may be shown is asked anew, and where it lies is not known.
    const isMoved = (['street', 'postalCode', 'city'] as const).some(
      (key) => form.address[key] !== '' && address[key] !== form.address[key],
    );
    merged.address = isMoved || isNew ? { ...address, public: false, latitude: null, longitude: null } : address;
  }
  if (values.networks) {
    const added = values.networks.filter(({ url }) => !form.networks.some((one) => one.url === url));
    merged.networks = [...form.networks, ...added];
  }
  for (const key of ['seeksVolunteers', 'inPrint'] as const) {
    const value = values[key];
    if (value !== undefined && (isNew || policy === 'replace')) merged[key] = value;
  }
  const takesNotes = isNew || !isRegister;
  if (takesNotes && values.internalNote !== undefined && !form.internalNote.includes(values.internalNote)) {
    merged.internalNote =
      form.internalNote === '' ? values.internalNote : `${form.internalNote}\n${values.internalNote}`;
  }
  if (takesNotes) merged.internalNote = withFormerId(merged, values);
  return merged;
}
