import { parseSiret } from '../../domain/siret.ts';
import { wellFormed } from '../engine/well-formed.ts';

export const sirets = wellFormed(
  [
    { uid: 'api::association.association', field: 'siret' },
    { uid: 'api::legal.legal', field: 'publisherSiret' },
  ],
  parseSiret,
);
