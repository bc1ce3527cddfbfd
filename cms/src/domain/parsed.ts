import { typography } from './typography.ts';

/** What a parser answers: the clean value, or one French sentence that says how to mend what was typed. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });
/** @param message in whatever spaces it was typed: it is set as French is, so that no line begins with a colon */
export const refused = (message: string): Parsed<never> => ({ ok: false, message: typography(message) });
