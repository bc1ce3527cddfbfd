/** Addresses that a record had on the site before: of the types whose records have a page of their own and one word that names it. */
import type { publicPaths } from './public-paths.ts';

export const formerAddressKinds = [
  'association',
  'event',
  'guide',
  'resource',
  'theme',
  'commune',
] as const satisfies readonly (keyof typeof publicPaths)[];
export type FormerAddressKind = (typeof formerAddressKinds)[number];

/** `api::event.event` → event; null of a type whose pages do not lead on. */
export const addressKindOf = (uid: string): FormerAddressKind | null =>
  formerAddressKinds.find((kind) => uid === uidOfKind(kind)) ?? null;

/** event → `api::event.event` */
export const uidOfKind = (kind: FormerAddressKind): string => `api::${kind}.${kind}`;
