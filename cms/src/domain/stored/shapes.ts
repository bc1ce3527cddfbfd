/** Every kept shape: the list that `stored.test.ts` and `scripts/stored/keep-schemas.ts` go through. */
import { z } from 'zod';
import { storedAlert } from './alert.ts';
import { storedBackupRecord } from './backup-record.ts';
import { storedBinLinks } from './bin-links.ts';
import { storedColumnChoice } from './column-choice.ts';
import { storedCarried } from './carried.ts';
import { storedEditionProgress } from './edition-progress.ts';
import { storedEditionSeal } from './edition-seal.ts';
import { storedEntry } from './entry.ts';
import { storedEventSaid } from './event-said.ts';
import { storedImportDecisions, storedImportFile, storedImportResult } from './import-file.ts';
import { storedKeptChanges } from './kept-changes.ts';
import { storedKeptState } from './kept-state.ts';
import { storedPressLinks } from './press-links.ts';
import { storedPrintExport } from './print-export.ts';
import { storedPrintReport } from './print-report.ts';
import { storedDeclaration, storedErrorReport, storedEventProposal, storedGuideProposal } from './proposals.ts';
import { storedRecordContent } from './record-content.ts';
import { storedRecordList } from './record-list.ts';
import type { Stored } from './stored.ts';
import { storedRegisterWitness, storedRestoreNote, storedSuppression } from './suppression.ts';

export const storedShapes: readonly Stored<unknown>[] = [
  storedPrintExport,
  storedPrintReport,
  storedEditionSeal,
  storedEditionProgress,
  storedPressLinks,
  storedEntry,
  storedEventProposal,
  storedGuideProposal,
  storedDeclaration,
  storedErrorReport,
  storedKeptState,
  storedRecordList,
  storedColumnChoice,
  storedSuppression,
  storedRestoreNote,
  storedRegisterWitness,
  storedRecordContent,
  storedBinLinks,
  storedKeptChanges,
  storedImportFile,
  storedImportDecisions,
  storedImportResult,
  storedCarried,
  storedEventSaid,
  storedAlert,
  storedBackupRecord,
];

/** The present version as a JSON schema, for `schemas/<name>-<version>.json`: it says what changed when a shape changes. */
export const schemaText = ({ schema }: Stored<unknown>): string =>
  `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', reused: 'ref' }), null, 1)}\n`;
