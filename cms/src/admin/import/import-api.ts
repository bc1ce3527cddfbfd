/** The requests of « Importer », read through the contract. */
import { z } from 'zod';
import {
  ImportChange,
  ImportView,
  ListedImport,
  PlannedLines,
  type DecideQuestion,
  type PlannedAct,
} from '../../domain/contract/desk/import.ts';
import { layoutOf } from '../../domain/import/rna/layout.ts';
import { LARGEST_UPLOAD_BYTES, refusalOfImport } from '../../domain/uploads.ts';
import type { Client } from '../kit/client.ts';
import { NotSent } from '../kit/problem.ts';
import { readBlob } from '../kit/save-file.ts';

const at = (id: string): string => `/trame/imports/${id}`;

export async function readImports({ get }: Pick<Client, 'get'>): Promise<ListedImport[]> {
  return z.array(ListedImport).parse((await get<unknown>('/trame/imports')).data);
}

/** Heads of the register are some 500 bytes. */
const HEAD = 4_000;

/**
 * A file of the national register for a whole département is larger than what the server takes in one piece, and a fifth of it when
 * it is packed; other files go as they are.
 */
async function asSent(file: File): Promise<File> {
  if (file.size <= LARGEST_UPLOAD_BYTES) return file;
  const [heads = ''] = (await file.slice(0, HEAD).text()).split(/\r\n|\n|\r/);
  if (layoutOf(heads.split(';')) === null) return file;
  const packed = await new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob();
  return new File([packed], `${file.name}.gz`);
}

/** @throws {NotSent} for a file that the server would not take */
export async function sendImport({ post }: Pick<Client, 'post'>, file: File): Promise<ImportView> {
  const sent = await asSent(file);
  const refusal = refusalOfImport(sent);
  if (refusal !== null) throw new NotSent(refusal);
  const form = new FormData();
  form.append('file', sent);
  return ImportView.parse((await post<unknown>('/trame/imports', form)).data);
}

export async function readImport({ get }: Pick<Client, 'get'>, id: string): Promise<ImportView> {
  return ImportView.parse((await get<unknown>(at(id))).data);
}

export async function readLines(
  { get }: Pick<Client, 'get'>,
  id: string,
  act: PlannedAct | 'incomplete',
  page: number,
): Promise<PlannedLines> {
  return PlannedLines.parse((await get<unknown>(`${at(id)}/lines?act=${act}&page=${page}`)).data);
}

export async function decide({ post }: Pick<Client, 'post'>, id: string, asked: DecideQuestion): Promise<ImportView> {
  return ImportView.parse((await post<unknown>(`${at(id)}/decide`, asked)).data);
}

export async function applyImport(
  { post }: Pick<Client, 'post'>,
  id: string,
  asked: { readonly plan: string; readonly publish: boolean },
): Promise<ImportView> {
  return ImportView.parse((await post<unknown>(`${at(id)}/apply`, asked)).data);
}

export async function readChanges({ get }: Pick<Client, 'get'>, id: string): Promise<ImportChange[]> {
  return z.array(ImportChange).parse((await get<unknown>(`${at(id)}/changes`)).data);
}

export async function undoImport(
  { post }: Pick<Client, 'post'>,
  id: string,
  changes: readonly string[] | null,
): Promise<ImportView> {
  return ImportView.parse((await post<unknown>(`${at(id)}/undo`, { changes })).data);
}

export async function giveUp({ post }: Pick<Client, 'post'>, id: string): Promise<true> {
  await post(`${at(id)}/give-up`, {});
  return true;
}

export const readFaultyFile = (client: Pick<Client, 'get'>, id: string): Promise<Blob> =>
  readBlob(client, `${at(id)}/faulty`);
