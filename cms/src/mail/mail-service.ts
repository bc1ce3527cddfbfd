import type { Core } from '@strapi/strapi';
import { requireEnvironment } from '../environment.ts';
import { eraseOldData } from '../retention/erase-old-data.ts';
import { keepTrue } from '../truth/keep-true.ts';
import { stopUnwantedLetters } from './campaign-stop.ts';
import type { MailReport } from './mail-report.ts';
import { doubtfulLetters, onLettersQueued } from './outbox.ts';
import { queueDueReminders } from './reminders.ts';
import { reportLetters } from './request-states.ts';
import { type Sender, startSender } from './sender.ts';
import { troubleWords } from './server-words.ts';
import { createTransport } from './transport.ts';

const SECOND = 1000;

/** One Strapi per process, hence one sender. */
let running: { readonly sender: Sender; readonly unsubscribe: () => void } | null = null;

/** Starts to send once the server listens: a seed or a script that only loads the CMS must not write to anybody. */
export function sendWhenServing(strapi: Core.Strapi): void {
  strapi.server.httpServer.once('listening', () => {
    const environment = requireEnvironment();
    const sender = startSender({
      databaseUrl: environment.DATABASE_URL,
      transport: environment.SMTP_URL ? createTransport(environment.SMTP_URL) : null,
      from: environment.MAIL_FROM ?? null,
      returnPathPattern: environment.MAIL_RETURN_PATH ?? null,
      perSecond: environment.MAIL_PER_SECOND,
      keepDays: environment.MAIL_KEEP_DAYS,
      tasks: [
        { everyMs: 60 * SECOND, run: (now) => queueDueReminders(strapi, now) },
        { everyMs: SECOND, run: (now) => stopUnwantedLetters(strapi, now) },
        { everyMs: SECOND, run: () => reportLetters(strapi) },
        { everyMs: 300 * SECOND, run: (now) => keepTrue(strapi, now) },
        { everyMs: 3600 * SECOND, run: (now) => eraseOldData(strapi, now) },
      ],
      // The error of a mail server may name an address: its kind is enough for a log.
      onError: (event, error) =>
        strapi.log.error(`mail: ${event} failed: ${error instanceof Error ? error.name : 'error'}`),
    });
    running = { sender, unsubscribe: onLettersQueued(() => sender.wake()) };
  });
}

/** Lets the letter under way end. */
export async function stopSending(): Promise<void> {
  const stopped = running;
  running = null;
  stopped?.unsubscribe();
  await stopped?.sender.stop();
}

/** What the admin says about letters. */
export async function readMailReport(strapi: Core.Strapi): Promise<MailReport> {
  const { SMTP_URL, MAILBOX_URL } = requireEnvironment();
  const { rows } = await strapi.db.connection.raw(
    `select count(*)::int as waiting from trame_letters where state in ('queued', 'sending', 'committing')`,
  );
  return {
    configured: SMTP_URL !== undefined,
    mailboxUrl: MAILBOX_URL ?? null,
    trouble:
      running?.sender.state().trouble ??
      (SMTP_URL ? null : { message: troubleWords.notConfigured, since: new Date().toISOString() }),
    waiting: (rows as [{ waiting: number }])[0].waiting,
    doubtful: await doubtfulLetters(strapi, null),
  };
}
