/** What is written down of an attempt to hand a letter over, and when the next attempt is. Pure. */
import type { ClaimedLetter, Outcome } from './letter-store.ts';
import { readAnswer, troubleWords } from './server-words.ts';
import type { Delivery } from './transport.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A lost connection says nothing about the letter, but one that breaks each connection must not keep the sender busy. */
const RECONNECT_PATIENCE = 3;

export interface RetryRules {
  /** How long a letter waits after its n-th attempt that ended with "not now". */
  readonly retryAfterMs: (attempt: number) => number;
  /** From the first attempt on. */
  readonly giveUpAfterMs: number;
}

/** 1 min, 5 min, 25 min, then every hour, because greylisting lets a letter in after some five minutes; for two days. */
export const defaultRetryRules: RetryRules = {
  retryAfterMs: (attempt) => Math.min(MINUTE * 5 ** (attempt - 1), HOUR),
  giveUpAfterMs: 2 * DAY,
};

/** @param now when the attempt ended */
export function outcomeOf(letter: ClaimedLetter, delivery: Delivery, rules: RetryRules, now: Date): Outcome {
  const { id, attempts } = letter;
  const { answer } = delivery;
  const again = (milliseconds: number, forgiven = false): Outcome => {
    if (!forgiven && now.getTime() - letter.firstTriedAt.getTime() > rules.giveUpAfterMs) {
      const { words, fault } = readAnswer(answer, true);
      const gaveUp = troubleWords.gaveUp(Math.round(rules.giveUpAfterMs / DAY));
      return { id, state: 'refused', answer: `${gaveUp}. ${words}`, fault };
    }
    return { id, state: 'queued', answer, dueAt: new Date(now.getTime() + milliseconds), forgiven };
  };
  switch (delivery.kind) {
    case 'accepted':
      return { id, state: 'sent', answer };
    case 'refused': {
      const { words, fault } = readAnswer(answer);
      return { id, state: 'refused', answer: words, fault };
    }
    case 'unknown':
      return { id, state: 'doubtful', answer };
    case 'later':
      return again(rules.retryAfterMs(attempts));
    case 'unsent':
      return again(attempts <= RECONNECT_PATIENCE ? 0 : rules.retryAfterMs(attempts - RECONNECT_PATIENCE));
    case 'hold':
      return again(0, true);
  }
}
