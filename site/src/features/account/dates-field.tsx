import { MOST_DATES } from '@trame/cms/domain/event/limits';
import type { ProposedDate } from '@trame/cms/domain/contract/associations/my-entry';
import { emptyDate, proposedDateInWords } from '@trame/cms/domain/event/event-proposal';
import { LONGEST_HOURS } from '@trame/cms/domain/typed-hours';
import { controlId, Group, TextField } from '../service/fields.tsx';
import { HourFields } from '../service/hour-fields.tsx';
import { useFocusAfter } from '../service/use-focus.ts';
import { words } from './words.ts';

interface Props {
  readonly dates: readonly ProposedDate[];
  readonly onDates: (dates: ProposedDate[]) => void;
}

/** The dates of an event, one under another: another date most often is at the same hours. */
export function DatesField({ dates, onDates }: Props) {
  const focusAfter = useFocusAfter();
  const remove = (index: number) => {
    const left = dates.toSpliced(index, 1);
    onDates(left.length > 0 ? left : [emptyDate()]);
    focusAfter(controlId(`dates.${Math.min(index, Math.max(left.length - 1, 0))}.day`));
  };
  return (
    <Group path="dates" legend={words.event.dates}>
      {dates.map((date, index) => {
        const at = `dates.${index}`;
        const change = (part: Partial<ProposedDate>) => onDates(dates.with(index, { ...date, ...part }));
        return (
          <div key={index} class="event-date" role="group" aria-label={words.event.numberedDate(index + 1)}>
            <TextField
              path={`${at}.day`}
              type="date"
              label={words.event.day}
              value={date.day}
              maxLength={10}
              onValue={(day) => change({ day })}
            />
            <TextField
              path={`${at}.lastDay`}
              type="date"
              label={words.event.lastDay}
              optional
              value={date.lastDay}
              maxLength={10}
              onValue={(lastDay) => change({ lastDay })}
            />
            <HourFields
              begin={{ path: `${at}.begin`, label: words.event.begin, optional: true, maxLength: LONGEST_HOURS }}
              end={{ path: `${at}.end`, label: words.event.end, optional: true, maxLength: LONGEST_HOURS }}
              value={date}
              onValue={({ begin, end }) => change({ begin, end })}
            />
            {dates.length > 1 && (
              <button
                class="link-button"
                type="button"
                aria-label={words.event.removeDate(date.day === '' ? String(index + 1) : proposedDateInWords(date))}
                onClick={() => remove(index)}
              >
                {words.event.remove}
              </button>
            )}
          </div>
        );
      })}
      {dates.length < MOST_DATES && (
        <button
          class="button button--quiet"
          type="button"
          onClick={() => {
            const { begin = '', end = '' } = dates.at(-1) ?? {};
            onDates([...dates, { ...emptyDate(), begin, end }]);
            focusAfter(controlId(`dates.${dates.length}.day`));
          }}
        >
          {words.event.addDate}
        </button>
      )}
    </Group>
  );
}
