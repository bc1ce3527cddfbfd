import { describe, expect, it } from 'vitest';
import { A4, labelSheetNames, labelSheets, labelsOnSheet, placeOfLabel } from './label-sheets.ts';

const rounded = ({ x, y, page }: ReturnType<typeof placeOfLabel>) => [
  page,
  Math.round(x * 10) / 10,
  Math.round(y * 10) / 10,
];

describe('a sheet of labels', () => {
  it('has its labels where the maker cuts them', () => {
    expect(labelSheetNames.map(labelsOnSheet)).toEqual([21, 14, 24]);
    // Published with the sheets: 7.2 and 15.1 mm, 4.6 and 15.1 mm, nothing and 0.5 mm.
    expect(labelSheetNames.map((name) => rounded(placeOfLabel(name, 0, 1)))).toEqual([
      [0, 7.2, 15.2],
      [0, 4.6, 15.2],
      [0, 0, 0.5],
    ]);
    expect(rounded(placeOfLabel('L7160', 1, 1))).toEqual([0, 73.3, 15.2]);
    expect(rounded(placeOfLabel('L7163', 13, 1))).toEqual([0, 106.3, 243.8]);
  });

  it('holds all of them on the paper', () => {
    for (const name of labelSheetNames)
      for (let rank = 0; rank < labelsOnSheet(name); rank += 1) {
        const { x, y, page } = placeOfLabel(name, rank, 1);
        expect(page).toBe(0);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x + labelSheets[name].width).toBeLessThanOrEqual(A4.width + 0.001);
        expect(y + labelSheets[name].height).toBeLessThanOrEqual(A4.height + 0.001);
      }
  });

  it('that was begun goes on where it was left', () => {
    expect(placeOfLabel('3474', 0, 24)).toEqual(placeOfLabel('3474', 23, 1));
    expect(placeOfLabel('3474', 1, 24)).toMatchObject({ page: 1, x: 0 });
  });
});
