import { setTimeout as sleep } from 'node:timers/promises';
import { type ClaimedLetter, type LetterStore, openLetterStore, type Outcome } from './letter-store.ts';
import { type MailAddress, returnPath } from './mail-address.ts';
import { composeMessage } from './message.ts';
import { explainAnswer, troubleWords } from './server-words.ts';
import type { Delivery, HoldReason, MailSession, MailTransport } from './transport.ts';

/** Work that must have one doer only and therefore runs under the sender's lock: reminders, request states. */
export interface SenderTask {
  readonly everyMs: number;
  run(now: Date): Promise<unknown>;
}

export interface SenderOptions {
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
  readonly keepDays: number;
  readonly tasks?: readonly SenderTask[];
  readonly now?: () => Date;
  /** How long a letter waits after its n-th attempt that ended with "not now". */
  readonly retryAfterMs?: (attempt: number) => number;
  /** How long nothing is tried after the n-th refusal in a row of the server itself. */
  readonly holdMs?: (times: number) => number;
  readonly giveUpAfterMs?: number;
  /** How often the queue is looked at when nobody calls `wake`. */
  readonly pollMs?: number;
  readonly onError?: (event: string, error: unknown) => void;
}

export interface SenderState {
  /** Whether this process is the one that sends. */
  readonly active: boolean;
  /** Why nothing leaves, for the editor; null while all is well. */
  readonly trouble: { readonly message: string; readonly since: string } | null;
}

