/** Agreements that a form takes back: for whoever sends it, since the office decides about the rest of it first. */
import { consentChannels, type ConsentChannel } from '../vocabulary/consent-channels.ts';
import type { FormContact } from './entry-form.ts';
import { matchContacts } from './same-contact.ts';

export interface TakenBack {
  /** Among the contacts of the entry as it is published. */
  readonly rank: number;
  readonly contact: FormContact;
  readonly channels: readonly ConsentChannel[];
}

/** The contacts of the published entry that are shown somewhere and would be no more, one that is removed included. */
export function takenBack(before: readonly FormContact[], after: readonly FormContact[]): TakenBack[] {
  const matches = matchContacts(before, after);
  return before.flatMap((contact, rank) => {
    const match = matches[rank];
    const now = match === null || match === undefined ? undefined : after[match];
    const channels = consentChannels.values.filter((channel) => contact[channel] && now?.[channel] !== true);
    return channels.length === 0 ? [] : [{ rank, contact, channels }];
  });
}
