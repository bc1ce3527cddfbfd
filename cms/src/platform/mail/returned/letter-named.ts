/** Which letter a returned message speaks of: by the Message-IDs that it names and the return paths that it quotes. */
import { bareAddress, type ReceivedMail } from './read-mail.ts';

const MESSAGE_ID = /^[>|\s]{0,8}(?:X-[\w-]{0,40}Original-)?Message-ID:\s{0,8}(<[^<>\s]{1,250}>)/gim;

/** Where a quoted letter, or the report on it, writes the sender of the envelope: the return path, with the letter's own token. */
const ENVELOPE_SENDER =
  /^[>|\s]{0,8}(?:Return-Path|X-Postfix-Sender|X-Envelope-From|Original-Mail-From):\s{0,8}(?:rfc822\s?;\s?)?<?([^<>\s;,]{3,250}@[^<>\s;,]{1,250})>?/gim;

const REPLY_HEADERS = ['in-reply-to', 'references'];

const found = (pattern: RegExp, texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, value = '']) => value))),
];

const quotedTexts = ({ parts, text }: ReceivedMail): string[] => [...parts.map((part) => part.text), text];

/** Message-IDs of the letters that it quotes, with their angle brackets, then of those that it answers. */
export function messageIdsOf(mail: ReceivedMail): string[] {
  const answered = REPLY_HEADERS.flatMap((name) => mail.header(name)).flatMap(
    (value) => value.slice(0, 2000).match(/<[^<>\s]{1,250}>/g) ?? [],
  );
  return [...new Set([...found(MESSAGE_ID, quotedTexts(mail)), ...answered])];
}

/** Return paths of letters as the message quotes them, lower case. Nobody but who got the letter knows one. */
export const quotedReturnPaths = (mail: ReceivedMail): string[] =>
  found(ENVELOPE_SENDER, quotedTexts(mail)).map(bareAddress);