export interface Sender {
  /** Looks at the queue now. */
  wake(): void;
  state(): SenderState;
  /** Lets what is under way end, for so long; then cuts it. Nothing is lost either way. */
  stop(patienceMs?: number): Promise<void>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** 1 min, 5 min, 25 min, then every hour: greylisting lets one in after some five minutes. */
const defaultRetry = (attempt: number): number => Math.min(MINUTE * 5 ** (attempt - 1), HOUR);
const defaultHold = (times: number): number => Math.min(5_000 * 2 ** (times - 1), 10 * MINUTE);
/** A lost connection says nothing about the letter, but one that breaks each connection must not keep us busy. */
const RECONNECT_PATIENCE = 3;
/** Some servers take only so many letters per conversation. */
const LETTERS_PER_SESSION = 100;
const ANOTHER_SENDER_MS = 5_000;
/** So often at least, tasks run between letters: an answer that comes in the midst of 1,200 letters stops its own. */
const TURN_MS = 15_000;

/**
 * Starts the loop that hands letters over. Any number of processes may start one: the database lets one send.
 * Never throws: what goes wrong is in `state()` and goes to `onError`, and the loop goes on.
 */
export function startSender(options: SenderOptions): Sender {
  const {
    perSecond,
    connections = 3,
    tasks = [],
    now = () => new Date(),
    retryAfterMs = defaultRetry,
    holdMs = defaultHold,
    giveUpAfterMs = 2 * DAY,
    pollMs = 2_000,
    onError = () => undefined,
  } = options;
  const stopping = new AbortController();
  const sessions = new Set<MailSession>();
  const lastRun = new Map<SenderTask, number>();
  /** Outcomes that the database could not be told, because its connection broke after the server had answered. */
  const untold: Outcome[] = [];
  let waking = new AbortController();
  const status = { active: false, trouble: null as SenderState['trouble'] };
  let holds = 0;
  let holdUntil = 0;
  let nextSlot = 0;
  let nextErase = 0;

  const pause = async (milliseconds: number): Promise<void> => {
    const signal = AbortSignal.any([stopping.signal, waking.signal]);
    await sleep(Math.max(milliseconds, 1), undefined, { signal }).catch(() => undefined);
    // A call that came while letters were leaving counts for the pause after them.
    if (waking.signal.aborted) waking = new AbortController();
  };

  const setTrouble = (message: string | null): void => {
    if (message === null) status.trouble = null;
    else if (status.trouble?.message !== message) status.trouble = { message, since: now().toISOString() };
  };

  const hold = (why: HoldReason, answer: string): void => {
    if (performance.now() < holdUntil || stopping.signal.aborted) return; // the other conversations were told the same
    holds += 1;
    holdUntil = performance.now() + holdMs(holds);
    const host = options.transport?.host ?? '';
    setTrouble(why === 'unreachable' ? troubleWords.unreachable(host) : troubleWords[why](answer));
  };

  /** Waits for this letter's turn, so that no more than `perSecond` leave, however many connections there are. */
  const takeSlot = async (): Promise<void> => {
    const begun = performance.now();
    nextSlot = Math.max(nextSlot + 1000 / perSecond, begun);
    const wait = nextSlot - begun;
    if (wait > 1) await sleep(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
  };

  /** What is to be written down of a delivery. */
  const outcomeOf = (letter: ClaimedLetter, delivery: Delivery): Outcome => {
    const { id, attempts } = letter;
    const { answer } = delivery;
    const again = (milliseconds: number, forgiven = false): Outcome => {
      if (!forgiven && now().getTime() - letter.firstTriedAt.getTime() > giveUpAfterMs) {
        const words = `${troubleWords.gaveUp(Math.round(giveUpAfterMs / DAY))}. ${explainAnswer(answer)}`;
        return { id, state: 'refused', answer: words };
      }
      return { id, state: 'queued', answer, dueAt: new Date(now().getTime() + milliseconds), forgiven };
    };
    switch (delivery.kind) {
      case 'accepted':
        return { id, state: 'sent', answer };
      case 'refused':
        return { id, state: 'refused', answer: explainAnswer(answer) };
      case 'unknown':
        return { id, state: 'doubtful', answer };
      case 'later':
        return again(retryAfterMs(attempts));
      case 'unsent':
        return again(attempts <= RECONNECT_PATIENCE ? 0 : retryAfterMs(attempts - RECONNECT_PATIENCE));
      case 'hold':
        return again(0, true);
    }
  };

  /** Opens a session when there is none, or another one when this one has done enough. */
  const keepSession = (transport: MailTransport) => {
    let session: MailSession | null = null;
    let handedOver = 0;
    const end = (): void => {
      if (!session) return;
      sessions.delete(session);
      if (session.usable) session.quit();
      session = null;
    };
    return {
      end,
      async open(): Promise<MailSession | Extract<Delivery, { kind: 'hold' }>> {
        if (session && (!session.usable || handedOver >= LETTERS_PER_SESSION)) end();
        if (!session) {
          const opened = await transport.connect(stopping.signal);
          if ('kind' in opened) return opened;
          session = opened;
          handedOver = 0;
          sessions.add(session);
        }
        handedOver += 1;
        return session;
      },
    };
  };

  /** One conversation: claims, hands over and settles until nothing is due or the server will not have any more. */
  async function lane(store: LetterStore, transport: MailTransport, from: MailAddress): Promise<void> {
    const kept = keepSession(transport);
    const turnEnds = performance.now() + TURN_MS;
    const handOver = async (letter: ClaimedLetter): Promise<Delivery> => {
      const session = await kept.open();
      if ('kind' in session) return session;
      const message = await composeMessage(letter, from, now());
      const sender = returnPath(from, options.returnPathPattern ?? null, letter.returnToken);
      return session.deliver({ from: sender, to: letter.to }, message, () => store.markCommitting(letter.id));
    };
    try {
      while (!stopping.signal.aborted && performance.now() >= holdUntil && performance.now() < turnEnds) {
        await takeSlot();
        if (stopping.signal.aborted) return;
        const letter = await store.claim(now());
        if (!letter) return;
        const delivery = await handOver(letter);
        if (delivery.kind === 'hold') hold(delivery.why, delivery.answer);
        else if (delivery.kind === 'accepted') {
          holds = 0;
          setTrouble(null);
        }
        const outcome = outcomeOf(letter, delivery);
        await store.settle(outcome, now()).catch((error: unknown) => {
          untold.push(outcome);
          throw error;
        });
      }
    } finally {
      kept.end();
    }
  }

  async function runTasks(): Promise<void> {
    for (const task of tasks) {
      if (stopping.signal.aborted) return;
      if (performance.now() - (lastRun.get(task) ?? -Infinity) < task.everyMs) continue;
      lastRun.set(task, performance.now());
      // One task that fails must not keep letters from leaving.
      await task.run(now()).catch((error: unknown) => onError('task', error));
    }
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
      await runTasks();
      if (performance.now() >= nextErase) {
        await store.erase(now(), options.keepDays);
        nextErase = performance.now() + HOUR;
      }
      const { transport, from } = options;
      const due = await store.nextDue();
      if (!transport || !from) setTrouble(troubleWords.notConfigured);
      else if (due && due <= now() && performance.now() >= holdUntil) {
        const lanes = await Promise.allSettled(Array.from({ length: connections }, () => lane(store, transport, from)));
        for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
        await runTasks();
      }
      const next = await store.nextDue();
      const untilDue = next ? next.getTime() - now().getTime() : Infinity;
      await pause(Math.min(pollMs, Math.max(untilDue, 0, holdUntil - performance.now())));
    }
  }

  const running = (async () => {
    while (!stopping.signal.aborted) {
      let store: LetterStore | null = null;
      try {
        store = await openLetterStore(options.databaseUrl);
        if (await store.lock()) {
          status.active = true;
          if (status.trouble?.message === troubleWords.database) setTrouble(null);
          await work(store);
        }
      } catch (error) {
        onError('sending', error);
        setTrouble(troubleWords.database);
      } finally {
        status.active = false;
        await store?.close();
      }
      if (!stopping.signal.aborted) await pause(Math.min(ANOTHER_SENDER_MS, pollMs));
    }
  })();

  return {
    wake: () => waking.abort(),
    state: () => ({ ...status }),
    async stop(patienceMs = 4_000) {
      stopping.abort();
      const cutting = setTimeout(() => {
        for (const session of sessions) session.cut();
      }, patienceMs);
      await running;
      clearTimeout(cutting);
    },
  };
}
