/** The report that programs are meant to read (RFC 3464; for addresses beyond ASCII RFC 6533). */
import { isNotice, noticeText, reasonIn } from './plain-notice.ts';
import type { ReceivedMail } from './read-mail.ts';

export interface DeliveryStatus {
  readonly verdict: 'failed' | 'delayed' | 'arrived';
  /** Lower case; null when the report does not say. */
  readonly recipient: string | null;
  /** The server's words. */
  readonly answer: string;
}

type Fields = ReadonlyMap<string, string>;

/** The fields of one block, by name in lower case; folded lines are joined (RFC 5322). */
function readFields(block: string): Fields {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}

/** The value of a typed field: `rfc822; a@b` → `a@b`. */
const untyped = (value: string | undefined): string => (value ?? '').replace(/^[\w-]{1,40}\s?;/, '').trim();

/** RFC 3464, 2.3.3. Some servers leave the action out, or write it in a way of their own: then its status says it. */
function verdictOf(fields: Fields): DeliveryStatus['verdict'] | null {
  const action = (fields.get('action') ?? '').toLowerCase();
  if (/fail|undeliver/.test(action)) return 'failed';
  if (action.startsWith('delay')) return 'delayed';
  if (/^(?:delivered|relayed|expanded)/.test(action)) return 'arrived';
  const [digit] = /[245](?=\.\d{1,3}\.\d{1,3})/.exec(fields.get('status') ?? '') ?? [];
  if (digit === undefined) return null;
  return digit === '5' ? 'failed' : digit === '4' ? 'delayed' : 'arrived';
}

const ORDER: readonly DeliveryStatus['verdict'][] = ['failed', 'delayed', 'arrived'];

/** The blocks of a report, one each recipient; some servers send them as plain text, or leave the one about themselves out. */
const recipientBlocks = (text: string): Fields[] =>
  text
    .split(/\r?\n[ \t]*\r?\n/)
    .map(readFields)
    .filter((fields) => fields.has('final-recipient') || fields.has('original-recipient') || fields.has('action'));

/** What says nothing: `smtp; 250 OK` of a relay, and the server's own code that its report repeats. */
const isTelling = (words: string): boolean => /[a-z]{3}/i.test(words.replace(/^\d{3}[ -]/, ''));

/**
 * @returns null when there is no such report, or one that says nothing of what happened
 */
export function readDeliveryStatus(mail: ReceivedMail): DeliveryStatus | null {
  // Somebody passes on, attaches or quotes one: then a server wrote the report, and not the message.
  if (!isNotice(mail)) return null;
  const part = mail.parts.find(({ type }) => /^message\/(?:global-)?delivery-status/.test(type));
  const source = part?.text ?? mail.text;
  const told = recipientBlocks(source).flatMap((fields) => {
    const verdict = verdictOf(fields);
    return verdict === null ? [] : [{ fields, verdict }];
  });
  const first = ORDER.flatMap((verdict) => told.filter((one) => one.verdict === verdict))[0];
  if (first === undefined) return null;
  const { fields, verdict } = first;
  const status = untyped(fields.get('status'));
  const diagnostic = untyped(fields.get('diagnostic-code'));
  const words = isTelling(diagnostic)
    ? diagnostic
    : reasonIn(noticeText(mail.text), verdict === 'delayed') || diagnostic;
  const recipient = untyped(fields.get('original-recipient')) || untyped(fields.get('final-recipient'));
  return {
    verdict,
    recipient: recipient.replace(/^<|>$/g, '').toLowerCase() || null,
    answer: words.includes(status) ? words : `${status} ${words}`.trim(),
  };
}
