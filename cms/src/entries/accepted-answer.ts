/** A change that an editor lets through, and somebody else made: a form that finds it there names who wrote it. */
import { AsyncLocalStorage } from 'node:async_hooks';

const accepted = new AsyncLocalStorage<true>();

/** Runs `work`, whose changes are those of an association's answer. */
export const whileAccepting = <T>(work: () => Promise<T>): Promise<T> => accepted.run(true, work);

/** Who made a change, as a sentence begins with it. */
export const makerInWords = (editor: string): string =>
  accepted.getStore() ? `l’association (réponse acceptée par ${editor})` : editor;
