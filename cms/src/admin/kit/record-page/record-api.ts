/** The requests of the page of a record. */
import {
  OpenRecord,
  RecordPreview,
  RecordPresence,
  SavedRecord,
  type PreviewQuestion,
  type RecordPageName,
  type RecordSave,
} from '../../../domain/contract/desk/record.ts';
import { PublicAddress } from '../../../domain/contract/desk/public-page.ts';
import { PublicationReport } from '../../../domain/contract/desk/publication-report.ts';
import type { Client } from '../client.ts';

const route = (page: RecordPageName, rest: string) => `/trame/records/${page}/${rest}`;

/** @param documentId null for an empty record, which nothing keeps yet */
export async function openRecord(
  { get }: Pick<Client, 'get'>,
  page: RecordPageName,
  documentId: string | null,
): Promise<OpenRecord> {
  const { data } = await get<unknown>(route(page, documentId === null ? 'new' : encodeURIComponent(documentId)));
  return OpenRecord.parse(data);
}

export async function saveRecord(
  { post }: Pick<Client, 'post'>,
  page: RecordPageName,
  save: RecordSave,
): Promise<SavedRecord> {
  return SavedRecord.parse((await post<unknown>(route(page, 'save'), save)).data);
}

/** Says that this record is open here, or left, and asks who else has it open. */
export async function readPresence(
  { post }: Pick<Client, 'post'>,
  page: RecordPageName,
  documentId: string,
  leaving = false,
): Promise<RecordPresence> {
  const { data } = await post<unknown>(route(page, `${encodeURIComponent(documentId)}/presence`), { leaving });
  return RecordPresence.parse(data);
}

export async function readPublication({ get }: Pick<Client, 'get'>): Promise<PublicationReport> {
  return PublicationReport.parse((await get<unknown>('/trame/publication')).data);
}

/** The page of a record on the site; null when it has none there. */
export async function readPublicPage(
  { get }: Pick<Client, 'get'>,
  uid: string,
  documentId: string,
): Promise<string | null> {
  const { data } = await get<unknown>('/trame/public-page', { params: { uid, documentId } });
  return PublicAddress.parse(data).url;
}

const acts = (uid: string, documentId: string) =>
  `/content-manager/collection-types/${uid}/${encodeURIComponent(documentId)}`;

/** Strapi's own acts, with its permissions and our rules. */
export async function takeOffline({ post }: Pick<Client, 'post'>, uid: string, documentId: string): Promise<true> {
  await post(`${acts(uid, documentId)}/actions/unpublish`, {});
  return true;
}

export async function discardDraft({ post }: Pick<Client, 'post'>, uid: string, documentId: string): Promise<true> {
  await post(`${acts(uid, documentId)}/actions/discard`, {});
  return true;
}

export async function removeRecord({ del }: Pick<Client, 'del'>, uid: string, documentId: string): Promise<true> {
  await del(acts(uid, documentId));
  return true;
}

/** What is typed as residents would see it once published; nothing is saved. @throws {FetchError} with the server's sentence */
export async function readPreview(
  { post }: Pick<Client, 'post'>,
  page: RecordPageName,
  preview: 'page' | 'print',
  question: PreviewQuestion,
): Promise<RecordPreview> {
  return RecordPreview.parse((await post<unknown>(route(page, `preview/${preview}`), question)).data);
}
