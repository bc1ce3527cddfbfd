import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { listDestinations, type ListDestination } from '../../../domain/vocabulary/list-destinations.ts';
import { words } from './take-out-words.ts';

interface DestinationFieldProps {
  chosen: ListDestination;
  onChange: (chosen: ListDestination) => void;
}

/** Who will read the list: what of people it may say depends on that, and is said. */
export const DestinationField = ({ chosen, onChange }: DestinationFieldProps) => (
  <Field.Root
    name="destinataire"
    hint={listDestinations.terms.find(({ value }) => value === chosen)?.description ?? ''}
  >
    <Field.Label>{words.destination}</Field.Label>
    <SingleSelect value={chosen} onChange={(value) => onChange(value as ListDestination)}>
      {listDestinations.terms.map(({ value, label }) => (
        <SingleSelectOption key={value} value={value}>
          {label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
    <Field.Hint />
  </Field.Root>
);
