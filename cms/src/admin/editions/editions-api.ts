/** The requests of the pages of the editions. Answers are read through the contract: an old server shows as one, not as a blank page. */
import { isFetchError, type useFetchClient } from '@strapi/strapi/admin';
import { EditionState, MadePrintShopLink, type NewPrintShopLink } from '../../domain/contract/edition-state.ts';
import type { EditionRecord } from './edition-words.ts';

type Client = ReturnType<typeof useFetchClient>;

export const EDITION_UID = 'api::edition.edition';

/** Where an edition is in the admin, and where its settings are. */
export const editionPaths = {
  list: '/trame/editions',
  page: (documentId: string) => `/trame/editions/${documentId}`,
  settings: (documentId: string) => `/content-manager/collection-types/${EDITION_UID}/${documentId}`,
  create: `/content-manager/collection-types/${EDITION_UID}/create`,
  association: (documentId: string) => `/content-manager/collection-types/api::association.association/${documentId}`,
} as const;

/** A territory prints once a year: one page of the content manager holds a century. */
const MOST_EDITIONS = 100;

/** All editions, the last year first. */
export async function readEditions({ get }: Pick<Client, 'get'>): Promise<EditionRecord[]> {
  const { data } = await get<{ results: EditionRecord[] }>(
    `/content-manager/collection-types/${EDITION_UID}?page=1&pageSize=${MOST_EDITIONS}&sort=year:DESC`,
  );
  return data.results;
}

export async function readEdition({ get }: Pick<Client, 'get'>, documentId: string): Promise<EditionRecord> {
  const { data } = await get<{ data: EditionRecord }>(
    `/content-manager/collection-types/${EDITION_UID}/${encodeURIComponent(documentId)}`,
  );
  return data.data;
}

const route = (documentId: string, rest = '') => `/trame/editions/${encodeURIComponent(documentId)}${rest}`;

export async function readState({ get }: Pick<Client, 'get'>, documentId: string): Promise<EditionState> {
  return EditionState.parse((await get<unknown>(route(documentId))).data);
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
  { get }: Pick<Client, 'get'>,
  documentId: string,
  which: 'proof' | 'frozen',
  name: string,
): Promise<Blob> {
  const path = route(documentId, `/files/${which}/${encodeURIComponent(name)}`);
  return (await get(path, { responseType: 'blob' })).data;
}

const DEFAULT_PROBLEM =
  'L’impression ne répond pas\u00a0: réessayez dans une minute. Si cela dure, prévenez la personne qui s’occupe du site.';
const UNREADABLE =
  'L’impression répond autrement que prévu\u00a0: ses programmes ne sont sans doute pas de la même version. Prévenez la personne qui s’occupe du site.';
const NOT_ALLOWED = 'Votre compte ne permet pas d’imprimer les éditions.';
const NOT_FOUND = 'Cette édition n’existe pas, ou a été supprimée.';

/** Why a request did not succeed, for an editor: the server's own sentence where it has one. */
export function problemOf(error: unknown): string {
  if (!isFetchError(error)) return error instanceof Error && error.name === 'ZodError' ? UNREADABLE : DEFAULT_PROBLEM;
  if (error.status === 401 || error.status === 403) return NOT_ALLOWED;
  const said = (error.response?.data as { error?: unknown } | undefined)?.error;
  const sentence = typeof said === 'string' ? said : (said as { message?: unknown } | undefined)?.message;
  // Strapi's own words for what went wrong inside are English.
  if (
    typeof sentence === 'string' &&
    !/^(Internal Server Error|Not Found|Bad Gateway|Service Unavailable)$/.test(sentence)
  )
    return sentence;
  return error.status === 404 ? NOT_FOUND : DEFAULT_PROBLEM;
}
