import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../platform/database/transaction.ts';
import { rowsOf } from '../../platform/database/sql.ts';
import { FAULTS } from '../../platform/mail/server-answers.ts';
import { z } from 'zod';

/** A letter whose state the request does not know yet. The driver gives a bigint as a string. */
const ReportedLetter = z.object({
  id: z.string(),
  request: z.string().nullable(),
  kind: z.string(),
  state: z.string(),
  /** Null while nothing is wrong, and of letters that failed before it was written down. */
  fault: z.enum(FAULTS).nullable(),
});

/** The letter went to the address of its request: what becomes of one to a former address says nothing of the present one. */
const TO_ITS_ADDRESS = `letter.recipient_hash = encode(sha256(convert_to(lower(trim(request.email)), 'UTF8')), 'hex')`;

/**
 * Carries what became of a campaign's letters over to the requests that they belong to. Derived, so that it does not matter
 * when it runs or how often: a letter is `reported` in the transaction that its request is changed in.
 *
 * - the invitation left (or may have: the reminder will tell): « à envoyer » → « envoyée »;
 * - a letter was refused or came back because of us: « à renvoyer »; the next that leaves makes it « envoyée » again;
 * - it was refused or came back otherwise: « revenue », with the server's reason;
 * - whoever has answered or was cancelled meanwhile stays so; of who has answered, the reason is noted all the same.
 *
 * What becomes of a letter to an address that the request had before, and of one that is no question, changes nothing.
 */
export async function reportLetters(strapi: Core.Strapi): Promise<number> {
  return inTransaction(strapi, async (trx) => {
    const rows = await rowsOf(
      trx,
      ReportedLetter,
      `update trame_letters set reported = true
        where not reported and state in ('sent', 'refused', 'returned', 'doubtful')
        returning id, request, kind, state, fault`,
    );
    const letters = rows.filter(
      ({ request, kind }) => request !== null && (kind === 'invitation' || kind === 'reminder'),
    );
    const pick = (test: (letter: z.infer<typeof ReportedLetter>) => boolean) => [
      letters.filter(test).map(({ id }) => id),
    ];
    const left = (state: string) => state === 'sent' || state === 'doubtful';
    // Strapi's instants have no time zone: they are UTC.
    await trx.raw(
      `update update_requests request set state = 'envoyée', sent_at = letter.state_at at time zone 'UTC', bounce_reason = null
         from trame_letters letter where letter.id = any(?) and request.document_id = letter.request
          and request.state in ('à envoyer', 'à renvoyer') and ${TO_ITS_ADDRESS}`,
      pick(({ kind, state }) => kind === 'invitation' && left(state)),
    );
    await trx.raw(
      `update update_requests request set state = 'envoyée', bounce_reason = null
         from trame_letters letter where letter.id = any(?) and request.document_id = letter.request
          and request.state = 'à renvoyer' and ${TO_ITS_ADDRESS}`,
      pick(({ kind, state }) => kind === 'reminder' && left(state)),
    );
    await trx.raw(
      `update update_requests request set last_reminder_at = letter.state_at at time zone 'UTC'
         from trame_letters letter where letter.id = any(?) and request.document_id = letter.request`,
      pick(({ kind, state }) => kind === 'reminder' && left(state)),
    );
    const failed = (becomes: string, test: (letter: z.infer<typeof ReportedLetter>) => boolean) =>
      trx.raw(
        `update update_requests request set bounce_reason = letter.answer,
                state = case when request.state = 'répondue' then request.state else ? end
           from trame_letters letter where letter.id = any(?) and request.document_id = letter.request
            and request.state in ('à envoyer', 'à renvoyer', 'envoyée', 'répondue') and ${TO_ITS_ADDRESS}`,
        [becomes, ...pick((letter) => !left(letter.state) && test(letter))],
      );
    await failed('à renvoyer', ({ fault }) => fault === 'sender');
    await failed('revenue', ({ fault }) => fault !== 'sender');
    return letters.length;
  });
}
