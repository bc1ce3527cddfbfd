import { TextInput } from '@strapi/design-system';
import { hourAsShown, LONGEST_HOURS, pairAsShown, pairAsStored, parseHour } from '../../../domain/typed-hours.ts';
import { useFault } from '../faults/form-context.ts';
import { fieldWords } from './field-words.ts';
import { Framed, type FieldProps } from './framed.tsx';
import { useTypedText } from './typed-text.ts';

/** `HH:MM` once read, as typed until then; empty when nothing is known. */
export interface HourPair {
  readonly begin: string;
  readonly end: string;
}

interface HoursProps extends FieldProps {
  /** Where else a fault of these hours may be said: the form counts a beginning and an end, which are one field here. */
  alsoAt?: string;
  value: HourPair;
  onValue: (pair: HourPair) => void;
}

/** From when to when, in one field: `18h-20h30`, `de 18h à 20h30`, or `18h` alone. */
export const HoursField = ({ value, onValue, alsoAt = '', ...field }: HoursProps) => {
  const faultOfEnd = useFault(alsoAt);
  const typing = useTypedText<HourPair>(
    value,
    pairAsShown,
    (text) => ({ begin: text, end: '' }),
    pairAsStored,
    onValue,
  );
  return (
    <div data-path={alsoAt}>
      <Framed {...field} error={field.error ?? faultOfEnd} hint={field.hint ?? fieldWords.hours.hint}>
        <TextInput
          value={typing.text}
          maxLength={LONGEST_HOURS}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => typing.onText(event.target.value)}
          onBlur={typing.onLeave}
        />
      </Framed>
    </div>
  );
};

interface HourProps extends FieldProps {
  /** `HH:MM` once read, as typed until then; empty for none. */
  value: string;
  onValue: (hour: string) => void;
}

const readHour = (text: string): string | null => {
  const hour = text.trim() === '' ? null : parseHour(text);
  return hour?.ok ? hour.value : null;
};

/** One hour: `8h`, `18:30`, `midi`. */
export const HourField = ({ value, onValue, ...field }: HourProps) => {
  const typing = useTypedText<string>(
    value,
    (hour) => (readHour(hour) === hour ? hourAsShown(hour) : hour),
    (text) => text,
    (text) => readHour(text) ?? text,
    onValue,
  );
  return (
    <Framed {...field} hint={field.hint ?? fieldWords.hour.hint}>
      <TextInput
        value={typing.text}
        maxLength={LONGEST_HOURS}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => typing.onText(event.target.value)}
        onBlur={typing.onLeave}
      />
    </Framed>
  );
};
