/** Asks the press for a PDF of a list; nothing of it is kept, here or there (decision 0017). */
import type { LabelsExport, SheetsExport } from '../../domain/contract/press/lists.ts';
import { askDeployer } from '../../platform/deployer/deployer-client.ts';

/** Setting a thousand pages on a small machine that is busy. */
const PATIENCE_MS = 120_000;

/** @throws {Refused} with a French sentence */
export async function printList(kind: 'labels', document: LabelsExport): Promise<Buffer>;
export async function printList(kind: 'sheets', document: SheetsExport): Promise<Buffer>;
export async function printList(kind: 'labels' | 'sheets', document: LabelsExport | SheetsExport): Promise<Buffer> {
  const response = await askDeployer({
    service: 'letters',
    method: 'POST',
    path: ['lists', `${kind}.pdf`],
    body: document,
    patienceMs: PATIENCE_MS,
  });
  return Buffer.from(await response.arrayBuffer());
}

export const PDF = { type: 'application/pdf', ending: '.pdf' } as const;
