/** The loop that hands letters over, and nothing else: what runs by itself besides letters is `upkeep/jobs.ts`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type MailAddress, returnPath } from '../../domain/mail-address.ts';
import { keepSessions } from './kept-sessions.ts';
import { type ClaimedLetter, type LetterStore, openLetterStore, type Outcome } from './letter-store.ts';
import { composeMessage } from './message.ts';
import { defaultRetryRules, outcomeOf, type RetryRules } from './outcome.ts';
import { createSendingState, type Trouble } from './sending-state.ts';
import { troubleWords } from './server-words.ts';
import type { Delivery, MailTransport } from './transport.ts';

export interface SenderOptions extends Partial<RetryRules> {
  readonly databaseUrl: string;
  /** Null: no server is known, letters wait. */
  readonly transport: MailTransport | null;
  readonly from: MailAddress | null;
  /** MAIL_RETURN_PATH */
  readonly returnPathPattern?: string | null;
  /** Letters per second, over all connections. */
  readonly perSecond: number;
  /** Conversations with the server at the same time. */
  readonly connections?: number;
  /**
   * Takes letters out of the queue that must not leave any more. Runs before the first letter and between letters, at least
   * every `TURN_MS`. When it fails, letters leave all the same.
   */
  readonly beforeLetters?: (now: Date) => Promise<unknown>;
  readonly now?: () => Date;
  /** How long nothing is tried after the n-th refusal in a row of the server itself. */
  readonly holdMs?: (times: number) => number;
  /** How often the queue is looked at when nobody calls `wake`. */
  readonly pollMs?: number;
  readonly onError?: (event: string, error: unknown) => void;
}

export interface SenderState {
  /** Whether this process is the one that sends. */
  readonly active: boolean;
  readonly trouble: Trouble;
}

export interface Sender {
  /** Looks at the queue now. */
  wake(): void;
  state(): SenderState;
  /** Lets what is under way end, for so long; then cuts it. Nothing is lost either way. */
  stop(patienceMs?: number): Promise<void>;
}

const MINUTE = 60_000;
const defaultHold = (times: number): number => Math.min(5_000 * 2 ** (times - 1), 10 * MINUTE);
const ANOTHER_SENDER_MS = 5_000;
/** After so long the lanes pause, so that a campaign of 1,200 letters can be stopped in its midst. */
const TURN_MS = 15_000;

/**
 * Starts the loop. Any number of processes may start one: the database lets one send.
 * Never throws: what goes wrong is in `state()` and goes to `onError`, and the loop goes on.
 */
export function startSender(options: SenderOptions): Sender {
  const { transport, from, connections = 3, pollMs = 2_000, now = () => new Date() } = options;
  const { beforeLetters = () => Promise.resolve(), onError = () => undefined } = options;
  const stopping = new AbortController();
  const sessions = keepSessions(stopping.signal);
  const sending = createSendingState({
    perSecond: options.perSecond,
    host: transport?.host ?? '',
    holdMs: options.holdMs ?? defaultHold,
    now,
    signal: stopping.signal,
  });
  const rules: RetryRules = {
    retryAfterMs: options.retryAfterMs ?? defaultRetryRules.retryAfterMs,
    giveUpAfterMs: options.giveUpAfterMs ?? defaultRetryRules.giveUpAfterMs,
  };
  /** Outcomes that the database could not be told, because its connection broke after the server had answered. */
  const untold: Outcome[] = [];
  let waking = new AbortController();
  let active = false;

  const pause = async (milliseconds: number): Promise<void> => {
    const signal = AbortSignal.any([stopping.signal, waking.signal]);
    // Rejects only when it is ended early, which is what the signals are for.
    await sleep(Math.max(milliseconds, 1), undefined, { signal }).catch(() => undefined);
    // A call that came while letters were leaving counts for the pause after them.
    if (waking.signal.aborted) waking = new AbortController();
  };

  /** One conversation: claims, hands over and settles until nothing is due or the server will not have any more. */
  async function lane(store: LetterStore, server: MailTransport, sender: MailAddress): Promise<void> {
    const kept = sessions.keep(server);
    const turnEnds = performance.now() + TURN_MS;
    const handOver = async (letter: ClaimedLetter): Promise<Delivery> => {
      const session = await kept.open();
      if ('kind' in session) return session;
      const message = await composeMessage(letter, sender, now());
      const path = returnPath(sender, options.returnPathPattern ?? null, letter.returnToken);
      return session.deliver({ from: path, to: letter.to }, message, () => store.markCommitting(letter.id));
    };
    try {
      while (!stopping.signal.aborted && sending.heldForMs() <= 0 && performance.now() < turnEnds) {
        await sending.takeTurn();
        if (stopping.signal.aborted) return;
        const letter = await store.claim(now());
        if (!letter) return;
        const delivery = await handOver(letter);
        if (delivery.kind === 'hold') sending.hold(delivery.why, delivery.answer);
        if (delivery.kind === 'accepted') sending.wentWell();
        const outcome = outcomeOf(letter, delivery, rules, now());
        await store.settle(outcome, now()).catch((error: unknown) => {
          untold.push(outcome);
          throw error;
        });
      }
    } finally {
      kept.end();
    }
  }

  /** Lets the lanes work when a letter is due. */
  async function sendDue(store: LetterStore): Promise<void> {
    await beforeLetters(now()).catch((error: unknown) => onError('taking letters out of the queue', error));
    if (!transport || !from) return sending.setTrouble(troubleWords.notConfigured);
    const due = await store.nextDue();
    if (!due || due > now() || sending.heldForMs() > 0) return;
    const lanes = await Promise.allSettled(Array.from({ length: connections }, () => lane(store, transport, from)));
    for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
  }

  /** All that the holder of the lock does, until stopped or the database is lost. */
  async function work(store: LetterStore): Promise<void> {
    for (let outcome = untold[0]; outcome; outcome = untold[0]) {
      await store.settle(outcome, now());
      untold.shift();
    }
    await store.recover(now());
    let alive = true;
    void store.lost.then(() => (alive = false));
    while (!stopping.signal.aborted && alive) {
      await sendDue(store);
      const next = await store.nextDue();
      const untilDue = next ? next.getTime() - now().getTime() : Infinity;
      await pause(Math.min(pollMs, Math.max(untilDue, 0, sending.heldForMs())));
    }
  }

  const running = (async () => {
    while (!stopping.signal.aborted) {
      let store: LetterStore | null = null;
      try {
        store = await openLetterStore(options.databaseUrl);
        if (await store.lock()) {
          active = true;
          if (sending.trouble()?.message === troubleWords.database) sending.setTrouble(null);
          await work(store);
        }
      } catch (error) {
        onError('sending', error);
        sending.setTrouble(troubleWords.database);
      } finally {
        active = false;
        await store?.close();
      }
      if (!stopping.signal.aborted) await pause(Math.min(ANOTHER_SENDER_MS, pollMs));
    }
  })();

  return {
    wake: () => waking.abort(),
    state: () => ({ active, trouble: sending.trouble() }),
    async stop(patienceMs = 4_000) {
      stopping.abort();
      const cutting = setTimeout(() => sessions.cutAll(), patienceMs);
      await running;
      clearTimeout(cutting);
    },
  };
}
