/** What the setting of the booklet had to mend, for the editor who can mend it at the source. */
export interface PrintWarning {
  /** The record as an editor knows it: "Association « Judo club »". */
  readonly record: string;
  /** One sentence in French: what was found, and what was done about it. */
  readonly message: string;
}

export type Warn = (warning: PrintWarning) => void;

/** Gathers warnings; the same one about the same record counts once. */
export function collectWarnings(): { warn: Warn; warnings: () => PrintWarning[] } {
  const seen = new Map<string, PrintWarning>();
  return {
    warn: (warning) => void seen.set(`${warning.record}\n${warning.message}`, warning),
    warnings: () => [...seen.values()],
  };
}

/** "Association « Judo club » : le résumé …" */
export function formatWarning({ record, message }: PrintWarning): string {
  return `${record} : ${message}`;
}
