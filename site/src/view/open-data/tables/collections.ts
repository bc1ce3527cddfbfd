import type { Collection, Table } from '../column.ts';
import { withChildren } from '../column.ts';
import { associations } from './associations.ts';
import { events } from './events.ts';
import { plans } from './plans.ts';
import { resources } from './resources.ts';
import { audiences, communes, themes, venues } from './vocabulary.ts';

/** Everything that is given away, in the order of the page. */
export const COLLECTIONS: readonly Collection[] = [
  associations,
  events,
  resources,
  plans,
  themes,
  audiences,
  communes,
  venues,
];

/** Every table, those inside others after them. */
export const TABLES: readonly Table[] = COLLECTIONS.flatMap(({ table }) => withChildren(table));
