/**
 * What the index of the search says of a slot, of ages, of a kind, said again in the language of the page. The index is made once, in
 * French, by `formatSlot`, `formatAges` and the vocabularies: what they say is read back exactly, or left as it is.
 */
import { eventKinds } from '@trame/cms/domain/vocabulary/event-kinds';
import { eventStates } from '@trame/cms/domain/vocabulary/event-states';
import { resourceKinds } from '@trame/cms/domain/vocabulary/resource-kinds';
import { days } from '@trame/cms/domain/vocabulary/days';
import { formatAges as agesInFrench, type AgeRange } from '@trame/cms/domain/ages';
import type { AgeUnit } from '@trame/cms/domain/vocabulary/age-units';
import type { Vocabulary } from '@trame/cms/domain/vocabulary/vocabulary';
import { foreignWord } from '../../i18n/foreign-words.ts';
import { framed } from '../../i18n/frame.ts';
import { formatAges, formatSlot, labelOf } from '../../i18n/formats.ts';
import { currentLanguage } from '../../i18n/language.ts';

/** Without what keeps words on one line (`onOneLine`). */
const plain = (text: string): string =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replaceAll('\u2060', '')
    .trim();

const CLOCK = '(\\d{1,2}) h(?: (\\d{2}))?|minuit';
const SLOT = new RegExp(
  `^(${days.terms.map(({ label }) => label).join('|')})(?:, (?:à partir de (?<only>${CLOCK})|(?<begin>${CLOCK}) – (?<end>${CLOCK})))?(?: \\((?<note>.*)\\))?$`,
  'u',
);
const clockOf = (said: string | undefined): string | null => {
  if (said === undefined) return null;
  const [, hours = '0', minutes = '00'] = /^(\d{1,2}) h(?: (\d{2}))?$/.exec(said) ?? [];
  return `${hours.padStart(2, '0')}:${minutes}`;
};

function slotAgain(said: string): string | null {
  const found = SLOT.exec(said);
  const day = days.terms.find(({ label }) => label === found?.[1])?.value;
  if (!found || day === undefined) return null;
  const { only, begin, end, note = null } = found.groups ?? {};
  return formatSlot({ day, begin: clockOf(only ?? begin), end: clockOf(end), note });
}

/** Every slot of a line, or nothing: half a line in each language is read by nobody. */
function slotsAgain(said: string): string | null {
  const slots = said.split(' ; ').map(slotAgain);
  return slots.every((slot) => slot !== null) ? slots.join('; ') : null;
}

const NUMBERS = /(\d+)(?: (an|ans|mois))?/g;

function agesAgain(said: string): string | null {
  const numbers = [...said.matchAll(NUMBERS)].map(([, count, unit]) => ({ count: Number(count), unit }));
  const last = numbers.at(-1)?.unit;
  const unitOf = (unit: string | undefined): AgeUnit => ((unit ?? last) === 'mois' ? 'mois' : 'ans');
  const [first, second] = numbers;
  const ranges: AgeRange[] = first
    ? [
        { ageMin: first.count, ageMinUnit: unitOf(first.unit), ageMax: null },
        { ageMin: null, ageMax: first.count, ageMaxUnit: unitOf(first.unit) },
        {
          ageMin: first.count,
          ageMinUnit: unitOf(first.unit),
          ageMax: (second ?? first).count,
          ageMaxUnit: unitOf((second ?? first).unit),
        },
      ]
    : [{ ageMin: 0, ageMax: null }];
  // The one that French says so.
  const range = ranges.find((one) => plain(agesInFrench(one) ?? '') === said);
  return range === undefined ? null : formatAges(range);
}

const VOCABULARIES: Readonly<Record<string, Vocabulary<string>>> = { eventKinds, resourceKinds, eventStates };

function termAgain(said: string): string | null {
  for (const [name, vocabulary] of Object.entries(VOCABULARIES)) {
    const term = vocabulary.terms.find(({ label }) => label === said);
    if (term) return labelOf(name, vocabulary, term.value);
  }
  const language = currentLanguage();
  const free = language === 'fr' ? undefined : foreignWord(language, 'agenda.free');
  return said === 'Gratuit' && typeof free === 'string' ? framed(free) : null;
}

/** @returns null for what is none of them: what somebody wrote */
export function saidAgain(text: string): string | null {
  const said = plain(text);
  return slotsAgain(said) ?? agesAgain(said) ?? termAgain(said);
}
