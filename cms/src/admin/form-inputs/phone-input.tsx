import { TextInput } from '@strapi/design-system';
import { useField, useFocusInputField } from '@strapi/strapi/admin';
import { phoneAsShown, phoneAsStored } from '../kit/fields/phone-field.tsx';
import { useTypedText } from '../kit/fields/typed-text.ts';
import { StrapiField, type InputProps } from './strapi-field.tsx';

/** A telephone number in a form of Strapi's: shown as it is read, stored as numbers are. */
export const PhoneInput = (props: InputProps) => {
  const { value, error, onChange } = useField<string | null>(props.name);
  const ref = useFocusInputField<HTMLInputElement>(props.name);
  const typing = useTypedText(
    value ?? '',
    phoneAsShown,
    (text) => text,
    phoneAsStored,
    (text) => onChange(props.name, text === '' ? null : text),
  );
  return (
    <StrapiField {...props} error={error}>
      <TextInput
        ref={ref}
        type="tel"
        disabled={props.disabled}
        value={typing.text}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => typing.onText(event.target.value)}
        onBlur={typing.onLeave}
      />
    </StrapiField>
  );
};
