/** Labels for the envelopes of a list of associations: what the office writes to them with. */
import type { Core } from '@strapi/strapi';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import type { LabelsLook, LabelsQuestion, MadeFile, TakenRecords } from '../../domain/contract/desk/lists-out.ts';
import { LABELS_EXPORT_FORMAT, LabelsExport, MOST_LABELS } from '../../domain/contract/press/lists.ts';
import { dayOf } from '../../domain/dates.ts';
import { envelopeOrTownHall, type Envelope } from '../../domain/envelope/care-of.ts';
import { labelSheets, labelsOnSheet } from '../../domain/label-sheets.ts';
import { readTownHalls } from '../../entries/town-halls.ts';
import type { Seen } from '../../finding/read-lists.ts';
import { contentRows } from '../../platform/database/content-rows.ts';
import { Refused, refusals } from '../../platform/http/refused.ts';
import { checkReason, noteLeaving } from '../leaving.ts';
import { madeFile } from '../made-file.ts';
import { takenRecords } from '../taken-records.ts';
import { PDF, printList } from './print-list.ts';

const ASSOCIATION = 'api::association.association';

const words = {
  nobody:
    'Aucune étiquette à imprimer\u00a0: ces associations n’ont pas d’adresse postale. Complétez leurs fiches, ou passez par les mairies.',
  first: (most: number) => `Cette planche a ${most} étiquettes\u00a0: choisissez la première entre 1 et ${most}.`,
};

interface Addressed {
  readonly documentId: string;
  readonly name: string;
  readonly envelope: Envelope;
}

/** The associations of a list with what stands on their envelopes. @throws {Refused} to who may not read addresses */
async function readAddressed(
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

/** In the order of post codes, as mail is handed in. */
const inPostalOrder = (labels: readonly Addressed[]): Addressed[] =>
  [...labels].sort((a, b) => {
    const [one, other] = [a, b].map(({ envelope, name }) => `${envelope.lines.at(-1) ?? ''} ${name}`);
    return one! < other! ? -1 : one! > other! ? 1 : 0; // both are there
  });

/** What of the labels an editor should know before they are printed. @throws {Refused} */
export async function lookAtLabels(
  strapi: Core.Strapi,
  seen: Seen,
  taken: TakenRecords,
  now: Date,
): Promise<LabelsLook> {
  const { addressed, others } = await readAddressed(strapi, seen, taken, now);
  return {
    count: addressed.length,
    others,
    faults: addressed.flatMap(({ documentId: association, name, envelope: { isAddressed, townHall, cuts } }) => [
      ...(isAddressed ? [] : [{ association, name, part: 'absent' as const, was: '', becomes: '' }]),
      ...(townHall === null ? [] : [{ association, name, part: 'town-hall' as const, was: '', becomes: townHall }]),
      ...cuts.map((cut) => ({ association, name, ...cut })),
    ]),
  };
}

/** @throws {Refused} in French, when there is nothing to print or no way to */
export async function makeLabels(
  strapi: Core.Strapi,
  seen: Seen,
  editor: Editor,
  asked: LabelsQuestion,
  now: Date,
): Promise<MadeFile> {
  checkReason(asked);
  const { taken, sheet, first, townHalls } = asked;
  if (first > labelsOnSheet(sheet)) {
    const message = words.first(labelsOnSheet(sheet));
    throw new Refused('invalid', message, [{ path: 'first', message }]);
  }
  const { addressed } = await readAddressed(strapi, seen, taken, now);
  const labels = inPostalOrder(
    addressed.filter(({ envelope }) => envelope.isAddressed && (townHalls || envelope.townHall === null)),
  ).slice(0, MOST_LABELS);
  if (labels.length === 0) throw new Refused('conflict', words.nobody);
  const document = LabelsExport.parse({
    format: LABELS_EXPORT_FORMAT,
    sheet,
    first,
    labels: labels.map(({ envelope }) => [...envelope.lines]),
  });
  const pdf = await printList('labels', document);
  await noteLeaving(strapi, seen, editor, {
    ...asked,
    destination: 'office',
    what: `Étiquettes postales ${sheet} (${labelSheets[sheet].label})`,
    count: labels.length,
    columns: [],
  });
  return madeFile(`Étiquettes ${sheet} du ${dayOf(now)}`, PDF, pdf);
}
