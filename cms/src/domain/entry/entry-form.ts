/**
 * What an association may say of its own entry: the one list of fields that a link, an account or the public form can ever
 * write. Everything else of a record (publication, owners, print, internal note, slug, official codes) has no key here.
 *
 * The shape only bounds sizes and types, so that half-typed drafts can be kept; `check-entry.ts` says what is wrong in French.
 */
import { z } from 'zod';
import { days } from '../vocabulary/days.ts';
import { networks } from '../vocabulary/networks.ts';
import { entryLimits as limits } from './limits.ts';

const text = (length: number) => z.string().max(length);
const OptionalId = z.string().max(64).nullable();
const Ids = (count: number) => z.array(z.string().min(1).max(64)).max(count);
/** Whole years; null when any age will do. */
const Age = z.int().min(0).max(120).nullable();

export const FormSlot = z.strictObject({
  day: z.enum(days.values),
  /** `HH:MM`, empty when unknown. */
  begin: text(5),
  end: text(5),
  note: text(limits.line),
});

export const FormActivity = z.strictObject({
  label: text(limits.line),
  description: text(limits.note),
  ageMin: Age,
  ageMax: Age,
  slots: z.array(FormSlot).max(limits.slots),
  price: text(limits.line),
  place: text(limits.line),
  communeCode: text(5),
  season: text(limits.line),
});

/** A person or a shared address, and the channels that it agreed to. Date and source of the agreement are the server's to say. */
export const FormContact = z.strictObject({
  role: text(limits.line),
  name: text(limits.line),
  phone: text(40),
  email: text(limits.email),
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
    alt: text(limits.line),
  }),
]);

export const EntryForm = z.strictObject({
  name: text(limits.name),
  acronym: text(limits.acronym),
  foundedYear: z.int().min(1000).max(2200).nullable(),
  summary: text(limits.text),
  description: text(limits.text),
  howToJoin: text(limits.text),
  /** Ids of the export's themes; the first decides the chapter of the booklet. */
  themes: Ids(limits.themes),
  audiences: Ids(limits.audiences),
  commune: OptionalId,
  communesOfActivity: Ids(limits.communes),
  activities: z.array(FormActivity).max(limits.activities),
  contacts: z.array(FormContact).max(limits.contacts),
  address: z.strictObject({
    street: text(limits.line),
    complement: text(limits.line),
    postalCode: text(10),
    city: text(limits.line),
    /** May it be shown? */
    public: z.boolean(),
  }),
  website: text(limits.webAddress),
  networks: z
    .array(z.strictObject({ network: z.enum(networks.values), url: text(limits.webAddress) }))
    .max(limits.networks),
  logo: FormLogo,
  seeksVolunteers: z.boolean(),
  volunteersNote: text(limits.note),
  accessibility: z.strictObject({
    mobility: z.boolean(),
    hearing: z.boolean(),
    sight: z.boolean(),
    intellectual: z.boolean(),
    psychological: z.boolean(),
    note: text(limits.note),
  }),
});
export type EntryForm = z.infer<typeof EntryForm>;
export type FormActivity = z.infer<typeof FormActivity>;
export type FormContact = z.infer<typeof FormContact>;
export type FormSlot = z.infer<typeof FormSlot>;
export type FormLogo = z.infer<typeof FormLogo>;

export { emptyEntry } from './empty-entry.ts';
