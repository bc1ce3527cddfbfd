/**
 * What the CMS answers to the pages of associations, checked against the contract. In a module of its own, which is fetched
 * with the first question: the schemas and their library weigh more than the page that waits for the answer.
 */
import {
  CodeAnswer,
  ForNow,
  HeldData,
  ListLetters,
  LookAlikes,
  OpenedAlert,
  OpenedEntry,
  OpenedEvent,
  OpenedMessage,
  OpenedWithdrawal,
  Received,
  ReceivedLogo,
  Session,
  Space,
  Withdrawn,
} from '@trame/cms/domain/contract/associations/my-entry';
import type { z } from 'zod';

const shapes = {
  CodeAnswer,
  ForNow,
  HeldData,
  ListLetters,
  LookAlikes,
  OpenedAlert,
  OpenedEntry,
  OpenedEvent,
  OpenedMessage,
  OpenedWithdrawal,
  Received,
  ReceivedLogo,
  Session,
  Space,
  Withdrawn,
} as const;

export type AnswerName = keyof typeof shapes;
export type AnswerOf<Name extends AnswerName> = z.infer<(typeof shapes)[Name]>;

/**
 * Reads one answer. Sizes are left out: the contract bounds what an association may send, and the entry that the office keeps
 * may be longer; the check of the form says so to the person.
 * @returns undefined when it is none of the contract's
 */
export function readAnswer<Name extends AnswerName>(name: Name, answer: unknown): AnswerOf<Name> | undefined {
  const read = shapes[name].safeParse(answer);
  if (read.success) return read.data as AnswerOf<Name>;
  const onlySizes = read.error.issues.every(({ code }) => code === 'too_big' || code === 'too_small');
  return onlySizes ? (answer as AnswerOf<Name>) : undefined;
}
