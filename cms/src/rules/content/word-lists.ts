import { parseLines } from '../../domain/lines.ts';
import { wellFormed } from '../engine/well-formed.ts';

/** Words that people say and other names are a list: one a line, each once. */
export const wordLists = wellFormed(
  [
    { uid: 'api::theme.theme', field: 'words' },
    { uid: 'api::association.association', field: 'words' },
    { uid: 'api::commune.commune', field: 'otherNames' },
  ],
  parseLines,
);
