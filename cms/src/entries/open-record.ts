/** A record as its page opens it: the draft as data, the files that it shows, and where it stands. */
import type { Core } from '@strapi/strapi';
import type { FileShown, OpenRecord, RecordStanding } from '../domain/contract/desk/record.ts';
import { saidContacts } from '../domain/said-contacts.ts';
import { isValues } from '../domain/visit.ts';
import { refusals } from '../platform/http/refused.ts';
import { hasDrafts } from '../platform/strapi/document.ts';
import { JOURNAL } from './journal.ts';
import { openVersion } from './kept-versions.ts';
import { contentAttributes, isToMany, readContent, type RecordContent } from './record-content.ts';
import type { RecordType } from './record-types.ts';
import { findSchedule, toShown } from './schedule/schedule-store.ts';

const ASSOCIATION = 'api::association.association';

/** The ids of the media library that a record points to, in its components too. */
function fileIds(strapi: Core.Strapi, uid: string, content: RecordContent): number[] {
  return contentAttributes(strapi, uid).flatMap(([name, { type, component }]) => {
    const values = [content[name]].flat();
    if (type === 'media') return values.filter((id): id is number => typeof id === 'number');
    if (type !== 'component' || component === undefined) return [];
    return values.filter(isValues).flatMap((row) => fileIds(strapi, component, row));
  });
}

interface FileRow extends Omit<FileShown, 'id'> {
  readonly id: number;
}

async function readFiles(strapi: Core.Strapi, ids: readonly number[]): Promise<FileShown[]> {
  if (ids.length === 0) return [];
  const rows = (await strapi.db.query('plugin::upload.file').findMany({
    select: ['id', 'name', 'url', 'mime', 'alternativeText', 'caption', 'width', 'height'],
    where: { id: { $in: [...new Set(ids)] } },
  })) as FileRow[];
  return rows.map(({ id, name, url, mime, alternativeText, caption, width, height }) => ({
    id,
    name,
    url,
    mime,
    alternativeText,
    caption,
    width,
    height,
  }));
}

/** Was it ever on the site? The journal knows of associations; of the others nobody can say that they never were. */
async function wasPublished(strapi: Core.Strapi, uid: string, documentId: string): Promise<boolean> {
  if (uid !== ASSOCIATION) return true;
  const acts = ['fiche publiée', 'fiche modifiée', 'fiche mise hors ligne', 'fiche rétablie'];
  return (await strapi.db.query(JOURNAL).count({ where: { associationId: documentId, act: { $in: acts } } })) > 0;
}

/** When the draft was saved last, and what is online published. */
async function momentsOf(strapi: Core.Strapi, uid: string, documentId: string) {
  const rows = (await strapi.db
    .query(uid)
    .findMany({ select: ['updatedAt', 'publishedAt'], where: { documentId } })) as {
    updatedAt: Date | string;
    publishedAt: Date | string | null;
  }[];
  const at = (moment: Date | string | null | undefined) => (moment ? new Date(moment).toISOString() : null);
  const draft = rows.find(({ publishedAt }) => publishedAt === null) ?? rows[0];
  return {
    savedAt: at(draft?.updatedAt),
    publishedAt: at(rows.find(({ publishedAt }) => publishedAt !== null)?.publishedAt),
  };
}

/** What its page gets of a record: what the program alone writes is not its business. */
export const withoutProgram = (content: RecordContent, { ofTheProgram }: RecordType): Record<string, unknown> =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !ofTheProgram.includes(name)));

export type May = OpenRecord['may'];

/** @throws {Refused} when there is no such record */
export async function openRecord(
  strapi: Core.Strapi,
  type: RecordType,
  documentId: string,
  may: May,
): Promise<OpenRecord> {
  const { uid } = type;
  const draft = await openVersion(strapi, uid, documentId);
  if (!draft) throw refusals.unknownRecord();
  const published = await readContent(strapi, uid, documentId, 'published');
  const withDrafts = hasDrafts(strapi, uid);
  const schedule = await findSchedule(strapi.db.connection, { uid, documentId });
  const standing = async (): Promise<RecordStanding> => {
    if (!withDrafts) return 'published';
    if (published) return published.version === draft.version ? 'published' : 'modified';
    return (await wasPublished(strapi, uid, documentId)) ? 'offline' : 'draft';
  };
  return {
    documentId,
    content: withoutProgram(draft.content, type),
    version: draft.version,
    openedAt: draft.openedAt,
    files: await readFiles(strapi, fileIds(strapi, uid, draft.content)),
    saidOnline: saidContacts(type.texts(published?.content ?? {})).flatMap(({ contacts }) => contacts),
    standing: await standing(),
    ...(await momentsOf(strapi, uid, documentId)),
    schedule: schedule && toShown(schedule),
    may,
  };
}

/** A record that nothing keeps yet, with the values that the schema begins with. */
export function newRecord(strapi: Core.Strapi, { uid, ofTheProgram }: RecordType, may: May): OpenRecord {
  const content = Object.fromEntries(
    contentAttributes(strapi, uid)
      .filter(([name]) => !ofTheProgram.includes(name))
      .map(([name, attribute]) => {
        const isList = attribute.repeatable === true || isToMany(attribute);
        return [name, isList ? [] : ((attribute as { default?: unknown }).default ?? null)];
      }),
  );
  return {
    documentId: null,
    content,
    version: null,
    openedAt: null,
    files: [],
    saidOnline: [],
    standing: 'new',
    savedAt: null,
    publishedAt: null,
    schedule: null,
    may,
  };
}
