/**
 * What an association may say of its own entry: the one list of fields that a link, an account or the public form can ever
 * write. Everything else of a record (publication, owners, print, internal note, slug, official codes) has no key here.
 *
 * The shape only bounds sizes and types, so that half-typed drafts can be kept; `check-entry.ts` says what is wrong in French.
 */
import { z } from 'zod';
import { ageUnits } from '../vocabulary/age-units.ts';
import { days } from '../vocabulary/days.ts';
import { networks } from '../vocabulary/networks.ts';
import { limitOf } from './fields.ts';

const text = (length: number) => z.string().max(length);
const OptionalId = z.string().max(64).nullable();
const Ids = (count: number) => z.array(z.string().min(1).max(64)).max(count);
/** Whole years or months, by its unit; null when any age will do. */
const Age = z.int().min(0).max(120).nullable();
/** A form that was opened, or a draft kept on a device, before the unit was asked spoke of years. */
const AgeUnit = z.enum(ageUnits.values).default('ans');

export const FormSlot = z.strictObject({
  day: z.enum(days.values),
  /** `HH:MM`, empty when unknown. */
  begin: text(limitOf('activities.*.slots.*.begin')),
  end: text(limitOf('activities.*.slots.*.end')),
  note: text(limitOf('activities.*.slots.*.note')),
});

export const FormActivity = z.strictObject({
  label: text(limitOf('activities.*.label')),
  description: text(limitOf('activities.*.description')),
  ageMin: Age,
  ageMinUnit: AgeUnit,
  ageMax: Age,
  ageMaxUnit: AgeUnit,
  slots: z.array(FormSlot).max(limitOf('activities.*.slots')),
  price: text(limitOf('activities.*.price')),
  place: text(limitOf('activities.*.place')),
  communeCode: text(limitOf('activities.*.communeCode')),
  season: text(limitOf('activities.*.season')),
});

/** A person or a shared address, and the channels that it agreed to. Date and source of the agreement are the server's to say. */
export const FormContact = z.strictObject({
  role: text(limitOf('contacts.*.role')),
  name: text(limitOf('contacts.*.name')),
  phone: text(limitOf('contacts.*.phone')),
  email: text(limitOf('contacts.*.email')),
  web: z.boolean(),
  print: z.boolean(),
  professionals: z.boolean(),
  openData: z.boolean(),
});

/** The logo: the one there is, none, or a file that this same link sent before (`upload` is what the sending answered). */
export const FormLogo = z.discriminatedUnion('choice', [
  z.strictObject({ choice: z.literal('keep') }),
  z.strictObject({ choice: z.literal('none') }),
  z.strictObject({
    choice: z.literal('new'),
    upload: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
    alt: text(limitOf('logo.alt')),
  }),
]);

export const EntryForm = z.strictObject({
  name: text(limitOf('name')),
  acronym: text(limitOf('acronym')),
  foundedYear: z.int().min(1000).max(2200).nullable(),
  summary: text(limitOf('summary')),
  description: text(limitOf('description')),
  howToJoin: text(limitOf('howToJoin')),
  /** Ids of the export's themes; the first decides the chapter of the booklet. */
  themes: Ids(limitOf('themes')),
  audiences: Ids(limitOf('audiences')),
  commune: OptionalId,
  communesOfActivity: Ids(limitOf('communesOfActivity')),
  activities: z.array(FormActivity).max(limitOf('activities')),
  contacts: z.array(FormContact).max(limitOf('contacts')),
  address: z.strictObject({
    street: text(limitOf('address.street')),
    complement: text(limitOf('address.complement')),
    postalCode: text(limitOf('address.postalCode')),
    city: text(limitOf('address.city')),
    /** May it be shown? */
    public: z.boolean(),
  }),
  website: text(limitOf('website')),
  networks: z
    .array(z.strictObject({ network: z.enum(networks.values), url: text(limitOf('networks.*.url')) }))
    .max(limitOf('networks')),
  logo: FormLogo,
  seeksVolunteers: z.boolean(),
  volunteersNote: text(limitOf('volunteersNote')),
  accessibility: z.strictObject({
    mobility: z.boolean(),
    hearing: z.boolean(),
    sight: z.boolean(),
    intellectual: z.boolean(),
    psychological: z.boolean(),
    note: text(limitOf('accessibility.note')),
  }),
});
export type EntryForm = z.infer<typeof EntryForm>;
export type FormActivity = z.infer<typeof FormActivity>;
export type FormContact = z.infer<typeof FormContact>;
export type FormSlot = z.infer<typeof FormSlot>;
export type FormLogo = z.infer<typeof FormLogo>;
