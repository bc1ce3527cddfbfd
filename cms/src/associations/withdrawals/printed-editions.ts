import type { Core } from '@strapi/strapi';
import { causeOf } from '../../domain/cause.ts';
import { EditionsHolding, type ContactQuestion } from '../../domain/contract/press/editions-holding.ts';
import { Email, PhoneNumber } from '../../domain/primitives.ts';
import { readFromDeployer } from '../../platform/deployer/deployer-client.ts';
import type { ContactRow } from './stored-versions.ts';

const EDITION = 'api::edition.edition';
/** The printing service reads its editions, some 20 MB each; somebody waits for a page meanwhile. */
const PATIENCE_MS = 8_000;

const words = {
  /** An edition whose record is gone, and whose report cannot be read. */
  unnamed: (documentId: string) => `édition sans titre (${documentId})`,
};

/** By their titles, each list the newest first. */
export interface PrintedEditions {
  /** Editions that hold the contact. */
  readonly holding: readonly string[];
  /** Editions of which nobody can tell: they could not be read, or the printing service did not answer. */
  readonly unknown: readonly string[];
}

interface FrozenEdition {
  readonly documentId: string;
  readonly title: string;
}

const frozenEditions = (strapi: Core.Strapi): Promise<FrozenEdition[]> =>
  strapi.db.query(EDITION).findMany({
    select: ['documentId', 'title'],
    where: { stage: 'figée' },
    orderBy: { frozenAt: 'desc' },
  });

/** The numbers and addresses as they are printed; one that was stored badly is printed nowhere. */
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

/**
 * The printed editions that hold a contact, and those of which this cannot be told: every frozen edition that the printing
 * service did not read counts among these, also one whose files it has lost.
 */
export async function printedEditionsOf(
  strapi: Core.Strapi,
  contacts: readonly ContactRow[],
): Promise<PrintedEditions> {
  const [frozen, answer] = await Promise.all([
    frozenEditions(strapi),
    readFromDeployer(EditionsHolding, {
      service: 'printing',
      method: 'POST',
      path: ['editions', 'holding'],
      body: questionAbout(contacts),
      patienceMs: PATIENCE_MS,
    }).catch((error: unknown) => {
      strapi.log.error(`Editions not searched for a contact: ${causeOf(error)}`);
      return null;
    }),
  ]);
  if (answer === null) return { holding: [], unknown: frozen.map(({ title }) => title) };
  const { editions, looked, unreadable } = answer;
  const known = new Set(frozen.map(({ documentId }) => documentId));
  return {
    holding: editions.map(({ title }) => title),
    unknown: [
      ...frozen.filter(({ documentId }) => !looked.includes(documentId)).map(({ title }) => title),
      ...unreadable
        .filter(({ edition }) => !known.has(edition))
        .map(({ edition, title }) => title ?? words.unnamed(edition)),
    ],
  };
}
