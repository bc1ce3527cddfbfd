import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type { Action, ActionPlan, Axis, Indicator } from '../../../domain/contract/site/action-plan.ts';
import { publishedRows } from '../../../platform/database/content-rows.ts';
import { byNumber, dayOrNull, numberOrNull, references, textOrNull, valueOrNull } from './values.ts';

export const readActionPlans = (strapi: Core.Strapi) =>
  publishedRows(strapi, 'api::action-plan.action-plan', {
    fields: ['slug', 'title', 'territory', 'elsewhere', 'adoptedOn', 'adoptedBy', 'firstYear', 'lastYear', 'preamble'],
  });

export const readAxes = (strapi: Core.Strapi) =>
  publishedRows(strapi, 'api::axis.axis', {
    fields: ['number', 'title', 'introduction'],
    populate: { plan: { fields: ['id'] } },
  });

export const readActions = (strapi: Core.Strapi) =>
  publishedRows(strapi, 'api::action.action', {
    fields: [
      'slug',
      'number',
      'title',
      'introduction',
      'state',
      'startsOn',
      'endsOn',
      'diagnosis',
      'targetAudience',
      'stake',
      'implementation',
      'objectives',
      'deadlines',
      'services',
      'expectedResults',
      'partners',
    ],
    populate: {
      axis: { fields: ['id'] },
      indicators: {
        fields: ['label', 'unit', 'target'],
        populate: { readings: { fields: ['date', 'value', 'note'] } },
      },
      associations: { fields: ['id'] },
      events: { fields: ['id'] },
      resources: { fields: ['id'] },
      guides: { fields: ['id'] },
    },
  });

type PlanRow = Awaited<ReturnType<typeof readActionPlans>>[number];
export type AxisRow = Awaited<ReturnType<typeof readAxes>>[number];
export type ActionRow = Awaited<ReturnType<typeof readActions>>[number];

const toIndicator = (stored: NonNullable<ActionRow['indicators']>[number]): Indicator => ({
  label: stored.label ?? '',
  unit: textOrNull(stored.unit),
  target: numberOrNull(stored.target),
  readings: (stored.readings ?? [])
    .map((reading) => ({
      date: dayOrNull(reading.date) ?? '',
      value: Number(reading.value),
      note: textOrNull(reading.note),
    }))
    .sort((a, b) => a.date.localeCompare(b.date)),
});

export const toAction = (row: ActionRow): z.input<typeof Action> => ({
  id: row.documentId,
  slug: row.slug ?? '',
  number: row.number ?? '',
  title: row.title ?? '',
  introduction: textOrNull(row.introduction),
  state: row.state ?? null,
  startsOn: dayOrNull(row.startsOn),
  endsOn: dayOrNull(row.endsOn),
  diagnosis: textOrNull(row.diagnosis),
  targetAudience: textOrNull(row.targetAudience),
  stake: textOrNull(row.stake),
  implementation: textOrNull(row.implementation),
  objectives: textOrNull(row.objectives),
  deadlines: textOrNull(row.deadlines),
  services: textOrNull(row.services),
  expectedResults: textOrNull(row.expectedResults),
  partners: textOrNull(row.partners),
  indicators: (row.indicators ?? []).map(toIndicator),
  associations: references(row.associations),
  events: references(row.events),
  resources: references(row.resources),
  guides: references(row.guides),
});

/** An axis with its published actions, in the order of their numbers. */
export const toAxis = (row: AxisRow, actions: readonly Action[]): z.input<typeof Axis> => ({
  id: row.documentId,
  number: row.number ?? '',
  title: row.title ?? '',
  introduction: textOrNull(row.introduction),
  actions: [...actions].sort(byNumber),
});

/** A plan with its published axes, in the order of their numbers. */
export const toActionPlan = (row: PlanRow, axes: readonly Axis[]): z.input<typeof ActionPlan> => ({
  id: row.documentId,
  slug: row.slug ?? '',
  title: row.title ?? '',
  territory: row.territory ?? '',
  elsewhere: row.elsewhere ?? false,
  adoptedOn: dayOrNull(row.adoptedOn),
  adoptedBy: textOrNull(row.adoptedBy),
  firstYear: valueOrNull(row.firstYear),
  lastYear: valueOrNull(row.lastYear),
  preamble: textOrNull(row.preamble),
  axes: [...axes].sort(byNumber),
});
