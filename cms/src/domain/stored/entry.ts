/**
 * An entry as an answer proposes it, and the one that it was made from: columns `entry` and `base` of `submissions`.
 *
 * The fields are those of the form, without its limits: an entry that an editor wrote may be longer than what a form takes, and
 * a limit that becomes stricter must not make yesterday's answers unreadable.
 */
import { z } from 'zod';
import type { EntryForm } from '../entry/entry-form.ts';
import { ageUnits } from '../vocabulary/age-units.ts';
import { days } from '../vocabulary/days.ts';
import { networks } from '../vocabulary/networks.ts';
import { stored, type Same, type Upgrade } from './stored.ts';

const text = z.string();
const number = z.number().nullable();

export const keptContactFields = {
  role: text,
  name: text,
  phone: text,
  email: text,
  web: z.boolean(),
  print: z.boolean(),
  professionals: z.boolean(),
  openData: z.boolean(),
};

export const KeptEntry = z.strictObject({
  name: text,
  acronym: text,
  foundedYear: number,
  summary: text,
  description: text,
  howToJoin: text,
  themes: z.array(text),
  audiences: z.array(text),
  commune: text.nullable(),
  communesOfActivity: z.array(text),
  activities: z.array(
    z.strictObject({
      label: text,
      description: text,
      ageMin: number,
      ageMinUnit: z.enum(ageUnits.values),
      ageMax: number,
      ageMaxUnit: z.enum(ageUnits.values),
      slots: z.array(z.strictObject({ day: z.enum(days.values), begin: text, end: text, note: text })),
      price: text,
      place: text,
      communeCode: text,
      season: text,
    }),
  ),
  contacts: z.array(z.strictObject(keptContactFields)),
  address: z.strictObject({ street: text, complement: text, postalCode: text, city: text, public: z.boolean() }),
  website: text,
  networks: z.array(z.strictObject({ network: z.enum(networks.values), url: text })),
  logo: z.discriminatedUnion('choice', [
    z.strictObject({ choice: z.literal('keep') }),
    z.strictObject({ choice: z.literal('none') }),
    z.strictObject({ choice: z.literal('new'), upload: text, alt: text }),
  ]),
  seeksVolunteers: z.boolean(),
  volunteersNote: text,
  accessibility: z.strictObject({
    mobility: z.boolean(),
    hearing: z.boolean(),
    sight: z.boolean(),
    intellectual: z.boolean(),
    psychological: z.boolean(),
    note: text,
  }),
});

/** Does not compile while the form has a field that is not kept. A field is added above, with a step in `entryUpgrades`. */
export const keepsEveryFieldOfTheForm: Same<z.infer<typeof KeptEntry>, EntryForm> = true;

/** Each step makes a new version of an entry, and of the journal's states, which hold one (`kept-state.ts`). */
export const entryUpgrades: readonly Upgrade[] = [agesInYears];

/** To version 2: an age says whether it counts years or months. Until then the form asked for years, and said so. */
function agesInYears(entry: unknown): unknown {
  const activities: unknown = (entry as { activities?: unknown } | null)?.activities;
  // No entry at all: the schema says so better.
  if (!Array.isArray(activities)) return entry;
  return {
    ...(entry as object),
    activities: activities.map((activity: unknown) => ({
      ...(activity as object),
      ageMinUnit: 'ans',
      ageMaxUnit: 'ans',
    })),
  };
}

export const storedEntry = stored({
  name: 'trame-entry',
  schema: KeptEntry,
  unstamped: true,
  upgrades: entryUpgrades,
});
