/** Saves what a form holds: every page of ours that edits a record does it through here. */
import type { Core } from '@strapi/strapi';
import type { Editor } from '../domain/contract/desk/editor.ts';
import { hasDrafts } from '../platform/strapi/document.ts';
import { openVersion } from './kept-versions.ts';
import { dataOf, type RecordContent } from './record-content.ts';
import { newOutcome, SaveConflict, whileSaving, type Conflicts } from './saving.ts';

export interface SaveAsked {
  readonly uid: string;
  /** Null for a new record. */
  readonly documentId: string | null;
  /** The version of the draft that the form was made from; null only for a new record. */
  readonly base: string | null;
  /** When the form was opened (`OpenedVersion.openedAt`), if it is known: else the last time that anybody opened that version. */
  readonly openedAt?: string | null;
  /** The attributes that the form holds. */
  readonly content: Partial<RecordContent>;
  readonly publish: boolean;
}

export type SaveResult =
  | {
      readonly kind: 'saved';
      readonly documentId: string;
      readonly version: string;
      /** ISO 8601: when this version was read, for the next save. */
      readonly openedAt: string;
      /** As it stands now. */
      readonly content: RecordContent;
      /** Attributes that were taken over from others meanwhile. */
      readonly merged: readonly string[];
      /** Sentences: who changed them. */
      readonly told: readonly string[];
      /** Sentences: what a withdrawal kept closed. */
      readonly withdrawn: readonly string[];
    }
  | ({ readonly kind: 'conflict' } & Conflicts);

interface Documents {
  create(given: object): Promise<{ documentId: string }>;
  update(given: object): Promise<{ documentId: string } | null>;
}

/**
 * Saves, and publishes if that is asked, under all rules of content.
 * @returns what was saved; or what somebody has to choose, nothing being saved then
 * @throws {ValidationError} of Strapi, with French messages by field, when a rule refuses it
 * @throws {BaseMissing} when a record that exists is saved without the version that the form was made from
 */
export async function saveRecord(strapi: Core.Strapi, asked: SaveAsked, editor: Editor): Promise<SaveResult> {
  const { uid, documentId, base, publish } = asked;
  const outcome = newOutcome();
  const saving = { uid, documentId, base, openedAt: asked.openedAt ?? null, chosen: [], editor, outcome };
  const documents = strapi.documents(uid as 'api::theme.theme') as unknown as Documents;
  const withDrafts = hasDrafts(strapi, uid);
  const by = Number(editor.id) || null;
  const given = {
    data: { ...dataOf(asked.content), ...(documentId === null ? { createdBy: by } : {}), updatedBy: by },
    ...(publish && withDrafts ? { status: 'published' } : {}),
  };
  try {
    const saved = await whileSaving(saving, () =>
      documentId === null ? documents.create(given) : documents.update({ documentId, ...given }),
    );
    const id = saved?.documentId ?? documentId ?? '';
    const now = await openVersion(strapi, uid, id);
    if (!now) throw new Error(`${uid} ${id} was saved and is not there`);
    return { kind: 'saved', documentId: id, ...now, ...outcome };
  } catch (error) {
    if (!(error instanceof SaveConflict)) throw error;
    // What stands may be the doing of a withdrawal: it is kept, so that what is sent next finds its base.
    if (documentId !== null) await openVersion(strapi, uid, documentId);
    return { kind: 'conflict', ...error.found };
  }
}
