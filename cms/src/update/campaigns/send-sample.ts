import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { PreviewQuestion, SentSample } from '../../domain/contract/desk/campaign.ts';
import { parseEmail } from '../../domain/email.ts';
import { HOUR, type Pace } from '../../platform/http/limits.ts';
import { holdToPace } from '../../platform/http/pace.ts';
import { Refused } from '../../platform/http/refused.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { queueLetters } from '../../platform/mail/queue-letters.ts';
import { exampleLetter } from './preview-letter.ts';

const words = {
  subject: (subject: string) => `[Essai] ${subject}`,
  noAddress: 'Votre compte n’a pas d’adresse électronique valable\u00a0: la lettre d’essai ne saurait où aller.',
};

/** Somebody tries texts out; more than that is a mistake. */
const PER_EDITOR: Pace = { times: 30, seconds: HOUR };

/**
 * Sends the letter of the preview to the editor who asks, to be read where associations will read it. Its link opens nothing,
 * and it is about no request: what becomes of it says nothing of anybody.
 * @param email of the editor's own account
 */
export async function sendSample(
  strapi: Core.Strapi,
  campaignId: string,
  question: PreviewQuestion,
  email: string,
): Promise<SentSample> {
  const address = parseEmail(email);
  if (!address.ok) throw new Refused('invalid', words.noAddress);
  const { parts, example } = await exampleLetter(strapi, campaignId, question);
  await holdToPace('letters to try out', address.value, PER_EDITOR);
  const { office } = await readLetterSettings(strapi);
  await queueLetters(strapi, [
    {
      key: `sample:${randomUUID()}`,
      kind: 'sample',
      to: address.value,
      parts: { ...parts, subject: words.subject(parts.subject) },
      replyTo: office.email,
      request: null,
      association: example.associationId,
    },
  ]);
  return { to: address.value };
}
