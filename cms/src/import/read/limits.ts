/** How much is read, and with how much: a directory of 1,200 entries is far below each of them. */
export const limits = {
  fileBytes: 20_000_000,
  /** Of all the files in a ZIP together, as they come out: sizes that its headers tell are not believed. */
  inflatedBytes: 100_000_000,
  /** Of the parts of a workbook that hold cells: SheetJS needs about ten times as much memory. */
  partsBytes: 40_000_000,
  zipEntries: 2_000,
  /** With text. */
  rows: 50_000,
  columns: 300,
  sheets: 20,
  /** Characters, as Excel has it: a text of which one cell is all, and longer, is no table. */
  onlyCell: 32_767,
  /** Places of rows up to their last text, of a whole workbook: 50,000 rows of 40 columns. */
  cells: 2_000_000,
  /** From the start of the reading process to its answer; the caller's own work comes on top, ten seconds in all. */
  milliseconds: 8_500,
  /** JavaScript heap of the reading process; its buffers (the file, what is inflated) come on top. */
  heapMegabytes: 256,
  /** Of the answer as JSON. */
  answerBytes: 200_000_000,
} as const;
