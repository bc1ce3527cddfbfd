/** Days and hours in Strapi's own forms: its fields lose what is typed and not taken with a click. */
import { Box, Field, Flex, TextInput } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { useId, useState } from 'react';
import { clockOf, dayOf, formatWeekday } from '../../domain/dates.ts';
import { parseDay } from '../../domain/day-in-words.ts';
import { parisInstant } from '../../domain/paris-instant.ts';
import { formatClock } from '../../domain/slots.ts';
import { LONGEST_HOURS, parseHour } from '../../domain/typed-hours.ts';
import { DateInput } from '../kit/fields/date-field.tsx';
import { fieldWords } from '../kit/fields/field-words.ts';
import { useTypedText } from '../kit/fields/typed-text.ts';
import { StrapiField, useLeft, type InputProps } from './strapi-field.tsx';

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);
const today = () => dayOf(new Date());

/** What the form holds of a day that is typed: the day as soon as it can be read, what was typed until then. */
const dayOfTyped = (text: string): string | null => {
  if (text.trim() === '') return null;
  const read = parseDay(text, today());
  return read.ok ? read.value : text;
};

const unreadDay = (value: string): string | undefined => {
  if (value === '' || isDay(value)) return undefined;
  const read = parseDay(value, today());
  return read.ok ? undefined : read.message;
};

const named = ({ label, name }: InputProps): string => (typeof label === 'string' ? label : name);

/** Strapi's `date`. */
export const StrapiDateInput = (props: InputProps) => {
  const { value, error, onChange } = useField<string | null>(props.name);
  const { left, watch } = useLeft();
  const day = value ?? '';
  return (
    <div {...watch}>
      <StrapiField
        {...props}
        hint={isDay(day) ? formatWeekday(day) : (props.hint ?? fieldWords.date.hint)}
        error={error ?? (left ? unreadDay(day) : undefined)}
      >
        <DateInput
          label={named(props)}
          value={day}
          disabled={props.disabled ?? false}
          onValue={(text) => onChange(props.name, dayOfTyped(text))}
        />
      </StrapiField>
    </div>
  );
};

/** Strapi's `datetime`: a day and, if it is known, an hour; both in Paris. */
export const StrapiDateTimeInput = (props: InputProps) => {
  const { value, error, onChange } = useField<string | null>(props.name);
  const { left, watch } = useLeft();
  const isInstant = /^\d{4}-\d{2}-\d{2}T/.test(value ?? '');
  // What cannot be read yet is in the place of the day.
  const day = isInstant ? dayOf(value ?? '') : (value ?? '');
  // The hour stays while another day is typed.
  const [lastHour, setLastHour] = useState('');
  const hour = isInstant ? clockOf(value ?? '') : lastHour;
  const set = (nextDay: string, nextHour: string) => {
    setLastHour(nextHour);
    const read = dayOfTyped(nextDay);
    onChange(props.name, read !== null && isDay(read) ? parisInstant(read, nextHour || '00:00') : read);
  };
  return (
    <div {...watch}>
      <StrapiField
        {...props}
        hint={isInstant ? formatWeekday(day) : (props.hint ?? fieldWords.date.hint)}
        error={error ?? (left ? unreadDay(day) : undefined)}
      >
        <Flex gap={2} alignItems="flex-start">
          <Box flex="1">
            <DateInput
              label={named(props)}
              value={day}
              disabled={props.disabled ?? false}
              onValue={(text) => set(text, hour)}
            />
          </Box>
          <Box width="11rem">
            <HourText
              label={`${named(props)}\u00a0: ${fieldWords.hour.name}`}
              value={hour}
              disabled={(props.disabled ?? false) || !isInstant}
              onValue={(next) => set(day, next)}
            />
          </Box>
        </Flex>
      </StrapiField>
    </div>
  );
};

/** Strapi's `time`, `HH:MM:SS.mmm`. */
export const StrapiTimeInput = (props: InputProps) => {
  const { value, error, onChange } = useField<string | null>(props.name);
  return (
    <StrapiField {...props} hint={props.hint ?? fieldWords.hour.hint} error={error}>
      <HourText
        label={named(props)}
        value={(value ?? '').slice(0, 5)}
        disabled={props.disabled ?? false}
        onValue={(hour) => onChange(props.name, hour === '' ? null : `${hour}:00.000`)}
      />
    </StrapiField>
  );
};

interface HourTextProps {
  label: string;
  /** `HH:MM`; empty for none. */
  value: string;
  disabled: boolean;
  onValue: (hour: string) => void;
}

/** An hour as it is typed; what cannot be read when the field is left goes back to what was there. */
const HourText = ({ label, value, disabled, onValue }: HourTextProps) => {
  const read = (text: string): string => {
    const hour = text.trim() === '' ? null : parseHour(text);
    return hour === null ? '' : hour.ok ? hour.value : value;
  };
  const typing = useTypedText(
    value,
    (hour) => (hour === '' ? '' : formatClock(hour)),
    read,
    (hour) => hour,
    onValue,
  );
  const id = useId();
  // A field of its own beside the day: two controls of one field would bear one id.
  return (
    <Field.Root id={id}>
      <TextInput
        aria-label={label}
        value={typing.text}
        maxLength={LONGEST_HOURS}
        disabled={disabled}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => typing.onText(event.target.value)}
        onBlur={typing.onLeave}
      />
    </Field.Root>
  );
};
