import type { Core } from '@strapi/strapi';
import type { AnswerChannel } from '../domain/vocabulary/answer-channels.ts';
import { dayOf } from '../domain/dates.ts';
import { changedFields } from '../domain/entry/difference.ts';
import { entrySections, type EntryField } from '../domain/entry/fields.ts';
import type { EntryForm } from '../domain/entry/entry-form.ts';
import type { LegalForm } from '../domain/vocabulary/legal-forms.ts';
import { refusals } from '../platform/http/refused.ts';
import { consentSourceOf, verificationOf } from './channels.ts';
import { confirmEntries } from './confirm-entries.ts';
import { hasUnpublishedChanges } from './drafts.ts';
import { toDocument, type ReadEntry } from './entry-of-record.ts';

const ASSOCIATION = 'api::association.association';

export const allFields: readonly EntryField[] = entrySections.flatMap(({ fields }) => [...fields]);

type Save = (given: Record<string, unknown>) => Promise<{ documentId: string }>;
const save = (strapi: Core.Strapi, action: 'create' | 'update'): Save => {
  const service = strapi.documents(ASSOCIATION) as unknown as Record<'create' | 'update', Save>;
  return (given) => service[action](given);
};

/** Whose answer is published, and when it was given. */
export interface Given {
  readonly channel: AnswerChannel;
  readonly sentAt: string;
}

const verified = ({ channel, sentAt }: Given, record: { verifiedOn: string | null } | null) => {
  const day = dayOf(sentAt);
  // Checked on the spot since: the later check stands.
  return record?.verifiedOn && record.verifiedOn > day ? {} : { verifiedOn: day, verifiedBy: verificationOf[channel] };
};

const agreementOf = ({ channel, sentAt }: Given) => ({ day: dayOf(sentAt), source: consentSourceOf[channel] });

/**
 * Publishes what `entry` changes of a published association, through the document service and all rules of content. What the
 * form does not name is not touched.
 *
 * @param logo id of a new logo in the media library
 * @throws {Refused} when an editor's unpublished changes would be published along
 * @throws {ValidationError} of Strapi, with French messages by field, when a rule refuses the entry
 */
export async function publishChanges(
  strapi: Core.Strapi,
  current: ReadEntry,
  entry: EntryForm,
  given: Given,
  logo: number | null,
): Promise<void> {
  const fields = changedFields(current.entry, entry);
  const { documentId } = current.record;
  if (fields.length === 0) {
    await confirmEntries(strapi, [
      { associationId: documentId, day: dayOf(given.sentAt), source: verificationOf[given.channel] },
    ]);
    return;
  }
  if (await hasUnpublishedChanges(strapi, documentId)) throw refusals.draft();
  await save(
    strapi,
    'update',
  )({
    documentId,
    status: 'published',
    data: {
      ...toDocument(entry, fields, current.record, current.entry, agreementOf(given), logo),
      ...verified(given, current.record),
    },
  });
}

/** Creates and publishes an association that declared itself; its address on the site is made from its name. */
export async function publishNew(
  strapi: Core.Strapi,
  entry: EntryForm,
  { rnaId, legalForm }: { readonly rnaId: string; readonly legalForm: LegalForm | null },
  given: Given,
  logo: number | null,
): Promise<string> {
  const { documentId } = await save(
    strapi,
    'create',
  )({
    status: 'published',
    data: {
      ...toDocument(entry, allFields, null, null, agreementOf(given), logo),
      legalForm,
      rnaId: rnaId || null,
      inPrint: true,
      ...verified(given, null),
    },
  });
  return documentId;
}

class Undone extends Error {}

/**
 * What a publication would be refused for, without publishing: it is done in a transaction that is undone. Strapi sends its
 * webhooks after a commit, so nobody hears of it.
 */
export async function faultsOfPublication(
  strapi: Core.Strapi,
  publish: () => Promise<unknown>,
): Promise<{ path: string; message: string }[]> {
  try {
    await strapi.db.transaction(async () => {
      await publish();
      throw new Undone();
    });
  } catch (error) {
    if (error instanceof Undone) return [];
    return faultsOf(error);
  }
  return [];
}

/** The faults by field that an error of ours or of Strapi's carries. @throws the error itself when it is of another kind */
export function faultsOf(error: unknown): { path: string; message: string }[] {
  const { message, details, faults } = error as {
    message?: string;
    details?: { errors?: { path: readonly string[]; message: string }[] };
    faults?: readonly { path: string; message: string }[];
  };
  if (faults) return faults.length > 0 ? [...faults] : [{ path: '', message: message ?? '' }];
  if (!details) throw error;
  const listed = (details.errors ?? []).map((fault) => ({ path: fault.path.join('.'), message: fault.message }));
  return listed.length > 0 ? listed : [{ path: '', message: message ?? '' }];
}
