/** Texts with `{{NAME}}` in them, to be given values. */
import { PlainError } from '../lib/plain-error.ts';
import { messages } from './messages.ts';

const PLACE = /\{\{([A-Z_]+)\}\}/g;

/**
 * @param file named in the error
 * @throws {PlainError} when the text asks for a value that there is not: a file with a hole in it is not written
 */
export function fill(file: string, text: string, values: Readonly<Record<string, string>>): string {
  const missing = new Set<string>();
  const filled = text.replaceAll(PLACE, (place, name: string) => {
    const value = values[name];
    if (value === undefined) missing.add(name);
    return value ?? place;
  });
  if (missing.size > 0) throw new PlainError(messages.templateWords(file, [...missing]));
  return filled;
}
