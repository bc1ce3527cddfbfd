/**
 * The 106 criteria of the RGAA 4.1 (accessibilite.numerique.gouv.fr/methode/criteres-et-tests), each with what was found of it
 * and by which check. The titles are ours, shorter than the questions of the standard.
 *
 * A criterion is `verifie` where machines check all that it asks, `en-partie` where they check some of it, `sans-objet` where
 * a gate keeps out of every page what it is about, and `a-verifier` where only a person can tell. It is no rate of conformity:
 * that is an audit's (`accessibility-state.ts`).
 */
import criteriaFile from './criteria.json' with { type: 'json' };
import evidenceFile from './evidence.json' with { type: 'json' };

export const findings = ['verifie', 'en-partie', 'a-verifier', 'sans-objet'] as const;
export type CriterionFinding = (typeof findings)[number];

export type EvidenceId = keyof typeof evidenceFile;

/** What checks, in words, and where that stands. */
export interface Evidence {
  readonly words: string;
  /** `publication`: each page of each release, before it goes online; `programme`: a demonstration site, with each change of the program. */
  readonly at: 'publication' | 'programme';
  /** From the root of the project. */
  readonly file: string;
  /** Of the test. */
  readonly named?: string;
  /** `YYYY-MM-DD` when it was last found so; what is checked at publication is as old as the page. */
  readonly date?: string;
}

export interface Criterion {
  /** "3.2" */
  readonly id: string;
  readonly title: string;
  readonly finding: CriterionFinding;
  readonly by: readonly EvidenceId[];
  /** What a person still has to do; absent where nothing is left. */
  readonly left?: string;
}

export const evidence = evidenceFile as Readonly<Record<EvidenceId, Evidence>>;
export const criteria = criteriaFile.criteria as readonly Criterion[];
export const criteriaThemes: readonly { readonly number: number; readonly title: string }[] = criteriaFile.themes;

/** Those of one of the 13 themes, in their order. */
export const criteriaOf = (theme: number): readonly Criterion[] =>
  criteria.filter(({ id }) => id.startsWith(`${theme}.`));

export const countOf = (finding: CriterionFinding): number =>
  criteria.filter((criterion) => criterion.finding === finding).length;
