/** What is known of the booklet that a release holds: it may be of an earlier content than the pages (decision 0083). */
import { BOOKLET_ADDRESS } from '@trame/cms/domain/contract/site/release-status';
import { z } from 'zod';

/** Under it the booklet lies in a release. */
export const BOOKLET_FILE = BOOKLET_ADDRESS.slice(1);

export const BookletRecord = z.object({
  /** The release that it was made for: the content of that one is what it shows. */
  release: z.string().min(1),
  contentVersion: z.string().min(1),
  /** Instant, ISO 8601. */
  builtAt: z.string().min(1),
  /** The last line of the register of suppressions that it honours; null when that is not known. */
  register: z.uuid().nullable(),
});
export type BookletRecord = z.infer<typeof BookletRecord>;

/** A release, as far as its booklet is concerned. */
interface OfRelease {
  readonly id: string;
  readonly contentVersion: string;
  readonly builtAt: string;
  readonly register: string | null;
}

/** The booklet of a release that is made together with its pages; also of one whose record, of before, does not speak of it. */
export const ownBooklet = ({ id, contentVersion, builtAt, register }: OfRelease): BookletRecord => ({
  release: id,
  contentVersion,
  builtAt,
  register,
});

/** Whether the release holds no booklet, or one of an earlier content. */
export const isBehind = ({ id, booklet }: { id: string; booklet: BookletRecord | null }): boolean =>
  booklet?.release !== id;

/** Without releases that another one stands for, of the same content and with its booklet made: nobody goes back to them. */
export function withoutCompleted<Record extends { readonly id: string; readonly completes: string | null }>(
  records: readonly Record[],
): Record[] {
  const completed = new Set(records.map(({ completes }) => completes));
  return records.filter(({ id }) => !completed.has(id));
}
