import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useFetchClient, useField } from '@strapi/strapi/admin';
import { forwardRef, useEffect, useState, type ReactNode } from 'react';
import { readCommunes, type CommuneOption } from './communes.ts';

interface CommuneCodeInputProps {
  name: string;
  label?: ReactNode;
  hint?: ReactNode;
  labelAction?: ReactNode;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
}

/** A commune by its name; what is stored is its INSEE code. A code that is not in the list stays, and says so. */
export const CommuneCodeInput = forwardRef<HTMLDivElement, CommuneCodeInputProps>(
  ({ name, label, hint, labelAction, required, disabled }, ref) => {
    const { get } = useFetchClient();
    const { value, error, onChange } = useField<string | null>(name);
    const [communes, setCommunes] = useState<CommuneOption[] | 'failed' | null>(null);

    useEffect(() => {
      let alive = true;
      readCommunes(get).then(
        (read) => alive && setCommunes(read),
        () => alive && setCommunes('failed'),
      );
      return () => {
        alive = false;
      };
    }, [get]);

    const options = Array.isArray(communes) ? communes : [];
    const isUnknown =
      Array.isArray(communes) && Boolean(value) && !options.some(({ inseeCode }) => inseeCode === value);
    const trouble =
      communes === 'failed'
        ? 'La liste des communes n’a pas pu être chargée\u00a0: rechargez la page pour la modifier.'
        : undefined;
    return (
      <Field.Root name={name} id={name} error={error ?? trouble} hint={hint} required={required}>
        <Field.Label action={labelAction}>{label}</Field.Label>
        <SingleSelect
          ref={ref}
          value={value ?? ''}
          disabled={disabled || !Array.isArray(communes)}
          placeholder={communes === null ? 'Chargement…' : 'Choisir une commune'}
          clearLabel="Effacer"
          onClear={() => onChange(name, null)}
          onChange={(code) => onChange(name, String(code))}
        >
          {isUnknown && (
            <SingleSelectOption value={value ?? ''}>{`Code ${value} (hors de la liste)`}</SingleSelectOption>
          )}
          {options.map(({ inseeCode, name: commune }) => (
            <SingleSelectOption key={inseeCode} value={inseeCode}>
              {commune}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    );
  },
);
CommuneCodeInput.displayName = 'CommuneCodeInput';
