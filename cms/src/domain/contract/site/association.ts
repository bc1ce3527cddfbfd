import { z } from 'zod';
import { legalForms } from '../../vocabulary/legal-forms.ts';
import { ageUnits } from '../../vocabulary/age-units.ts';
import { days } from '../../vocabulary/days.ts';
import { networks } from '../../vocabulary/networks.ts';
import { verificationSources } from '../../vocabulary/verification-sources.ts';
import { Notice } from './notice.ts';
import { Image } from './media.ts';
import {
  CalendarDate,
  ClockTime,
  Email,
  Id,
  InseeCode,
  Line,
  PhoneNumber,
  Slug,
  Text,
  WebAddress,
} from '../../primitives.ts';
import { Accessibility } from './territory.ts';

/** A weekly slot. `note` says what the clock cannot ("semaines paires", "hors vacances"). */
export const Slot = z.strictObject({
  day: z.enum(days.values),
  begin: ClockTime.nullable(),
  end: ClockTime.nullable(),
  note: Line.nullable(),
});
export type Slot = z.infer<typeof Slot>;

/** What a resident looks for: one thing to do, for whom, when, where, at what price. Ages in whole years, ends included. */
export const Activity = z.strictObject({
  label: Line,
  description: Text.nullable(),
  ageMin: z.int().min(0).max(120).nullable(),
  ageMinUnit: z.enum(ageUnits.values),
  ageMax: z.int().min(0).max(120).nullable(),
  ageMaxUnit: z.enum(ageUnits.values),
  slots: z.array(Slot),
  price: Line.nullable(),
  /** Name of the place as people say it ("Gymnase de la Vallée"). */
  place: Line.nullable(),
  /** Where that place is; the association's communes of activity apply when it is null. */
  communeCode: InseeCode.nullable(),
  /** "De septembre à juin" */
  season: Line.nullable(),
});
export type Activity = z.infer<typeof Activity>;

/** A contact that agreed to appear on the channel this document is for. The agreement itself stays in the CMS. */
export const Contact = z.strictObject({
  role: Line.nullable(),
  name: Line.nullable(),
  phone: PhoneNumber.nullable(),
  email: Email.nullable(),
  /** On the site: may also be in files under an open licence, where nothing that others say may name it otherwise. */
  openData: z.literal(true).optional(),
});
export type Contact = z.infer<typeof Contact>;

/** Only addresses that may be public are here at all. */
export const Address = z.strictObject({
  street: Line.nullable(),
  complement: Line.nullable(),
  postalCode: Line.nullable(),
  city: Line.nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
});
export type Address = z.infer<typeof Address>;

export const Association = z.strictObject({
  id: Id,
  slug: Slug,
  /** The name people use; `officialName` is that of the declaration, null when it is the same. */
  name: Line,
  officialName: Line.nullable(),
  acronym: Line.nullable(),
  rnaId: Line.nullable(),
  siret: Line.nullable(),
  /** Null when nobody told it: nothing is said of it then. */
  legalForm: z.enum(legalForms.values).nullable(),
  foundedYear: z.int().nullable(),
  /** Of the booklet, which shortens it to `PRINTED_SUMMARY_LENGTH`, and of the lists of the site. */
  summary: Text,
  description: Text.nullable(),
  howToJoin: Text.nullable(),
  /** What it says, easy to read and to understand: one idea a sentence. Absent when nobody wrote it, and on paper. */
  easyText: Text.optional(),
  /** Words that people say for what it does, for the search: on no page. Absent when there is none. */
  words: z.array(Line).optional(),
  /** The first one decides the chapter of the booklet. */
  themes: z.array(Id).min(1),
  audiences: z.array(Id),
  /** Seat. */
  commune: Id.nullable(),
  communesOfActivity: z.array(Id),
  activities: z.array(Activity),
  contacts: z.array(Contact),
  address: Address.nullable(),
  website: WebAddress.nullable(),
  networks: z.array(z.strictObject({ network: z.enum(networks.values), url: WebAddress })),
  logo: Image.nullable(),
  photos: z.array(Image),
  seeksVolunteers: z.boolean(),
  volunteersNote: Text.nullable(),
  accessibility: Accessibility.nullable(),
  verifiedOn: CalendarDate.nullable(),
  verifiedBy: z.enum(verificationSources.values).nullable(),
  /** Nobody confirmed it when its last edition was prepared (`domain/silence.ts`); absent otherwise. */
  toConfirm: z.literal(true).optional(),
  inPrint: z.boolean(),
  /** What it says for a time; absent when it says nothing. It is there until somebody erases it: the day of its end counts. */
  notice: Notice.optional(),
  /** It may be written to by the form of its page, without its address being seen; absent when it may not. */
  takesMessages: z.literal(true).optional(),
});
export type Association = z.infer<typeof Association>;
