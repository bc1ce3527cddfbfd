import type { Core } from '@strapi/strapi';

/** Where in a record: `['contacts', 0, 'phone']`. */
export type Path = readonly (string | number)[];

/** One thing to mend: the admin shows the message at the field. */
export interface Fault {
  readonly path: Path;
  /** French; says what is wrong and how to mend it. */
  readonly message: string;
}

/** Values as Strapi hands them over: not yet validated, hence `unknown`. */
export type Values = Record<string, unknown>;

/** A record on its way into the database. */
export interface Saving {
  readonly strapi: Core.Strapi;
  readonly uid: string;
  readonly action: 'create' | 'update' | 'clone';
  /** Of the record that is updated, or cloned from; absent when one is created. */
  readonly documentId: string | undefined;
  /** Only what is being changed; a rule may put a value right in place. */
  readonly data: Values;
  /** Does this also make the record public? True for types without drafts. */
  readonly publishes: boolean;
}

/** A record about to be public, with its components, files and the ids of its relations. */
export interface Publishing {
  readonly strapi: Core.Strapi;
  readonly uid: string;
  readonly documentId: string;
  readonly record: Values;
}

/** A record about to leave the site. */
export interface Removing {
  readonly strapi: Core.Strapi;
  readonly uid: string;
  readonly documentId: string;
  readonly action: 'unpublish' | 'delete';
}

type Faults = readonly Fault[] | Promise<readonly Fault[]>;

/** A rule of content. What makes a draft wrong is refused at each save; what a draft may still lack, at publication. */
export interface Rule {
  /** Every type when absent. */
  readonly appliesTo?: readonly string[];
  onSave?(saving: Saving): Faults;
  onPublish?(publishing: Publishing): Faults;
  onRemove?(removing: Removing): Faults;
}
