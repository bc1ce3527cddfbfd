/**
 * An edition, from its export to the folder that a print shop gets: booklet, files for the press, package for another layout
 * program, preflight, report.
 */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Association } from '@trame/cms/domain/contract/site/association';
import type { Edition, PrintExport } from '@trame/cms/domain/contract/press/edition';
import {
  PRINT_REPORT_FORMAT,
  PrintReport,
  type PrintCheck,
  type PrintedFile,
  type PrintNotice,
} from '@trame/cms/domain/contract/press/print-report';
import { twinsAmong, type Twin } from '@trame/cms/domain/twins';
import { indexContent } from '../content/index-content.ts';
import { bookletData } from './booklet-data.ts';
import type { Booklet } from './booklet.ts';
import { entryHeights } from './entry-heights.ts';
import { readCoverage } from './glyph-coverage.ts';
import { convertPictures, wantedPictures, type OriginalFile } from './images.ts';
import { writeLayoutPackage } from './layout-package/layout-package.ts';
import { coverGeometry, pressGeometry, pressOutput } from './outputs.ts';
import { bookletColours } from './palette.ts';
import { preflight } from './preflight/preflight.ts';
import type { Expectation } from './preflight/expectation.ts';
import { finishPressFile } from './press/finish.ts';
import type { PressGeometry } from './press/press-file.ts';
import { inksOf } from './press/inks.ts';
import { pressProfile, type PressProfile } from './press/profile.ts';
import { editionChanges } from './report/edition-changes.ts';
import { mergeChecks, ownChecks } from './report/own-checks.ts';
import { reportPage } from './report/report-page.ts';
import { fileLabels, noticeTexts } from './report/texts.ts';
import { createSafeText } from './safe-text.ts';
import { selectEntries } from './select-entries.ts';
import { records } from './texts.ts';
import { typeset, typesetCoverSheet, type Typeset } from './typst-compiler.ts';
import { collectWarnings } from './warnings.ts';

export interface PrintEditionOptions {
  readonly printExport: PrintExport;
  /** SHA-256 of the export's bytes, as whoever fetched it knows it; without it, of what it would be written as here. */
  readonly content?: string;
  /** Exists, and holds no file of a printing. */
  readonly folder: string;
  readonly cacheDir: string;
  /** Instant, ISO 8601: events that ended before that day are left out. */
  readonly printedAt: string;
  readonly siteUrl: string;
  readonly originalFile: OriginalFile;
  /** The printer's ICC profile on disk; null for the one that comes with Trame. */
  readonly profileFile: string | null;
  /** What the edition before was printed from; null when there was none, `unreadable` when its export cannot be read. */
  readonly previous: PrintExport | 'unreadable' | null;
}

/** A press file, finished and looked at. */
interface CheckedFile {
  readonly name: string;
  readonly label: string;
  readonly pages: number;
  readonly checks: readonly PrintCheck[];
}

/**
 * Prints the edition into the folder: `livret.pdf` when it is stitched, else `interieur.pdf` and `couverture.pdf`; then
 * `mise-en-page.zip`, `rapport.json`, `rapport.html`. A check that fails is in the report; the files are there all the same,
 * to be looked at.
 *
 * @throws {TypesettingFailed | ProfileRefused} in French, when there is nothing to look at
 */
export async function printEdition(options: PrintEditionOptions): Promise<PrintReport> {
  const { printExport, folder, cacheDir, printedAt, siteUrl, originalFile } = options;
  const { edition, content } = printExport;
  const { warn, warnings } = collectWarnings();

  const profile = await pressProfile({ file: options.profileFile, cacheDir });
  const safe = createSafeText({ covers: readCoverage(), warn });
  const booklet = bookletData(content, { safe, warn, builtAt: printedAt, siteUrl, edition });
  const output = pressOutput({ edition, profile, inks: await inksOf(bookletColours(booklet), profile) });
  const pictures = await convertPictures(wantedPictures(content, edition), { output, cacheDir, originalFile, warn });

  const press = pressRoom({ folder, edition, booklet, profile, printedAt });
  const set = typeset(booklet, pictures, output, await entryHeights(booklet, pictures, output, cacheDir));
  const stitched = edition.binding === 'agrafé';
  const spineMm = stitched ? null : spineOf(set.pages, edition.interiorPaper);
  const pressFiles =
    spineMm === null
      ? [await press('livret.pdf', fileLabels.booklet, set, pressGeometry(edition), 4)]
      : [
          await press('interieur.pdf', fileLabels.interior, set, pressGeometry(edition), 4),
          await press(
            'couverture.pdf',
            fileLabels.cover,
            { pdf: typesetCoverSheet(booklet, pictures, output, { spineMm }).pdf, pages: 1 },
            coverGeometry(edition, spineMm),
            1,
          ),
        ];
  await writeLayoutPackage(printExport, { booklet, originalFile, out: join(folder, LAYOUT_PACKAGE) });

  const selected = selectEntries(indexContent(content), edition);
  const twins = twinsAmong(selected);
  const previous = options.previous === 'unreadable' ? null : options.previous;
  const notices = [
    ...(options.previous === 'unreadable' ? [unreadablePrevious] : []),
    ...noticesOf(warnings(), selected, set, twins),
  ];
  const report: PrintReport = {
    format: PRINT_REPORT_FORMAT,
    edition: { id: edition.id, year: edition.year, title: edition.title },
    printedAt,
    content: options.content ?? sha256(JSON.stringify(printExport)),
    software: softwareVersions(),
    standard: edition.pdfStandard,
    profile: profile.name,
    files: await Promise.all([
      ...pressFiles.map(({ name, label, pages }) => printedFile(folder, name, label, pages)),
      printedFile(folder, LAYOUT_PACKAGE, fileLabels.layoutPackage, null),
    ]),
    pages: set.pages,
    entries: Object.keys(set.entryPages).length,
    notesPages: set.notesPages,
    spineMm,
    entryPages: { ...set.entryPages },
    checks: [
      ...mergeChecks(pressFiles),
      ...ownChecks({
        binding: edition.binding,
        pages: set.pages,
        spineMm,
        selected,
        entryPages: set.entryPages,
        notices,
        twins: twins.map(({ entries: [one, other] }) => records.twins(one.name, other.name)),
        overset: selected.filter(({ slug }) => set.overset.includes(slug)).map(({ name }) => records.association(name)),
      }),
    ],
    notices,
    changes: editionChanges(printExport, previous),
  };
  await writeFile(join(folder, 'rapport.html'), reportPage(report));
  await writeFile(join(folder, 'rapport.json'), `${JSON.stringify(PrintReport.parse(report), null, 2)}\n`);
  return report;
}

