/** Setting the booklet with Typst, in this process: no browser, no font or program of the machine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Booklet } from './booklet.ts';
import { readFonts } from './fonts.ts';
import type { Output } from './outputs.ts';

const templateFolder = join(import.meta.dirname, 'template');
const SHOWN_FAULTS = 3;

/** The booklet could not be set. The message is French and ends in front of an editor; `cause` is for whoever repairs the template. */
export class TypesettingFailed extends Error {
  override readonly name = 'TypesettingFailed';
}

export interface Typeset {
  readonly pdf: Buffer;
  readonly pages: number;
}

/**
 * @param pictures path of a converted picture by hash of its original
 * @throws {TypesettingFailed} when Typst refuses the booklet, or the booklet does not keep to the output's standard
 */
export function typeset(booklet: Booklet, pictures: ReadonlyMap<string, string>, output: Output): Typeset {
  const compiler = NodeCompiler.create({ workspace: templateFolder, fontArgs: [{ fontBlobs: readFonts() }] });
  const inTemplate = (name: string) => join(templateFolder, name);

  const names = new Map([...pictures.keys()].map((hash, index) => [hash, `picture-${index}.jpg`]));
  for (const [hash, path] of pictures) compiler.mapShadow(inTemplate(names.get(hash) ?? ''), readFileSync(path));
  const data = { ...booklet, pictures: Object.fromEntries(names) };
  compiler.mapShadow(inTemplate('booklet.json'), Buffer.from(JSON.stringify(data)));

  const compilation = compiler.compile({ mainFilePath: inTemplate('annuaire.typ') });
  const document = compilation.result;
  if (document === null) {
    const error = compilation.takeDiagnostics();
    const faults = error === null ? [] : compiler.fetchDiagnostics(error).map(describeFault);
    throw new TypesettingFailed(
      `L’annuaire n’a pas pu être mis en page : ${faults.slice(0, SHOWN_FAULTS).join(' ; ')}`,
    );
  }
  try {
    const pdf = compiler.pdf(document, { pdfStandard: output.pdfStandard, pdfTags: output.tagged });
    return { pdf, pages: document.numOfPages };
  } catch (cause) {
    const faults = [...String(cause).matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message]) => message);
    const said = faults.length === 0 ? String(cause) : faults.slice(0, SHOWN_FAULTS).join(' ; ');
    throw new TypesettingFailed(`L’annuaire ne respecte pas la norme ${output.pdfStandard} : ${said}`, { cause });
  }
}

/** A diagnostic quotes the whole source it stands in: only its message and place are kept. */
function describeFault(fault: unknown): string {
  const { message, path } = fault as { message?: unknown; path?: unknown };
  return `${String(message).slice(0, 200)}${typeof path === 'string' ? ` (${path})` : ''}`;
}
