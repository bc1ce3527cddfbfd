/** A save that somebody makes at a form: the state that it was made from, and what became of it. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { ConflictPart } from '../domain/contract/desk/form-conflict.ts';
import type { Editor } from '../domain/contract/desk/editor.ts';
import type { RecordContent } from './record-content.ts';

export interface Conflicts {
  /** The state that stands today: the base of what is sent once somebody has chosen. */
  readonly version: string;
  readonly theirs: RecordContent;
  /** Where a form's changes touch what somebody else saved meanwhile; the paths lead into `merged`. */
  readonly conflicts: readonly ConflictPart[];
  /** What the form holds, with what others changed elsewhere: mine where they touch (`domain/merge/resolve.ts`). */
  readonly merged: RecordContent;
}

const TOUCHED =
  'Quelqu’un a modifié les mêmes champs que vous. Rien n’a été enregistré, et ce que vous avez écrit est encore là\u00a0: enregistrez de nouveau pour choisir ce qui reste.';

/** A save that somebody has to decide about: nothing was saved. */
export class SaveConflict extends Error {
  override name = 'SaveConflict';
  readonly found: Conflicts;

  /** @param message French: what happened, and that nothing is lost */
  constructor(found: Conflicts, message: string = TOUCHED) {
    super(message);
    this.found = found;
  }
}

/** A form that does not say what it was made from: it would overwrite what it never saw. */
export class BaseMissing extends Error {
  override name = 'BaseMissing';
  constructor() {
    super(
      'Ce formulaire ne dit pas de quel état de la fiche il est parti\u00a0: il effacerait peut-être ce que quelqu’un d’autre a enregistré. Notez ce que vous avez écrit, rechargez la page et recommencez.',
    );
  }
}

/** What was done besides what was asked. */
export interface Outcome {
  /** Attributes that were taken over from others. */
  merged: readonly string[];
  /** Sentences: who changed what meanwhile, and that it is there. */
  told: readonly string[];
  /** Sentences: what a withdrawal kept closed. */
  withdrawn: readonly string[];
}

export interface Saving {
  readonly uid: string;
  /** Null for a record that is being made, and for a single type, of which there is one. */
  readonly documentId: string | null;
  /** The version that the form was made from. */
  readonly base: string | null;
  /** When the form was opened, ISO 8601, if it says so. */
  readonly openedAt: string | null;
  /** What somebody chose, conflict after conflict: against which version, and the paths where theirs stands. */
  readonly chosen: readonly { readonly against: string; readonly theirs: readonly string[] }[];
  readonly editor: Editor;
  readonly outcome: Outcome;
}

const savings = new AsyncLocalStorage<Saving>();

/** The save that is under way, if what runs is part of one. */
export const savingNow = (): Saving | undefined => savings.getStore();

/** Runs `work`, whose changes of this record are made from its base. */
export const whileSaving = <T>(saving: Saving, work: () => Promise<T>): Promise<T> => savings.run(saving, work);

export const newOutcome = (): Outcome => ({ merged: [], told: [], withdrawn: [] });
