/** Setting the letters with Typst, in this process, with the typefaces of the booklet. */
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFonts } from '../fonts.ts';
import { qrCode, qrSvg } from '../qr-codes.ts';
import { describeFault, TypesettingFailed } from '../typst-compiler.ts';
import type { LetterPages } from './letter-data.ts';
import { failures } from './texts.ts';

const SHOWN_FAULTS = 3;
const BLACK = '#000000';

/**
 * @param links of the letters, in their order: what each code says
 * @returns a tagged PDF (PDF/UA-1), one page for each letter
 * @throws {TypesettingFailed}
 */
export function typesetLetters(pages: LetterPages, links: readonly string[]): { pdf: Buffer; pages: number } {
  const folder = import.meta.dirname;
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: readFonts() }] });
  compiler.mapShadow(join(folder, 'letters.json'), Buffer.from(JSON.stringify(pages)));
  links.forEach((link, index) => {
    compiler.mapShadow(join(folder, `code-${index}.svg`), qrSvg(qrCode(link), BLACK));
  });
  const compilation = compiler.compile({ mainFilePath: join(folder, 'letters.typ') });
  const document = compilation.result;
  if (document === null) {
    const error = compilation.takeDiagnostics();
    const faults = error === null ? [] : compiler.fetchDiagnostics(error).map(describeFault);
    throw new TypesettingFailed(failures.typesetting(faults.slice(0, SHOWN_FAULTS).join(' ; ')));
  }
  try {
    return { pdf: compiler.pdf(document, { pdfStandard: 'ua-1', pdfTags: true }), pages: document.numOfPages };
  } catch (cause) {
    throw new TypesettingFailed(failures.typesetting(String(cause).slice(0, 300)), { cause });
  }
}