const LAYOUT_PACKAGE = 'mise-en-page.zip';

/**
 * Thickness of a glued booklet's spine, in millimetres to a tenth: two pages a leaf, and a leaf is grammage × bulk ÷ 1000 thick
 * (g/m² × cm³/g = µm).
 */
export function spineOf(pages: number, { grammage, bulk }: Edition['interiorPaper']): number {
  return Math.max(0.1, Math.round(((pages / 2) * grammage * bulk) / 100) / 10);
}

/** Finishes, writes and looks at one file after the other: only one is in memory at a time. */
function pressRoom(room: {
  readonly folder: string;
  readonly edition: Edition;
  readonly booklet: Booklet;
  readonly profile: PressProfile;
  readonly printedAt: string;
}) {
  const { folder, edition, booklet, profile, printedAt } = room;
  return async (
    name: string,
    label: string,
    set: Pick<Typeset, 'pdf' | 'pages'> & Partial<Pick<Typeset, 'codes'>>,
    geometry: PressGeometry,
    pagesMultipleOf: Expectation['pagesMultipleOf'],
  ): Promise<CheckedFile> => {
    const finished = await finishPressFile(set.pdf, {
      standard: edition.pdfStandard,
      geometry,
      profile,
      title: `${booklet.title} ${booklet.season}`.trim(),
      author: booklet.author,
      language: 'fr-FR',
      date: new Date(printedAt),
      ...(set.codes === undefined ? {} : { codes: set.codes }),
    });
    await writeFile(join(folder, name), finished);
    const checks = await preflight(finished, {
      standard: edition.pdfStandard,
      trim: geometry.trim,
      bleedMm: geometry.bleedMm,
      marks: geometry.marks,
      profile,
      pagesMultipleOf,
      file: name,
    });
    return { name, label, pages: set.pages, checks };
  };
}

const unreadablePrevious: PrintNotice = {
  kind: 'other',
  record: records.previousEdition,
  association: null,
  message: noticeTexts.unreadablePrevious,
  page: null,
};

/** With the pages, known only now; entries without a contact, twins and entries that run over are notices too. In the order of the pages. */
function noticesOf(
  warnings: ReturnType<ReturnType<typeof collectWarnings>['warnings']>,
  selected: readonly Association[],
  set: Pick<Typeset, 'entryPages' | 'overset'>,
  twins: readonly Twin<(typeof selected)[number]>[],
): PrintNotice[] {
  const pageById = new Map(selected.map(({ id, slug }) => [id, set.entryPages[slug] ?? null]));
  const about = ({ id, name }: (typeof selected)[number], kind: PrintNotice['kind'], message: string) => ({
    kind,
    record: records.association(name),
    association: id,
    message,
  });
  const all = [
    ...warnings,
    ...selected
      .filter(({ contacts }) => contacts.length === 0)
      .map((one) => about(one, 'missing-consent', noticeTexts.missingConsent)),
    ...twins.map(({ entries: [one, other], why }) => about(one, 'other', noticeTexts.twin(other.name, why))),
    ...selected.filter(({ slug }) => set.overset.includes(slug)).map((one) => about(one, 'other', noticeTexts.overset)),
  ];
  return all
    .map((notice) => ({
      ...notice,
      page: notice.association === null ? null : (pageById.get(notice.association) ?? null),
    }))
    .sort((a, b) => (a.page ?? 0) - (b.page ?? 0));
}

async function printedFile(folder: string, name: string, label: string, pages: number | null): Promise<PrintedFile> {
  const path = join(folder, name);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return { name, label, bytes: (await stat(path)).size, sha256: hash.digest('hex'), pages };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function softwareVersions(): PrintReport['software'] {
  const require = createRequire(import.meta.url);
  const versionIn = (file: string) => (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  return {
    typst: `typst.ts ${versionIn(require.resolve('@myriaddreamin/typst-ts-node-compiler/package.json'))}`,
    trame: versionIn(join(import.meta.dirname, '../../package.json')),
  };
}
