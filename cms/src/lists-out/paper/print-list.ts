/** Asks the press for a PDF of a list; nothing of it is kept, here or there (decision 0017). */
import type { LabelsExport, MailingExport, SheetsExport } from '../../domain/contract/press/lists.ts';
import { askDeployer } from '../../platform/deployer/deployer-client.ts';

/** Setting a thousand pages on a small machine that is busy. */
const PATIENCE_MS = 120_000;

interface Documents {
  readonly labels: LabelsExport;
  readonly mailing: MailingExport;
  readonly sheets: SheetsExport;
}

/** @throws {Refused} with a French sentence */
export async function printList<Kind extends keyof Documents>(kind: Kind, document: Documents[Kind]): Promise<Buffer> {
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
