/** The two kinds of identifiers of the register. */
import { parseRnaId } from '../../rna.ts';

/** The number of today; null for anything else. */
export function rnaNumber(text: string): string | null {
  const read = parseRnaId(text);
  return read.ok ? read.value : null;
}

/** An identifier of before 2009 (`291S0291008645`, `291S0291  8645`): opaque, nothing inside it is trimmed. */
const FORMER = /^\d[\dA-Z]\d[SP].{1,12}$/;

export const isFormerId = (text: string): boolean => FORMER.test(text.trim());

/** How identifiers of before are compared: some have several spaces inside, which a form or a tool makes one. */
export const idKey = (id: string): string => id.replace(/\s+/g, ' ').trim().toUpperCase();

/** The line of an internal note that keeps a former identifier, so that the next file finds its association again. */
const NOTED = 'Ancien numéro au Répertoire national\u00a0: ';
const NOTED_LINE = /^Ancien numéro au Répertoire national\s*:\s*(\S.*)$/;
export const formerIdNote = (id: string): string => `${NOTED}${id.trim()}`;

/** The former identifiers that an internal note keeps. */
export const formerIdsIn = (note: string): string[] =>
  note
    .split('\n')
    .flatMap((line) => NOTED_LINE.exec(line)?.[1] ?? [])
    .map((id) => id.trim());
