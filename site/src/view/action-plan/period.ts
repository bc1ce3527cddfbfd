import { formatMonth } from '@trame/cms/domain/dates';
import { of } from '@trame/cms/domain/french-prepositions';

/** What is known of when an action runs; days are `YYYY-MM-DD`. */
export interface Period {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

const NO_BREAK = '\u00a0';

/** The period without an end that comes before its beginning. */
export function readPeriod({ startsOn, endsOn }: Period): Period {
  const impossible = startsOn !== null && endsOn !== null && endsOn < startsOn;
  return { startsOn, endsOn: impossible ? null : endsOn };
}

/** "mars 2023 – décembre 2024", "2023 – 2024", "2023", "à partir de mars 2023", "jusqu’en juin 2024"; null when nothing is known. */
export function formatPeriod(period: Period): string | null {
  const { startsOn, endsOn } = readPeriod(period);
  if (startsOn === null) return endsOn === null ? null : `jusqu’en ${formatMonth(endsOn)}`;
  if (endsOn === null) return `à partir ${of(formatMonth(startsOn))}`;
  const wholeYears = startsOn.endsWith('-01-01') && endsOn.endsWith('-12-31');
  const [from, to] = wholeYears
    ? [startsOn.slice(0, 4), endsOn.slice(0, 4)]
    : [formatMonth(startsOn), formatMonth(endsOn)];
  return from === to ? from : `${from}${NO_BREAK}– ${to}`;
}
