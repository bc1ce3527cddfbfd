import type { DoubtfulLetter } from './outbox.ts';

/** `GET /trame/mail`: what the admin says about letters. */
export interface MailReport {
  /** False: no SMTP_URL, letters wait. */
  readonly configured: boolean;
  /** Where letters are read when they go to the mail catcher instead of to people; null with a real server. */
  readonly mailboxUrl: string | null;
  /** Why nothing leaves at the moment, as a sentence; null while all is well. */
  readonly trouble: { readonly message: string; readonly since: string } | null;
  /** Letters that wait, of all kinds. */
  readonly waiting: number;
  /** « Envoi incertain »: for the editor to decide. */
  readonly doubtful: readonly DoubtfulLetter[];
}

/** `POST /trame/mail/send-again { keys }` → how many went back into the queue. */
export interface SentAgain {
  readonly queued: number;
}
