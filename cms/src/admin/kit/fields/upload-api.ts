/** Files of the media library, as forms send, read and describe them. */
import { z } from 'zod';
import type { FileShown } from '../../../domain/contract/desk/record.ts';
import type { Client } from '../client.ts';

/** What Strapi says of a file, as far as a form shows it. */
const LibraryFile = z
  .object({
    id: z.int(),
    name: z.string(),
    url: z.string(),
    mime: z.string(),
    alternativeText: z.string().nullish(),
    caption: z.string().nullish(),
    width: z.number().nullish(),
    height: z.number().nullish(),
  })
  .transform(({ alternativeText, caption, width, height, ...file }): FileShown => ({
    ...file,
    alternativeText: alternativeText ?? null,
    caption: caption ?? null,
    width: width ?? null,
    height: height ?? null,
  }));

/** Puts a file into the library. @throws {FetchError} with the server's sentence */
export async function sendFile(
  { post }: Pick<Client, 'post'>,
  file: File,
  alternativeText: string,
): Promise<FileShown> {
  const form = new FormData();
  form.append('files', file);
  form.append('fileInfo', JSON.stringify({ name: file.name, alternativeText, caption: '', folder: null }));
  const { data } = await post<unknown>('/upload', form);
  const [sent] = z.array(LibraryFile).min(1).parse(data);
  return sent as FileShown;
}

/** Says what a picture of the library shows, for every record that shows it. */
export async function describeFile(
  { put }: Pick<Client, 'put'>,
  { id, name }: FileShown,
  alternativeText: string,
): Promise<FileShown> {
  const { data } = await put<unknown>(`/upload/files/${id}`, { fileInfo: { name, alternativeText } });
  return LibraryFile.parse(data);
}

export async function readFile({ get }: Pick<Client, 'get'>, id: number): Promise<FileShown> {
  return LibraryFile.parse((await get<unknown>(`/upload/files/${id}`)).data);
}

/** Of what the media library's own dialog hands back. */
export const chosenInLibrary = (files: unknown): FileShown[] => z.array(LibraryFile).parse(files);
