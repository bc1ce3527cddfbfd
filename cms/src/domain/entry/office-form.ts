/**
 * An association as the office edits it: what the association itself may say (`entry-form.ts`), each contact with its agreement,
 * and what only the office fills. Made from a record as data (`entries/record-content.ts`) and back; what is empty is an empty
 * text here, and null or an empty list there.
 */
import { z } from 'zod';
import { checkConsent } from '../consent.ts';
import { parseDay } from '../day-in-words.ts';
import type { Parsed } from '../parsed.ts';
import { Accessibility, ids, number, orNull, text, tidyDay, yesNo } from '../records/content-values.ts';
import { parseRnaId } from '../rna.ts';
import { parseSiret } from '../siret.ts';
import { clockTime } from '../slots.ts';
import { ageUnits } from '../vocabulary/age-units.ts';
import { consentSources, type ConsentSource } from '../vocabulary/consent-sources.ts';
import { days } from '../vocabulary/days.ts';
import { legalForms, type LegalForm } from '../vocabulary/legal-forms.ts';
import { noticeFaults } from '../notice-faults.ts';
import { networks } from '../vocabulary/networks.ts';
import { noticeKinds, type NoticeKind } from '../vocabulary/notice-kinds.ts';
import { verificationSources, type VerificationSource } from '../vocabulary/verification-sources.ts';
import { checkEntry, withoutEmptyRows, type EntryFault } from './check-entry.ts';
import { emptyEntry } from './empty-entry.ts';
import type { EntryForm, FormContact } from './entry-form.ts';

/** What both forms of an entry have in common: the telephone's and the office's. */
export type SharedEntry = Omit<EntryForm, 'contacts' | 'logo'>;

/** A contact with the agreement that its boxes rest on. */
export interface OfficeContact extends FormContact {
  /** `YYYY-MM-DD`, or as typed; empty when nobody has agreed to anything. */
  readonly consentDate: string;
  readonly consentSource: ConsentSource | '';
}

export interface OfficeForm extends Omit<SharedEntry, 'address'> {
  readonly address: EntryForm['address'] & { readonly latitude: number | null; readonly longitude: number | null };
  readonly contacts: OfficeContact[];
  /** Of the media library. */
  readonly logo: number | null;
  readonly photos: number[];
  readonly officialName: string;
  readonly slug: string;
  readonly legalForm: LegalForm | '';
  readonly rnaId: string;
  readonly siret: string;
  /** `YYYY-MM-DD`, or as typed. */
  readonly verifiedOn: string;
  readonly verifiedBy: VerificationSource | '';
  readonly inPrint: boolean;
  readonly easyText: string;
  /** One a line. */
  readonly words: string;
  readonly noticeKind: NoticeKind | '';
  /** `YYYY-MM-DD`, or as typed. */
  readonly noticeUntil: string;
  readonly noticeNote: string;
  readonly takesMessages: boolean;
  readonly internalNote: string;
}

/** The attributes of a record that the form holds. What the program alone counts (`missedEditions`) is not among them. */
export const officeAttributes = [
  ...[
    'name',
    'officialName',
    'acronym',
    'slug',
    'legalForm',
    'rnaId',
    'siret',
    'foundedYear',
    'summary',
    'description',
  ],
  ...[
    'howToJoin',
    'themes',
    'audiences',
    'commune',
    'communesOfActivity',
    'activities',
    'contacts',
    'address',
    'website',
  ],
  ...['networks', 'logo', 'photos', 'seeksVolunteers', 'volunteersNote', 'accessibility', 'verifiedOn', 'verifiedBy'],
  ...['easyText', 'words', 'noticeKind', 'noticeUntil', 'noticeNote', 'takesMessages', 'inPrint', 'internalNote'],
] as const;

// What was stored before a rule, or by hand in the database, still opens: a value of another kind counts as empty.
const list = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).catch([]);
const one = <Value extends string>(values: readonly [Value, ...Value[]]) => z.enum(values).catch('' as never);
const clock = text.transform((time) => (time === '' ? '' : clockTime(time)));
const day = text.transform((value) => value.slice(0, 10));

