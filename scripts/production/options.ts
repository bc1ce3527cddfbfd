/** What `pnpm production:files` is told. Its values go into units, shells and Caddy: only what means the same in all of them passes. */
import { parseArgs } from 'node:util';
import { parseMailAddress } from '@trame/cms/domain/mail-address';
import { z } from 'zod';
import { PlainError } from '../lib/plain-error.ts';
import { messages } from './messages.ts';

const Domain = z
  .string(messages.missing)
  .max(253, messages.domain)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/, messages.domain);
/** No `..`, no space, nothing that systemd, a shell or Caddy reads as theirs (`%`, `$`, `{`). */
const Folder = z.string(messages.missing).regex(/^(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._-]+)+$/, messages.folder);
const Port = z.coerce.number(messages.port).int(messages.port).min(1024, messages.port).max(65535, messages.port);
const Account = z.string().regex(/^[a-z_][a-z0-9_-]{0,30}$/, messages.account);
/** Without a password: who has one keeps it out of files that are shown and copied. */
const Database = z
  .string()
  .regex(/^postgres(?:ql)?:\/\/[A-Za-z0-9._~:/?&=@%-]*$/, messages.database)
  .refine((url) => URL.canParse(url) && new URL(url).password === '', messages.database)
  .refine((url) => !/[?&](?:password|sslpassword)=/i.test(url), messages.database);
const Sender = z
  .string()
  .refine((text) => /^[^"'$`\\%{}\r\n]*$/.test(text) && parseMailAddress(text).ok, messages.sender);

const Options = z
  .object({
    domain: Domain,
    'cms-domain': Domain.optional(),
    to: z.string(messages.missing).min(1, messages.missing),
    app: Folder.default('/opt/trame/current'),
    data: Folder.default('/var/lib/trame'),
    backups: Folder.default('/var/backups/trame'),
    settings: Folder.default('/etc/trame'),
    user: Account.default('trame'),
    database: Database.optional(),
    operator: z.email(messages.email).optional(),
    'mail-from': Sender.optional(),
    'site-port': Port.default(8080),
    'cms-port': Port.default(1337),
    'deployer-port': Port.default(8081),
  })
  .refine((options) => new Set([options['site-port'], options['cms-port'], options['deployer-port']]).size === 3, {
    path: ['site-port'],
    message: messages.samePort,
  })
  .refine((options) => options['cms-domain'] !== options.domain, {
    path: ['cms-domain'],
    message: messages.sameDomain,
  });

export type Options = z.infer<typeof Options>;

/** @throws {PlainError} for an option that does not exist, is missing or does not fit */
export function readOptions(args: readonly string[]): Options {
  let values: Record<string, unknown>;
  try {
    const options = Object.fromEntries(Object.keys(Options.shape).map((name) => [name, { type: 'string' as const }]));
    ({ values } = parseArgs({ args: args.filter((arg) => arg !== '--'), options }));
  } catch (cause) {
    throw new PlainError(`${messages.unknownOption}\n\n${messages.filesHelp}`, { cause });
  }
  const result = Options.safeParse(values);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new PlainError(messages.badOption(String(issue?.path[0]), issue?.message ?? ''));
}
