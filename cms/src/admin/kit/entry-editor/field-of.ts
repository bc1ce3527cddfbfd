import { fieldAt } from '../../../domain/entry/fields.ts';

/** What a control of the editor's form needs to know of a field: its place in the form, its name, the characters it holds. */
export function fieldOf(path: string): { path: string; label: string; maxLength: number } {
  const { label, limit = Infinity } = fieldAt(path);
  return { path, label, maxLength: limit };
}

/** The same for a control that no text is typed into. */
export const choiceOf = (path: string): { path: string; label: string } => ({ path, label: fieldAt(path).label });

/** The same in the office's own words, with what helps to fill it in. */
export function adminFieldOf(path: string): {
  path: string;
  label: string;
  hint: string | undefined;
  maxLength: number;
} {
  const field = fieldAt(path);
  return { path, label: field.admin?.label ?? field.label, hint: field.admin?.help, maxLength: field.limit ?? 255 };
}
