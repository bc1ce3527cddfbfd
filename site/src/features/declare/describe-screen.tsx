import type { EntryChoices } from '@trame/cms/domain/contract/associations/my-entry';
import { emptyEntry } from '@trame/cms/domain/entry/empty-entry';
import type { EntryFault } from '@trame/cms/domain/entry/check-entry';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import { Screen } from '../service/screen.tsx';
import { CheckedForm } from '../entry-form/checked-form.tsx';
import { words } from './words.ts';

interface Props {
  readonly entry: EntryForm;
  readonly onEntry: (entry: EntryForm) => void;
  readonly choices: EntryChoices;
  readonly faults: readonly EntryFault[];
  readonly onFaults: (faults: readonly EntryFault[]) => void;
  readonly kept: boolean;
  readonly onChecked: (tidy: EntryForm, shown: EntryForm) => void;
  readonly onBack: () => void;
}

const BLANK = emptyEntry();

export function DescribeScreen(props: Props) {
  return (
    <Screen title={words.form.title} lead={words.form.lead}>
      <CheckedForm {...props} base={BLANK} logo={null} words={words.form} />
    </Screen>
  );
}
