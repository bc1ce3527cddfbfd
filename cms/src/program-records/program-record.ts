import { randomInt } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** Types that the program alone writes (`rules/program-records.ts`): through the database layer, which sends no webhook. */
export type ProgramType =
  | 'api::update-request.update-request'
  | 'api::submission.submission'
  | 'api::journal-entry.journal-entry'
  | 'api::membership.membership';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const CHARACTERS = `${LETTERS}0123456789`;

/** An identifier like those that Strapi gives: 24 lower-case letters and digits, a letter first; nobody can guess one. */
export const newDocumentId = (): string =>
  Array.from({ length: 24 }, (_, index) => {
    const from = index === 0 ? LETTERS : CHARACTERS;
    return from.charAt(randomInt(from.length));
  }).join('');

/** Writes a record and gives its documentId. Inside a `strapi.db.transaction`, it is part of it. */
export async function createProgramRecord(
  strapi: Core.Strapi,
  uid: ProgramType,
  data: Readonly<Record<string, unknown>>,
  documentId: string = newDocumentId(),
): Promise<string> {
  await strapi.db.query(uid).create({ data: { ...data, documentId, publishedAt: new Date() } });
  return documentId;
}
