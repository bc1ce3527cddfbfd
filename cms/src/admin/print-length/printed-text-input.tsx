import { Box, Field, Textarea, Typography, VisuallyHidden } from '@strapi/design-system';
import { useField, useFocusInputField } from '@strapi/strapi/admin';
import { useEffect, useState, type ReactNode } from 'react';
import { printedTextWords } from './printed-text-words.ts';

interface PrintedTextInputProps {
  name: string;
  label?: ReactNode;
  hint?: ReactNode;
  labelAction?: ReactNode;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
}

/** Said aloud once the typing pauses: a screen reader that speaks at every letter cannot be written with. */
const PAUSE_MS = 1_200;

/** A text with, under it, how much of it fits in the booklet. */
export const PrintedTextInput = ({ name, label, hint, labelAction, ...props }: PrintedTextInputProps) => {
  const { value, error, onChange } = useField<string | null>(name);
  const ref = useFocusInputField<HTMLTextAreaElement>(name);
  const { count, tooLong, advice, printed } = printedTextWords(value ?? '');

  return (
    <Field.Root name={name} id={name} error={error} hint={hint} required={props.required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Textarea
        ref={ref}
        value={value ?? ''}
        onChange={onChange}
        placeholder={props.placeholder}
        disabled={props.disabled}
      />
      <Typography
        tag="p"
        variant="pi"
        textColor={tooLong ? 'warning700' : 'neutral600'}
        fontWeight={tooLong ? 'semiBold' : 'regular'}
        data-printed-length={name}
      >
        {count}
      </Typography>
      <SpokenAfterPause text={advice === null ? count : `${count}. ${advice} ${printed}`} />
      {printed !== null && (
        <Box>
          <Typography tag="p" variant="pi" textColor="neutral700">
            {advice}
          </Typography>
          <Box tag="blockquote" marginTop={1} padding={3} background="neutral100" hasRadius>
            <Typography tag="p" variant="pi" textColor="neutral800" style={{ whiteSpace: 'pre-line' }}>
              {printed}
            </Typography>
          </Box>
        </Box>
      )}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};

const SpokenAfterPause = ({ text }: { text: string }) => {
  const [initial] = useState(text);
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    if (text === initial && spoken === '') return; // what the page opened with is read with the page
    const timer = window.setTimeout(() => setSpoken(text), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text, initial, spoken]);
  return <VisuallyHidden aria-live="polite">{spoken}</VisuallyHidden>;
};
