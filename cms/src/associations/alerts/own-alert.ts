/** An alert, for who reads its letters: opened, confirmed and stopped by the one link that they carry. */
import type { Core } from '@strapi/strapi';
import type { OpenedAlert } from '../../domain/contract/associations/my-entry.ts';
import { dayOf } from '../../domain/dates.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { Refused } from '../../platform/http/refused.ts';
import { alertOfToken, alertToken } from '../../platform/links/alert-link.ts';
import { hashOfCode } from '../../platform/links/typed-code.ts';
import { rowsOf } from '../../platform/database/sql.ts';
import { z } from 'zod';
import { type Alert, alertById, confirm, endAlert } from './alert-store.ts';

const words = {
  unknown: 'Ce lien ne fonctionne pas\u00a0: il a été coupé en chemin. Essayez avec le code écrit dans la lettre.',
  over: 'Cette alerte n’existe plus\u00a0: elle a été arrêtée, ou n’a pas été confirmée à temps. Faites de nouveau votre recherche pour en demander une autre.',
};

/** @throws {Refused} when the token is none of ours */
function idOf(token: string): string {
  const id = alertOfToken(token);
  if (id === null) throw new Refused('link-unknown', words.unknown);
  return id;
}

const OVER: OpenedAlert = { state: 'over', words: null, search: null, endsOn: null };

const opened = (alert: Alert | null): OpenedAlert =>
  alert === null
    ? OVER
    : {
        state: alert.confirmedAt === null ? 'waiting' : 'standing',
        words: alert.words,
        search: alert.search,
        endsOn: dayOf(alert.endsAt),
      };

/** Reads, and changes nothing: mail scanners open links. @throws {Refused} when the link is none */
export const openAlert = (strapi: Core.Strapi, token: string, now: Date = new Date()): Promise<OpenedAlert> => {
  const id = idOf(token);
  return inTransaction(strapi, async (trx) => opened(await alertById(trx, id, now)));
};

/** Lets the letters come, or goes on with them. @throws {Refused} when the link is none, or the alert is over */
export const confirmAlert = (strapi: Core.Strapi, token: string, now: Date = new Date()): Promise<OpenedAlert> => {
  const id = idOf(token);
  return inTransaction(strapi, async (trx) => {
    if ((await alertById(trx, id, now)) === null) throw new Refused('link-expired', words.over);
    await confirm(trx, id, now);
    return opened(await alertById(trx, id, now));
  });
};

/** Stops it, confirmed or not. Done twice it is done once. @throws {Refused} when the link is none */
export async function stopAlert(strapi: Core.Strapi, token: string): Promise<OpenedAlert> {
  await endAlert(strapi, idOf(token));
  return OVER;
}

/** The token of the link whose letter says that code. @throws {Refused} when none does, or it was tried too often */
export async function alertTokenOfCode(strapi: Core.Strapi, code: string): Promise<string> {
  const hash = await hashOfCode(strapi, 'alerte', code);
  const [row] = await rowsOf(
    strapi.db.connection,
    z.object({ id: z.string() }),
    'select id::text as id from trame_alerts where token_hash = ?',
    [hash],
  );
  if (row === undefined) throw new Refused('link-unknown', words.unknown);
  return alertToken(row.id);
}
