/** An act that an editor planned and the program does: the journal names who planned it. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Editor } from '../../domain/contract/desk/editor.ts';

export interface Planned {
  readonly editor: Editor;
  /** For the line of the journal: "comme prévu, programmé le 4 décembre 2026 à 10 h". */
  readonly remark: string;
}

const planned = new AsyncLocalStorage<Planned>();

/** The plan that is being carried out, if what runs is part of one. */
export const plannedNow = (): Planned | undefined => planned.getStore();

export const whilePlanned = <T>(plan: Planned, work: () => Promise<T>): Promise<T> => planned.run(plan, work);
