/** A text that an editor wrote for many letters: its paragraphs, and the words in braces. */
import { fillFrench } from '../../../domain/french-prepositions.ts';
import { letterVariables, type LetterVariable, unknownVariables } from '../../../domain/letter-variables.ts';

/** One pass: what a name brings in braces is not filled in again. @throws {Error} in French, naming an unknown variable */
export function fillWritten<Name extends LetterVariable>(
  text: string,
  values: Readonly<Record<Name, string>>,
  possible: readonly LetterVariable[] = letterVariables,
): string {
  const unknown = unknownVariables(text, possible);
  if (unknown !== null) throw new Error(unknown);
  return fillFrench(text, (name) => values[name as Name]);
}

/** What empty lines separate. */
export const writtenParagraphs = (body: string): string[] =>
  body
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
