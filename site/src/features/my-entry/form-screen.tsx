import type { OpenedEntry } from '@trame/cms/domain/contract/associations/my-entry';
import type { EntryFault } from '@trame/cms/domain/entry/check-entry';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import { Screen } from '../service/screen.tsx';
import { CheckedForm } from '../entry-form/checked-form.tsx';
import type { LogoDoor } from '../entry-form/logo-field.tsx';
import { TroubleNotice, type Trouble } from './trouble-notice.tsx';
import { words } from './words.ts';

interface Props {
  readonly opened: OpenedEntry;
  readonly base: EntryForm;
  readonly entry: EntryForm;
  readonly onEntry: (entry: EntryForm) => void;
  readonly faults: readonly EntryFault[];
  readonly onFaults: (faults: readonly EntryFault[]) => void;
  readonly kept: boolean;
  readonly trouble: Trouble | null;
  readonly logo: LogoDoor;
  /** @param tidy what would be sent @param shown the same, as the form shows it */
  readonly onChecked: (tidy: EntryForm, shown: EntryForm) => void;
  readonly onBack: () => void;
}

export function FormScreen({ opened, trouble, ...form }: Props) {
  return (
    <Screen title={words.form.title} lead={words.form.lead}>
      <TroubleNotice trouble={trouble} />
      <CheckedForm {...form} choices={opened.choices} words={words.form} />
    </Screen>
  );
}
