import { randomInt } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** Types that the program alone writes (`rules/program-records.ts`): through the database layer, which sends no webhook. */
const PROGRAM_TYPES = [
  'api::update-request.update-request',
  'api::submission.submission',
  'api::journal-entry.journal-entry',
  'api::membership.membership',
] as const;
export type ProgramType = (typeof PROGRAM_TYPES)[number];

/**
 * Is this a type that editors fill in? What the program writes about the exchange with associations is erased by its own terms,
 * is never on the site, and nobody reads in the journal who wrote it.
 */
export const isContent = (uid: string): boolean =>
  uid.startsWith('api::') && !(PROGRAM_TYPES as readonly string[]).includes(uid);

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
