import { parseRnaId } from '../../domain/rna.ts';
import { wellFormed } from '../engine/well-formed.ts';

export const rnaIds = wellFormed([{ uid: 'api::association.association', field: 'rnaId' }], parseRnaId);
