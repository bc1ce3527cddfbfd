import type { Core } from '@strapi/strapi';
import { listInWords } from '../../domain/french.ts';
import { entryFieldLabels } from '../../domain/entry/fields.ts';
import type { Values } from '../../domain/visit.ts';
import type { JournalAct } from '../../domain/vocabulary/journal-acts.ts';
import type { KeptState } from '../../domain/stored/kept-state.ts';
import { changesBetween } from '../../entries/changed-content.ts';
import { editorAtForm } from '../../entries/editor-at-form.ts';
import { lineAbout } from '../../entries/journal-subject.ts';
import { onBehalfNow } from '../../entries/on-behalf.ts';
import { differingAttributes } from '../../entries/record-content.ts';
import { readDraftEntry, readEntry, type ReadEntry } from '../../entries/entry-of-record.ts';
import { keptState, writeJournal } from '../../entries/journal.ts';
import { readRecord } from '../../entries/read-record.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { isContent } from '../../platform/program-records/program-record.ts';
import { documentIdOf, hasDrafts, type DocumentContext, type Next } from '../../platform/strapi/document.ts';
import { fieldLabel } from '../../entries/field-words.ts';

const ASSOCIATION = 'api::association.association';

type Told = 'published' | 'taken offline' | 'deleted' | 'discarded';

/** What an act is for the journal: null for a save that residents see nothing of. */
function toldAs(withDrafts: boolean, { action, params }: DocumentContext): Told | null {
  switch (action) {
    case 'publish':
      return 'published';
    case 'create':
    case 'update':
      return !withDrafts || params.status === 'published' ? 'published' : null;
    case 'clone':
      return withDrafts ? null : 'published';
    case 'unpublish':
      return 'taken offline';
    case 'delete':
      return 'deleted';
    case 'discardDraft':
      return 'discarded';
    default:
      return null;
  }
}

/** A record as it stood, both as rules see it and, for an association, as its form. */
interface Stood {
  readonly record: Values | null;
  readonly entry: ReadEntry | null;
}

const NOTHING: Stood = { record: null, entry: null };

async function stood(
  strapi: Core.Strapi,
  uid: string,
  documentId: string | undefined,
  version: 'draft' | 'published',
): Promise<Stood> {
  if (documentId === undefined) return NOTHING;
  const read = version === 'draft' ? readDraftEntry : readEntry;
  return {
    record: await readRecord(strapi, uid, documentId, version, 'own'),
    entry: uid === ASSOCIATION ? await read(strapi, documentId) : null,
  };
}

/** What is worth a line, of what stood before and what stands now. */
async function before(strapi: Core.Strapi, uid: string, documentId: string | undefined, told: Told): Promise<Stood> {
  if (told === 'discarded') return stood(strapi, uid, documentId, 'draft');
  const published = await stood(strapi, uid, documentId, 'published');
  // What was never published and is deleted is gone as well.
  return told === 'deleted' && published.record === null ? stood(strapi, uid, documentId, 'draft') : published;
}

const ACTS: Readonly<Record<Told, JournalAct>> = {
  published: 'fiche modifiée',
  'taken offline': 'fiche mise hors ligne',
  deleted: 'fiche supprimée',
  discarded: 'modifications abandonnées',
};

const isOfForm = (name: string): boolean => name in entryFieldLabels;

/**
 * The fields that changed, by their labels; of an association those that the line does not show side by side. Of an act that was
 * planned, that it was.
 */
function noteOf(uid: string, changed: readonly string[]): string | null {
  const labels = changed.filter((name) => uid !== ASSOCIATION || !isOfForm(name)).map((name) => fieldLabel(uid, name));
  const remark = onBehalfNow()?.remark;
  if (labels.length === 0) return remark ?? null;
  return remark === undefined ? listInWords(labels) : `${listInWords(labels)} (${remark})`;
}

/** Nobody puts back what is deleted: whom to reach there is kept no longer than the record. */
const withoutContacts = (state: KeptState): KeptState => ({
  ...state,
  entry: { ...state.entry, contacts: [] },
  contacts: [],
});

/**
 * The document middleware that gives an act of an editor in Strapi's own forms and lists, or one that the program does for one, its line
 * in the journal, in one transaction with the act. A draft that is saved leaves none, however often; a publication leaves one, with what it changes of
 * what was published; one that changes nothing leaves none.
 */
export function journalOfEditors(strapi: Core.Strapi) {
  return async (context: DocumentContext, next: Next): Promise<unknown> => {
    const { uid, params } = context;
    if (!isContent(uid)) return next();
    const editor = onBehalfNow()?.editor ?? editorAtForm(strapi);
    const told = editor && toldAs(hasDrafts(strapi, uid), context);
    if (!editor || !told) return next();

    return inTransaction(strapi, async () => {
      const was = await before(strapi, uid, params.documentId, told);
      const result = await next();
      const documentId = params.documentId ?? documentIdOf(result);
      const isGone = told === 'deleted' || told === 'taken offline';
      const version = told === 'discarded' ? 'draft' : 'published';
      const is = isGone ? NOTHING : await stood(strapi, uid, documentId, version);
      const changed = isGone ? [] : differingAttributes(strapi, uid, was.record, is.record);
      if (isGone ? was.record === null : changed.length === 0) return result;

      const isFirst = told === 'published' && was.record === null;
      const kept = was.entry && keptState(was.entry);
      await writeJournal(strapi, {
        who: editor.name,
        whoId: editor.id,
        act: isFirst ? 'fiche publiée' : ACTS[told],
        ...lineAbout(strapi, { uid, documentId: documentId ?? null }, is.record ?? was.record),
        note: noteOf(uid, isFirst ? [] : changed),
        before: told === 'deleted' && kept ? withoutContacts(kept) : kept,
        after: is.entry && keptState(is.entry),
        changes: was.record && is.record ? changesBetween(strapi, uid, was.record, is.record) : null,
      });
      return result;
    });
  };
}
