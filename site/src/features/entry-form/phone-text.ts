/**
 * A stored French number in pairs ("05 36 49 00 00"), so that a form shows what people wrote; any other text as it is. The exact
 * rules are `domain/phone.ts`, whose tables weigh more than the page: they come with the check.
 */
export function phoneText(number: string): string {
  const digits = /^\+33(\d{9})$/.exec(number)?.[1];
  return digits === undefined ? number : `0${digits}`.replace(/(\d\d)(?=\d)/g, '$1\u00a0');
}
