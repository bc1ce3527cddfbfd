import { simpleParser, type AddressObject, type Attachment, type ParsedMail } from 'mailparser';

/** What a returned message says: which letter, to whom, and why. */
export interface BounceReport {
  /** Addresses it was sent to, the one with our token among them; lower case. */
  readonly arrivedAt: readonly string[];
  /** Message-IDs of letters that it speaks of, with their angle brackets. */
  readonly messageIds: readonly string[];
  /** Lower case; null when the report does not say. */
  readonly recipient: string | null;
  /** The failing server's words. */
  readonly answer: string;
}

/** The fields of one block of a delivery report, by name in lower case; folded lines are joined (RFC 5322). */
function readFields(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}

/** The value of a typed field: `rfc822; a@b` → `a@b`. */
const untyped = (value: string | undefined): string => (value ?? '').replace(/^[\w-]+\s*;\s*/, '').trim();

const MESSAGE_ID = /^(?:X-[\w-]*Original-)?Message-ID:\s*(<[^<>\s]+>)/gim;

/** Where an Exim server says why: a line about the host, or with a code. */
const REASON = [/^[ \t]*(?:host |SMTP error )/, /\b[45]\d\d[ -]/];

/**
 * The failing server's words in the text that old Exim servers write: that line and those folded below it. Line by line: one
 * expression over the whole text would take minutes over a long line of spaces, and anybody may send us one.
 */
function reasonIn(text: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => REASON.some((pattern) => pattern.test(line)));
  if (first < 0) return '';
  const after = lines.slice(first + 1);
  const end = after.findIndex((line) => !/^[ \t]+\S/.test(line));
  return [lines[first], ...after.slice(0, end < 0 ? undefined : end)].join('\n').trim();
}

const textOf = (attachment: Attachment): string => attachment.content.toString('utf8');

function addressesOf(mail: ParsedMail): string[] {
  const lists = [mail.to, mail.cc].flat().filter((list): list is AddressObject => list !== undefined);
  const headers = ['delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) => {
    const value = mail.headers.get(name);
    return [value].flat().map((one) => (typeof one === 'string' ? one : ''));
  });
  return [...lists.flatMap(({ value }) => value.map(({ address }) => address ?? '')), ...headers]
    .map((address) => address.trim().replace(/^<|>$/g, '').toLowerCase())
    .filter(Boolean);
}

/** Nothing is made of HTML, neither from it: reports are plain, and only what is read is worth the parsing. */
const PARSING = { keepDeliveryStatus: true, skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true };

/**
 * Reads a returned message: a delivery report of RFC 3464, or what old Exim servers send instead.
 * @returns null when it reports no final failure: a delay, an absence note, ordinary mail, and what is built to be unreadable
 */
export async function readBounce(source: Buffer): Promise<BounceReport | null> {
  const mail = await simpleParser(source, PARSING as Parameters<typeof simpleParser>[1]).catch(() => null);
  if (mail === null) return null;
  const arrivedAt = addressesOf(mail);
  const quoted = mail.attachments.filter(({ contentType }) => /^(message|text)\/rfc822/.test(contentType)).map(textOf);
  const idsIn = (texts: readonly string[]) => [
    ...new Set(texts.flatMap((text) => [...text.matchAll(MESSAGE_ID)].map(([, id = '']) => id))),
  ];

  const status = mail.attachments.find(({ contentType }) => contentType === 'message/delivery-status');
  if (status) {
    const [, ...recipients] = textOf(status)
      .split(/\r?\n[ \t]*\r?\n/)
      .map(readFields);
    const failed = recipients.find((fields) => /^failed\b/i.test(fields.get('action') ?? ''));
    if (!failed) return null;
    const code = untyped(failed.get('status'));
    const diagnostic = untyped(failed.get('diagnostic-code'));
    return {
      arrivedAt,
      messageIds: idsIn(quoted),
      recipient:
        (untyped(failed.get('original-recipient')) || untyped(failed.get('final-recipient'))).toLowerCase() || null,
      answer: diagnostic.includes(code) ? diagnostic : `${code} ${diagnostic}`.trim(),
    };
  }

  const failedHeader = mail.headers.get('x-failed-recipients');
  if (typeof failedHeader === 'string') {
    const text = mail.text ?? '';
    return {
      arrivedAt,
      messageIds: idsIn([...quoted, text]),
      recipient: failedHeader.split(',')[0]?.trim().toLowerCase() || null,
      answer: reasonIn(text),
    };
  }
  return null;
}
