/** What a printing says of itself: `rapport.json` in the folders `proof` and `frozen` of an edition. */
import { PrintReport } from '../contract/press/print-report.ts';
import { stored } from './stored.ts';

export const storedPrintReport = stored({ name: 'trame-print-report', schema: PrintReport });
