import type { Core } from '@strapi/strapi';
import { EditionsHolding, type ContactQuestion } from '../domain/contract/editions-holding.ts';
import { Email, PhoneNumber } from '../domain/contract/primitives.ts';
import { askFor } from '../editions/printing-service.ts';
import type { ContactRow } from './stored-versions.ts';

const EDITION = 'api::edition.edition';
/** Who prints reads its editions, some 20 MB each; somebody waits for a page meanwhile. */
const PATIENCE_MS = 8_000;

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

/** The numbers and addresses as who prints takes them; one that was stored badly is printed nowhere. */
function questionAbout(contacts: readonly ContactRow[]): ContactQuestion {
  const values = (key: 'email' | 'phone') => [...new Set(contacts.flatMap((contact) => contact[key]?.trim() || []))];
  return {
    phones: values('phone')
      .filter((phone) => PhoneNumber.safeParse(phone).success)
      .slice(0, 20),
    emails: values('email')
      .filter((email) => Email.safeParse(email).success)
      .slice(0, 20),
  };
}

/** The printed editions that still hold a contact, by their titles. */
export async function printedEditionsOf(
  strapi: Core.Strapi,
  contacts: readonly ContactRow[],
): Promise<PrintedEditions> {
  const tooLong = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null).unref());
  const answer = await Promise.race([
    askFor(EditionsHolding, { method: 'POST', path: ['holding'], body: questionAbout(contacts) }),
    tooLong,
  ]);
  if (answer?.ok) return { titles: answer.value.editions.map(({ title }) => title), certain: true };
  return { titles: await mayHold(strapi, contacts), certain: false };
}
