import { hourAsShown, pairAsStored, parseHour } from '@trame/cms/domain/typed-hours';
import { useState } from 'preact/hooks';
import { TextField } from './fields.tsx';

interface Pair {
  /** `HH:MM` once it was read, else as it was typed. */
  readonly begin: string;
  readonly end: string;
}

interface Asked {
  readonly path: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly optional?: boolean;
  readonly maxLength: number;
}

interface Props {
  readonly begin: Asked;
  readonly end: Asked;
  readonly value: Pair;
  readonly onValue: (pair: Pair) => void;
}

/** "18 h 30" for what can be read, what was typed for the rest. */
function shown(hour: string): string {
  const read = hour === '' ? null : parseHour(hour);
  return read?.ok ? hourAsShown(read.value) : hour;
}

/**
 * From when to when, as people write hours: 18h30, 1830, midi. Both may be typed into the first (18h-20h30). What was typed is
 * shown as it was read once the field is left, and stays as it is when it cannot be.
 */
export function HourFields({ begin, end, value, onValue }: Props) {
  const [typing, setTyping] = useState<keyof Pair | null>(null);
  const fieldOf = (key: keyof Pair, asked: Asked) => (
    <TextField
      {...asked}
      value={typing === key ? value[key] : shown(value[key])}
      onValue={(text) => {
        setTyping(key);
        onValue({ ...value, [key]: text });
      }}
      onLeave={() => {
        setTyping(null);
        const read = pairAsStored(value);
        if (read.begin !== value.begin || read.end !== value.end) onValue(read);
      }}
    />
  );
  return (
    <>
      {fieldOf('begin', begin)}
      {fieldOf('end', end)}
    </>
  );
}
