import type { Core } from '@strapi/strapi';
import { readEnvironment } from '../environment.ts';
import { readBounce } from './bounce-report.ts';
import { tokenInReturnPath } from './mail-address.ts';
import { reportLetters } from './request-states.ts';
import { explainAnswer } from './server-words.ts';

/** `none`: it reports no failure; `unknown`: a failure, but of no letter of ours. */
export type BounceResult = 'returned' | 'none' | 'unknown';

/**
 * Takes a returned message in: the letter becomes « revenue » and its request with it. By the address that it came to (VERP),
 * else by the Message-ID of the letter that it quotes; whoever does not know either cannot mark anything.
 * @param source the message as it arrived (RFC 5322)
 */
export async function takeBounce(strapi: Core.Strapi, source: Buffer): Promise<BounceResult> {
  const bounce = await readBounce(source);
  if (!bounce) return 'none';
  const { MAIL_FROM: from, MAIL_RETURN_PATH: pattern } = readEnvironment();
  const tokens = from
    ? bounce.arrivedAt.flatMap((address) => tokenInReturnPath(from, pattern ?? null, address) ?? [])
    : [];
  const digests = bounce.messageIds.map((id) => id.replace(/^<|@.*$/g, ''));
  const { rowCount } = await strapi.db.connection.raw(
    `update trame_letters set state = 'returned', state_at = now(), answer = ?, reported = false
      where id = (
        select id from trame_letters
         where state in ('sent', 'doubtful', 'committing')
           and (return_token = any(?) or left(encode(sha256(convert_to(key, 'UTF8')), 'hex'), 32) = any(?))
         order by id desc limit 1)`,
    [explainAnswer(bounce.answer), tokens, digests] as never,
  );
  if (rowCount === 0) return 'unknown';
  await reportLetters(strapi);
  return 'returned';
}
