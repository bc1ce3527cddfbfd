import { readPublicationState } from '../../platform/deployer/publication.ts';
import type { AlarmRule } from './alarm.ts';

/** It is tried again by itself, with a longer pause each time. */
const AFTER_MS = 60 * 60_000;

/** Pages are online and the printable guide cannot be made: residents read an old one, or none. */
export const bookletBehind: AlarmRule = {
  id: 'booklet-behind',
  title: 'L’annuaire PDF ne suit plus le site',
  over: 'L’annuaire PDF est de nouveau à jour.',
  async look() {
    const { state, problem } = await readPublicationState();
    // Nobody knows then: what was told is not over.
    if (state === null) throw new Error(problem ?? 'The deployer does not say what is online');
    const failure = state.booklet?.failure;
    return failure ? { words: failure.message, afterMs: AFTER_MS } : null;
  },
};
