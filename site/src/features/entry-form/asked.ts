/** How the form asks for a field of an entry: the words and the limit of the catalogue, set as French is set. */
import { fieldAt } from '@trame/cms/domain/entry/fields';
import { typography } from '@trame/cms/domain/french';

export interface Asked {
  /** The place in the form: `contacts.0.phone`. */
  readonly path: string;
  readonly label: string;
  readonly help: string | undefined;
}

/** What a control needs to know of the field at `path`. @throws {Error} when the catalogue has no such field */
export function asked(path: string): Asked {
  const { label, question, help } = fieldAt(path);
  return { path, label: typography(question ?? label), help: help === undefined ? undefined : typography(help) };
}

/** The same for one that is typed into. */
export const typed = (path: string): Asked & { readonly maxLength: number } => ({
  ...asked(path),
  maxLength: fieldAt(path).limit ?? Infinity,
});

/** The same for several controls that answer one question. */
export function askedTogether(path: string): { path: string; legend: string; help: string | undefined } {
  const { label, help } = asked(path);
  return { path, legend: label, help };
}
