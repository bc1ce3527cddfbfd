import { TextInput } from '@strapi/design-system';
import { formatPhone, parsePhone } from '../../../domain/phone.ts';
import { Framed, type FieldProps } from './framed.tsx';
import { useTypedText } from './typed-text.ts';

/** A stored number as it is read in France ("05 36 49 00 00"); what cannot be read, as it was typed. */
export function phoneAsShown(value: string): string {
  const read = value.trim() === '' ? null : parsePhone(value);
  return read?.ok ? formatPhone(read.value) : value;
}

/** As it is stored (`+33536490000`), where it can be read. */
export function phoneAsStored(text: string): string {
  const read = text.trim() === '' ? null : parsePhone(text);
  return read?.ok ? read.value : text;
}

interface PhoneProps extends FieldProps {
  value: string;
  maxLength?: number;
  onValue: (value: string) => void;
}

/** A number, shown as it is read once the field is left. */
export const PhoneField = ({ value, maxLength = 40, onValue, ...field }: PhoneProps) => {
  const typing = useTypedText(value, phoneAsShown, (text) => text, phoneAsStored, onValue);
  return (
    <Framed {...field}>
      <TextInput
        type="tel"
        value={typing.text}
        maxLength={maxLength}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => typing.onText(event.target.value)}
        onBlur={typing.onLeave}
      />
    </Framed>
  );
};
