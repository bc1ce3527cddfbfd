/** A message as it arrived, in the parts that tell whether it reports on a letter. */
import { simpleParser, type AddressObject, type Attachment, type ParsedMail } from 'mailparser';

/** A message that came to the return path, parsed. */
export interface ReceivedMail {
  /** One header as one line each time it stands there; empty when it does not. Names in lower case. */
  readonly header: (name: string) => readonly string[];
  /** Media type of the whole, lower case, with its parameters: `multipart/report; report-type=…`. */
  readonly contentType: string;
  readonly subject: string;
  /** Of who signs it. */
  readonly from: { readonly address: string; readonly name: string };
  /** Addresses that it was sent to, lower case. */
  readonly arrivedAt: readonly string[];
  /** What a person reads: the plain text, else the text of the HTML. */
  readonly text: string;
  /** Its parts that are no text for people, by media type in lower case. */
  readonly parts: readonly { readonly type: string; readonly text: string }[];
}

/** Nothing is made of HTML, neither from it: reports are plain, and only what is read is worth the parsing. */
const PARSING = { keepDeliveryStatus: true, skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true };

/** A notice says why within its first lines; what follows is the letter. */
const MOST_TEXT = 200_000;
const MOST_HTML = 60_000;

/** Where mail servers write the address that a copy was for. */
const ARRIVAL_HEADERS = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-delivered-to'];

/** Words of HTML, a line for each block. The lengths in the pattern keep it linear, whatever stands there. */
const wordsOfHtml = (html: string): string =>
  html
    .slice(0, MOST_HTML)
    .replace(/<(?:style|script|title)\b[^>]{0,500}>[^<]{0,20000}<\/[a-z]{1,10}>/gi, ' ')
    .replace(/<\/?(?:p|div|br|tr|li|h\d|table|blockquote)\b[^>]{0,500}>/gi, '\n')
    .replace(/<[^>]{0,500}>/g, ' ')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#39;|&rsquo;/g, "'")
    .replace(/&eacute;/g, 'é')
    .replace(/&amp;/g, '&');

/** All below the headers, as it came. */
function bodyOf(source: Buffer): string {
  const message = source.subarray(0, 4 * MOST_TEXT).toString('utf8');
  const end = /\r?\n\r?\n/.exec(message);
  return end === null ? '' : message.slice(end.index + end[0].length);
}

const textOf = (attachment: Attachment): string => attachment.content.toString('utf8');

function headersOf(mail: ParsedMail): ReceivedMail['header'] {
  const lines = new Map<string, string[]>();
  for (const { key, line } of mail.headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\s+/g, ' ')
      .trim();
    lines.set(key, [...(lines.get(key) ?? []), value]);
  }
  return (name) => lines.get(name) ?? [];
}

/** `<a@b>` → `a@b`, lower case. */
export const bareAddress = (text: string): string => text.trim().replace(/^<|>$/g, '').toLowerCase();

/**
 * @param source the message as it arrived (RFC 5322)
 * @returns null for what is built to be unreadable
 */
export async function readMail(source: Buffer): Promise<ReceivedMail | null> {
  // A stranger's bytes: what cannot be parsed reports nothing.
  const mail = await simpleParser(source, PARSING as Parameters<typeof simpleParser>[1]).catch(() => null);
  if (mail === null) return null;
  const header = headersOf(mail);
  const lists = [mail.to, mail.cc].flat().filter((list): list is AddressObject => list !== undefined);
  const [from] = mail.from?.value ?? [];
  const html = typeof mail.html === 'string' ? mail.html : '';
  const written = (mail.text ?? '').trim() || wordsOfHtml(html).trim();
  return {
    header,
    contentType: (header('content-type')[0] ?? '').toLowerCase(),
    subject: mail.subject ?? '',
    // A list in a group (`undisclosed: a@b;`) has no address of its own.
    from: { address: bareAddress(from?.address ?? ''), name: from?.name ?? '' },
    arrivedAt: [
      ...lists.flatMap(({ value }) => value.map(({ address }) => address ?? '')),
      ...ARRIVAL_HEADERS.flatMap((name) => header(name)),
    ]
      .map(bareAddress)
      .filter(Boolean),
    // A relay may have broken the frame of its parts: then what stands in them is still the text of a report.
    text: (written || (mail.attachments.length > 0 ? '' : bodyOf(source))).slice(0, MOST_TEXT),
    parts: mail.attachments.map((part) => ({
      type: part.contentType.toLowerCase(),
      // A file of megabytes is no report.
      text: textOf(part).slice(0, MOST_TEXT),
    })),
  };
}
