import { useState } from 'react';
import type { MadeFile } from '../../../domain/contract/desk/lists-out.ts';
import { faultsIn, problemOf, type Fault } from '../../kit/problem.ts';
import { useAct } from '../../kit/use-act.ts';
import { saveMadeFile } from './take-out-api.ts';
import { words } from './take-out-words.ts';

/** Has a file made and gives it to the browser; what went wrong is kept, to be shown where it was asked for. */
export function useMadeFile(onDone: () => void) {
  const { act, underWay } = useAct();
  const [problem, setOwnProblem] = useState<string | null>(null);
  /** Of fields; a dialog that has none of those shows the sentence. */
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const setProblem = (now: string | null) => {
    setOwnProblem(now);
    setFaults([]);
  };
  const make = async (ask: () => Promise<MadeFile>) => {
    setProblem(null);
    const failed = (error: unknown) => {
      setProblem(problemOf(error));
      setFaults(faultsIn(error));
      return true;
    };
    const file = await act(ask, { done: words.downloaded, failed });
    if (!file) return;
    saveMadeFile(file);
    onDone();
  };
  return { make, underWay, problem, faults, setProblem };
}
