import { Button, Flex, IconButton } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { styled } from 'styled-components';
import { slotInWords } from '../../../domain/entry/entry-in-words.ts';
import type { FormSlot } from '../../../domain/entry/entry-form.ts';
import { limitOf } from '../../../domain/entry/fields.ts';
import { days, type Day } from '../../../domain/vocabulary/days.ts';
import { HoursField } from '../fields/hour-fields.tsx';
import { words } from './editor-words.ts';
import { choiceOf, fieldOf } from './field-of.ts';
import { ChoiceField, Column, TextField } from './fields.tsx';

const say = words.activity;

/** One line for each day: the day, from when to when, and what else there is to know. */
const Line = styled.div`
  display: grid;
  grid-template-columns: 14rem 18rem minmax(10rem, 1fr) auto;
  gap: 1.2rem;
  align-items: start;
  > button {
    margin-top: 2.4rem;
  }
`;

/** The next slot most often is the next day at the same hours. */
function following(slots: readonly FormSlot[]): FormSlot {
  const last = slots.at(-1);
  if (!last) return { day: 'lundi', begin: '', end: '', note: '' };
  return { ...last, day: days.values[(days.rank(last.day) + 1) % days.values.length] ?? last.day };
}

interface SlotsProps {
  /** "activities.0.slots" */
  path: string;
  slots: readonly FormSlot[];
  onSlots: (slots: FormSlot[]) => void;
}

export const SlotsField = ({ path, slots, onSlots }: SlotsProps) => {
  const list = useRef<HTMLDivElement>(null);
  const focusIn = (selector: string) => list.current?.querySelector<HTMLElement>(selector)?.focus();
  const change = (rank: number, slot: FormSlot) => onSlots(slots.map((other, at) => (at === rank ? slot : other)));
  const add = () => {
    flushSync(() => onSlots([...slots, following(slots)]));
    focusIn(`[data-row="${slots.length}"] [role="combobox"]`);
  };
  const remove = (rank: number) => {
    flushSync(() => onSlots(slots.filter((_, at) => at !== rank)));
    const next = Math.min(rank, slots.length - 2);
    focusIn(next >= 0 ? `[data-row="${next}"] [data-remove]` : '[data-add]');
  };
  return (
    <div ref={list} data-path={path}>
      <Column gap={2}>
        {slots.map((slot, rank) => (
          <Line key={rank} data-row={rank} role="group" aria-label={slotInWords(slot)}>
            <ChoiceField
              {...choiceOf(`${path}.${rank}.day`)}
              value={slot.day}
              options={days.terms}
              onValue={(day) => change(rank, { ...slot, day: day as Day })}
            />
            <HoursField
              path={`${path}.${rank}.begin`}
              alsoAt={`${path}.${rank}.end`}
              label={say.hours}
              {...(rank === 0 ? {} : { hint: '' })}
              value={{ begin: slot.begin, end: slot.end }}
              onValue={({ begin, end }) => change(rank, { ...slot, begin, end })}
            />
            <TextField
              {...fieldOf(`${path}.${rank}.note`)}
              value={slot.note}
              onValue={(note) => change(rank, { ...slot, note })}
            />
            <IconButton
              variant="ghost"
              data-remove
              label={`${say.removeSlot}\u00a0: ${slotInWords(slot)}`}
              onClick={() => remove(rank)}
            >
              <Trash />
            </IconButton>
          </Line>
        ))}
        {slots.length < limitOf('activities.*.slots') && (
          <Flex>
            <Button variant="tertiary" size="S" startIcon={<Plus />} data-add onClick={add}>
              {say.addSlot}
            </Button>
          </Flex>
        )}
      </Column>
    </div>
  );
};
