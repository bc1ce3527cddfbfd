/**
 * What a device remembers of questions without an answer: which wait to be sent, and which it told on which day, so that it tells
 * one once a day. It is kept here only, for some weeks; nothing of it is sent but the words that wait.
 */
import { addDays } from '@trame/cms/domain/dates';
import { isTellable, MOST_QUESTIONS, type UnansweredQuestion } from '@trame/cms/domain/unanswered-questions';

const KEEP_DAYS = 28;
/** A device that was long without a network tells what is recent. */
const MOST_WAITING = 2 * MOST_QUESTIONS;

export interface Memory {
  /** The oldest first. */
  readonly waiting: readonly UnansweredQuestion[];
  /** Day on which a question was counted last (`YYYY-MM-DD`). */
  readonly told: Readonly<Record<string, string>>;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readQuestion(value: unknown): UnansweredQuestion[] {
  if (!isObject(value)) return [];
  const { question, missing } = value;
  if (typeof question !== 'string' || typeof missing !== 'string') return [];
  return isTellable({ question, missing }) ? [{ question, missing }] : [];
}

/** @param stored what the storage of the browser holds; what is not ours, or too old, counts for nothing */
export function readMemory(stored: string | null, today: string): Memory {
  let json: unknown;
  try {
    json = JSON.parse(stored ?? 'null');
  } catch {
    json = null;
  }
  const { waiting, told } = isObject(json) ? json : {};
  const since = addDays(today, -KEEP_DAYS);
  const days = Object.entries(isObject(told) ? told : {}).filter(
    (one): one is [string, string] => typeof one[1] === 'string' && one[1] > since && one[1] <= today,
  );
  return {
    waiting: (Array.isArray(waiting) ? waiting : []).flatMap(readQuestion).slice(-MOST_WAITING),
    told: Object.fromEntries(days),
  };
}

/** Counts a question, once a day. */
export function remember(memory: Memory, question: UnansweredQuestion, today: string): Memory {
  if (memory.told[question.question] === today) return memory;
  return {
    waiting: [...memory.waiting, question].slice(-MOST_WAITING),
    told: { ...memory.told, [question.question]: today },
  };
}

/** The questions of one sending, and what is left to be sent after it. */
export const nextSending = (
  memory: Memory,
): { readonly questions: readonly UnansweredQuestion[]; readonly after: Memory } => ({
  questions: memory.waiting.slice(0, MOST_QUESTIONS),
  after: { ...memory, waiting: memory.waiting.slice(MOST_QUESTIONS) },
});
