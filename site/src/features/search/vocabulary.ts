/** Values of the criteria that the page offers and the URL carries, beside those that editors manage. */
import { moments, type Moment } from './understand/pieces.ts';
import { CHEAP } from './understand/price.ts';
import type { Flag, PageKind } from './facts/format.ts';

export const resultTypes = ['associations', 'agenda', 'ressources', 'guides', 'plan-d-actions'] as const;
export type ResultType = (typeof resultTypes)[number];

/** What a type of result holds. */
export const kindsOfType: Readonly<Record<ResultType, readonly PageKind[]>> = {
  associations: ['associations'],
  agenda: ['agenda'],
  ressources: ['ressources'],
  guides: ['guides', 'experiences'],
  'plan-d-actions': ['plan-d-actions', 'ailleurs'],
};

export const prices = ['gratuit', 'petit-prix'] as const;
export type PriceChoice = (typeof prices)[number];
/** Euros at most. */
export const priceLimits: Readonly<Record<PriceChoice, number>> = { gratuit: 0, 'petit-prix': CHEAP };

export const accesses = ['moteur', 'auditif', 'visuel', 'mental'] as const;
export type Access = (typeof accesses)[number];
export const flagsOfAccess: Readonly<Record<Access, Flag>> = {
  moteur: 'mobility',
  auditif: 'hearing',
  visuel: 'sight',
  mental: 'mind',
};

export { moments, type Moment };
