import { dayOf, formatDay } from '@trame/cms/domain/dates';
import { letterName } from '@trame/cms/domain/letter-kinds';
import { phoneText } from '../service/phone-text.ts';
import { words } from './words.ts';

/** One record of what is held, as the CMS answers it. */
export type Held = Readonly<Record<string, unknown>>;
export type Section = keyof typeof words.sections;
export const sections = Object.keys(words.sections) as Section[];

export interface Fact {
  readonly label: string;
  readonly text: string;
  /** Where the person does something about it. */
  readonly href?: string;
}

const INSTANT = /^\d{4}-\d\d-\d\dT/;
const DAY = /^\d{4}-\d\d-\d\d$/;

function inWords(section: Section, key: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) {
    return (value as Held[])
      .map((held) =>
        factsOf(section, held)
          .map(({ label, text }) => `${label} : ${text}`)
          .join(', '),
      )
      .join(' ; ');
  }
  if (typeof value !== 'string') return String(value);
  if (section === 'letters' && key === 'kind') return letterName(value);
  if (section === 'letters' && key === 'state') {
    return words.letterStates[value as keyof typeof words.letterStates] ?? value;
  }
  if (key === 'phone') return phoneText(value);
  if (DAY.test(value)) return formatDay(value);
  return INSTANT.test(value) ? formatDay(dayOf(value)) : value;
}

/** What one record says, label by label; what is empty is not said. */
export const factsOf = (section: Section, held: Held): Fact[] =>
  Object.entries(held).flatMap(([key, value]) =>
    value === null || value === '' || (Array.isArray(value) && value.length === 0)
      ? []
      : [
          {
            label: words.fields[key as keyof typeof words.fields] ?? key,
            ...(key === 'stop' && typeof value === 'string'
              ? { text: words.stop, href: value }
              : { text: inWords(section, key, value) }),
          },
        ],
  );
