import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { cleanText } from '../../domain/clean-text.ts';
import { parseEmail } from '../../domain/email.ts';
import { Id } from '../../domain/primitives.ts';
import { EMAIL_LENGTH, errorReportForm, LEAST_MESSAGE_LENGTH, MESSAGE_LENGTH } from '../../domain/written-on-pages.ts';
import { readEntry } from '../../entries/entry-of-record.ts';
import { networkKey } from '../../platform/http/address-key.ts';
import { DAY, HOUR, type Pace } from '../../platform/http/limits.ts';
import { holdToPace } from '../../platform/http/pace.ts';
import { refusals } from '../../platform/http/refused.ts';
import { submitAnswer } from '../../update/answers/submit-answer.ts';

export const ErrorReport = z.strictObject({
  association: Id.max(64),
  message: z.string().max(MESSAGE_LENGTH + 500),
  /** Empty: who reports wants no answer. */
  email: z.string().max(EMAIL_LENGTH),
});

/** Receipts to one address: the form must not be a way to write to somebody else. */
const PER_RECIPIENT: Pace = { times: 3, seconds: HOUR };
/** An entry has no more faults than that in a day; a machine finds more. */
const PER_ENTRY: Pace = { times: 20, seconds: DAY };
const PER_NETWORK: Pace = { times: 40, seconds: DAY };
/** All together: what two editors could still read. */
const ALTOGETHER: Pace = { times: 200, seconds: DAY };

const words = {
  tooShort: 'Dites ce qui ne va pas, en quelques mots : sans cela, personne ne saurait quoi corriger.',
  tooLong: `C’est trop long : ${MESSAGE_LENGTH} caractères au plus.`,
};

/**
 * Takes what somebody saw wrong in an entry: it waits on the desk, and who gave an address gets a receipt, and an answer once an
 * editor has decided.
 * @param from the address of whoever sends, IPv4 or IPv6
 * @returns the path of the page that says so
 * @throws {Refused} for what is to be mended, by field
 */
export async function takeErrorReport(
  strapi: Core.Strapi,
  { association, message, email }: z.infer<typeof ErrorReport>,
  from: string,
): Promise<string> {
  const text = cleanText(message);
  const sender = email.trim() === '' ? null : parseEmail(email);
  const faults = [
    ...(text.length < LEAST_MESSAGE_LENGTH ? [{ path: 'message', message: words.tooShort }] : []),
    ...(text.length > MESSAGE_LENGTH ? [{ path: 'message', message: words.tooLong }] : []),
    ...(sender !== null && !sender.ok ? [{ path: 'email', message: sender.message }] : []),
  ];
  if (faults.length > 0) throw refusals.invalid(faults);
  const current = await readEntry(strapi, association);
  if (!current) throw refusals.notListed();
  const to = sender?.ok ? sender.value : null;
  if (to !== null) await holdToPace('error reports of one recipient', to.toLowerCase(), PER_RECIPIENT);
  // Before those of all: what is refused here takes nothing from anybody else.
  await holdToPace('error reports of one network', networkKey(from), PER_NETWORK);
  await holdToPace('error reports of one entry', association, PER_ENTRY);
  await holdToPace('error reports', '', ALTOGETHER);
  await submitAnswer(strapi, {
    kind: 'signalement',
    channel: 'formulaire public',
    association,
    request: null,
    entry: null,
    base: null,
    version: '',
    sender: to,
    logoFile: null,
    details: { text },
  });
  return `/associations/${current.record.slug}/#${errorReportForm.done}`;
}
