/** An act that the program does for an editor, now or when it was planned: the journal names who meant it, and says why it is done. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Editor } from '../domain/contract/desk/editor.ts';

export interface Behalf {
  readonly editor: Editor;
  /** For the line of the journal: "comme prévu, programmé le 4 décembre 2026 à 10 h", "import de « associations.xlsx »". */
  readonly remark: string;
  /** What it is part of: a plan carried out does not end itself. */
  readonly of: 'schedule' | 'import' | 'merge' | 'words';
}

const behalf = new AsyncLocalStorage<Behalf>();

/** For whom what runs is done, if it is done for somebody. */
export const onBehalfNow = (): Behalf | undefined => behalf.getStore();

export const onBehalf = <T>(of: Behalf, work: () => Promise<T>): Promise<T> => behalf.run(of, work);
