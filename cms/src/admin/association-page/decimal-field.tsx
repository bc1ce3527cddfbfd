import { TextInput } from '@strapi/design-system';
import { useState } from 'react';
import { Framed, type FieldProps } from '../kit/fields/framed.tsx';

interface DecimalProps extends FieldProps {
  value: number | null;
  onValue: (value: number | null) => void;
}

const shown = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));
const read = (text: string): number | null => {
  const plain = text.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
};

/** A number with a comma. What is none is kept while it is typed, and goes when the field is left. */
export const DecimalField = ({ value, onValue, ...field }: DecimalProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Framed {...field}>
      <TextInput
        inputMode="decimal"
        maxLength={20}
        value={typed ?? shown(value)}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
          setTyped(event.target.value);
          onValue(read(event.target.value));
        }}
        onBlur={() => setTyped(null)}
      />
    </Framed>
  );
};
