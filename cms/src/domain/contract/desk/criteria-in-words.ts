/** What a list asks for, as its page and the journal say it. */
import { typography } from '../../french.ts';
import { typeName } from '../../records/record-type-names.ts';
import { recordGaps } from '../../vocabulary/record-gaps.ts';
import { recordStates } from '../../vocabulary/record-states.ts';
import type { RecordCriteria } from './finding.ts';

/** Names of vocabulary by their documentIds; undefined of one that is gone. */
export interface CriteriaNames {
  readonly commune: (id: string) => string | undefined;
  readonly theme: (id: string) => string | undefined;
}

/** What criteria ask for, in words: « Associations · En ligne · sans commune ». */
export function criteriaInWords(criteria: RecordCriteria, names: CriteriaNames): string {
  const { question, types, states, gaps, commune, theme, unverifiedMonths, printedOnly } = criteria;
  const parts = [
    types.map((uid) => typeName(uid)?.many ?? uid).join(', '),
    question.trim() === '' ? '' : `contient « ${question.trim()} »`,
    states.map((state) => recordStates.label(state)).join(' ou '),
    gaps.length === 0 ? '' : `sans\u00a0: ${gaps.map((gap) => recordGaps.label(gap).toLowerCase()).join(', ou ')}`,
    commune === null ? '' : (names.commune(commune) ?? 'commune disparue'),
    theme === null ? '' : (names.theme(theme) ?? 'thème disparu'),
    unverifiedMonths === null ? '' : `pas vérifiée depuis ${unverifiedMonths} mois`,
    printedOnly ? 'imprimée' : '',
  ];
  return typography(parts.filter(Boolean).join(' · '));
}
