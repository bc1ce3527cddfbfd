/** The vocabulary that editors manage: what everything else is sorted by. */
import { z } from 'zod';
import { HexColour, Id, InseeCode, Line, Slug, Text } from '../../primitives.ts';

/** Two levels: a theme without `parent` is a chapter of the booklet. `rnaCodes` are six-digit codes of the RNA nomenclature. */
export const Theme = z.strictObject({
  id: Id,
  slug: Slug,
  name: Line,
  description: Text.nullable(),
  parent: Id.nullable(),
  /** Rank among its siblings, from 1. */
  position: z.int(),
  colour: HexColour.nullable(),
  rnaCodes: z.array(z.string().regex(/^\d{6}$/)),
  /** Words that people say for it, for the search: on no page. Absent when there is none. */
  words: z.array(Line).optional(),
});
export type Theme = z.infer<typeof Theme>;

/** Whom an activity is for ("Enfants", "Seniors"); ages in whole years, both ends included. */
export const Audience = z.strictObject({
  id: Id,
  slug: Slug,
  name: Line,
  position: z.int(),
  ageMin: z.int().nonnegative().nullable(),
  ageMax: z.int().nonnegative().nullable(),
});
export type Audience = z.infer<typeof Audience>;

export const Commune = z.strictObject({
  id: Id,
  slug: Slug,
  name: Line,
  inseeCode: InseeCode,
  postalCodes: z.array(z.string().regex(/^\d{5}$/)),
  /** Former communes and hamlets of it, by which people look for it. Absent when there is none. */
  otherNames: z.array(Line).optional(),
  population: z.int().nonnegative().nullable(),
  /** Degrees, WGS 84: the centre of the commune, for distances when an address has no point of its own. */
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  description: Text.nullable(),
  /** The town hall's page for associations. */
  website: z.string().nullable(),
});
export type Commune = z.infer<typeof Commune>;

/** What a place or an activity can welcome: the five kinds of handicap of OpenAgenda, and a sentence that says how. */
export const Accessibility = z.strictObject({
  mobility: z.boolean(),
  hearing: z.boolean(),
  sight: z.boolean(),
  intellectual: z.boolean(),
  psychological: z.boolean(),
  note: Text.nullable(),
});
export type Accessibility = z.infer<typeof Accessibility>;

export const Venue = z.strictObject({
  id: Id,
  slug: Slug,
  name: Line,
  street: Line.nullable(),
  postalCode: Line.nullable(),
  /** For a venue outside the territory, where `commune` is null. */
  city: Line.nullable(),
  commune: Id.nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  accessibility: Accessibility.nullable(),
});
export type Venue = z.infer<typeof Venue>;
