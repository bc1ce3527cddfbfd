import type { Core } from '@strapi/strapi';

/**
 * Carries what became of a campaign's letters over to the requests that they belong to. Derived, so that it does not matter
 * when it runs or how often: a letter is `reported` in the transaction that its request is changed in.
 *
 * - the invitation left (or may have: the reminder will tell): « à envoyer » → « envoyée »;
 * - a letter was refused or came back: « revenue », with the server's reason; unless it was answered or cancelled meanwhile.
 */
export async function reportLetters(strapi: Core.Strapi): Promise<number> {
  return strapi.db.transaction(async ({ trx }) => {
    const { rows } = await trx.raw(
      `update trame_letters set reported = true
        where not reported and state in ('sent', 'refused', 'returned', 'doubtful')
        returning id, request, kind, state`,
    );
    const letters = (rows as { id: string; request: string | null; kind: string; state: string }[]).filter(
      ({ request, kind }) => request !== null && (kind === 'invitation' || kind === 'reminder'),
    );
    const pick = (test: (letter: { kind: string; state: string }) => boolean) => [
      letters.filter(test).map(({ id }) => id),
    ];
    const left = (state: string) => state === 'sent' || state === 'doubtful';
    // Strapi's instants have no time zone: they are UTC.
    await trx.raw(
      `update update_requests request set state = 'envoyée', sent_at = letter.state_at at time zone 'UTC', bounce_reason = null
         from trame_letters letter where letter.id = any(?) and request.document_id = letter.request and request.state = 'à envoyer'`,
      pick(({ kind, state }) => kind === 'invitation' && left(state)),
    );
    await trx.raw(
      `update update_requests request set last_reminder_at = letter.state_at at time zone 'UTC'
         from trame_letters letter where letter.id = any(?) and request.document_id = letter.request`,
      pick(({ kind, state }) => kind === 'reminder' && left(state)),
    );
    await trx.raw(
      `update update_requests request set state = 'revenue', bounce_reason = letter.answer
         from trame_letters letter where letter.id = any(?) and request.document_id = letter.request
          and request.state in ('à envoyer', 'envoyée')`,
      pick(({ state }) => !left(state)),
    );
    return letters.length;
  });
}
