import { useEffect, useRef, type RefObject } from 'react';

/** The field that somebody opened a form for has the focus: the form appeared because of what they just did. */
export function useFocus(): RefObject<HTMLInputElement> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}
