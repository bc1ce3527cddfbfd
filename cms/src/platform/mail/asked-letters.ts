/** Letters that anybody may ask for, in anybody's name: how many leave, whoever asks. Mailboxes are counted beside each letter. */
import type { Core } from '@strapi/strapi';
import { networkKey } from '../http/address-key.ts';
import { HOUR, type Pace } from '../http/limits.ts';
import { countOne, holdToPace } from '../http/pace.ts';

/**
 * All together: every manager of 600 associations asks in the same hour. Above that somebody is using the site to write to
 * people, and providers would take all letters of the office for unwanted mail.
 */
const ALTOGETHER: Pace = { times: 600, seconds: HOUR };
/** A third of it, asked for by one network, known addresses or not: it must not close the door for everybody else. */
const PER_NETWORK: Pace = { times: 200, seconds: HOUR };

/** @param ip of whoever asks @throws {Refused} when their network has asked too often; says nothing about the mailbox */
export const holdNetworkToPace = (ip: string): Promise<void> =>
  holdToPace('letters asked for by one network', networkKey(ip), PER_NETWORK);

/** May one more letter leave that somebody asked for? Counted when it would, so that unknown addresses use nothing up. */
export async function mayLeave(strapi: Pick<Core.Strapi, 'log'>): Promise<boolean> {
  const wait = await countOne('letters asked for', '', ALTOGETHER);
  if (wait !== null)
    strapi.log.error(`${ALTOGETHER.times} letters were asked for within an hour; none leaves for ${wait} seconds`);
  return wait === null;
}
