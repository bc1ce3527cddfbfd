import { Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { MOST_REASON_WORDS } from '../../../domain/contract/desk/lists-out.ts';
import { listReasons, type ListReason } from '../../../domain/vocabulary/list-reasons.ts';
import { words } from './take-out-words.ts';

/** Why a list leaves, as it is being chosen. */
export interface ReasonChosen {
  readonly reason: ListReason | null;
  readonly words: string;
}
export const noReason: ReasonChosen = { reason: null, words: '' };

/** What is lacking, by field; empty when nothing is. */
export const reasonFaults = ({ reason, words: own }: ReasonChosen): { reason?: string; words?: string } => ({
  ...(reason === null ? { reason: words.reasonNeeded } : {}),
  ...(reason === 'autre' && own.trim() === '' ? { words: words.ownNeeded } : {}),
});

interface ReasonFieldsProps {
  chosen: ReasonChosen;
  onChange: (chosen: ReasonChosen) => void;
  faults: { reason?: string; words?: string };
}

/** Why the list leaves: one of a short list, and words of one’s own. */
export const ReasonFields = ({ chosen, onChange, faults }: ReasonFieldsProps) => (
  <Flex direction="column" alignItems="stretch" gap={3}>
    <Field.Root name="raison" required error={faults.reason} hint={words.reasonHint}>
      <Field.Label>{words.reason}</Field.Label>
      <SingleSelect
        placeholder={words.choose}
        value={chosen.reason ?? ''}
        onChange={(value) => onChange({ ...chosen, reason: (String(value) || null) as ListReason | null })}
      >
        {listReasons.terms.map(({ value, label }) => (
          <SingleSelectOption key={value} value={value}>
            {label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
    <Field.Root name="precisions" required={chosen.reason === 'autre'} error={faults.words}>
      <Field.Label>{words.own}</Field.Label>
      <TextInput
        value={chosen.words}
        maxLength={MOST_REASON_WORDS}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange({ ...chosen, words: event.target.value })}
      />
      <Field.Error />
    </Field.Root>
  </Flex>
);
