/**
 * Takes every letter and passes none on: what `start` sends to as long as no real server is set, so that a newcomer can read
 * the letters of a campaign and follow their links without writing to anybody. On this machine only.
 */
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { close, listen, LOOPBACK } from '../lib/http.ts';
import { type LetterFolder, openLetterFolder } from './letter-folder.ts';
import { createMailbox } from './mailbox.ts';

export interface MailCatcherOptions {
  /** Where letters are kept. */
  readonly folder: string;
  /** 0 asks for any. */
  readonly mailPort: number;
  readonly mailboxPort: number;
  /** How many of the newest are kept; a large campaign with a reminder by default. */
  readonly keep?: number;
}

export interface MailCatcher {
  readonly mailPort: number;
  readonly mailboxPort: number;
  readonly letters: LetterFolder;
  stop(): Promise<void>;
}

const LARGEST_LETTER_BYTES = 5 * 1024 * 1024;
const KEPT = 3000;

async function take(letters: LetterFolder, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk);
  if (stream.sizeExceeded) throw Object.assign(new Error('5.3.4 Message too big'), { responseCode: 552 });
  const { mailFrom, rcptTo } = session.envelope;
  await letters.add(Buffer.concat(chunks), {
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map(({ address }) => address),
  });
}

/** Starts both servers. @throws when a port is taken */
export async function startMailCatcher(options: MailCatcherOptions): Promise<MailCatcher> {
  const letters = await openLetterFolder(options.folder, options.keep ?? KEPT);
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: LARGEST_LETTER_BYTES,
    onData: (stream, session, callback) => {
      take(letters, stream, session).then(
        () => callback(),
        (error: Error) => callback(error),
      );
    },
  });
  await new Promise<void>((resolve, reject) => {
    smtp.once('error', reject);
    smtp.listen(options.mailPort, LOOPBACK, () => {
      smtp.off('error', reject);
      resolve();
    });
  });
  smtp.on('error', () => undefined); // a client that went away in the middle
  const mailbox = createMailbox(letters);
  return {
    mailPort: (smtp.server.address() as AddressInfo).port,
    mailboxPort: await listen(mailbox, options.mailboxPort),
    letters,
    async stop() {
      await Promise.all([new Promise<void>((resolve) => smtp.close(() => resolve())), close(mailbox)]);
    },
  };
}
