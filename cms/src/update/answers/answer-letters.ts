/** The letters that follow an answer: to whoever sent it, if an address is known. Texts are those of `mail/letters`. */
import type { Core } from '@strapi/strapi';
import { findRequest } from '../campaigns/request-store.ts';
import { dayOf, formatDay } from '../../domain/dates.ts';
import { parseEmail } from '../../domain/email.ts';
import { eventFieldLabels, type EventField } from '../../domain/event/event-proposal.ts';
import { entryFieldLabels, type EntryField } from '../../domain/entry/fields.ts';
import { readEnvironment, siteUrl } from '../../environment.ts';
import { entryLink } from '../../platform/links/entry-link.ts';
import type { SecretLink } from '../../platform/links/secret-link.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import type { LetterSettings } from '../../platform/mail/office.ts';
import { acceptedLetter, refusedLetter } from '../../platform/mail/letters/decision.ts';
import { mentionable } from '../../platform/mail/letters/mentionable.ts';
import { reportAnsweredLetter, reportDoneLetter } from '../../platform/mail/letters/error-report.ts';
import { receiptLetter, type ReceiptText } from '../../platform/mail/letters/receipt.ts';
import type { LetterKind } from '../../platform/mail/outbox.ts';
import { queueLetters } from '../../platform/mail/queue-letters.ts';
import type { LetterParts } from '../../platform/mail/letters/layout.ts';
import type { SubmissionKind } from '../../domain/vocabulary/submission-kinds.ts';
import { isReachedBy } from '../../platform/links/reach.ts';
import { withdrawalLink } from '../../platform/links/withdrawal-link.ts';
import { readEntry } from '../../entries/entry-of-record.ts';
import type { Submission } from './submission-store.ts';

const words = { yours: 'votre association' };

const RECEIPT_KIND: Readonly<Record<SubmissionKind, ReceiptText['kind']>> = {
  'rien n’a changé': 'unchanged',
  modification: 'changed',
  'nouvelle association': 'new',
  événement: 'proposal',
  guide: 'proposal',
  signalement: 'report',
};

export const labelsOf = (kind: SubmissionKind, fields: readonly string[] | null): string[] =>
  (fields ?? []).map(
    (field) =>
      (kind === 'événement' ? eventFieldLabels[field as EventField] : entryFieldLabels[field as EntryField]) ?? field,
  );

const isContact = async (strapi: Core.Strapi, associationId: string, email: string): Promise<boolean> =>
  (await readEntry(strapi, associationId))?.record.contacts.some((contact) => isReachedBy(contact, { email })) ?? false;

/** Queues one letter about an answer, once for ever; nothing when nobody can be written to. */
async function queue(
  strapi: Core.Strapi,
  submission: Submission,
  kind: LetterKind,
  write: (settings: LetterSettings, links: { withdrawal: SecretLink | null; entry: SecretLink | null }) => LetterParts,
): Promise<void> {
  const address = parseEmail(submission.sender ?? '');
  if (!address.ok) return;
  const settings = await readLetterSettings(strapi);
  const request = submission.requestId === null ? null : await findRequest(strapi, submission.requestId);
  const isOpen = request !== null && request.state !== 'annulée' && new Date(request.expiresAt) > new Date();
  const parts = write(settings, {
    // Only who is a contact of the association has something to take out.
    withdrawal:
      submission.associationId !== null && (await isContact(strapi, submission.associationId, address.value))
        ? withdrawalLink(submission.associationId, { email: address.value })
        : null,
    entry: isOpen ? entryLink(request.documentId, request.generation) : null,
  });
  await queueLetters(strapi, [
    {
      parts,
      key: `answer:${submission.documentId}:${kind}`,
      kind,
      to: address.value,
      replyTo: settings.office.email,
      request: submission.requestId,
      association: submission.associationId,
    },
  ]);
}

export const queueReceipt = (strapi: Core.Strapi, submission: Submission): Promise<void> =>
  queue(strapi, submission, 'receipt', ({ office }, { withdrawal }) =>
    receiptLetter({
      // Nobody has read a declaration yet, nor knows whose address it gives.
      association:
        submission.kind === 'nouvelle association' ? mentionable(submission.title, words.yours) : submission.title,
      kind: RECEIPT_KIND[submission.kind],
      changes: labelsOf(submission.kind, submission.changes),
      day: formatDay(dayOf(submission.sentAt)),
      office,
      withdrawalLink: withdrawal,
    }),
  );

/**
 * @param slug of the association's page; null when what was accepted has none yet
 * A confirmation is not answered a second time: its receipt said that nothing more is to be done.
 */
export async function queueAccepted(
  strapi: Core.Strapi,
  submission: Submission,
  { slug, retouched }: { slug: string | null; retouched: boolean },
): Promise<void> {
  if (submission.kind === 'rien n’a changé') return;
  if (submission.kind === 'signalement') {
    await queue(strapi, submission, 'accepted', ({ office }) => reportDoneLetter(submission.title, office));
    return;
  }
  await queue(strapi, submission, 'accepted', ({ office }, { withdrawal }) =>
    acceptedLetter(
      { subject: submission.title, office, withdrawalLink: withdrawal },
      { page: slug === null ? null : `${siteUrl(readEnvironment())}/associations/${slug}/`, retouched },
    ),
  );
}

export const queueRefused = (strapi: Core.Strapi, submission: Submission, reason: string): Promise<void> =>
  queue(strapi, submission, 'refused', ({ office }, { withdrawal, entry }) =>
    submission.kind === 'signalement'
      ? reportAnsweredLetter(submission.title, reason, office)
      : refusedLetter({ subject: submission.title, office, withdrawalLink: withdrawal }, { reason, link: entry }),
  );
