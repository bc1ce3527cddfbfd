import { Popover, TextInput } from '@strapi/design-system';
import { Calendar as CalendarIcon } from '@strapi/icons';
import { useState } from 'react';
import { styled } from 'styled-components';
import { dayOf, formatDigits, formatWeekday } from '../../../domain/dates.ts';
import { LONGEST_DAY, parseDay, type Lies } from '../../../domain/day-in-words.ts';
import { Calendar } from './calendar.tsx';
import { fieldWords } from './field-words.ts';
import { Framed, type FieldProps } from './framed.tsx';
import { useTypedText } from './typed-text.ts';

const OPEN_KEY = 'ArrowDown';

interface DateInputProps {
  /** `YYYY-MM-DD` once read, as typed until then. */
  value: string;
  onValue: (day: string) => void;
  /** Where a day without a year is: ahead for what is announced, behind for what has happened. */
  lies?: Lies;
  disabled?: boolean;
  /** Names the button of the calendar: a page has many. */
  label: string;
}

const read = (text: string, lies: Lies | undefined): string | null => {
  const day = text.trim() === '' ? null : parseDay(text, dayOf(new Date()), lies);
  return day?.ok ? day.value : null;
};

/** The day that a form's value is; null when it is none yet. */
const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** A day, typed (`12/12/2026`, `12 déc.`, `demain`) or taken from a calendar: Alt and the down arrow open it. */
export const DateInput = ({ value, onValue, lies, disabled, label }: DateInputProps) => {
  const [open, setOpen] = useState(false);
  const typing = useTypedText<string>(
    value,
    (day) => (isDay(day) ? formatDigits(day) : day),
    (text) => text,
    (text) => read(text, lies) ?? text,
    onValue,
  );
  const day = isDay(value) ? value : read(value, lies);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <TextInput
        value={typing.text}
        maxLength={LONGEST_DAY}
        disabled={disabled}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => typing.onText(event.target.value)}
        onBlur={typing.onLeave}
        onKeyDown={(event: React.KeyboardEvent) => {
          if (event.key !== OPEN_KEY || !event.altKey) return;
          event.preventDefault();
          setOpen(true);
        }}
        endAction={
          <Popover.Trigger>
            <OpenButton type="button" disabled={disabled} aria-label={`${fieldWords.date.open} (${label})`}>
              <CalendarIcon aria-hidden />
            </OpenButton>
          </Popover.Trigger>
        }
      />
      <Popover.Content align="end" aria-label={fieldWords.date.calendar}>
        <Calendar
          day={day}
          onDay={(chosen) => {
            onValue(chosen);
            setOpen(false);
          }}
        />
      </Popover.Content>
    </Popover.Root>
  );
};

const OpenButton = styled.button`
  display: flex;
  align-items: center;
  padding: 0.4rem;
  border: 0;
  background: none;
  cursor: pointer;
  color: ${({ theme }) => theme.colors.neutral600};
  border-radius: ${({ theme }) => theme.borderRadius};
  &:hover:not(:disabled) {
    color: ${({ theme }) => theme.colors.primary600};
  }
`;

type DateProps = FieldProps & Omit<DateInputProps, 'label'>;

/** A day of a form, with the day of the week said under it, so that a wrong month shows at once. */
export const DateField = ({ value, onValue, lies, disabled, ...field }: DateProps) => {
  const day = isDay(value) ? value : read(value, lies);
  return (
    <Framed {...field} hint={day === null ? (field.hint ?? fieldWords.date.hint) : formatWeekday(day)}>
      <DateInput
        value={value}
        onValue={onValue}
        label={field.label}
        {...(lies ? { lies } : {})}
        {...(disabled ? { disabled } : {})}
      />
    </Framed>
  );
};
