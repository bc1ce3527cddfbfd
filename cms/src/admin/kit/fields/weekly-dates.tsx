import { Box, Button, Checkbox, Flex, Radio, Typography } from '@strapi/design-system';
import { useId, useState } from 'react';
import { dayOf, formatDay, formatDayAndMonth } from '../../../domain/dates.ts';
import { parseDay } from '../../../domain/day-in-words.ts';
import { MOST_TIMINGS, type TypedTiming } from '../../../domain/event-timings.ts';
import { HOLIDAYS_KNOWN_UNTIL } from '../../../domain/school-holidays.ts';
import { readPair } from '../../../domain/typed-hours.ts';
import { days, type Day } from '../../../domain/vocabulary/days.ts';
import { schoolZones, type SchoolZone } from '../../../domain/vocabulary/school-zones.ts';
import { weeklyDates, weeklyInWords, type WeeklyRule } from '../../../domain/weekly-rule.ts';
import { DateField } from './date-field.tsx';
import { fieldWords } from './field-words.ts';
import { HoursField, type HourPair } from './hour-fields.tsx';

const say = fieldWords.timings;
const words = say.weekly;

interface WeeklyProps {
  rows: readonly TypedTiming[];
  onMade: (rows: readonly TypedTiming[]) => void;
  onCancel: () => void;
}

/** The zone of the office does not change: it is asked once in this browser. */
const KEPT_ZONE = 'trame.schoolZone';
const keptZone = (): SchoolZone | null =>
  schoolZones.values.find((zone) => zone === localStorage.getItem(KEPT_ZONE)) ?? null;

const NO_ZONE = 'aucune';

type Typed = HourPair & { readonly from: string; readonly until: string };

/** The rule, when all that was typed of it can be read; else what is wrong, by field. */
function readRule(chosen: readonly Day[], typed: Typed, zone: SchoolZone | null) {
  const today = dayOf(new Date());
  const from = typed.from.trim() === '' ? null : parseDay(typed.from, today);
  const until = typed.until.trim() === '' ? null : parseDay(typed.until, from?.ok ? from.value : today);
  const hours = readPair(typed);
  const isBackwards = from?.ok === true && until?.ok === true && until.value < from.value;
  const faults = {
    from: from && !from.ok ? from.message : undefined,
    until: until && !until.ok ? until.message : isBackwards ? words.backwards : undefined,
    hours: hours.ok ? undefined : hours.message,
  };
  const isWhole = from?.ok && until?.ok && hours.ok && !isBackwards && chosen.length > 0;
  const rule: WeeklyRule | null = isWhole
    ? { days: chosen, ...hours.value, from: from.value, until: until.value, zone }
    : null;
  return { faults, rule };
}

/** « Chaque mardi de 18 h à 20 h, du … au …, hors vacances scolaires »: dates that are then lines like the others. */
export const WeeklyDates = ({ rows, onMade, onCancel }: WeeklyProps) => {
  const id = useId();
  const last = rows.at(-1);
  const [chosen, setChosen] = useState<readonly Day[]>([]);
  const [typed, setTyped] = useState<Typed>({ from: '', until: '', begin: last?.begin ?? '', end: last?.end ?? '' });
  const [zone, setZone] = useState<SchoolZone | null>(keptZone);
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const { faults, rule } = readRule(chosen, typed, zone);
  const found = rule && weeklyDates(rule, rows);
  const choose = (value: string) => {
    const next = schoolZones.values.find((one) => one === value) ?? null;
    setZone(next);
    if (next !== null) localStorage.setItem(KEPT_ZONE, next);
  };
  return (
    <Box role="group" aria-labelledby={id} padding={3} hasRadius borderColor="primary200" background="primary100">
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography id={id} tag="h3" variant="delta">
          {words.title}
        </Typography>
        <Box role="group" aria-label={words.days}>
          <Typography tag="p" variant="pi" fontWeight="bold" textColor="neutral800">
            {words.days}
          </Typography>
          <Flex gap={4} wrap="wrap" paddingTop={2}>
            {days.terms.map(({ value, label }) => (
              <Checkbox
                key={value}
                checked={chosen.includes(value)}
                onCheckedChange={(state: boolean | 'indeterminate') =>
                  setChosen((before) => (state === true ? [...before, value] : before.filter((one) => one !== value)))
                }
              >
                {label}
              </Checkbox>
            ))}
          </Flex>
        </Box>
        <Flex alignItems="flex-start" gap={3} wrap="wrap">
          <Box width="21rem" maxWidth="100%">
            <HoursField
              path="timings.weekly.hours"
              label={say.hours}
              error={faults.hours}
              value={typed}
              onValue={change}
            />
          </Box>
          <Box width="21rem" maxWidth="100%">
            <DateField
              path="timings.weekly.from"
              label={words.from}
              error={faults.from}
              value={typed.from}
              onValue={(from) => change({ from })}
            />
          </Box>
          <Box width="21rem" maxWidth="100%">
            <DateField
              path="timings.weekly.until"
              label={words.until}
              error={faults.until}
              value={typed.until}
              onValue={(until) => change({ until })}
            />
          </Box>
        </Flex>
        <Box>
          <Typography tag="p" variant="pi" fontWeight="bold" textColor="neutral800">
            {words.holidays}
          </Typography>
          <Box paddingTop={2}>
            <Radio.Group aria-label={words.holidays} value={zone ?? NO_ZONE} onValueChange={choose}>
              <Radio.Item value={NO_ZONE}>{words.keep}</Radio.Item>
              {schoolZones.terms.map(({ value, description }) => (
                <Radio.Item key={value} value={value}>
                  {`${words.without(value)} (${description})`}
                </Radio.Item>
              ))}
            </Radio.Group>
          </Box>
        </Box>
        <Box aria-live="polite">{rule && found && <Told rule={rule} found={found} />}</Box>
        <Flex gap={2} wrap="wrap">
          <Button
            type="button"
            size="S"
            disabled={found === null || found.made.length === 0}
            onClick={() => found && onMade(found.made)}
          >
            {say.repetition.make(found?.made.length ?? 0)}
          </Button>
          <Button type="button" size="S" variant="tertiary" onClick={onCancel}>
            {say.repetition.cancel}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
};

/** What the rule says, and what of it is left out. */
const Told = ({ rule, found }: { rule: WeeklyRule; found: ReturnType<typeof weeklyDates> }) => (
  <Flex direction="column" alignItems="stretch" gap={1}>
    <Typography fontWeight="bold" textColor="neutral800">
      {`${weeklyInWords(rule)}.`}
    </Typography>
    {[
      found.skipped.length > 0 && words.skipped(found.skipped.map(formatDayAndMonth)),
      found.there > 0 && words.there(found.there),
      found.tooMany > 0 && words.tooMany(found.tooMany, MOST_TIMINGS),
      found.unknown > 0 && words.unknown(formatDay(HOLIDAYS_KNOWN_UNTIL)),
    ]
      .filter((sentence) => sentence !== false)
      .map((sentence) => (
        <Typography key={sentence} variant="pi" textColor="neutral700">
          {sentence}
        </Typography>
      ))}
  </Flex>
);
