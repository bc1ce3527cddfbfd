import { Field } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { controlId, useFault } from '../faults/form-context.ts';

export interface FieldProps {
  /** In the form: "timings.0.day". */
  path: string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  /** Beside the fault that the form knows of this path: what the field itself has to say. */
  error?: string | undefined;
}

/** A control with its name, what is to be mended in it, and what helps to fill it in. */
export const Framed = ({ path, label, hint, required, error, children }: FieldProps & { children: ReactNode }) => {
  const fault = useFault(path);
  return (
    <Field.Root
      name={path}
      id={controlId(path)}
      error={error ?? fault}
      hint={hint}
      required={required}
      width="100%"
      style={{ minWidth: 0 }}
      data-field={path}
    >
      <Field.Label>{label}</Field.Label>
      {children}
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
};
