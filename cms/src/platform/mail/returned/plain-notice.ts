/**
 * The notice that only a person is meant to read: qmail's (QSBMF, Bernstein 1997), Yahoo's, GMX's, Zoho's, old Exim, Exchange and
 * OpenSMTPD. There is no format to parse: that a server wrote it shows in who signs it, what it means in its words.
 */
import {
  AFTER_A_TIME,
  DAEMON_NAMES,
  DAEMONS,
  DELAY_WORDS,
  FAILURE_WORDS,
  FINAL_WORDS,
  KEEPERS,
  NEARLY_FULL,
  NOTICE_SUBJECTS,
  plain,
  PROMISES,
  QUOTE_BEGINS,
  REASON_WORDS,
  says,
  UNREAD,
} from './notice-words.ts';
import { bareAddress, type ReceivedMail } from './read-mail.ts';

/** A notice says why within so many lines and letters. */
const MOST_LINES = 200;
const MOST_LINE = 1000;
const MOST_NOTICE = 20_000;

/** Of a reason: the line that says it and those that go on with it. */
const REASON_LINES = 5;

const begins = (line: string, words: readonly string[]): boolean => {
  const start = plain(line.slice(0, 120).replace(/^[\s\-*=_>|.+#]{1,60}/, ''));
  return words.some((word) => start.startsWith(word));
};

/** The notice without the letter that it quotes below itself. */
export function noticeText(text: string): string {
  const lines = text
    .slice(0, MOST_NOTICE)
    .split(/\r?\n/)
    .slice(0, MOST_LINES)
    .map((line) => line.slice(0, MOST_LINE));
  const end = lines.findIndex((line, index) => index > 0 && begins(line, QUOTE_BEGINS));
  return lines
    .slice(0, end < 0 ? undefined : end)
    .filter((line) => !/^>(?!>>)/.test(line)) // `>>>` is what one server said to another
    .join('\n');
}

const localPart = (address: string): string => address.replace(/@[^@]*$/, '').replace(/^"|"$/g, '');

const isOf = (address: string, names: readonly string[]): boolean =>
  names.some((name) => localPart(address).startsWith(name));

const pathsOf = ({ header }: ReceivedMail): string[] => header('return-path').map(bareAddress);

/** `From: <>`: a reverse-path that a server wrote where the author stands. No person's program does. */
const hasNullAuthor = ({ header }: ReceivedMail): boolean =>
  header('from').some((from) => /^[^@]{0,80}<\s{0,4}>/.test(from));

/** Signed by a program of a server: nobody else writes under its name. */
export const isOfDaemon = (mail: ReceivedMail): boolean =>
  isOf(mail.from.address, DAEMONS) || pathsOf(mail).some((path) => isOf(path, DAEMONS)) || hasNullAuthor(mail);

/** Signed as servers sign, and as the people do who look after them. */
const isOfKeeper = (mail: ReceivedMail): boolean =>
  isOf(mail.from.address, KEEPERS) ||
  pathsOf(mail).some((path) => isOf(path, KEEPERS)) ||
  says(plain(mail.from.name), DAEMON_NAMES);

/** Answers and what is passed on, as programs mark them in the languages of Europe, in front, in brackets, or behind. */
const PASSED_ON =
  /^[\s[(]{0,5}(?:re|fwd?|tr|aw|wg|rv|r|i|enc|res|sv|vs|vb|vl|odp|pd|ynt|ilt|doorst|antw|trs|far|fs|rif|bls|továbbítás|απ|προθ|на|пересл)\s?(?:\[\d+\])?\s?:|\((?:fwd|forwarded)\)\s{0,3}$/i;
export const isAnswered = (subject: string): boolean => PASSED_ON.test(subject.slice(0, 1000));

const OF_A_LIST = [
  'list-id',
  'list-post',
  'list-unsubscribe',
  'x-mailman-version',
  'x-list-administrivia',
  'feedback-id',
];
export const isOfList = ({ header }: ReceivedMail): boolean => OF_A_LIST.some((name) => header(name).length > 0);

/** Programs that people write mail with. */
const PEOPLES_PROGRAMS =
  /thunderbird|outlook(?! express forms)|apple mail|iphone|ipad|android|roundcube|squirrelmail|horde|rainloop|snappymail|k-?9 ?mail|zimbra|open-xchange|sogo|evolution|kmail|mutt|the bat|webmail|mailspring|spark|bluemail|infomaniak/i;

/** What only people's mail has, whatever it says: a server answers nobody, passes nothing on, and has no list. */
const isMarkedAsSomebodys = (mail: ReceivedMail): boolean =>
  isOfList(mail) ||
  isAnswered(mail.subject) ||
  [...mail.header('user-agent'), ...mail.header('x-mailer')].some((program) => PEOPLES_PROGRAMS.test(program));

/** A server reports from nobody, so that its own mail is never answered (RFC 5321, 4.5.5); no reverse-path is known where it was dropped. */
function isSentBySomebody(mail: ReceivedMail): boolean {
  const paths = pathsOf(mail);
  return paths.length > 0 && !paths.some((path) => path === '' || isOf(path, [...DAEMONS, ...KEEPERS]));
}

/** The frame of a report, or the header that Exim and Gmail give one: no program that people write with makes either. */
const isFramedAsReport = ({ contentType, header }: ReceivedMail): boolean =>
  /report-type="?delivery-status/.test(contentType) || header('x-failed-recipients').length > 0;

/** From nobody, so that it is not answered: what only servers and robots send. */
const isFromNobody = (mail: ReceivedMail): boolean => pathsOf(mail).includes('');

/** A gateway that signs as many robots do: its notice has the subject of one, and is about a letter that was refused. */
const isOfGateway = (mail: ReceivedMail): boolean =>
  isOf(mail.from.address, UNREAD) &&
  isFromNobody(mail) &&
  looksLikeNotice(mail) &&
  REFUSING.test(noticeText(mail.text));

/** Did a mail server write it, rather than a person or a person's robot? */
export function isNotice(mail: ReceivedMail): boolean {
  if (isOfDaemon(mail)) return !isOfList(mail);
  if (isMarkedAsSomebodys(mail)) return false;
  return isFramedAsReport(mail) || (isOfKeeper(mail) && !isSentBySomebody(mail)) || isOfGateway(mail);
}

/** It has the subject of a notice, and nobody who signs it: people complain in these words, and newsletters sell by them. */
export const looksLikeNotice = ({ subject }: ReceivedMail): boolean =>
  !isAnswered(subject) && says(plain(subject), NOTICE_SUBJECTS);

/** A reply of the mail protocol that refuses for good: `550 …`, `550-5.1.1`, `5.2.2`, `#5.1.1`, or `550` alone on its line. */
const REFUSING = /(?<![\d.])(?:5[0-5]\d[ \-:](?!\d{3,})|5\.\d\.\d{1,3}(?![\d.]))|^[ \t]{0,20}5[0-5]\d[ \t]{0,20}$/m;
const WAITING = /(?<![\d.])(?:4[2-5]\d[ \-:](?!\d{3,})|4\.\d\.\d{1,3}(?![\d.]))/;

/** A line that begins with the recipient: why stands below it (QSBMF), where it does not stand beside it. */
const OF_RECIPIENT = /^[ \t]{0,20}[<"']?[^\s<>"'@]{1,64}@[^\s<>"'@]{1,250}[>"']?(?:\s|:|$)/;

/** The reason beside the recipient: « bureau@example.org : Boîte pleine », "bureau@example.org (mailbox full)". */
const BESIDE_RECIPIENT =
  /^[ \t]{0,20}(?:[-*•] )?[<"']?[^\s<>"'@]{1,64}@[^\s<>"'@:]{1,250}[>"']?[ \t\u00a0\u202f]{0,10}(?:[:–—-][ \t\u00a0\u202f]{0,10}|\((?!expanded|generated|orig))[^\s:@]{0,40}\p{L}{3}/u;

/**
 * The failing server's words: the line with its code; the words beside the recipient; when none has one, the lines below the recipient, or that with words of
 * failure; and the lines that go on with it. Line by line: one expression over the whole text would take minutes over a long
 * line of spaces, and anybody may send us one.
 * @param waits the letter waits: that it has not arrived yet is no reason, and is not told as one
 */
export function reasonIn(notice: string, waits = false): string {
  const lines = notice.split('\n');
  const telling: readonly ((line: string, index: number) => boolean)[] = [
    (line) => REFUSING.test(line),
    (line) => WAITING.test(line),
    (line) => /^[ \t]{0,20}(?:host |SMTP error |Remote host said)/.test(line),
    (line) => BESIDE_RECIPIENT.test(line),
    (line, index) => line.trim() !== '' && OF_RECIPIENT.test(lines[index - 1] ?? '') && !OF_RECIPIENT.test(line),
    // The first lines greet and say that something failed; why stands below them.
    (line) => !waits && says(plain(line), FAILURE_WORDS) && !isHeading(line),
    (line) => !waits && says(plain(line), FAILURE_WORDS),
  ];
  for (const isTelling of telling) {
    const first = lines.findIndex(isTelling);
    if (first < 0) continue;
    const below = lines.slice(first + 1, first + REASON_LINES);
    const end = below.findIndex((line) => line.trim() === '' || OF_RECIPIENT.test(line));
    return [lines[first], ...below.slice(0, end < 0 ? undefined : end)].join('\n').trim();
  }
  return '';
}

/** Sentences about the notice itself, which tell no reason. */
const HEADINGS: readonly string[] = [
  'following address',
  'following recipient',
  'one or more',
  'mail delivery failed',
  'delivery failure',
  'permanent error',
  'returned to sender',
  'could not be delivered to',
  'unable to deliver your message',
  "wasn't able to deliver",
  'unable to deliver it',
  'did not reach',
];
const isHeading = (line: string): boolean => says(plain(line), HEADINGS);

const ADDRESS = /[^\s<>()"',;:[\]]{1,64}@[^\s<>()"',;:[\]]{1,250}/g;

/** The first address in it that is none of the server's, nor of who gets the notice. */
function recipientIn(notice: string, mail: ReceivedMail): string | null {
  const [named = ''] = mail.header('x-failed-recipients');
  const addresses = [...named.slice(0, 500).matchAll(ADDRESS), ...notice.slice(0, 5000).matchAll(ADDRESS)].map(
    ([address]) => address.toLowerCase().replace(/\.$/, ''),
  );
  return addresses.find((address) => address !== mail.from.address && !mail.arrivedAt.includes(address)) ?? null;
}

/**
 * Whether the words of a notice are a server’s. Who looks after a server signs as it does, and tells in the same words that
 * somebody’s address has changed: then a server’s code, subject or frame is asked for, or that it came from nobody and names the
 * recipient.
 */
const isWordOfServer = (mail: ReceivedMail, notice: string): boolean =>
  isOfDaemon(mail) ||
  isFramedAsReport(mail) ||
  looksLikeNotice(mail) ||
  REFUSING.test(notice) ||
  WAITING.test(notice) ||
  (isFromNobody(mail) && recipientIn(notice, mail) !== null);

export interface PlainNotice {
  /** `unclear`: a server wrote it, and it does not say what became of the letter in words that we know. */
  readonly verdict: 'failed' | 'delayed' | 'unclear';
  readonly recipient: string | null;
  readonly answer: string;
}

/** @returns null when no mail server wrote it */
export function readPlainNotice(mail: ReceivedMail): PlainNotice | null {
  if (!isNotice(mail)) return null;
  const notice = noticeText(mail.text);
  const words = plain(`${isAnswered(mail.subject) ? '' : mail.subject}\n${notice}`);
  const isFinal = says(words, FINAL_WORDS) || (says(words, AFTER_A_TIME) && !says(words, PROMISES));
  const isRefused = REFUSING.test(notice) || mail.header('x-failed-recipients').length > 0;
  const failed = says(words, FAILURE_WORDS) || says(words, REASON_WORDS) || isRefused;
  if (!isWordOfServer(mail, notice) || (NEARLY_FULL.test(words) && !isRefused))
    return { verdict: 'unclear', recipient: null, answer: '' };
  const verdict = says(words, DELAY_WORDS) && !isFinal ? 'delayed' : failed || isFinal ? 'failed' : 'unclear';
  return { verdict, recipient: recipientIn(notice, mail), answer: reasonIn(notice, verdict === 'delayed') };
}
