/** Who gets no letter to a list: the way out that each of them carries, and what the register of suppressions knows. */
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { consentChannels } from '../../domain/vocabulary/consent-channels.ts';
import { readDirectoryContacts } from '../contacts/directory-contacts.ts';
import { changed, rowsOf } from '../database/sql.ts';
import { inTransaction } from '../database/transaction.ts';
import { listMark } from '../links/list-link.ts';
import { readTakenBack, stoppedLetters } from '../suppressions/register.ts';

/** `stopped`: by its reader, from a letter. `nowhere`: it was taken back from every channel. */
export type WhyNot = 'stopped' | 'nowhere';

/** Tells of an address why no letter to a list is for it; null when one is. */
export async function readWhyNot(strapi: Core.Strapi): Promise<(address: string) => WhyNot | null> {
  const stopped = await stoppedLetters(strapi);
  const takenBack = await readTakenBack(strapi);
  return (address) => {
    if (consentChannels.values.every((channel) => takenBack(address, channel))) return 'nowhere';
    return stopped.has(listMark(address)) ? 'stopped' : null;
  };
}

const Waiting = z.object({ recipient: z.string() });

/**
 * Takes the letters to lists out of the queue whose readers do not want them any more: since they were queued, since a backup was
 * put back, or since an editor sent them once more.
 * @returns how many will not leave
 */
export async function cancelStoppedLetters(strapi: Core.Strapi): Promise<number> {
  return inTransaction(strapi, async (trx) => {
    const waiting = await rowsOf(
      trx,
      Waiting,
      `select distinct recipient from trame_letters
        where kind = 'list-letter' and state in ('queued', 'sending') and recipient is not null`,
    );
    if (waiting.length === 0) return 0;
    const whyNot = await readWhyNot(strapi);
    const unwanted = waiting.map(({ recipient }) => recipient).filter((address) => whyNot(address) !== null);
    if (unwanted.length === 0) return 0;
    return changed(
      trx,
      `update trame_letters set state = 'cancelled', state_at = now()
        where kind = 'list-letter' and state in ('queued', 'sending') and recipient = any(?)`,
      [unwanted],
    );
  });
}

/** Marks of the addresses of the directory: who stopped the letters is remembered as long as they could be written to. */
export const addressesInUse = async (strapi: Core.Strapi): Promise<ReadonlySet<string>> =>
  new Set((await readDirectoryContacts(strapi)).flatMap(({ email }) => (email === null ? [] : [listMark(email)])));
