/** How fast letters leave, when none may, and why: what all conversations of one sender share. */
import { setTimeout as sleep } from 'node:timers/promises';
import { troubleWords } from './server-words.ts';
import type { HoldReason } from './transport.ts';

/** Why nothing leaves, for the editor; null while all is well. */
export type Trouble = { readonly message: string; readonly since: string } | null;

export interface SendingStateOptions {
  /** Letters per second, over all connections. */
  readonly perSecond: number;
  /** Of the mail server, for the sentence that says that it does not answer. */
  readonly host: string;
  /** How long nothing is tried after the n-th refusal in a row of the server itself. */
  readonly holdMs: (times: number) => number;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

export interface SendingState {
  trouble(): Trouble;
  /** @param message null: what was wrong is over */
  setTrouble(message: string | null): void;
  /** The server would not work with us at all: nothing is tried for a while. */
  hold(why: HoldReason, answer: string): void;
  /** The server took a letter: the next hold begins with the shortest wait again. */
  wentWell(): void;
  /** Milliseconds until something may be tried again; not positive when it may be now. */
  heldForMs(): number;
  /** Waits for the turn of one letter, so that no more than `perSecond` leave, however many connections there are. */
  takeTurn(): Promise<void>;
}

export function createSendingState({ perSecond, host, holdMs, now, signal }: SendingStateOptions): SendingState {
  let trouble: Trouble = null;
  let holds = 0;
  let holdUntil = 0;
  let nextTurn = 0;

  const setTrouble = (message: string | null): void => {
    if (message === null) trouble = null;
    else if (trouble?.message !== message) trouble = { message, since: now().toISOString() };
  };

  return {
    trouble: () => trouble,
    setTrouble,
    heldForMs: () => holdUntil - performance.now(),
    hold(why, answer) {
      if (performance.now() < holdUntil || signal.aborted) return; // the other conversations were told the same
      holds += 1;
      holdUntil = performance.now() + holdMs(holds);
      setTrouble(why === 'unreachable' ? troubleWords.unreachable(host) : troubleWords[why](answer));
    },
    wentWell() {
      holds = 0;
      setTrouble(null);
    },
    async takeTurn() {
      const begun = performance.now();
      nextTurn = Math.max(nextTurn + 1000 / perSecond, begun);
      const wait = nextTurn - begun;
      // Ended early when the sender stops; the caller looks at that.
      if (wait > 1) await sleep(wait, undefined, { signal }).catch(() => undefined);
    },
  };
}
