import { Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { useEffect, useRef, useState } from 'react';
import { styled } from 'styled-components';
import { addDays, dayOf, formatMonth, formatWeekday } from '../../../domain/dates.ts';
import { addMonths, monthGrid, WEEKDAYS } from './month-grid.ts';
import { fieldWords } from './field-words.ts';

/** What is read on a day is part of what is said of it: « 1 » is no part of « 1er ». */
const spoken = (day: string): string => (day.endsWith('-01') ? `1, ${formatWeekday(day)}` : formatWeekday(day));

interface CalendarProps {
  /** `YYYY-MM-DD`; null when no day is chosen yet. */
  day: string | null;
  onDay: (day: string) => void;
}

/** What a key does to the day that has the focus; weeks begin on Monday. */
function moved(key: string, day: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    default:
      return null;
  }
}

/** A month whose days are walked with the arrows and chosen with Enter (ARIA, Date Picker Dialog). */
export const Calendar = ({ day, onDay }: CalendarProps) => {
  const today = dayOf(new Date());
  const [at, setAt] = useState(day ?? today);
  const grid = useRef<HTMLTableElement>(null);
  // The calendar opens for the keyboard too: its day has the focus from the start.
  useEffect(() => {
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [at]);
  const turn = (months: number) => setAt(addMonths(at, months));
  return (
    <Flex direction="column" alignItems="stretch" gap={2} padding={3}>
      <Flex justifyContent="space-between" alignItems="center" gap={2}>
        <IconButton label={fieldWords.date.previousMonth} variant="ghost" onClick={() => turn(-1)}>
          <ChevronLeft />
        </IconButton>
        <Typography variant="delta" tag="p" aria-live="polite">
          {formatMonth(at)}
        </Typography>
        <IconButton label={fieldWords.date.nextMonth} variant="ghost" onClick={() => turn(1)}>
          <ChevronRight />
        </IconButton>
      </Flex>
      <table ref={grid} role="grid" aria-label={formatMonth(at)}>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" abbr={weekday}>
                <Typography variant="pi" textColor="neutral600" aria-hidden>
                  {weekday.slice(0, 2)}
                </Typography>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthGrid(at).map((week) => (
            <tr key={week[0]}>
              {week.map((one) => (
                <td key={one} role="gridcell" aria-selected={one === day}>
                  <DayButton
                    type="button"
                    tabIndex={one === at ? 0 : -1}
                    $outside={one.slice(0, 7) !== at.slice(0, 7)}
                    $chosen={one === day}
                    $today={one === today}
                    aria-label={`${spoken(one)}${one === today ? ` (${fieldWords.date.today})` : ''}`}
                    onClick={() => onDay(one)}
                    onKeyDown={(event) => {
                      const next = moved(event.key, at);
                      if (next === null) return;
                      event.preventDefault();
                      setAt(next);
                    }}
                  >
                    {Number(one.slice(8))}
                  </DayButton>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Flex>
  );
};

const DayButton = styled.button<{ $outside: boolean; $chosen: boolean; $today: boolean }>`
  width: 3.4rem;
  height: 3.2rem;
  border: 1px solid ${({ theme, $today }) => ($today ? theme.colors.primary600 : 'transparent')};
  border-radius: ${({ theme }) => theme.borderRadius};
  cursor: pointer;
  font-size: 1.3rem;
  background: ${({ theme, $chosen }) => ($chosen ? theme.colors.primary600 : 'transparent')};
  color: ${({ theme, $chosen, $outside }) =>
    $chosen ? theme.colors.buttonNeutral0 : $outside ? theme.colors.neutral600 : theme.colors.neutral800};
  &:hover {
    background: ${({ theme, $chosen }) => ($chosen ? theme.colors.primary700 : theme.colors.primary100)};
  }
`;
