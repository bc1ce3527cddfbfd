/** Reads one file in a process of its own, and says what that took: `node measure.ts rna|spreadsheet FILE`. */
import { readFile } from 'node:fs/promises';
import { readRnaFile } from '@trame/cms/import/read/rna/read-rna-file';
import { readBytes } from '@trame/cms/import/read/read-bytes';
import { TERRITORY } from './files.ts';

const [, , kind, file = ''] = process.argv;
const begun = performance.now();
let what: string;
if (kind === 'rna') {
  const answer = await readRnaFile(file, 'rna_waldec_20260901_dpt_33.csv', {
    communes: TERRITORY,
    known: [],
    today: '2026-11-30',
  });
  what = answer.kind === 'rna' ? `${answer.reading.kept.length} kept` : answer.kind;
} else {
  const answer = await readBytes(await readFile(file), 'liste.csv');
  what = answer.ok ? `${answer.value.sheets[0]?.rows.length ?? 0} rows` : 'refused';
}
const milliseconds = performance.now() - begun;
process.stdout.write(JSON.stringify({ milliseconds, mebibytes: process.resourceUsage().maxRSS / 1024, what }));
