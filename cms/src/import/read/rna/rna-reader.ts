/** The program that opens a file of the register: its path and its name as arguments, the question on its input, the answer on its output. */
import { text } from 'node:stream/consumers';
import type { RnaQuestion } from '../../../domain/import/rna/reading.ts';
import { readRnaFile } from './read-rna-file.ts';

async function main(): Promise<void> {
  const [, , path = '', name = ''] = process.argv;
  const question = JSON.parse(await text(process.stdin)) as RnaQuestion;
  process.stdout.write(JSON.stringify(await readRnaFile(path, name, question)));
}

main().catch(() => {
  process.exitCode = 1; // the caller says that the file could not be read
});
