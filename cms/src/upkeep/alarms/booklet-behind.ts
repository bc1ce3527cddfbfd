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
    const failure = (await readPublicationState()).state?.booklet?.failure;
    return failure ? { words: failure.message, afterMs: AFTER_MS } : null;
  },
};
