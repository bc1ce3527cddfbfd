import type { Core } from '@strapi/strapi';
import { parseEmail } from '../domain/email.ts';
import { readEntry } from './entry-of-record.ts';
import { readWhyNot } from '../platform/mail/stopped-letters.ts';

/**
 * Where messages for an association go: the first address of its published contacts that was not taken back from everywhere. It
 * may be one that the site does not show. Who stopped the letters of the office to lists did not refuse these.
 * @returns null when there is none, or the association is not on the site
 */
export async function messageAddress(strapi: Core.Strapi, associationId: string): Promise<string | null> {
  const current = await readEntry(strapi, associationId);
  if (!current) return null;
  const whyNot = await readWhyNot(strapi);
  for (const { email } of current.record.contacts) {
    const read = parseEmail(email);
    if (read.ok && whyNot(read.value) !== 'nowhere') return read.value;
  }
  return null;
}
