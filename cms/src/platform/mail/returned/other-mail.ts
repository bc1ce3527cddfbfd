/** Mail at the return path that reports no failure, whatever its words are. */
import { AUTO_REPLY_SUBJECTS, CHALLENGE_WORDS, plain, says } from './notice-words.ts';
import { isAnswered, isNotice, isOfDaemon, isOfList, looksLikeNotice } from './plain-notice.ts';
import type { ReceivedMail } from './read-mail.ts';

/** Somebody said « indésirable », and their provider tells us (RFC 5965). Reports on signatures (RFC 6591) are none. */
export function isComplaint({ contentType, parts }: ReceivedMail): boolean {
  const report = parts.find(({ type }) => type === 'message/feedback-report');
  if (report === undefined) return /report-type="?feedback-report/.test(contentType);
  return !/^Feedback-Type:\s{0,4}(?:auth-failure|not-spam|dkim|virus)/im.test(report.text);
}

/** Any report of RFC 5965 or of its kin: never one of a failure, even where it is no complaint. */
export const isFeedback = ({ contentType, parts }: ReceivedMail): boolean =>
  /report-type="?feedback-report/.test(contentType) || parts.some(({ type }) => type === 'message/feedback-report');

/** A receipt (RFC 8098): it was shown, or deleted, or handled by a program; it had arrived in any case. */
const isReceipt = ({ contentType, parts }: ReceivedMail): boolean =>
  /report-type="?disposition-notification/.test(contentType) ||
  parts.some(({ type }) => type === 'message/disposition-notification');

const ROBOT_HEADERS = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-response-suppress',
  'x-mail-autoreply',
];

const saysAbsence = ({ subject }: ReceivedMail): boolean => says(plain(subject), AUTO_REPLY_SUBJECTS);

const isAnswerByRobot = (mail: ReceivedMail): boolean =>
  ROBOT_HEADERS.some((name) => mail.header(name).length > 0) ||
  mail.header('auto-submitted').some((value) => /^auto-(?:replied|notified)/i.test(value)) ||
  mail.header('precedence').some((value) => /auto.?reply|junk/i.test(value)) ||
  mail.header('x-precedence').some((value) => /auto.?reply/i.test(value)) ||
  saysAbsence(mail);

const isOfManyCopies = (mail: ReceivedMail): boolean =>
  isOfList(mail) || mail.header('precedence').some((value) => /^(?:list|bulk)\b/i.test(value) && !isNotice(mail));

const ENOUGH = 5000;

/** A gate that lets a letter in once its sender has said who they are: the letter waits there, and no program may knock. */
export const isChallenge = ({ subject, text }: ReceivedMail): boolean =>
  says(plain(`${subject}\n${text.slice(0, ENOUGH)}`), CHALLENGE_WORDS);

/** `null`: nothing to tell the office. `unclear`: a person should look. `undefined`: it is none of these. */
export function readOtherMail(mail: ReceivedMail): 'unclear' | null | undefined {
  const ofServer = isNotice(mail);
  // Some servers refuse a letter for its recipient by a receipt that says so.
  if (isFeedback(mail) || (isReceipt(mail) && !ofServer)) return null;
  if (isOfManyCopies(mail) && !ofServer) return 'unclear';
  if (isChallenge(mail) && !(ofServer && mail.header('x-failed-recipients').length > 0)) return 'unclear';
  // Who looks after a server is away sometimes; a notice may quote a letter about an absence.
  const isAway = saysAbsence(mail) && !isOfDaemon(mail) && !looksLikeNotice(mail);
  return (ofServer ? isAway : isAnswerByRobot(mail)) ? null : undefined;
}

/** An answer that somebody wrote: it names the letter, so that the letter has arrived. */
export const isReply = ({ header, subject }: ReceivedMail): boolean =>
  header('in-reply-to').length > 0 || header('references').length > 0 || isAnswered(subject);
