import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { askFor } from '../editions/printing-service.ts';
import type { ContactRow } from './stored-versions.ts';

const EDITION = 'api::edition.edition';
/** A withdrawal does not wait for who prints. */
const PATIENCE_MS = 3_000;

/** `POST /editions/holding`: the frozen editions in which one of these numbers or addresses stands. */
const Holding = z.object({ editions: z.array(z.object({ title: z.string() })) });

export interface PrintedEditions {
  readonly titles: readonly string[];
  /** False when nobody could look into the files: these are the ones that may hold it. */
  readonly certain: boolean;
}

async function mayHold(strapi: Core.Strapi, contacts: readonly ContactRow[]): Promise<string[]> {
  const printed = contacts.filter(({ print }) => print === true);
  if (printed.length === 0) return [];
  const since = printed.map(({ consentDate }) => consentDate ?? '').sort()[0] ?? '';
  const frozen = (await strapi.db.query(EDITION).findMany({
    select: ['title', 'frozenAt'],
    where: { stage: 'figée' },
    orderBy: { frozenAt: 'desc' },
  })) as { title: string; frozenAt: string | null }[];
  return frozen
    .filter(({ frozenAt }) => frozenAt === null || new Date(frozenAt).toISOString().slice(0, 10) >= since.slice(0, 10))
    .map(({ title }) => title);
}

/** The printed editions that still hold a contact, by their titles. */
export async function printedEditionsOf(
  strapi: Core.Strapi,
  associationId: string,
  contacts: readonly ContactRow[],
): Promise<PrintedEditions> {
  const values = (key: 'email' | 'phone') => [...new Set(contacts.flatMap((contact) => contact[key] || []))];
  const tooLong = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null).unref());
  const answer = await Promise.race([
    askFor(Holding, {
      method: 'POST',
      path: ['holding'],
      body: { association: associationId, emails: values('email'), phones: values('phone') },
    }),
    tooLong,
  ]);
  if (answer?.ok) return { titles: answer.value.editions.map(({ title }) => title), certain: true };
  return { titles: await mayHold(strapi, contacts), certain: false };
}
