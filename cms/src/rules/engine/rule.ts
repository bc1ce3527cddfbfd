import type { Core } from '@strapi/strapi';
import type { ConcernedRecord } from '../../domain/contract/refusal.ts';
import type { Path, Values } from '../../domain/visit.ts';

/** One thing to mend: the admin shows the message at the field. */
export interface Fault {
  readonly path: Path;
  /** French; says what is wrong and how to mend it. */
  readonly message: string;
  /** Other records that it is about: the admin leads to them. */
  readonly records?: readonly ConcernedRecord[];
}

export type { Path, Values };

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
