/** The associations of a list, with what stands on their envelopes. */
import type { Core } from '@strapi/strapi';
import type { TakenRecords } from '../../domain/contract/desk/lists-out.ts';
import { envelopeOrTownHall, type Envelope } from '../../domain/envelope/care-of.ts';
import { readTownHalls } from '../../entries/town-halls.ts';
import type { Seen } from '../../finding/read-lists.ts';
import { contentRows } from '../../platform/database/content-rows.ts';
import { refusals } from '../../platform/http/refused.ts';
import { takenRecords } from '../taken-records.ts';

const ASSOCIATION = 'api::association.association';

export interface Addressed {
  readonly documentId: string;
  readonly name: string;
  readonly envelope: Envelope;
}

/** The associations of a list with what stands on their envelopes. @throws {Refused} to who may not read addresses */
export async function readAddressed(
  strapi: Core.Strapi,
  seen: Seen,
  taken: TakenRecords,
  now: Date,
): Promise<{ addressed: Addressed[]; others: number }> {
  if (!['name', 'address', 'commune'].every((attribute) => seen.reader.mayReadAttribute(ASSOCIATION, attribute)))
    throw refusals.notAllowed();
  const records = takenRecords(seen, taken, now);
  const ids = records.flatMap(({ uid, documentId }) => (uid === ASSOCIATION ? [documentId] : []));
  const rows =
    ids.length === 0
      ? []
      : await contentRows(
          strapi,
          ASSOCIATION,
          {
            fields: ['name'],
            populate: {
              commune: { fields: ['name'] },
              address: { fields: ['street', 'complement', 'postalCode', 'city'] },
            },
          },
          'draft',
          ids,
        );
  const townHalls = await readTownHalls(strapi);
  const addressed = rows.map(({ documentId, name, address, commune }) => ({
    documentId,
    name: name?.trim() || 'Sans titre',
    envelope: envelopeOrTownHall(
      {
        name: name ?? '',
        complement: address?.complement ?? '',
        street: address?.street ?? '',
        postalCode: address?.postalCode ?? '',
        city: address?.city ?? '',
      },
      townHalls.get(commune?.documentId ?? '') ?? null,
    ),
  }));
  return { addressed, others: records.length - ids.length };
}

/** Those that a postman finds, in the order of post codes, as mail is handed in. @param townHalls in care of them, too */
export function toPost(addressed: readonly Addressed[], townHalls: boolean): Addressed[] {
  return inPostalOrder(
    addressed.filter(({ envelope }) => envelope.isAddressed && (townHalls || envelope.townHall === null)),
  );
}

const inPostalOrder = (labels: readonly Addressed[]): Addressed[] =>
  [...labels].sort((a, b) => {
    const [one, other] = [a, b].map(({ envelope, name }) => `${envelope.lines.at(-1) ?? ''} ${name}`);
    return one! < other! ? -1 : one! > other! ? 1 : 0; // both are there
  });
