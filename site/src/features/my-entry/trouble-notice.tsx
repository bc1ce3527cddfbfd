import { entryFieldLabels, type EntryField } from '@trame/cms/domain/entry/fields';
import { typography } from '@trame/cms/domain/french';
import type { Refused } from '../service/client.ts';
import { Notice, OfficeContact } from '../service/screen.tsx';
import { isFinal } from '../service/problem-screen.tsx';
import { words } from './words.ts';

/** What the last sending ended with, other than success. */
export type Trouble =
  | { readonly kind: 'refused'; readonly refused: Refused }
  | { readonly kind: 'moved'; readonly conflicts: readonly EntryField[] };

/** Fields by their names, for the middle of a sentence. */
export const namedFields = (fields: readonly EntryField[]): string =>
  typography(new Intl.ListFormat('fr').format(fields.map((field) => `« ${entryFieldLabels[field]} »`)));

/** Says what went wrong and what becomes of what was typed; a link that no longer opens comes with whom to call. */
export function TroubleNotice({ trouble }: { trouble: Trouble | null }) {
  if (trouble === null) return null;
  if (trouble.kind === 'moved') {
    return (
      <Notice alert title={words.review.conflictTitle}>
        <p>{words.review.conflict}</p>
        {trouble.conflicts.length > 0 && <p>{words.review.conflictFields(namedFields(trouble.conflicts))}</p>}
      </Notice>
    );
  }
  const { code, message } = trouble.refused;
  return (
    <Notice alert title={words.review.failed}>
      <p>{message}</p>
      {isFinal(code) && (
        <>
          <p>{words.review.link}</p>
          <OfficeContact />
        </>
      )}
    </Notice>
  );
}
