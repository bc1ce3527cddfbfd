/** The real sender in a process of its own, to be killed: `mail-sender.ts <database url> <smtp url>`. */
import { parseMailAddress } from '@trame/cms/domain/mail-address';
import { startSender } from '@trame/cms/mail/sender';
import { createTransport } from '@trame/cms/mail/transport';

const [, , databaseUrl = '', smtpUrl = ''] = process.argv;
const from = parseMailAddress('Office de tourisme <annuaire@example.org>');
if (!from.ok) throw new Error(from.message);

startSender({
  databaseUrl,
  transport: createTransport(smtpUrl),
  from: from.value,
  perSecond: 2000,
  pollMs: 50,
  holdMs: () => 50,
  onError: (event, error) => console.error(event, error),
});
