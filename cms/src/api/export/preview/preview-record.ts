/**
 * A record as it would leave the CMS if it were published as it is typed: it is saved and published in a transaction that is
 * undone, and what is exported in between is what the site and the booklet would get (decision 0042). Strapi sends its webhooks
 * after a commit, so nobody hears of it.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Editor } from '../../../domain/contract/desk/editor.ts';
import { editionInPreparation } from '../../../domain/edition-in-preparation.ts';
import type { PagePreviewQuestion } from '../../../domain/contract/press/preview.ts';
import { PRINT_EXPORT_FORMAT } from '../../../domain/contract/press/edition.ts';
import { saveRecord, type SaveAsked } from '../../../entries/save-record.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { Refused } from '../../../platform/http/refused.ts';
import { isFileUsed } from '../../../platform/media/used-files.ts';
import { composeEdition, printableOf } from '../print-export/compose-edition.ts';
import { readEditions } from '../records/editions.ts';
import { composeSiteExport, type Composed } from '../site-export/compose.ts';
import { readContent } from '../site-export/read-content.ts';

const words = {
  noEdition:
    'Aucune édition papier n’est en préparation\u00a0: créez-en une dans «\u00a0Éditions papier\u00a0» pour voir la fiche imprimée.',
  conflict:
    'Quelqu’un d’autre a modifié cette fiche aux mêmes endroits que vous\u00a0: enregistrez d’abord, pour choisir ce qui reste.',
  notPrinted: 'Cette fiche ne paraît pas dans l’annuaire imprimé.',
  leftOut: (reasons: string) => `Le site ne pourrait pas montrer cette fiche\u00a0: ${reasons}`,
};

export type PreviewKind = 'page' | 'print';

export interface Exported {
  readonly slug: string;
  /** A SiteExport, or a PrintExport. */
  readonly content: unknown;
  readonly files: PagePreviewQuestion['files'];
}

class Undone extends Error {}

interface Named {
  readonly id: string;
  readonly slug: string;
}

const LISTS = {
  'api::association.association': 'associations',
  'api::event.event': 'events',
  'api::guide.guide': 'guides',
  'api::resource.resource': 'resources',
} as const;

/** The record in the export. @throws {Refused} with the reasons when it is not in it */
function exported({ siteExport, leftOut }: Composed, uid: string, documentId: string): Named {
  const list: readonly Named[] = Object.hasOwn(LISTS, uid) ? siteExport[LISTS[uid as keyof typeof LISTS]] : [];
  const found = list.find(({ id }) => id === documentId);
  if (found) return found;
  const reasons = leftOut
    .filter((one) => one.uid === uid && one.documentId === documentId)
    .flatMap((one) => one.reasons);
  throw new Refused('invalid', words.leftOut(reasons.join(' ')));
}

/** Any picture of a record of the contract, however deep. */
function picturesIn(value: unknown): { hash: string; mime: string; url: string }[] {
  if (Array.isArray(value)) return value.flatMap(picturesIn);
  if (value === null || typeof value !== 'object') return [];
  const picture = Picture.safeParse(value);
  return picture.success ? [picture.data] : Object.values(value).flatMap(picturesIn);
}
const Picture = z.object({ hash: z.string(), mime: z.string().startsWith('image/'), url: z.string() });

/** Pictures that no saved record shows: the library gives them to editors alone, and not to who builds the site. */
async function filesOf(strapi: Core.Strapi, record: unknown): Promise<PagePreviewQuestion['files']> {
  const files: PagePreviewQuestion['files'] = [];
  for (const { hash, mime, url } of picturesIn(record)) {
    const name = path.posix.basename(new URL(url, 'http://local').pathname);
    if (await isFileUsed(strapi, name)) continue;
    const file = path.join(strapi.dirs.static.public, 'uploads', name);
    const bytes = await readFile(file).catch(() => null); // kept elsewhere: the page shows its place
    if (bytes) files.push({ hash, mime, base64: bytes.toString('base64') });
  }
  return files;
}

/** The edition that is being prepared: the newest that is not frozen yet. */
async function printExportOf(strapi: Core.Strapi, composed: Composed): Promise<unknown> {
  const editions = await readEditions(strapi);
  const row = editionInPreparation(editions);
  if (!row) throw new Refused('unknown', words.noEdition);
  const { siteExport, withheld } = composed;
  const edition = composeEdition(row, editions, { printable: printableOf(siteExport), withheld });
  return { format: PRINT_EXPORT_FORMAT, edition, content: siteExport };
}

/**
 * What the deployer needs to show a record before it is published. Keeps nothing.
 * @throws {ValidationError} of Strapi, with French messages by field, when a rule refuses it
 * @throws {Refused} when it would not be on the site, or in the booklet
 */
export async function exportTyped(
  strapi: Core.Strapi,
  asked: SaveAsked,
  editor: Editor,
  kind: PreviewKind,
): Promise<Exported> {
  let made: Omit<Exported, 'files'> & { record: unknown } = { slug: '', content: null, record: null };
  try {
    await inTransaction(strapi, async () => {
      const saved = await saveRecord(strapi, { ...asked, publish: true }, editor);
      if (saved.kind === 'conflict') throw new Refused('conflict', words.conflict);
      const { documentId } = saved;
      const composed = composeSiteExport(await readContent(strapi, 'preview'), kind === 'page' ? 'web' : 'print');
      const record = exported(composed, asked.uid, documentId);
      if (kind === 'print' && (record as { inPrint?: boolean }).inPrint === false)
        throw new Refused('unknown', words.notPrinted);
      const content = kind === 'page' ? composed.siteExport : await printExportOf(strapi, composed);
      made = { slug: record.slug, content, record };
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  return { slug: made.slug, content: made.content, files: await filesOf(strapi, made.record) };
}
