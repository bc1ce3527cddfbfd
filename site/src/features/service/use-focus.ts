import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Moves the focus once what was asked for is on the page: after an addition to the new row, after a removal to its undoing.
 * @returns names the element, by id, that takes the focus after the next rendering
 */
export function useFocusAfter(): (id: string) => void {
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const element = document.getElementById(wanted.current);
    wanted.current = null;
    element?.focus();
  });
  return (id) => {
    wanted.current = id;
  };
}
