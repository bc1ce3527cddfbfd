import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type { Attachment, Image } from '../../../domain/contract/site/media.ts';
import { textOrNull } from './values.ts';
import { findMany } from '../../../platform/database/records.ts';

export interface StoredFile {
  name?: string | null;
  alternativeText?: string | null;
  caption?: string | null;
  width?: number | null;
  height?: number | null;
  hash?: string | null;
  mime?: string | null;
  /** Thousands of bytes, with decimals. */
  size?: number | string | null;
  url?: string | null;
  updatedAt?: string | Date | null;
}

/** A media field: Strapi types it as `any`. */
export type MaybeFile = StoredFile | null | undefined;

/** What the export may know of a file. A new list each time: Strapi adds to the one that it is given. */
export const filePopulate = () => ({
  fields: [
    'name',
    'alternativeText',
    'caption',
    'width',
    'height',
    'hash',
    'mime',
    'size',
    'url',
    'updatedAt',
  ] satisfies (keyof StoredFile)[],
});

/** Replacing a file keeps its name and its `hash`: only the date of the last change tells the two apart. */
function fingerprint(file: StoredFile): string {
  return createHash('sha256')
    .update(`${file.hash}\n${new Date(file.updatedAt ?? 0).toISOString()}`)
    .digest('hex')
    .slice(0, 16);
}

const versionedUrl = (file: StoredFile): string =>
  `${file.url}${file.url?.includes('?') ? '&' : '?'}v=${fingerprint(file)}`;

/** A picture before validation; null when there is no file. */
export function toImage(file: MaybeFile): z.input<typeof Image> | null {
  if (!file) return null;
  return {
    url: versionedUrl(file),
    hash: fingerprint(file),
    mime: file.mime ?? '',
    width: file.width ?? 0,
    height: file.height ?? 0,
    alt: textOrNull(file.alternativeText) ?? '',
    caption: textOrNull(file.caption),
  };
}

export const toImages = (files: readonly StoredFile[] | null | undefined) =>
  (files ?? []).map((file) => toImage(file)).filter((image) => image !== null);

/** Files to download, before validation. */
export const toAttachments = (files: readonly StoredFile[] | null | undefined): z.input<typeof Attachment>[] =>
  (files ?? []).map((file) => ({
    url: versionedUrl(file),
    hash: fingerprint(file),
    name: file.name ?? '',
    mime: file.mime ?? '',
    size: Math.round(Number(file.size ?? 0) * 1000),
  }));

/** The files with these hashes, in one query. */
export async function readFilesByHash(
  strapi: Core.Strapi,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, StoredFile>> {
  if (hashes.length === 0) return new Map();
  const files = await findMany<StoredFile>(strapi, 'plugin::upload.file', {
    select: filePopulate().fields,
    where: { hash: { $in: [...new Set(hashes)] } },
  });
  return new Map(files.map((file) => [file.hash ?? '', file]));
}
