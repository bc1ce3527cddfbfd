import { Field } from '@strapi/design-system';
import { useState, type ReactNode } from 'react';

/** What Strapi gives to an input of its forms; only what is read here. */
export interface InputProps {
  name: string;
  label?: ReactNode;
  hint?: ReactNode;
  labelAction?: ReactNode;
  required?: boolean;
  disabled?: boolean;
}

interface FrameProps extends InputProps {
  error?: string | undefined;
  children: ReactNode;
}

/** The frame of a field as Strapi draws it. */
export const StrapiField = ({ name, label, hint, labelAction, required, error, children }: FrameProps) => (
  <Field.Root name={name} id={name} error={error} hint={hint} required={required}>
    <Field.Label action={labelAction}>{label}</Field.Label>
    {children}
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);

/** Nothing is said of a text while it is typed: only once its field was left. */
export function useLeft() {
  const [left, setLeft] = useState(false);
  return {
    left,
    watch: { onBlur: () => setLeft(true), onFocus: () => setLeft(false) },
  };
}
