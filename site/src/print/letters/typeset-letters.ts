/** Setting the letters with Typst. */
import { typesetPlain } from '../plain-document.ts';
import { qrCode, qrSvg } from '../qr-codes.ts';
import type { LetterPages } from './letter-data.ts';
import { failures } from './texts.ts';

const BLACK = '#000000';

/**
 * @param links of the letters, in their order: what each code says
 * @returns a tagged PDF (PDF/UA-1), one page for each letter
 * @throws {TypesettingFailed}
 */
export const typesetLetters = (pages: LetterPages, links: readonly string[]): { pdf: Buffer; pages: number } =>
  typesetPlain({
    folder: import.meta.dirname,
    template: 'letters.typ',
    files: {
      'letters.json': JSON.stringify(pages),
      ...Object.fromEntries(links.map((link, index) => [`code-${index}.svg`, qrSvg(qrCode(link), BLACK)])),
    },
    failed: failures.typesetting,
  });
