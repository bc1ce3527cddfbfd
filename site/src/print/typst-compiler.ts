/** Setting the booklet with Typst, in this process: no browser, no font or program of the machine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Booklet, Entry } from './booklet.ts';
import { readFonts } from './fonts.ts';
import type { Output } from './outputs.ts';
import { ADVERTISEMENT_GAP, pageMetrics, pictureBox, pictureUses } from './picture-boxes.ts';
import type { PlacedCode } from './press/codes.ts';
import { qrCode, qrSvg, type QrCode } from './qr-codes.ts';

export const templateFolder = join(import.meta.dirname, 'template');
const SHOWN_FAULTS = 3;

/** The booklet could not be set. The message is French and ends in front of an editor; `cause` is for whoever repairs the template. */
export class TypesettingFailed extends Error {
  override readonly name = 'TypesettingFailed';
}

export interface Typeset {
  readonly pdf: Buffer;
  readonly pages: number;
  /** First page of each entry, by the association's slug. */
  readonly entryPages: Readonly<Record<string, number>>;
  /** Pages of notes that bring the count to a multiple of four. */
  readonly notesPages: number;
  /** Slugs of entries that are taller than a page, and run over it. */
  readonly overset: readonly string[];
  /** Codes that finishing draws; none for a screen, where they are pictures. */
  readonly codes: readonly PlacedCode[];
}

/** A file without pages that are numbered: the cover sheet. */
export interface CoverSheet {
  readonly pdf: Buffer;
}

/** Of an entry once set, in points: as a card in a column, and over the whole width when no column holds the card. */
export interface EntryHeights {
  readonly card: number | null;
  readonly wide: number | null;
}

/**
 * Sets every entry alone, and says how tall it is (`entry-heights.ts` asks for those that it does not know).
 * @throws {TypesettingFailed} when Typst refuses an entry
 */
export function measureEntries(
  booklet: Booklet,
  pictures: ReadonlyMap<string, string>,
  output: Output,
): (EntryHeights & { readonly number: number })[] {
  const compiler = compilerFor(booklet, pictures, output);
  const document = compile(compiler, 'heights.typ');
  const byChapter = compiler.query(document, { selector: '<heights>', field: 'value' }) as ReturnType<
    typeof measureEntries
  >[];
  return byChapter.flat();
}

const byNumber = (measured: ReturnType<typeof measureEntries>): Record<string, EntryHeights> =>
  Object.fromEntries(measured.map(({ number, ...heights }) => [String(number), heights]));

/**
 * @param pictures path of a converted picture by its key (`pictureKey`)
 * @param heights of the entries by rank, as `entryHeights` knows them; measured when absent
 * @throws {TypesettingFailed} when Typst refuses the booklet, or the booklet does not keep to the output's standard
 */
export function typeset(
  booklet: Booklet,
  pictures: ReadonlyMap<string, string>,
  output: Output,
  heights: Readonly<Record<string, EntryHeights>> = byNumber(measureEntries(booklet, pictures, output)),
): Typeset {
  const compiler = compilerFor(booklet, pictures, output, { heights });
  const document = compile(compiler, 'annuaire.typ');
  const [report] = compiler.query(document, { selector: '<report>', field: 'value' }) as [LayoutReport];
  const slugs = new Map(booklet.chapters.flatMap(({ entries }) => entries.map(({ number, slug }) => [number, slug])));
  return {
    pdf: exported(compiler, document, output),
    pages: document.numOfPages,
    entryPages: Object.fromEntries(report.entries.map(({ number, page }) => [slugs.get(number) ?? '', page])),
    notesPages: report.notesPages,
    overset: report.overset.map((number) => slugs.get(number) ?? ''),
    codes: placedCodes(booklet, report.codes),
  };
}

/**
 * The cover of a perfect-bound booklet on one sheet: back, spine, front.
 * @param spineMm thickness of the booklet; its title stands on it from 4 mm on
 * @throws {TypesettingFailed}
 */
export function typesetCoverSheet(
  booklet: Booklet,
  pictures: ReadonlyMap<string, string>,
  output: Output,
  { spineMm }: { spineMm: number },
): CoverSheet {
  const compiler = compilerFor(booklet, pictures, output, { spine: spineMm });
  return { pdf: exported(compiler, compile(compiler, 'cover-sheet.typ'), output) };
}

/**
 * One entry as it is printed, alone on a page cut to it: what an association sees before the edition is frozen.
 * @param entry of the booklet's chapters
 * @returns an SVG, its size in points; letters are shapes, so that it needs no font
 * @throws {TypesettingFailed}
 */
