/**
 * A whole number as it is typed into a form: 1987, with spaces or not.
 * @returns null for nothing; undefined for what is none
 */
export function readWholeNumber(typed: string): number | null | undefined {
  const digits = typed.replace(/[\s\u00a0\u202f]/g, '');
  if (digits === '') return null;
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}
