/** Sentences that a script says, with their blanks filled; what is known at build is said by `t()`. */

/** @param values by the name of their blank; one without a value stays as it is */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank));
