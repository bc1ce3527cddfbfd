import type { Core } from '@strapi/strapi';
import type { AcceptedTogether } from '../../domain/contract/desk/review.ts';
import { dayOf } from '../../domain/dates.ts';
import { keptDocument, keptState, JOURNAL } from '../../entries/journal.ts';
import { newDocumentId } from '../../platform/program-records/program-record.ts';
import { verificationOf } from '../../entries/channels.ts';
import { confirmEntries } from '../../entries/confirm-entries.ts';
import { readEntries } from '../../entries/entry-of-record.ts';
import { SUBMISSION, waitingSubmissions, type Submission } from './submission-store.ts';
import type { Editor } from '../../domain/contract/desk/editor.ts';

const words = {
  gone: 'Cette association n’est plus sur le site.',
  moved: 'La fiche a changé depuis cette réponse\u00a0: relisez-la.',
};

interface Sorted {
  readonly accepted: Submission[];
  readonly left: { title: string; reason: string }[];
}

/**
 * Accepts every « Rien n’a changé » that waits, in one act, one transaction and one build. An answer about an entry that has
 * changed since, or that has left the site, is left for an editor to look at, and so is one that cannot be read.
 */
export async function acceptUnchanged(strapi: Core.Strapi, editor: Editor): Promise<AcceptedTogether> {
  return strapi.db.transaction(async ({ trx }) => {
    // Another editor who does the same at this moment finds nothing left to do.
    await trx.raw(
      `select id from submissions where state = 'à relire' and kind = 'rien n’a changé' order by id for update`,
    );
    const waiting = await waitingSubmissions(strapi, { kind: 'rien n’a changé' });
    const entries = await readEntries(
      strapi,
      waiting.flatMap(({ associationId }) => associationId ?? []),
    );

    const { accepted, left } = waiting.reduce<Sorted>(
      (sorted, submission) => {
        const current = entries.get(submission.associationId ?? '');
        if (submission.unreadable !== null) {
          sorted.left.push({ title: submission.title, reason: submission.unreadable });
        } else if (!current) sorted.left.push({ title: submission.title, reason: words.gone });
        else if (current.version !== submission.baseVersion) {
          sorted.left.push({ title: submission.title, reason: words.moved });
        } else sorted.accepted.push(submission);
        return sorted;
      },
      { accepted: [], left: [] },
    );
    if (accepted.length === 0) return { accepted: 0, left };

    await confirmEntries(
      strapi,
      accepted.map(({ associationId, sentAt, channel }) => ({
        associationId: associationId ?? '',
        day: dayOf(sentAt),
        source: verificationOf[channel],
      })),
    );
    const now = new Date();
    await strapi.db.query(SUBMISSION).updateMany({
      where: { id: { $in: accepted.map(({ id }) => id) } },
      data: { state: 'acceptée', decidedAt: now, decidedBy: editor.name },
    });
    await strapi.db.query(JOURNAL).createMany({
      data: accepted.map((submission) => {
        const current = entries.get(submission.associationId ?? '');
        const state = current ? JSON.stringify(keptDocument(keptState(current))) : null;
        return {
          documentId: newDocumentId(),
          publishedAt: now,
          at: now,
          who: editor.name,
          whoId: editor.id,
          act: 'fiche confirmée',
          subject: submission.title,
          associationId: submission.associationId,
          submissionId: submission.documentId,
          campaignId: submission.campaignId,
          before: state,
          after: state,
        };
      }),
    });
    return { accepted: accepted.length, left };
  });
}
