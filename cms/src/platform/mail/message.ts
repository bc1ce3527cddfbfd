import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailAddress } from '../../domain/mail-address.ts';

/** What is needed of a letter to hand it over. */
export interface OutgoingLetter {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly replyTo: string | null;
  /** Where a POST stops letters of this kind (RFC 8058); null for a letter that answers somebody or asks about an entry. */
  readonly oneClick: string | null;
}

const CONTROL = /[\p{Cc}\u2028\u2029]+/gu;

/** A header has one line: whatever would begin another one becomes a space, so that nobody's name can add a header. */
export const oneLine = (text: string): string => text.replace(CONTROL, ' ').replace(/ {2,}/g, ' ').trim();

/** The same letter has the same Message-ID, however often it is handed over: a mailbox that has it recognises the copy. */
export function messageIdOf(key: string, from: MailAddress): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${from.domain}>`;
}

/**
 * How mail programs offer to stop these letters (RFC 2369, RFC 8058). Whoever signs our letters (DKIM) has to sign these two
 * headers with them: programs trust no others.
 */
const wayOut = (oneClick: string | null): Readonly<Record<string, string>> =>
  oneClick === null
    ? {}
    : { 'List-Unsubscribe': `<${oneLine(oneClick)}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };

/**
 * The letter as bytes for the wire (RFC 5322): text and HTML as alternatives.
 * `Auto-Submitted` keeps absence notes from answering; nothing in it tells whether or when it was read.
 */
export function composeMessage(letter: OutgoingLetter, from: MailAddress, date: Date): Promise<Buffer> {
  return new MailComposer({
    from: { name: oneLine(from.name), address: from.address },
    to: { name: '', address: letter.to },
    ...(letter.replyTo ? { replyTo: { name: '', address: oneLine(letter.replyTo) } } : {}),
    subject: oneLine(letter.subject),
    text: letter.text,
    html: letter.html,
    date,
    messageId: messageIdOf(letter.key, from),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'fr', ...wayOut(letter.oneClick) },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
