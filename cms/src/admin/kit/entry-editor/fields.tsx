import {
  Box,
  Checkbox,
  Flex,
  Grid,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Children, useId, useMemo, useState, type ReactNode } from 'react';
import { readWholeNumber } from '../../../domain/whole-number.ts';
import { chooseInGroups } from '../../../domain/choose-by-name.ts';
import { formatPhone, parsePhone } from '../../../domain/phone.ts';
import { ChooserField, type Found } from '../fields/chooser-field.tsx';
import { useUnread } from '../faults/form-context.ts';
import { fieldWords as say } from '../fields/field-words.ts';
import { Framed, type FieldProps } from '../fields/framed.tsx';

interface TextProps extends FieldProps {
  value: string;
  maxLength: number;
  /** A day or a clock time is typed as the browser has it: `YYYY-MM-DD`, `HH:MM`. */
  type?: 'text' | 'date' | 'time';
  /** It is read, and cannot be typed into. */
  readOnly?: boolean;
  onValue: (value: string) => void;
}

export const TextField = ({ value, maxLength, type = 'text', readOnly = false, onValue, ...field }: TextProps) => (
  <Framed {...field}>
    <TextInput
      type={type}
      readOnly={readOnly}
      value={value}
      maxLength={type === 'text' ? maxLength : undefined}
      onChange={(event: React.ChangeEvent<HTMLInputElement>) => onValue(event.target.value)}
    />
  </Framed>
);

export const LongTextField = ({ value, maxLength, onValue, ...field }: Omit<TextProps, 'type'>) => (
  <Framed {...field}>
    <Textarea
      resizable
      value={value}
      maxLength={maxLength}
      onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => onValue(event.target.value)}
    />
  </Framed>
);

interface WholeNumberProps extends FieldProps {
  value: number | null;
  onValue: (value: number | null) => void;
}

/**
 * Typed as digits: Strapi’s own number field groups the thousands, and a year is no amount. What is no number stays as it was
 * typed, and says so: another one made of its digits would be believed.
 */
export const WholeNumberField = ({ value, onValue, ...field }: WholeNumberProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  const unread = typed === null ? undefined : say.unreadNumber(typed);
  useUnread(field.path, unread);
  return (
    <Framed {...field} error={unread}>
      <TextInput
        inputMode="numeric"
        value={typed ?? (value === null ? '' : String(value))}
        maxLength={4}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
          const read = readWholeNumber(event.target.value);
          setTyped(read === undefined ? event.target.value : null);
          onValue(read ?? null);
        }}
      />
    </Framed>
  );
};

/** A stored number ("+33536490000") is shown as it is read; what is typed stays as it is typed. */
export const PhoneField = ({ value, ...field }: TextProps) => {
  const parsed = parsePhone(value);
  return <TextField {...field} value={parsed.ok && parsed.value === value ? formatPhone(parsed.value) : value} />;
};

export interface Option {
  value: string;
  label: string;
}

interface ChoiceProps extends FieldProps {
  value: string;
  options: readonly Option[];
  disabled?: boolean;
  onValue: (value: string) => void;
}

/** Strapi's select takes no empty value. */
const NONE = '–';

export const ChoiceField = ({ value, options, disabled = false, onValue, ...field }: ChoiceProps) => (
  <Framed {...field}>
    <SingleSelect
      disabled={disabled}
      value={value || NONE}
      onChange={(chosen) => onValue(chosen === NONE ? '' : String(chosen))}
    >
      {options.map((option) => (
        <SingleSelectOption key={option.value} value={option.value || NONE}>
          {option.label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  </Framed>
);

interface ChoicesProps extends FieldProps {
  value: readonly string[];
  /** `above`: what an option stands under, such as the chapter of a theme. */
  options: readonly (Option & { above?: string })[];
  most?: number;
  onValue: (value: string[]) => void;
}

/** Several of a list that the form knows, by some letters of their name. */
export const ChoicesField = ({ options, ...field }: ChoicesProps) => {
  const choices = useMemo(
    () => options.map(({ value, label, above = '' }) => ({ id: value, name: label, detail: above, online: true })),
    [options],
  );
  const useFound = (typed: string): Found => ({
    choices: chooseInGroups(choices, ({ name, detail }) => ({ name, above: detail }), typed),
    more: false,
  });
  return (
    <ChooserField
      {...field}
      grouped={options.some(({ above }) => above !== undefined && above !== '')}
      nameOf={(id) => choices.find((choice) => choice.id === id) ?? null}
      useFound={useFound}
    />
  );
};

interface TickProps {
  label: string;
  checked: boolean;
  onValue: (checked: boolean) => void;
}

export const Tick = ({ label, checked, onValue }: TickProps) => (
  <Checkbox checked={checked} onCheckedChange={(state: boolean | 'indeterminate') => onValue(state === true)}>
    {label}
  </Checkbox>
);

/** Fields that belong together, named for whoever hears the page. */
export const FieldGroup = ({ legend, hint, children }: { legend: string; hint?: string; children: ReactNode }) => {
  const id = useId();
  return (
    <Box role="group" aria-labelledby={id}>
      <Typography id={id} tag="p" variant="pi" fontWeight="bold" textColor="neutral800">
        {legend}
      </Typography>
      {hint && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {hint}
        </Typography>
      )}
      <Box paddingTop={2}>{children}</Box>
    </Box>
  );
};

/** Two columns where there is room, one where there is not. */
export const Columns = ({ children }: { children: ReactNode }) => (
  <Grid.Root gap={4}>
    {Children.toArray(children).map((child, rank) => (
      <Grid.Item key={rank} col={6} xs={12} direction="column" alignItems="stretch">
        {child}
      </Grid.Item>
    ))}
  </Grid.Root>
);

export const Column = ({ children, gap = 4 }: { children: ReactNode; gap?: 2 | 4 }) => (
  <Flex direction="column" alignItems="stretch" gap={gap}>
    {children}
  </Flex>
);
