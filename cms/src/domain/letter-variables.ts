import { listInWords } from './french.ts';

/** The words in braces that a letter may hold; what each becomes is the business of `mail/letters`. */
export const letterVariables = ['association', 'lien', 'cloture', 'office', 'saison'] as const;
export type LetterVariable = (typeof letterVariables)[number];

/** Those of a letter to a list: it opens no form, and belongs to no campaign. */
export const listLetterVariables = ['association', 'office'] as const satisfies readonly LetterVariable[];

const braced = (name: string): string => `{${name}}`;

/** What is wrong with the words in braces of a text, in French, or null: an unknown one would be sent as it stands. */
export function unknownVariables(text: string, possible: readonly LetterVariable[] = letterVariables): string | null {
  const known: ReadonlySet<string> = new Set(possible);
  const unknown = [...text.matchAll(/\{([^{}\n]*)\}/g)].map(([, name = '']) => name).filter((name) => !known.has(name));
  if (unknown.length === 0) return null;
  const which = listInWords([...new Set(unknown)].map(braced));
  return `${which} ne sera remplacé par rien. Les mots possibles sont ${listInWords(possible.map(braced))}.`;
}
