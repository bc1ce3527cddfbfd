import type { Core } from '@strapi/strapi';
import { cancelOrphans, countAlerts } from '../associations/alerts/alert-store.ts';
import { requireEnvironment } from '../environment.ts';
import { stopUnwantedLetters } from '../update/campaigns/campaign-stop.ts';
import { causeOf } from '../domain/cause.ts';
import type { MailReport } from '../domain/contract/desk/mail-report.ts';
import { cancelStoppedLetters } from '../platform/mail/stopped-letters.ts';
import { troubledLetters } from '../platform/mail/letter-returns.ts';
import { doubtfulLetters } from '../platform/mail/outbox.ts';
import { onLettersQueued } from '../platform/mail/queue-letters.ts';
import { type Sender, startSender } from '../platform/mail/sender.ts';
import { troubleWords } from '../platform/mail/server-words.ts';
import { reportHeldBy } from '../platform/mail/whether-letters-leave.ts';
import { createTransport } from '../platform/mail/transport.ts';
import { rowsOf } from '../platform/database/sql.ts';
import { z } from 'zod';

/** One Strapi per process, hence one sender. */
let running: { readonly sender: Sender; readonly unsubscribe: () => void } | null = null;

/** Why nothing leaves; null while all is well. */
const troubleNow = (): MailReport['trouble'] =>
  running?.sender.state().trouble ??
  (requireEnvironment().SMTP_URL ? null : { message: troubleWords.notConfigured, since: new Date().toISOString() });

/** Starts to send once the server listens: a seed or a script that only loads the CMS must not write to anybody. */
export function sendWhenServing(strapi: Core.Strapi): void {
  reportHeldBy(() => troubleNow() !== null);
  strapi.server.httpServer.once('listening', () => {
    const environment = requireEnvironment();
    const sender = startSender({
      databaseUrl: environment.DATABASE_URL,
      transport: environment.SMTP_URL ? createTransport(environment.SMTP_URL) : null,
      from: environment.MAIL_FROM ?? null,
      returnPathPattern: environment.MAIL_RETURN_PATH ?? null,
      perSecond: environment.MAIL_PER_SECOND,
      beforeLetters: async (now) => {
        await cancelStoppedLetters(strapi);
        await cancelOrphans(strapi.db.connection);
        await stopUnwantedLetters(strapi, now);
      },
      onError: (event, error) => strapi.log.error(`mail: ${event} failed: ${causeOf(error)}`),
    });
    running = { sender, unsubscribe: onLettersQueued(() => sender.wake()) };
  });
}

/** Looks at the queue now: what held letters back is over. */
export const wakeSender = (): void => running?.sender.wake();

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
  const [queue] = await rowsOf(
    strapi.db.connection,
    z.object({ waiting: z.int() }),
    `select count(*)::int as waiting from trame_letters where state in ('queued', 'sending', 'committing')`,
  );
  return {
    configured: SMTP_URL !== undefined,
    mailboxUrl: MAILBOX_URL ?? null,
    trouble: troubleNow(),
    waiting: queue!.waiting, // an aggregate always gives one row
    doubtful: await doubtfulLetters(strapi, null),
    troubled: await troubledLetters(strapi.db.connection),
    alerts: await countAlerts(strapi),
  };
}
