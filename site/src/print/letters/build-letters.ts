/** The letters of a campaign on paper: export → data → PDF. */
import type { LettersExport } from '@trame/cms/domain/contract/press/letters';
import { readCoverage } from '../glyph-coverage.ts';
import { createSafeText } from '../safe-text.ts';
import { collectWarnings, type PrintWarning } from '../warnings.ts';
import { inPostalOrder, letterPages } from './letter-data.ts';
import { typesetLetters } from './typeset-letters.ts';

export interface BuiltLetters {
  readonly pdf: Buffer;
  /** As many as there are letters. */
  readonly pages: number;
  /** What could not be printed as it stands. */
  readonly warnings: readonly PrintWarning[];
}

/** @throws {TypesettingFailed} with a French message */
export function buildLetters(source: LettersExport): BuiltLetters {
  const { warn, warnings } = collectWarnings();
  const safe = createSafeText({ covers: readCoverage(), warn });
  const links = inPostalOrder(source.letters).map(({ link }) => link);
  return { ...typesetLetters(letterPages(source, safe), links), warnings: warnings() };
}
