/** Setting a document of its own with Typst, in this process, with the typefaces of the booklet: letters, labels, sheets. */
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFonts } from './fonts.ts';
import { describeFault, TypesettingFailed } from './typst-compiler.ts';

const SHOWN_FAULTS = 3;

export interface PlainDocument {
  /** Absolute: where the template stands. */
  readonly folder: string;
  /** The template, in that folder. */
  readonly template: string;
  /** What the template reads, by its name. */
  readonly files: Readonly<Record<string, string | Buffer>>;
  /** The French sentence of a failure. */
  readonly failed: (faults: string) => string;
}

/**
 * @returns a tagged PDF (PDF/UA-1)
 * @throws {TypesettingFailed} with a French message
 */
export function typesetPlain({ folder, template, files, failed }: PlainDocument): { pdf: Buffer; pages: number } {
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: readFonts() }] });
  for (const [name, content] of Object.entries(files)) compiler.mapShadow(join(folder, name), Buffer.from(content));
  const compilation = compiler.compile({ mainFilePath: join(folder, template) });
  const document = compilation.result;
  if (document === null) {
    const error = compilation.takeDiagnostics();
    const faults = error === null ? [] : compiler.fetchDiagnostics(error).map(describeFault);
    throw new TypesettingFailed(failed(faults.slice(0, SHOWN_FAULTS).join(' ; ')));
  }
  try {
    return { pdf: compiler.pdf(document, { pdfStandard: 'ua-1', pdfTags: true }), pages: document.numOfPages };
  } catch (cause) {
    throw new TypesettingFailed(failed(String(cause).slice(0, 300)), { cause });
  }
}
