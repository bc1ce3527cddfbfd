import type { Core } from '@strapi/strapi';
import { readEnvironment } from '../environment.ts';
import { readBounce } from '../platform/mail/bounce-report.ts';
import { tokenInReturnPath } from '../domain/mail-address.ts';
import { reportLetters } from '../update/campaigns/request-states.ts';
import type { BounceResult } from '../domain/contract/mail-bounce.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { noteReturn } from '../platform/mail/letter-returns.ts';

/**
 * Takes a returned message in: its letter becomes « revenue » and its request with it, or is noted as late, as complained of or as
 * unclear. The letter is known by the address that the message came to (VERP), by the return path or by the Message-ID that it
 * quotes; whoever knows none of these cannot mark anything. What no rule understands is noted only when it came to the letter's
 * own address: answers that people write quote the letter too.
 * @param source the message as it arrived (RFC 5322)
 */
export async function takeBounce(strapi: Core.Strapi, source: Buffer): Promise<BounceResult> {
  const bounce = await readBounce(source);
  if (!bounce) return 'none';
  const { MAIL_FROM: from, MAIL_RETURN_PATH: pattern } = readEnvironment();
  const tokensIn = (addresses: readonly string[]) =>
    from ? addresses.flatMap((address) => tokenInReturnPath(from, pattern ?? null, address) ?? []) : [];
  const isUnclear = bounce.verdict === 'unclear';
  const names = {
    tokens: tokensIn(isUnclear ? bounce.arrivedAt : [...bounce.arrivedAt, ...bounce.returnPaths]),
    digests: isUnclear ? [] : bounce.messageIds.map((id) => id.replace(/^<|@.*$/g, '')),
  };
  const noted = await inTransaction(strapi, (trx) => noteReturn(trx, names, bounce));
  if (noted === 'failed') {
    await reportLetters(strapi);
    return 'returned';
  }
  return noted === 'unknown' && isUnclear ? 'none' : noted;
}
