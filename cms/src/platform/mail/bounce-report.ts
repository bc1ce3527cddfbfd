import { readDeliveryStatus } from './returned/delivery-status.ts';
import { messageIdsOf, quotedReturnPaths } from './returned/letter-named.ts';
import { isComplaint, isReply, readOtherMail } from './returned/other-mail.ts';
import { noticeText, readPlainNotice } from './returned/plain-notice.ts';
import { readMail, type ReceivedMail } from './returned/read-mail.ts';

/**
 * What a returned message means for its letter.
 *
 * - `failed`: it has not arrived and will not;
 * - `delayed`: it waits at some server, which goes on trying;
 * - `complaint`: who got it told their provider that it was unwanted;
 * - `unclear`: a person should look.
 */
export type BounceVerdict = 'failed' | 'delayed' | 'complaint' | 'unclear';

/** What a returned message says: which letter, to whom, and why. */
export interface BounceReport {
  readonly verdict: BounceVerdict;
  /** Addresses it was sent to, the one with our token among them; lower case. */
  readonly arrivedAt: readonly string[];
  /** Return paths of letters that it quotes; lower case. */
  readonly returnPaths: readonly string[];
  /** Message-IDs of letters that it speaks of, with their angle brackets. */
  readonly messageIds: readonly string[];
  /** Lower case; null when the report does not say. */
  readonly recipient: string | null;
  /** The failing server's words; of what is unclear, the subject and the first lines. */
  readonly answer: string;
}

const MOST_SHOWN = 300;

/** What a person needs to see of a message that no rule understands. */
const gist = (mail: ReceivedMail): string =>
  `${mail.subject}. ${noticeText(mail.text)}`.replace(/\s+/g, ' ').trim().slice(0, MOST_SHOWN);

type Reading = Pick<BounceReport, 'verdict' | 'recipient' | 'answer'>;

/** By anybody: what has no author and no reverse-path is no mail. */
const isSigned = ({ from, header }: ReceivedMail): boolean => from.address !== '' || header('return-path').length > 0;

function judge(mail: ReceivedMail): Reading | null {
  const unclear: Reading = { verdict: 'unclear', recipient: null, answer: gist(mail) };
  if (isComplaint(mail)) return { verdict: 'complaint', recipient: null, answer: '' };
  const status = readDeliveryStatus(mail);
  if (status) return status.verdict === 'arrived' ? null : { ...status, verdict: status.verdict };
  const other = readOtherMail(mail);
  if (other !== undefined) return other === null ? null : unclear;
  const notice = readPlainNotice(mail);
  if (notice) return notice.verdict === 'unclear' ? unclear : notice;
  return isReply(mail) || !isSigned(mail) ? null : unclear;
}

/**
 * Reads a message that came to the return path: a delivery report of RFC 3464, or the notice that a server wrote for people.
 * What it says counts only for a letter that it names: by its token or its Message-ID (`upkeep/bounces.ts`).
 * @returns null when there is nothing to tell: an absence note, a receipt, an answer, and what is built to be unreadable
 */
export async function readBounce(source: Buffer): Promise<BounceReport | null> {
  const mail = await readMail(source);
  const reading = mail && judge(mail);
  if (!mail || !reading) return null;
  return {
    ...reading,
    arrivedAt: mail.arrivedAt,
    returnPaths: quotedReturnPaths(mail),
    messageIds: messageIdsOf(mail),
  };
}
