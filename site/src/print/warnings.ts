/** What the setting of the booklet had to mend, for the editor who can mend it at the source. */
import type { PrintNotice } from '@trame/cms/domain/contract/press/print-report';

/** A notice of the report before the page where it shows is known. */
export type PrintWarning = Omit<PrintNotice, 'page'>;

/** `kind` says what happened to the record; what is said without one is `other`. */
export type Warn = (warning: {
  readonly record: string;
  readonly message: string;
  readonly kind?: PrintWarning['kind'];
  readonly association?: string | null;
}) => void;

/** Gathers warnings; the same one about the same record counts once. */
export function collectWarnings(): { warn: Warn; warnings: () => PrintWarning[] } {
  const seen = new Map<string, PrintWarning>();
  return {
    warn: ({ record, message, kind = 'other', association = null }) =>
      void seen.set(`${record}\n${message}`, { kind, record, association, message }),
    warnings: () => [...seen.values()],
  };
}

/** "Association « Judo club » : le résumé …" */
export function formatWarning({ record, message }: Pick<PrintWarning, 'record' | 'message'>): string {
  return `${record} : ${message}`;
}
