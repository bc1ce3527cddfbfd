/** Labels and sheets of a list: export → data → PDF. */
import type { LabelsExport, RecordSheet, SheetsExport } from '@trame/cms/domain/contract/press/lists';
import { labelSheets, placeOfLabel } from '@trame/cms/domain/label-sheets';
import { shortenedForPrint } from '@trame/cms/domain/print-length';
import { readCoverage } from '../glyph-coverage.ts';
import { typesetPlain } from '../plain-document.ts';
import { createSafeText, type SafeText } from '../safe-text.ts';
import { collectWarnings } from '../warnings.ts';
import { failures, listFields, listTexts } from './texts.ts';

export interface BuiltList {
  readonly pdf: Buffer;
  readonly pages: number;
}

/** What could not be printed of a text is left out: an editor sees it on the page, and no report goes with one. */
const safeText = (): SafeText => createSafeText({ covers: readCoverage(), warn: collectWarnings().warn });

const lineOf =
  (safe: SafeText, field: string, most: number) =>
  (text: string): string[] => {
    const line = safe.line(shortenedForPrint(text, most), { record: field, field });
    return line === null ? [] : [line];
  };

/** Characters of a line of an envelope are few; of anything else, cut here. */
const MOST_LABEL_LINE = 80;

/**
 * Labels, each where the maker cut it.
 * @throws {TypesettingFailed} with a French message
 */
export function buildLabels({ sheet, first, labels }: LabelsExport): BuiltList {
  const line = lineOf(safeText(), listFields.label, MOST_LABEL_LINE);
  const { width, height, inset } = labelSheets[sheet];
  // One of which nothing can be printed takes no label.
  const printed = labels.map((lines) => lines.flatMap(line)).filter((lines) => lines.length > 0);
  const placed = printed.map((lines, rank) => ({ ...placeOfLabel(sheet, rank, first), lines }));
  const pages: (typeof placed)[] = [];
  for (const label of placed) (pages[label.page] ??= []).push(label);
  return typesetPlain({
    folder: import.meta.dirname,
    template: 'labels.typ',
    files: {
      'labels.json': JSON.stringify({ title: listTexts.labelsTitle(labels.length), width, height, inset, pages }),
    },
    failed: failures.labels,
  });
}

/** Characters of one line of a sheet, lines of one row, rows of one section: what a page could hold at most. */
const MOST = { line: 900, lines: 14, title: 160, rows: 40 };

function sheetData(sheet: RecordSheet, safe: SafeText) {
  const [line, title] = [lineOf(safe, listFields.sheet, MOST.line), lineOf(safe, listFields.sheet, MOST.title)];
  return {
    title: title(sheet.title)[0] ?? '…',
    subtitle: sheet.subtitle === null ? null : (title(sheet.subtitle)[0] ?? null),
    state: sheet.state === null ? null : (title(sheet.state)[0] ?? null),
    sections: sheet.sections.flatMap((section) => {
      const rows = section.rows.slice(0, MOST.rows).flatMap(({ label, lines }) => {
        const said = lines.slice(0, MOST.lines).flatMap(line);
        return said.length === 0 ? [] : [{ label, lines: said }];
      });
      return rows.length === 0 ? [] : [{ title: section.title, rows }];
    }),
  };
}

/**
 * A page for each association.
 * @throws {TypesettingFailed} with a French message
 */
export function buildSheets({ office, madeOn, audience, sheets }: SheetsExport): BuiltList {
  const safe = safeText();
  return typesetPlain({
    folder: import.meta.dirname,
    template: 'sheets.typ',
    files: {
      'sheets.json': JSON.stringify({
        title: listTexts.sheetsTitle(sheets.length),
        office,
        foot: listTexts.foot(office, madeOn),
        audience,
        more: listTexts.more,
        sheets: sheets.map((sheet, index) => ({
          ...sheetData(sheet, safe),
          page: sheets.length === 1 ? null : listTexts.page(index + 1, sheets.length),
        })),
      }),
    },
    failed: failures.sheets,
  });
}
