/** What a test asks of an answer. */
import type { Sheet, Workbook } from '../../../domain/import/workbook.ts';
import type { Parsed } from '../../../domain/parsed.ts';
import { readBytes } from '../read-bytes.ts';

/** @throws with the sentence when the file was refused */
export function read(answer: Parsed<Workbook>): Workbook {
  if (!answer.ok) throw new Error(`refused: ${answer.message}`);
  return { ...answer.value, remarks: answer.value.remarks.map(plain) };
}

/** The file, read in the process of the test. */
export const workbook = async (bytes: Buffer | string, name = 'liste.xlsx'): Promise<Workbook> =>
  read(await readBytes(Buffer.from(bytes as string), name));

/** With ordinary spaces. */
export const plain = (sentence: string): string => sentence.replace(/[\u00a0\u202f]/g, ' ');

/** Why a file is refused; '' when it is not. */
export async function refusal(bytes: Buffer | string, name = 'liste.xlsx'): Promise<string> {
  const answer = await readBytes(Buffer.from(bytes as string), name);
  return answer.ok ? '' : plain(answer.message);
}

export const texts = (sheet: Sheet | undefined): string[][] =>
  (sheet?.rows ?? []).map(({ cells }) => cells.map(({ text }) => text));
export const textsOf = async (bytes: Buffer | string, name?: string): Promise<string[][]> =>
  texts((await workbook(bytes, name)).sheets[0]);