const Contact = z.object({
  role: text,
  name: text,
  phone: text,
  email: text,
  web: yesNo,
  print: yesNo,
  professionals: yesNo,
  openData: yesNo,
  consentDate: day,
  consentSource: one(consentSources.values),
});
const Slot = z.object({ day: z.enum(days.values).catch('lundi'), begin: clock, end: clock, note: text });
const Activity = z.object({
  label: text,
  description: text,
  ageMin: number,
  // Records of before it was asked are in years.
  ageMinUnit: z.enum(ageUnits.values).catch('ans'),
  ageMax: number,
  ageMaxUnit: z.enum(ageUnits.values).catch('ans'),
  slots: list(Slot),
  price: text,
  place: text,
  communeCode: text,
  season: text,
});
const Address = z.object({
  street: text,
  complement: text,
  postalCode: text,
  city: text,
  public: yesNo,
  latitude: number,
  longitude: number,
});
const OfficeContent = z.object({
  name: text,
  officialName: text,
  acronym: text,
  slug: text,
  legalForm: one(legalForms.values),
  rnaId: text,
  siret: text,
  foundedYear: number,
  summary: text,
  description: text,
  howToJoin: text,
  themes: ids,
  audiences: ids,
  commune: z.string().nullable().catch(null),
  communesOfActivity: ids,
  activities: list(Activity),
  contacts: list(Contact),
  address: Address.nullable().catch(null),
  website: text,
  networks: list(z.object({ network: z.enum(networks.values).catch('autre'), url: text })),
  logo: number,
  photos: z.array(z.number()).catch([]),
  seeksVolunteers: yesNo,
  volunteersNote: text,
  accessibility: Accessibility.nullable().catch(null),
  verifiedOn: day,
  verifiedBy: one(verificationSources.values),
  easyText: text,
  words: text,
  noticeKind: one(noticeKinds.values),
  noticeUntil: day,
  noticeNote: text,
  takesMessages: yesNo,
  inPrint: z.boolean().catch(true),
  internalNote: text,
});

const emptyAddress = (): OfficeForm['address'] => ({ ...emptyEntry().address, latitude: null, longitude: null });

/** The form of a record as data; of an empty one, the form of a new association. */
export function officeFormOf(content: Readonly<Record<string, unknown>>): OfficeForm {
  const { address, accessibility, ...rest } = OfficeContent.parse(content);
  return { ...rest, address: address ?? emptyAddress(), accessibility: accessibility ?? emptyEntry().accessibility };
}

const emptied = (value: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inner === '' ? null : (inner as unknown)]));

/** `HH:MM` as the database holds it; what is no time of the clock yet stays as it was typed, for the rule to refuse. */
const storedClock = (time: string): string | null => (/^\d\d:\d\d$/.test(time) ? `${time}:00` : orNull(time));

/** The form as a record holds it. */
export function contentOfOffice(form: OfficeForm): Record<(typeof officeAttributes)[number], unknown> {
  const { address, accessibility } = form;
  const { note, ...kinds } = accessibility;
  const hasAddress = `${address.street}${address.complement}${address.postalCode}${address.city}` !== '';
  return {
    ...(emptied(form) as Record<(typeof officeAttributes)[number], unknown>),
    activities: form.activities.map((activity) => ({
      ...emptied(activity),
      slots: activity.slots.map((slot) => ({
        ...emptied(slot),
        begin: storedClock(slot.begin),
        end: storedClock(slot.end),
      })),
    })),
    contacts: form.contacts.map(emptied),
    address: hasAddress || address.latitude !== null || address.longitude !== null ? emptied(address) : null,
    accessibility: note !== '' || Object.values(kinds).includes(true) ? emptied(accessibility) : null,
  };
}

/** The part of it that an association writes too. */
export const entryOfOffice = (form: OfficeForm): EntryForm => ({
  name: form.name,
  acronym: form.acronym,
  foundedYear: form.foundedYear,
  summary: form.summary,
  description: form.description,
  howToJoin: form.howToJoin,
  themes: form.themes,
  audiences: form.audiences,
  commune: form.commune,
  communesOfActivity: form.communesOfActivity,
  activities: form.activities,
  contacts: form.contacts.map(({ consentDate: _date, consentSource: _source, ...contact }) => contact),
  address: {
    street: form.address.street,
    complement: form.address.complement,
    postalCode: form.address.postalCode,
    city: form.address.city,
    public: form.address.public,
  },
  website: form.website,
  networks: form.networks,
  logo: { choice: form.logo === null ? 'none' : 'keep' },
  seeksVolunteers: form.seeksVolunteers,
  volunteersNote: form.volunteersNote,
  accessibility: form.accessibility,
});

