import type { KeptDeclaration } from '../../domain/stored/proposals.ts';
import type { Submission } from './submission-store.ts';

/** What a declaration says besides the entry; nothing is known of one whose details were erased after their time. */
export const declarationOf = ({ details }: Pick<Submission, 'details'>): KeptDeclaration =>
  (details as KeptDeclaration | null) ?? { rnaId: '', legalForm: null };
