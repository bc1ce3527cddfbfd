/** The requests of the pages of the editions. Answers are read through the contract: an old server shows as one, not as a blank page. */
import { EditionState, MadePrintShopLink, type NewPrintShopLink } from '../../domain/contract/press/edition-state.ts';
import { OpenMatters } from '../../domain/contract/desk/open-matters.ts';
import { readRecord, readRecords } from '../kit/content-manager.ts';
import { EditionRecord } from './edition-record.ts';
import { EDITION_UID } from '../kit/paths.ts';
import type { Client } from '../kit/client.ts';
import { readEvents } from '../kit/follow.ts';
import { readBlob } from '../kit/save-file.ts';

/** A territory prints once a year: one page of the content manager holds a century. */
const MOST_EDITIONS = 100;

/** All editions, the last year first. */
export async function readEditions(client: Pick<Client, 'get'>): Promise<EditionRecord[]> {
  return (await readRecords(client, EDITION_UID, `page=1&pageSize=${MOST_EDITIONS}&sort=year:DESC`, EditionRecord))
    .results;
}

/** What is still open, before freezing. @param since when the proof was printed */
export async function readOpenMatters(
  { get }: Pick<Client, 'get'>,
  documentId: string,
  since: string | null,
): Promise<OpenMatters> {
  const query = since === null ? '' : `?since=${encodeURIComponent(since)}`;
  return OpenMatters.parse((await get<unknown>(route(documentId, `/open-matters${query}`))).data);
}

export const readEdition = (client: Pick<Client, 'get'>, documentId: string): Promise<EditionRecord> =>
  readRecord(client, EDITION_UID, documentId, EditionRecord);

const route = (documentId: string, rest = '') => `/trame/editions/${encodeURIComponent(documentId)}${rest}`;

export async function readState({ get }: Pick<Client, 'get'>, documentId: string): Promise<EditionState> {
  return EditionState.parse((await get<unknown>(route(documentId))).data);
}

/** Where the server is; Strapi puts it on the window, and types it as something of its own plugins. */
const backend = (): string => (window.strapi as unknown as { readonly backendURL: string }).backendURL;

/**
 * Hears the state of an edition as it changes, until the connection ends. Strapi’s client reads an answer whole before it hands
 * it out, so this is a request of its own, with the session’s token.
 * @throws when there is no connection, it breaks, or what it tells is not understood
 */
export async function listenToState(
  documentId: string,
  token: string | null,
  signal: AbortSignal,
  hear: (state: EditionState) => void,
): Promise<void> {
  const response = await fetch(`${backend()}${route(documentId, '/events')}`, {
    headers: { Accept: 'text/event-stream', Authorization: `Bearer ${token ?? ''}` },
    signal,
  });
  if (!response.ok || !response.body) throw new Error(`No events: ${response.status}`);
  await readEvents(response.body, (data) => hear(EditionState.parse(data)));
}

export async function startProof({ post }: Pick<Client, 'post'>, documentId: string): Promise<void> {
  await post(route(documentId, '/proof'), {});
}

export async function freeze({ post }: Pick<Client, 'post'>, documentId: string): Promise<void> {
  await post(route(documentId, '/freeze'), {});
}

export async function makeLink(
  { post }: Pick<Client, 'post'>,
  documentId: string,
  link: NewPrintShopLink,
): Promise<MadePrintShopLink> {
  return MadePrintShopLink.parse((await post<unknown>(route(documentId, '/links'), link)).data);
}

export async function revokeLink({ del }: Pick<Client, 'del'>, documentId: string, link: string): Promise<void> {
  await del(route(documentId, `/links/${encodeURIComponent(link)}`));
}

/** A file of the proof or of the frozen edition. The route asks for the session, which no plain link could carry. */
export async function readFile(
  client: Pick<Client, 'get'>,
  documentId: string,
  which: 'proof' | 'frozen',
  name: string,
): Promise<Blob> {
  return readBlob(client, route(documentId, `/files/${which}/${encodeURIComponent(name)}`));
}
