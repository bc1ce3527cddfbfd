import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type { Edition } from '../../../domain/contract/press/edition.ts';
import { filePopulate, toAttachments, toImage, type MaybeFile } from './media.ts';
import { publishedRows } from '../../../platform/database/content-rows.ts';
import { dayOrNull, numberOrNull, referenceOrNull, references, textOrNull, valueOrNull } from './values.ts';

export const readEditions = (strapi: Core.Strapi) =>
  publishedRows(strapi, 'api::edition.edition', {
    fields: [
      'year',
      'title',
      'stage',
      'frozenAt',
      'format',
      'binding',
      'bleedMm',
      'marks',
      'pdfStandard',
      'finishing',
      'printRun',
      'editorial',
      'editorialAuthor',
      'columns',
      'verifiedSince',
    ],
    populate: {
      colourProfile: filePopulate(),
      interiorPaper: { fields: ['name', 'grammage', 'bulk'] },
      coverPaper: { fields: ['name', 'grammage', 'bulk'] },
      cover: filePopulate(),
      guides: { fields: ['id'] },
      forum: { fields: ['id'] },
      actionPlans: { fields: ['id'] },
      advertisements: { fields: ['advertiser', 'size'], populate: { image: filePopulate() } },
      partners: { fields: ['name'], populate: { logo: filePopulate() } },
      usefulNumbers: { fields: ['name', 'number', 'note'] },
      chapters: { fields: ['id'] },
      onlyCommunes: { fields: ['id'] },
      onlyThemes: { fields: ['id'] },
    },
  });

export type EditionRow = Awaited<ReturnType<typeof readEditions>>[number];
type StoredPaper = EditionRow['interiorPaper'];

const toPaper = (stored: StoredPaper): z.input<typeof Edition>['interiorPaper'] => ({
  name: stored?.name ?? '',
  grammage: Number(stored?.grammage ?? 0),
  bulk: numberOrNull(stored?.bulk) ?? 0,
});

/** Before validation: `z.input` of a picture that is missing is nothing that the contract takes, and its refusal names the place. */
type Candidate = Record<keyof Edition, unknown> & { id: string; title: string };

/** An edition before validation; `previous` is found among the others. */
export const toEdition = (row: EditionRow, previous: string | null): Candidate => ({
  id: row.documentId,
  year: row.year,
  title: row.title ?? '',
  // Whether a proof was already taken changes nothing in what is printed: with it, taking one would make it out of date.
  stage: row.stage === 'figée' ? 'figée' : 'épreuve',
  format: row.format,
  binding: row.binding,
  bleedMm: row.bleedMm,
  marks: row.marks === true,
  pdfStandard: row.pdfStandard,
  colourProfile: toAttachments(row.colourProfile ? [row.colourProfile] : [])[0] ?? null,
  interiorPaper: toPaper(row.interiorPaper),
  coverPaper: toPaper(row.coverPaper),
  finishing: textOrNull(row.finishing),
  printRun: valueOrNull(row.printRun),
  editorial: textOrNull(row.editorial),
  editorialAuthor: textOrNull(row.editorialAuthor),
  cover: toImage(row.cover as MaybeFile),
  guides: references(row.guides),
  forum: referenceOrNull(row.forum),
  actionPlans: references(row.actionPlans),
  advertisements: (row.advertisements ?? []).map(({ advertiser, image, size }) => ({
    advertiser: advertiser ?? '',
    image: toImage(image as MaybeFile),
    size,
  })),
  partners: (row.partners ?? []).map(({ name, logo }) => ({ name: name ?? '', logo: toImage(logo as MaybeFile) })),
  usefulNumbers: (row.usefulNumbers ?? []).map(({ name, number, note }) => ({
    name: name ?? '',
    number: number ?? '',
    note: textOrNull(note),
  })),
  chapters: references(row.chapters),
  columns: row.columns,
  verifiedSince: dayOrNull(row.verifiedSince),
  onlyCommunes: references(row.onlyCommunes),
  onlyThemes: references(row.onlyThemes),
  previous,
});
