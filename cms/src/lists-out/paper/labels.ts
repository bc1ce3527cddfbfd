/** Labels for the envelopes of a list of associations: what the office writes to them with. */
import type { Core } from '@strapi/strapi';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import type { LabelsLook, LabelsQuestion, MadeFile, TakenRecords } from '../../domain/contract/desk/lists-out.ts';
import { LABELS_EXPORT_FORMAT, LabelsExport, MOST_LABELS } from '../../domain/contract/press/lists.ts';
import { dayOf } from '../../domain/dates.ts';
import { labelSheets, labelsOnSheet } from '../../domain/label-sheets.ts';
import type { Seen } from '../../finding/read-lists.ts';
import { Refused } from '../../platform/http/refused.ts';
import { checkReason, noteLeaving } from '../leaving.ts';
import { madeFile } from '../made-file.ts';
import { readAddressed, toPost } from './addressed.ts';
import { PDF, printList } from './print-list.ts';

const words = {
  nobody:
    'Aucune étiquette à imprimer\u00a0: ces associations n’ont pas d’adresse postale. Complétez leurs fiches, ou passez par les mairies.',
  first: (most: number) => `Cette planche a ${most} étiquettes\u00a0: choisissez la première entre 1 et ${most}.`,
};

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
  const labels = toPost(addressed, townHalls).slice(0, MOST_LABELS);
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
