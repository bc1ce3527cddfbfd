import { useState } from 'react';

interface Typing {
  /** What the control shows. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
}

/**
 * A text that is read as something: while it is typed it stays as it is typed, so that nothing jumps under the fingers; once the
 * field is left it is shown as it was read. Each letter reaches the form at once: nothing waits for a click.
 *
 * @param value what the form holds: read, or as it was typed
 * @param shown how the form's value is shown when nobody types
 * @param read what the form should hold of a text; the text itself where it cannot be read
 */
export function useTypedText<Value>(
  value: Value,
  shown: (value: Value) => string,
  typed: (text: string) => Value,
  read: (value: Value) => Value,
  onValue: (value: Value) => void,
): Typing {
  const [typing, setTyping] = useState<string | null>(null);
  return {
    text: typing ?? shown(value),
    onText(text) {
      setTyping(text);
      onValue(typed(text));
    },
    onLeave() {
      if (typing === null) return;
      setTyping(null);
      onValue(read(typed(typing)));
    },
  };
}
