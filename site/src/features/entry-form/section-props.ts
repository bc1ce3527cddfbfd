import type { EntryChoices } from '@trame/cms/domain/contract/associations/my-entry';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import type { EntryNames } from '@trame/cms/domain/entry/entry-in-words';

/** What every section of the form is given. */
export interface SectionProps {
  readonly entry: EntryForm;
  readonly change: (part: Partial<EntryForm>) => void;
  readonly choices: EntryChoices;
  readonly names: EntryNames;
}
