import { openConnection } from '../database/own-connection.ts';
import { alertOfLetter, alertOneClickAddress } from '../links/alert-link.ts';
import { oneClickAddress } from '../links/list-link.ts';
import { HELD_LETTER } from '../restores/restore-store.ts';
import type { OutgoingLetter } from './message.ts';
import type { Fault } from './server-answers.ts';
import type { LetterKind, LetterState } from './outbox.ts';

/** A letter that is this sender's to hand over. */
export interface ClaimedLetter extends OutgoingLetter {
  readonly id: string;
  readonly kind: LetterKind;
  readonly request: string | null;
  readonly returnToken: string;
  /** How many times it has been tried, this one included. */
  readonly attempts: number;
  readonly firstTriedAt: Date;
}

/** What became of an attempt. */
export interface Outcome {
  readonly id: string;
  readonly state: Extract<LetterState, 'queued' | 'sent' | 'refused' | 'doubtful'>;
  readonly answer: string;
  /** For `refused`: who can mend it. */
  readonly fault?: Fault;
  /** For `queued`: not before. */
  readonly dueAt?: Date;
  /** For `queued`: the attempt was not the letter's fault and does not count. */
  readonly forgiven?: boolean;
}

/**
 * The outbox as the one sender sees it, over one connection of its own.
 *
 * The lock belongs to that connection, and so does every mark. Whoever lost the lock cannot write `committing` either, hence
 * cannot send a final dot; and a new sender gets the lock only after all that the old one had asked for is done.
 */
export interface LetterStore {
  /** False when another sender has it. */
  lock(): Promise<boolean>;
  /** After a crash: what had no dot waits again, what may have had one is doubtful. To be called once the lock is held. */
  recover(now: Date): Promise<{ requeued: number; doubtful: number }>;
  claim(now: Date): Promise<ClaimedLetter | null>;
  /** @throws {Error} when the letter is not to leave any more (withdrawn meanwhile) or the lock is lost */
  markCommitting(id: string): Promise<void>;
  settle(outcome: Outcome, now: Date): Promise<void>;
  /** When the next letter that waits may be tried; null when none waits. */
  nextDue(): Promise<Date | null>;
  /** Resolves when the connection is gone. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
}

/** `trame_letters` as a number for pg_advisory_lock. */
const LOCK = `hashtext('trame_letters_sender')`;

interface Row {
  id: string;
  key: string;
  kind: LetterKind;
  request: string | null;
  recipient: string;
  return_token: string;
  reply_to: string | null;
  subject: string;
  body_text: string;
  body_html: string;
  attempts: number;
  first_tried_at: Date;
}

/** Where a POST stops letters of that kind to that reader; null of what cannot be stopped. */
function oneClickOf({ kind, key, recipient }: Row): string | null {
  if (kind === 'list-letter') return oneClickAddress(recipient);
  const alert = kind === 'alert' ? alertOfLetter(key) : null;
  return alert === null ? null : alertOneClickAddress(alert);
}

/** Opens the connection. @throws when the database cannot be reached */
export async function openLetterStore(databaseUrl: string): Promise<LetterStore> {
  const { query, lost, close } = await openConnection(databaseUrl);

  return {
    lost,
    async lock() {
      const { rows } = await query<{ mine: boolean }>(`select pg_try_advisory_lock(${LOCK}) as mine`);
      return rows[0]?.mine ?? false;
    },
    async recover(now) {
      const doubtful = await query(
        `update trame_letters set state = 'doubtful', state_at = $1, reported = false where state = 'committing'`,
        [now],
      );
      const requeued = await query(
        `update trame_letters set state = 'queued', state_at = $1, due_at = $1 where state = 'sending'`,
        [now],
      );
      return { requeued: requeued.rowCount ?? 0, doubtful: doubtful.rowCount ?? 0 };
    },
    async claim(now) {
      const { rows } = await query<Row>(
        `update trame_letters set state = 'sending', state_at = $1, attempts = attempts + 1, first_tried_at = coalesce(first_tried_at, $1)
          where id = (select id from trame_letters where state = 'queued' and due_at <= $1 and not ${HELD_LETTER} order by urgency, id limit 1 for update skip locked)
          returning id, key, kind, request, recipient, return_token, reply_to, subject, body_text, body_html, attempts, first_tried_at`,
        [now],
      );
      const [row] = rows;
      return row
        ? {
            id: row.id,
            key: row.key,
            kind: row.kind,
            request: row.request,
            to: row.recipient,
            returnToken: row.return_token,
            replyTo: row.reply_to,
            oneClick: oneClickOf(row),
            subject: row.subject,
            text: row.body_text,
            html: row.body_html,
            attempts: row.attempts,
            firstTriedAt: row.first_tried_at,
          }
        : null;
    },
    async markCommitting(id) {
      const { rowCount } = await query(
        `update trame_letters set state = 'committing', state_at = now() where id = $1 and state = 'sending'`,
        [id],
      );
      if (rowCount !== 1) throw new Error(`Letter ${id} is not to leave any more`);
    },
    async settle({ id, state, answer, fault, dueAt, forgiven }, now) {
      await query(
        `update trame_letters
            set state = $2, state_at = $3, answer = nullif($4, ''), due_at = coalesce($5, due_at),
                attempts = attempts - $6, first_tried_at = case when attempts - $6 > 0 then first_tried_at end, reported = $2 = 'queued' and reported, fault = $7
          where id = $1 and state in ('sending', 'committing', 'doubtful')`,
        [id, state, now, answer, dueAt ?? null, forgiven ? 1 : 0, fault ?? null],
      );
    },
    async nextDue() {
      const { rows } = await query<{ due: Date | null }>(
        `select min(due_at) as due from trame_letters where state = 'queued' and not ${HELD_LETTER}`,
      );
      return rows[0]?.due ?? null;
    },
    close,
  };
}
