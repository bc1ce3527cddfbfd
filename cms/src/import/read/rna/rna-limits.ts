/** How much of a file of the register is read: it may be far larger than a list of an office, since only the territory of it is kept. */
export const rnaLimits = {
  /** The ministry's ZIP of the whole country is some 300 MB. */
  fileBytes: 1_000_000_000,
  /** Of the files of a ZIP that are read together, as they come out: the largest département has some 70 MB, and 100 are read in ten seconds. */
  inflatedBytes: 100_000_000,
  rows: 1_500_000,
  /** Associations of the territory. */
  kept: 60_000,
  /** Characters of one row: the longest object that was seen has 2,304. */
  rowLength: 100_000,
  /** Of the directory of a ZIP: one file a département, twice. */
  zipEntries: 2_000,
  heapMegabytes: 160,
  answerBytes: 200_000_000,
} as const;

/** From the start of the reading process to its answer: while an editor waits, and where nobody does. */
export const rnaPatience = { waiting: 20_000, alone: 180_000 } as const;
