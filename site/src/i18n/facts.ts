/** Between facts that stand on one line: the space before the dot does not break, so that no line begins with it. */
export const BETWEEN_FACTS = '\u00a0· ';

/** The facts that are known, on one line. */
export const joinFacts = (facts: readonly (string | null | undefined | false)[]): string =>
  facts.filter((fact) => typeof fact === 'string' && fact !== '').join(BETWEEN_FACTS);
