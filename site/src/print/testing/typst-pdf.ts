/** A few lines of Typst, set as a PDF: what tests of the press make their pages of. */
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFonts } from '../fonts.ts';

/** @param standard "1.6" for PDF/X-4, "1.4" for PDF/X-1a; never tagged, as a press file is not */
export function setInTypst(source: string, standard: string, files: Readonly<Record<string, Buffer>> = {}): Buffer {
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: readFonts() }] });
  for (const [name, bytes] of Object.entries(files)) compiler.mapShadow(join(import.meta.dirname, name), bytes);
  return compiler.pdf(
    { mainFileContent: `#set text(font: "Source Sans 3")\n${source}` },
    { pdfStandard: standard, pdfTags: false },
  );
}