export function typesetEntry(
  booklet: Booklet,
  entry: Pick<Entry, 'number'>,
  pictures: ReadonlyMap<string, string>,
  output: Output,
): { svg: string } {
  const chapter = booklet.chapters.find(({ entries }) => entries.some(({ number }) => number === entry.number));
  const alone =
    chapter === undefined
      ? []
      : [{ ...chapter, entries: chapter.entries.filter(({ number }) => number === entry.number) }];
  const compiler = compilerFor(
    {
      ...booklet,
      chapters: alone,
      agenda: [],
      plans: [],
      articles: [],
      alphabeticalIndex: [],
      communeIndex: [],
      activityIndex: [],
    },
    pictures,
    output,
  );
  return { svg: compiler.plainSvg(compile(compiler, 'entry-proof.typ')) };
}

/** What the template says of the pages it made (`report.typ`). */
interface LayoutReport {
  readonly entries: readonly { readonly number: number; readonly page: number }[];
  readonly notesPages: number;
  readonly overset: readonly number[];
  /** Upper left corners, in points from that of the sheet. */
  readonly codes: readonly { readonly number: number; readonly page: number; readonly x: number; readonly y: number }[];
}

const inTemplate = (name: string) => join(templateFolder, name);

/** The code of each entry that has one, by its rank. */
function codesOf(booklet: Booklet): Map<number, QrCode> {
  const entries = booklet.chapters.flatMap((chapter) => chapter.entries);
  return new Map(entries.flatMap(({ number, living }) => (living === null ? [] : [[number, qrCode(living.href)]])));
}

/** Side of a module, in points: what `output.typ` keeps room for. */
const MODULE_PT = (0.37 * 72) / 25.4;

/** Where the pages keep room for codes. */
function placedCodes(booklet: Booklet, places: LayoutReport['codes']): PlacedCode[] {
  const codes = codesOf(booklet);
  return places.flatMap(({ number, page, x, y }) => {
    const code = codes.get(number);
    return code === undefined ? [] : [{ page, x, y, module: MODULE_PT, code }];
  });
}

/** A compiler that has the template, the booklet, its pictures and codes, and what differs from one output to another. */
function compilerFor(
  booklet: Booklet,
  pictures: ReadonlyMap<string, string>,
  output: Output,
  more: { readonly spine?: number; readonly heights?: Readonly<Record<string, EntryHeights>> } = {},
): NodeCompiler {
  const compiler = NodeCompiler.create({ workspace: templateFolder, fontArgs: [{ fontBlobs: readFonts() }] });
  const give = (name: string, content: Buffer) => compiler.mapShadow(inTemplate(name), content);

  const names = new Map([...pictures.keys()].map((key, index) => [key, `picture-${index}.jpg`]));
  for (const [key, path] of pictures) give(names.get(key) ?? '', readFileSync(path));
  give(
    'booklet.json',
    Buffer.from(JSON.stringify({ ...booklet, pictures: Object.fromEntries(names), heights: more.heights ?? {} })),
  );

  const { mode, trim, neutrals } = output.sheet;
  const codes = codesOf(booklet);
  if (mode === 'screen') for (const [number, code] of codes) give(`code-${number}.svg`, qrSvg(code, neutrals.black));
  const codeSizes = Object.fromEntries([...codes].map(([number, { size }]) => [number, size]));

  const metrics = pageMetrics(trim);
  const boxes = Object.fromEntries(pictureUses.map((use) => [use, pictureBox(use, output.sheet)]));
  give(
    'output.json',
    Buffer.from(
      JSON.stringify({
        ...output.sheet,
        metrics,
        boxes,
        codes: codeSizes,
        advertisementGap: ADVERTISEMENT_GAP,
        spine: more.spine ?? 0,
      }),
    ),
  );
  return compiler;
}

function compile(compiler: NodeCompiler, mainFile: string): NodeTypstDocument {
  const compilation = compiler.compile({ mainFilePath: inTemplate(mainFile) });
  const document = compilation.result;
  if (document !== null) return document;
  const error = compilation.takeDiagnostics();
  const all = error === null ? [] : compiler.fetchDiagnostics(error).map(describeFault);
  // A part that failed leaves the labels in it unknown to the rest: what failed is said first.
  const faults = [...all].sort((a, b) => Number(a.startsWith('label ')) - Number(b.startsWith('label ')));
  throw new TypesettingFailed(`L’annuaire n’a pas pu être mis en page : ${faults.slice(0, SHOWN_FAULTS).join(' ; ')}`);
}

function exported(compiler: NodeCompiler, document: NodeTypstDocument, output: Output): Buffer {
  try {
    return compiler.pdf(document, { pdfStandard: output.pdfStandard, pdfTags: output.tagged });
  } catch (cause) {
    const faults = [...String(cause).matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message]) => message);
    const said = faults.length === 0 ? String(cause) : faults.slice(0, SHOWN_FAULTS).join(' ; ');
    throw new TypesettingFailed(`L’annuaire ne respecte pas la norme ${output.pdfStandard} : ${said}`, { cause });
  }
}

/** A diagnostic quotes the whole source it stands in: only its message and place are kept. */
export function describeFault(fault: unknown): string {
  const { message, path } = fault as { message?: unknown; path?: unknown };
  return `${String(message).slice(0, 200)}${typeof path === 'string' ? ` (${path})` : ''}`;
}
