import { Box, Button, Flex, IconButton, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useId, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { formatDay } from '../../../domain/dates.ts';
import { parseDay } from '../../../domain/day-in-words.ts';
import { dayOf } from '../../../domain/dates.ts';
import {
  MOST_TIMINGS,
  nextTiming,
  repeated,
  type Rhythm,
  type TypedTiming,
  type TypedWhen,
} from '../../../domain/event-timings.ts';
import { timingStates, type TimingState } from '../../../domain/vocabulary/timing-states.ts';
import { DateField } from './date-field.tsx';
import { fieldWords } from './field-words.ts';
import { Framed } from './framed.tsx';
import { HoursField } from './hour-fields.tsx';
import { WeeklyDates } from './weekly-dates.tsx';

const say = fieldWords.timings;

interface TimingsProps {
  rows: readonly TypedTiming[];
  onRows: (rows: TypedTiming[]) => void;
}

/**
 * The dates of an event: one line each, with its hours in one field. What happens to a date, and days in a row, unfold on their
 * own line only. A line is a line: a fault in one leaves the others as they are.
 */
export const TimingsField = ({ rows, onRows }: TimingsProps) => {
  const list = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<'repetition' | 'weekly' | null>(null);
  const focusIn = (selector: string) => list.current?.querySelector<HTMLElement>(selector)?.focus();
  const add = () => {
    flushSync(() => onRows([...rows, nextTiming(rows)]));
    focusIn(`[data-timing="${rows.length}"] input`);
  };
  const remove = (rank: number) => {
    flushSync(() => onRows(rows.filter((_, other) => other !== rank)));
    const next = Math.min(rank, rows.length - 2);
    focusIn(next >= 0 ? `[data-timing="${next}"] [data-remove]` : '[data-add]');
  };
  const take = (made: readonly TypedTiming[]) => {
    flushSync(() => {
      setOpened(null);
      // A line that was added and not filled in yet is none.
      onRows([...rows.filter(({ day }) => day.trim() !== ''), ...made]);
    });
    focusIn('[data-add]');
  };
  const close = () => {
    flushSync(() => setOpened(null));
    focusIn('[data-add]');
  };
  const full = rows.length >= MOST_TIMINGS;
  return (
    <div ref={list}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {rows.map((row, rank) => (
          <Line
            key={rank}
            rank={rank}
            row={row}
            onRow={(changed) => onRows(rows.map((other, place) => (place === rank ? changed : other)))}
            onRemove={() => remove(rank)}
          />
        ))}
        {full && <Typography textColor="neutral600">{say.repetition.tooMany(MOST_TIMINGS)}</Typography>}
        {!full && (
          <Flex gap={2} wrap="wrap">
            <Button type="button" variant="secondary" size="S" startIcon={<Plus />} data-add onClick={add}>
              {say.add}
            </Button>
            {(rows.at(-1)?.day ?? '') !== '' && opened === null && (
              <Button type="button" variant="tertiary" size="S" onClick={() => setOpened('repetition')}>
                {say.repeat}
              </Button>
            )}
            {opened === null && (
              <Button type="button" variant="tertiary" size="S" onClick={() => setOpened('weekly')}>
                {say.weekly.open}
              </Button>
            )}
          </Flex>
        )}
        {opened === 'repetition' && !full && <Repetition rows={rows} onMade={take} onCancel={close} />}
        {opened === 'weekly' && !full && <WeeklyDates rows={rows} onMade={take} onCancel={close} />}
      </Flex>
    </div>
  );
};

interface LineProps {
  rank: number;
  row: TypedTiming;
  onRow: (row: TypedTiming) => void;
  onRemove: () => void;
}

const Line = ({ rank, row, onRow, onRemove }: LineProps) => {
  const id = useId();
  const [several, setSeveral] = useState(row.lastDay !== '');
  const [deciding, setDeciding] = useState(row.state !== 'prévu');
  const path = `timings.${rank}`;
  const change = (part: Partial<TypedTiming>) => onRow({ ...row, ...part });
  return (
    <Box
      role="group"
      aria-labelledby={id}
      data-timing={rank}
      data-path={path}
      padding={3}
      hasRadius
      background="neutral100"
      borderColor="neutral200"
    >
      <Flex justifyContent="space-between" alignItems="center" gap={2} wrap="wrap">
        <Typography id={id} tag="h3" variant="pi" fontWeight="bold" textColor="neutral600">
          {say.numbered(rank + 1)}
        </Typography>
        <Flex gap={2} wrap="wrap">
          {!several && (
            <Button type="button" variant="ghost" size="S" onClick={() => setSeveral(true)}>
              {say.span}
            </Button>
          )}
          {!deciding && (
            <Button type="button" variant="ghost" size="S" onClick={() => setDeciding(true)}>
              {say.change}
            </Button>
          )}
          <IconButton label={say.remove(rank + 1)} variant="ghost" data-remove onClick={onRemove}>
            <Trash />
          </IconButton>
        </Flex>
      </Flex>
      <Flex alignItems="flex-start" gap={3} wrap="wrap" paddingTop={1}>
        <When path={path} when={row} several={several} onWhen={change} />
      </Flex>
      {deciding && (
        <Flex alignItems="flex-start" gap={3} wrap="wrap" paddingTop={3}>
          <Narrow>
            <Framed path={`${path}.state`} label={say.state} hint={row.state === 'prévu' ? say.stateHint : undefined}>
              <SingleSelect value={row.state} onChange={(state) => change({ state: String(state) as TimingState })}>
                {timingStates.terms.map(({ value, label }) => (
                  <SingleSelectOption key={value} value={value}>
                    {label}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Framed>
          </Narrow>
          {row.state === 'reporté' && (
            <When
              path={`${path}.moved`}
              when={row.moved}
              several={several}
              labels={{ day: say.newDay, hours: say.newHours, dayHint: say.newDayHint }}
              onWhen={(part) => change({ moved: { ...row.moved, ...part } })}
            />
          )}
        </Flex>
      )}
    </Box>
  );
};

interface WhenProps {
  path: string;
  when: TypedWhen;
  several: boolean;
  labels?: { day: string; hours: string; dayHint: string };
  onWhen: (part: Partial<TypedWhen>) => void;
}

const When = ({ path, when, several, labels, onWhen }: WhenProps) => (
  <>
    <Narrow>
      <DateField
        path={`${path}.day`}
        label={labels?.day ?? (several ? say.firstDay : say.day)}
        {...(labels ? { hint: labels.dayHint } : {})}
        value={when.day}
        onValue={(day) => onWhen({ day })}
      />
    </Narrow>
    {several && (
      <Narrow>
        <DateField
          path={`${path}.lastDay`}
          label={say.lastDay}
          value={when.lastDay}
          onValue={(lastDay) => onWhen({ lastDay })}
        />
      </Narrow>
    )}
    <Narrow>
      <HoursField
        path={`${path}.begin`}
        alsoAt={`${path}.end`}
        label={labels?.hours ?? say.hours}
        value={when}
        onValue={onWhen}
      />
    </Narrow>
  </>
);

/** As wide as "samedi 12 décembre 2026" needs. */
const Narrow = ({ children }: { children: ReactNode }) => (
  <Box width="21rem" maxWidth="100%">
    {children}
  </Box>
);

interface RepetitionProps {
  rows: readonly TypedTiming[];
  onMade: (rows: readonly TypedTiming[]) => void;
  onCancel: () => void;
}

const Repetition = ({ rows, onMade, onCancel }: RepetitionProps) => {
  const words = say.repetition;
  const id = useId();
  const [rhythm, setRhythm] = useState<Rhythm>('week');
  const [until, setUntil] = useState('');
  const last = rows.at(-1)?.day ?? '';
  const read = until.trim() === '' ? null : parseDay(until, last || dayOf(new Date()));
  const made = read?.ok ? repeated(rows, rhythm, read.value) : [];
  return (
    <Box role="group" aria-labelledby={id} padding={3} hasRadius borderColor="primary200" background="primary100">
      <Typography id={id} tag="h3" variant="delta">
        {words.title}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral700">
        {/^\d{4}-/.test(last) ? words.from(formatDay(last)) : ''}
      </Typography>
      <Flex alignItems="flex-start" gap={3} wrap="wrap" paddingTop={2}>
        <Box width="32rem" maxWidth="100%">
          <Framed path="timings.repeat.rhythm" label={words.every}>
            <SingleSelect value={rhythm} onChange={(value) => setRhythm(String(value) as Rhythm)}>
              {words.rhythms.map(({ value, label }) => (
                <SingleSelectOption key={value} value={value}>
                  {label}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Framed>
        </Box>
        <Narrow>
          <DateField
            path="timings.repeat.until"
            label={words.until}
            error={read && !read.ok ? read.message : undefined}
            value={until}
            onValue={setUntil}
          />
        </Narrow>
      </Flex>
      <Flex gap={2} paddingTop={2} wrap="wrap" alignItems="center">
        <Button type="button" size="S" disabled={made.length === 0} onClick={() => onMade(made)}>
          {words.make(made.length)}
        </Button>
        <Button type="button" size="S" variant="tertiary" onClick={onCancel}>
          {words.cancel}
        </Button>
        {read?.ok && made.length === 0 && (
          <Typography variant="pi" textColor="warning700">
            {words.none}
          </Typography>
        )}
      </Flex>
    </Box>
  );
};
