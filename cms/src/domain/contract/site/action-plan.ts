import { z } from 'zod';
import { actionStates } from '../../vocabulary/action-states.ts';
import { CalendarDate, Id, Line, Slug, Text } from '../../primitives.ts';

/** One reading of an indicator. */
export const Reading = z.strictObject({ date: CalendarDate, value: z.number(), note: Line.nullable() });
export type Reading = z.infer<typeof Reading>;

/** `unit` reads after the number ("associations", "%"); readings are in order of date and may be none. */
export const Indicator = z.strictObject({
  label: Line,
  unit: Line.nullable(),
  target: z.number().nullable(),
  readings: z.array(Reading),
});
export type Indicator = z.infer<typeof Indicator>;

/** An action; its ten headings are those of the French "fiche action", in the order in which they are printed. Lists are one item a line. */
export const Action = z.strictObject({
  id: Id,
  slug: Slug,
  /** As the plan numbers it: "1.2", "3". */
  number: Line,
  title: Line,
  introduction: Text.nullable(),
  /** Null: nothing says where the action stands, and nobody guesses. */
  state: z.enum(actionStates.values).nullable(),
  /** For the timeline; what was decided in words is in `deadlines`. */
  startsOn: CalendarDate.nullable(),
  endsOn: CalendarDate.nullable(),
  /** Diagnostic initial */
  diagnosis: Text.nullable(),
  /** Public cible */
  targetAudience: Text.nullable(),
  /** Enjeu */
  stake: Text.nullable(),
  /** Modalités de mise en œuvre */
  implementation: Text.nullable(),
  /** Objectifs opérationnels */
  objectives: Text.nullable(),
  /** Échéances de réalisation */
  deadlines: Text.nullable(),
  /** Services mobilisés et responsables */
  services: Text.nullable(),
  /** Résultats attendus */
  expectedResults: Text.nullable(),
  /** Partenaires sollicités */
  partners: Text.nullable(),
  /** Indicateurs d’évaluation */
  indicators: z.array(Indicator),
  associations: z.array(Id),
  events: z.array(Id),
  resources: z.array(Id),
  guides: z.array(Id),
});
export type Action = z.infer<typeof Action>;

export const Axis = z.strictObject({
  id: Id,
  number: Line,
  title: Line,
  introduction: Text.nullable(),
  actions: z.array(Action),
});
export type Axis = z.infer<typeof Axis>;

export const ActionPlan = z.strictObject({
  id: Id,
  slug: Slug,
  title: Line,
  territory: Line,
  /** The plan of another territory, shown as an example and apart from those of one's own. */
  elsewhere: z.boolean(),
  adoptedOn: CalendarDate.nullable(),
  adoptedBy: Line.nullable(),
  /** First and last year of the period, when the plan names one. */
  firstYear: z.int().nullable(),
  lastYear: z.int().nullable(),
  preamble: Text.nullable(),
  axes: z.array(Axis),
});
export type ActionPlan = z.infer<typeof ActionPlan>;