/** As it is saved: texts cleaned, days and hours read, no choice twice, without the rows that were added and left empty. */
export function tidyOffice(form: OfficeForm, today: string): OfficeForm {
  // Rows and texts that the association does not write go through the same cleaning, whatever else they hold.
  const tidy = withoutEmptyRows(form as unknown as EntryForm) as unknown as OfficeForm;
  return {
    ...tidy,
    verifiedOn: tidyDay(tidy.verifiedOn, today, 'behind'),
    noticeUntil: tidyDay(tidy.noticeUntil, today, 'ahead'),
    contacts: tidy.contacts.map((contact) => ({
      ...contact,
      consentDate: tidyDay(contact.consentDate, today, 'behind'),
    })),
  };
}

const words = {
  verifiedLater: 'Cette date est dans l’avenir\u00a0: indiquez le jour où la fiche a été vérifiée.',
};

/** The ranks that the rows of a form have once the empty ones are gone: `[0, 2]` when the second is empty. */
function keptRanks(form: OfficeForm) {
  const keep = <Key extends 'activities' | 'contacts' | 'networks'>(key: Key): number[] =>
    form[key].flatMap((row, rank) =>
      withoutEmptyRows({ ...emptyEntry(), [key]: [row] })[key].length > 0 ? [rank] : [],
    );
  return { activities: keep('activities'), contacts: keep('contacts'), networks: keep('networks') };
}

/** From the rows that a check counts to those that the form shows. */
function atShownRows(faults: readonly EntryFault[], form: OfficeForm): EntryFault[] {
  const ranks = keptRanks(form);
  return faults.map((fault) => {
    const [list = '', rank, ...rest] = fault.path.split('.');
    const shown = rank === undefined || !(list in ranks) ? undefined : ranks[list as keyof typeof ranks][Number(rank)];
    return shown === undefined ? fault : { ...fault, path: [list, shown, ...rest].join('.') };
  });
}

/**
 * What publication would refuse, by the rules of the CMS (`rules/content`), in the order of the form. The office may publish an
 * entry that nobody can be reached by: the association could not.
 * @param today `YYYY-MM-DD`, Europe/Paris
 */
export function officeFaults(form: OfficeForm, today: string): EntryFault[] {
  const tidy = tidyOffice(form, today);
  const checked = checkEntry(entryOfOffice(tidy), today);
  const faults: EntryFault[] = (checked.ok ? [] : checked.faults).filter(({ path }) => path !== 'contacts');
  for (const [rank, contact] of tidy.contacts.entries()) {
    const { consentDate, consentSource } = contact;
    const read = consentDate === '' ? null : parseDay(consentDate, today, 'behind');
    const at = (field: 'consentDate' | 'consentSource') => `contacts.${rank}.${field}`;
    if (read && !read.ok) {
      faults.push({ path: at('consentDate'), message: read.message });
      continue;
    }
    const consent = checkConsent(
      { ...contact, consentDate: orNull(consentDate), consentSource: orNull(consentSource) as ConsentSource | null },
      today,
    );
    const isDated = consentDate !== '' && consentDate <= today;
    if (!consent.ok) faults.push({ path: at(isDated ? 'consentSource' : 'consentDate'), message: consent.message });
  }
  const parse = (path: 'rnaId' | 'siret', parser: (typed: string) => Parsed<string>) => {
    const read = tidy[path] === '' ? null : parser(tidy[path]);
    if (read && !read.ok) faults.push({ path, message: read.message });
  };
  parse('rnaId', parseRnaId);
  parse('siret', parseSiret);
  const verified = tidy.verifiedOn === '' ? null : parseDay(tidy.verifiedOn, today, 'behind');
  if (verified && !verified.ok) faults.push({ path: 'verifiedOn', message: verified.message });
  else if (verified && verified.value > today) faults.push({ path: 'verifiedOn', message: words.verifiedLater });
  faults.push(...noticeFaults(tidy, today, tidy));
  return atShownRows(faults, form);
}
