/**
 * What an association says for a time, and whether it may be written to by the site: it decides both alone, and they hold at
 * once (decision 0062).
 */
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { ChosenNotice, ForNow } from '../../domain/contract/associations/my-entry.ts';
import { cleanText } from '../../domain/clean-text.ts';
import { dayOf } from '../../domain/dates.ts';
import { noticeFaults } from '../../domain/notice-faults.ts';
import { noNotice, noticeInWords, noticeOf, type WrittenNotice } from '../../domain/notice.ts';
import { tidyDay } from '../../domain/records/content-values.ts';
import type { JournalAct } from '../../domain/vocabulary/journal-acts.ts';
import { noticeKinds } from '../../domain/vocabulary/notice-kinds.ts';
import { readEntry } from '../../entries/entry-of-record.ts';
import { writeJournal } from '../../entries/journal.ts';
import { messageAddress } from '../../entries/message-address.ts';
import { rowsOf } from '../../platform/database/sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { maskEmail } from '../../platform/http/masked.ts';
import { Refused, refusals } from '../../platform/http/refused.ts';

const words = {
  who: 'L’association',
  takenOff: 'Avis ôté.',
  noAddress:
    'Aucun contact de votre fiche n’a d’adresse électronique\u00a0: ajoutez-en une d’abord. Elle ne sera pas montrée si vous ne le voulez pas.',
};

const Row = z.object({
  noticeKind: z.enum(noticeKinds.values).nullable(),
  noticeUntil: z.string().nullable(),
  noticeNote: z.string().nullable(),
  takesMessages: z.boolean().nullable(),
});

/** Of the published entry. @throws {Refused} when the association is not, or no longer, on the site */
export async function readForNow(strapi: Core.Strapi, associationId: string): Promise<ForNow> {
  const [row] = await inTransaction(strapi, (trx) =>
    rowsOf(
      trx,
      Row,
      `select notice_kind as "noticeKind", notice_until::text as "noticeUntil", notice_note as "noticeNote",
              takes_messages as "takesMessages"
         from associations where document_id = ? and published_at is not null`,
      [associationId],
    ),
  );
  if (!row) throw refusals.notListed();
  const { noticeKind, noticeUntil, noticeNote, takesMessages } = row;
  const address = await messageAddress(strapi, associationId);
  return {
    notice: noticeOf({ noticeKind: noticeKind ?? '', noticeUntil: noticeUntil ?? '', noticeNote: noticeNote ?? '' }),
    takesMessages: takesMessages === true,
    messagesTo: address === null ? null : maskEmail(address),
  };
}

/**
 * Writes it on the draft and on what is published, in one statement, as a confirmation is (`entries/confirm-entries.ts`): an
 * editor's unfinished draft stays unfinished. The change wakes the deployer like any other.
 */
async function write(
  strapi: Core.Strapi,
  associationId: string,
  assignments: string,
  values: readonly unknown[],
  line: { readonly act: JournalAct; readonly note: string | null },
): Promise<ForNow> {
  return inTransaction(strapi, async (trx) => {
    const current = await readEntry(strapi, associationId);
    if (!current) throw refusals.notListed();
    await trx.raw(`update associations set ${assignments} where document_id = ?`, [...values, associationId]);
    await writeJournal(strapi, { who: words.who, whoId: null, subject: current.record.name, associationId, ...line });
    return readForNow(strapi, associationId);
  });
}

const FIELDS = { noticeKind: 'kind', noticeUntil: 'until', noticeNote: 'note' } as const;

/** Puts a notice up in the place of the one that stands, or takes it off. @throws {Refused} by field, with how to mend it */
export async function setNotice(strapi: Core.Strapi, associationId: string, chosen: ChosenNotice): Promise<ForNow> {
  const today = dayOf(new Date());
  const written: WrittenNotice = chosen
    ? {
        noticeKind: chosen.kind,
        noticeUntil: tidyDay(chosen.until, today, 'ahead'),
        noticeNote: cleanText(chosen.note).replace(/\s+/g, ' '),
      }
    : noNotice;
  const faults = noticeFaults(written, today);
  if (faults.length > 0) throw refusals.invalid(faults.map(({ path, message }) => ({ path: FIELDS[path], message })));
  const notice = noticeOf(written);
  return write(
    strapi,
    associationId,
    'notice_kind = ?, notice_until = ?, notice_note = ?',
    [notice?.kind ?? null, notice?.until ?? null, notice?.note ?? null],
    { act: 'avis changé', note: notice ? noticeInWords(notice) : words.takenOff },
  );
}

/** @throws {Refused} when no message could reach the association */
export async function setTakesMessages(strapi: Core.Strapi, associationId: string, takes: boolean): Promise<ForNow> {
  if (takes && (await messageAddress(strapi, associationId)) === null) throw new Refused('conflict', words.noAddress);
  return write(strapi, associationId, 'takes_messages = ?', [takes], {
    act: takes ? 'messages ouverts' : 'messages fermés',
    note: null,
  });
}
