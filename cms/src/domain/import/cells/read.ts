/** What a reader of cells gives: what it understood, what it noticed, and what it could not read. */

export interface CellReading<Value> {
  readonly value: Value;
  /** French: what was supposed, so that somebody can look. */
  readonly remarks: readonly string[];
  /** French: what could not be read, and how to mend it; null when everything was. */
  readonly fault: string | null;
}

export const understood = <Value>(value: Value, ...remarks: string[]): CellReading<Value> => ({
  value,
  remarks,
  fault: null,
});

export const notUnderstood = <Value>(value: Value, fault: string): CellReading<Value> => ({
  value,
  remarks: [],
  fault,
});
