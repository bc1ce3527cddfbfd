/** The words in other languages: all that their pages ask for, and nothing that they do not. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accessibilityStates } from '@trame/cms/domain/vocabulary/accessibility-states';
import { actionStates } from '@trame/cms/domain/vocabulary/action-states';
import { ageUnits } from '@trame/cms/domain/vocabulary/age-units';
import { days } from '@trame/cms/domain/vocabulary/days';
import { eventKinds } from '@trame/cms/domain/vocabulary/event-kinds';
import { eventStates } from '@trame/cms/domain/vocabulary/event-states';
import { legalForms } from '@trame/cms/domain/vocabulary/legal-forms';
import { noticeKinds } from '@trame/cms/domain/vocabulary/notice-kinds';
import { registrationKinds } from '@trame/cms/domain/vocabulary/registration-kinds';
import { resourceKinds } from '@trame/cms/domain/vocabulary/resource-kinds';
import { timingStates } from '@trame/cms/domain/vocabulary/timing-states';
import { verificationSources } from '@trame/cms/domain/vocabulary/verification-sources';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECTIONS } from '../languages/addresses.ts';
import { saidAgain } from '../languages/client/said-again.ts';
import { formatSpan, weekInWords } from '../view/agenda/when.ts';
import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { teach } from './foreign-words.ts';
import { formatSlot as slotInFrench } from '@trame/cms/domain/slots';
import { formatAges, formatHours, formatSlot, listInWords, onOneLine } from './formats.ts';
import fr from './fr.json' with { type: 'json' };
import { inFrenchOnly, initialOf, lowerFirst, runsOf, withoutMarks } from './frame.ts';
import { foreignLanguages, readLanguageFrom, type ForeignLanguage, type Language } from './language.ts';
import pt from './pt.json' with { type: 'json' };
import { liveWords, t, tn } from './t.ts';
import { formsOf, readWords, type Counted, type FlatWords } from './words.ts';

const SOURCE = fileURLToPath(new URL('../', import.meta.url));
const files = { en, es, pt, ar };
const french = readWords(fr);
const vocabularies = {
  accessibilityStates,
  actionStates,
  ageUnits,
  days,
  eventKinds,
  eventStates,
  legalForms,
  registrationKinds,
  resourceKinds,
  timingStates,
  verificationSources,
};

/** Keys of words that the pages in other languages may ask for: what their sources name, and those that they import. */
function askedKeys(): Set<string> {
  const pages = ['index.astro', ...SECTIONS.flatMap((section) => astroFiles(join('pages', section)))];
  const queue = pages.map((file) => join(SOURCE, file.startsWith('pages') ? file : join('pages', file)));
  const seen = new Set<string>();
  const asked = new Set<string>();
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, path = ''] of text.matchAll(/(?:from|import)\s*\(?'(\.[^']+\.(?:ts|astro))'/g)) {
      const found = join(dirname(file), path);
      if (existsSync(found)) queue.push(found);
    }
    // A key is a path of the French file wherever it stands; what is put together names a part of it.
    for (const [, key = ''] of text.matchAll(/['`]([a-zA-Z]+(?:\.[\w-]+)+)['`]/g)) if (french.has(key)) asked.add(key);
    for (const [, part = ''] of text.matchAll(/\bt\(`([\w.]+\.)\$\{/g)) addPart(part);
    for (const [, part = ''] of text.matchAll(/liveWords\('([\w.]+)'/g)) addPart(`${part}.`);
  }
  expect(seen.size).toBeGreaterThan(150);
  return asked;

  function addPart(part: string): void {
    for (const key of french.keys()) if (key.startsWith(part)) asked.add(key);
  }
}

const astroFiles = (folder: string): string[] =>
  readdirSync(join(SOURCE, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.astro'))
    .map((file) => join(folder, file));

const sentences = (word: string | Counted): string[] =>
  typeof word === 'string' ? [word] : (Object.values(word) as string[]);
const blanks = (sentence: string): string[] => [...sentence.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();

const asked = askedKeys();
let current: Language = 'fr';
const words = new Map<ForeignLanguage, FlatWords>();
beforeAll(() => {
  readLanguageFrom(() => current);
  for (const language of foreignLanguages) {
    words.set(language, readWords(files[language], language));
    teach(language, words.get(language)!);
  }
});
afterAll(() => readLanguageFrom(() => 'fr'));
const inLanguage = <Result>(language: Language, say: () => Result): Result => {
  current = language;
  try {
    return say();
  } finally {
    current = 'fr';
  }
};
const plainly = (language: Language, say: () => string | null): string =>
  withoutMarks(inLanguage(language, say) ?? 'null')
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replaceAll('\u2060', '');

describe.each(foreignLanguages)('%s.json', (language) => {
  it('says all that the pages in this language ask for, and nothing else', () => {
    const own = readWords(files[language], language);
    const shared = [...own.keys()].filter((key) => !/^(?:formats|vocabulary)\./.test(key));
    expect([...asked].filter((key) => !own.has(key))).toEqual([]);
    expect(shared.filter((key) => !asked.has(key))).toEqual([]);
  });

  it('says every word of the vocabularies that residents see', () => {
    const own = readWords(files[language], language);
    const expected = Object.entries(vocabularies).flatMap(([name, { values }]) =>
      values.map((value) => `vocabulary.${name}.${value}`),
    );
    expect([...own.keys()].filter((key) => key.startsWith('vocabulary.')).sort()).toEqual(expected.sort());
    for (const kind of noticeKinds.values) if (kind !== 'autre') expect(own.has(`formats.notice.${kind}`)).toBe(true);
  });

  it('has the blanks of the French sentence in each form; one and two may be words alone', () => {
    const wrong = [...readWords(files[language], language)].flatMap(([key, word]) => {
      const source = french.get(key);
      if (source === undefined) return [];
      const wanted = [...new Set(sentences(source).flatMap(blanks))].sort();
      return sentences(word)
        .filter((sentence) => {
          const found = blanks(sentence);
          const least = typeof word === 'string' ? wanted : wanted.filter((blank) => blank !== '{count}');
          return found.some((blank) => !wanted.includes(blank)) || least.some((blank) => !found.includes(blank));
        })
        .map((sentence) => `${key}: ${sentence}`);
    });
    expect(wrong).toEqual([]);
  });

  it('counts with the forms of its grammar', () => {
    const lacking = { count: { one: 'x' } };
    expect(() => readWords(lacking, language)).toThrow(
      `${language}.json, count: a counted word has exactly the forms ${formsOf(language)
        .map((form) => `"${form}"`)
        .join(', ')}`,
    );
  });
});

it('Arabic has six forms, the others two', () => {
  expect(formsOf('ar')).toEqual(['zero', 'one', 'two', 'few', 'many', 'other']);
  for (const language of ['fr', 'en', 'es', 'pt'] as const) expect(formsOf(language)).toEqual(['one', 'other']);
});

describe('a sentence in the language of the page', () => {
  it('is the frame’s, and what fills it is French', () => {
    const said = inLanguage('en', () => t('site.keptBy', { operator: 'Office de tourisme' }));
    expect(runsOf(said)).toEqual([
      { isFrame: true, text: 'A directory kept by ' },
      { isFrame: false, text: 'Office de tourisme' },
    ]);
    expect(t('site.keptBy', { operator: 'l’office' })).toBe('Un annuaire tenu par l’office');
  });

  it('is French, and told apart, where a language has no such word', () => {
    expect(runsOf(inLanguage('en', () => t('legal.publisher')))).toEqual([{ isFrame: false, text: 'Éditeur' }]);
  });

  it('counts by the rules of its grammar', () => {
    const count = (value: number) => plainly('ar', () => tn('associations.count', value));
    expect([0, 1, 2, 3, 11, 100].map(count)).toEqual([
      'لا جمعيات',
      'جمعية واحدة',
      'جمعيتان',
      '3 جمعيات',
      '11 جمعية',
      '100 جمعية',
    ]);
    expect(plainly('en', () => tn('associations.count', 0))).toBe('0 associations');
    expect(plainly('en', () => tn('associations.count', 1250))).toBe('1,250 associations');
  });

  it('leaves blanks to scripts', () => {
    const live = inLanguage('en', () => liveWords('search.live', fr.search.live));
    expect(runsOf(live.around)).toEqual([
      { isFrame: false, text: '{commune}' },
      { isFrame: true, text: ' and nearby' },
    ]);
    const french = liveWords('search.live', fr.search.live);
    expect(french.around).toBe(fr.search.live.around);
    expect(french.noneButNear).toBe('Aucun résultat exact\u00a0: voici ce qui s’en approche');
  });
});

describe('days, hours and ages', () => {
  const span = (begin: string, end: string | null, firstDay: string, lastDay: string, allDay = false) => ({
    begin,
    end,
    firstDay,
    lastDay,
    allDay,
  });
  it('are said in the language of the page', () => {
    const oneDay = span('2026-09-05T08:00:00Z', '2026-09-05T16:30:00Z', '2026-09-05', '2026-09-05');
    const twoDays = span('2026-09-05T08:00:00Z', '2026-09-06T16:00:00Z', '2026-09-05', '2026-09-06');
    expect(plainly('en', () => formatSpan(oneDay))).toBe('Saturday, 5 September 2026, 10:00–18:30');
    expect(plainly('es', () => formatSpan(twoDays))).toBe(
      'del sábado, 5 de septiembre, a las 10:00 al domingo, 6 de septiembre de 2026, a las 18:00',
    );
    expect(plainly('ar', () => formatSpan({ ...oneDay, end: null }))).toBe('السبت، 5 سبتمبر 2026، في 10:00');
    expect(plainly('en', () => weekInWords('2026-09-07', '2026-09-13'))).toBe('Week of 7 September to 13 September');
    expect(plainly('pt', () => formatHours({ begin: '18:00', end: null }))).toBe('a partir das 18:00');
    expect(plainly('en', () => formatHours({ begin: '20:00', end: '00:00' }))).toBe('20:00–00:00');
    expect(plainly('es', () => listInWords(['a', 'b', 'c']))).toBe('a, b y c');
  });

  it.each([
    [{ ageMin: 6, ageMax: 12 }, '6 to 12 years'],
    [{ ageMin: 6, ageMinUnit: 'mois' as const, ageMax: 3 }, '6 months to 3 years'],
    [{ ageMin: 0, ageMax: 18, ageMaxUnit: 'mois' as const }, 'up to 18 months'],
    [{ ageMin: 1, ageMax: null }, 'from 1 year'],
    [{ ageMin: 0, ageMax: null }, 'from birth'],
    [{ ageMin: 8, ageMax: 8 }, '8 years'],
    [{ ageMin: null, ageMax: null }, 'null'],
  ])('of %o are « %s », also when the index says them in French', (range, said) => {
    expect(plainly('en', () => formatAges(range))).toBe(said);
    const inFrench = formatAges(range);
    if (inFrench !== null) expect(plainly('en', () => saidAgain(inFrench))).toBe(said);
  });

  it('reads slots of the index back, with notes as they were written', () => {
    const slots = [
      { day: 'mercredi', begin: '14:00', end: '15:30', note: 'hors vacances' },
      { day: 'samedi', begin: '18:00', end: null, note: null },
      { day: 'dimanche', begin: null, end: null, note: null },
      { day: 'vendredi', begin: '20:00', end: '00:00', note: null },
    ] as const;
    const inFrench = slots.map(slotInFrench).join(' ; ');
    expect(plainly('en', () => saidAgain(inFrench))).toBe(
      'Wednesday, 14:00–15:30 (hors vacances); Saturday, from 18:00; Sunday; Friday, 20:00–00:00',
    );
    expect(plainly('en', () => saidAgain(onOneLine(inFrench)))).toContain('Wednesday, 14:00–15:30');
    expect(runsOf(inLanguage('en', () => formatSlot(slots[0]))).filter(({ isFrame }) => !isFrame)).toEqual([
      { isFrame: false, text: 'hors vacances' },
    ]);
  });

  it('leaves what somebody wrote', () => {
    for (const said of [
      'Salle des fêtes',
      'Mercredi, tous ensemble',
      '10 € l’année',
      'Lundi, 14 h – 15 h ; puis selon la météo',
    ])
      expect(inLanguage('en', () => saidAgain(said))).toBeNull();
    expect(plainly('en', () => saidAgain('Gratuit'))).toBe('Free');
    expect(plainly('en', () => saidAgain('Fête'))).toBe('Festivity');
  });
});

describe('a text of both', () => {
  it('changes in its French alone, and its first letter wherever it stands', () => {
    const said = inLanguage('en', () => t('agenda.date.relocated', { place: 'salle !' }));
    expect(withoutMarks(inFrenchOnly(said, (text) => text.toUpperCase()))).toBe('New place: SALLE !');
    expect(withoutMarks(lowerFirst(said))).toBe('new place: salle !');
    expect(initialOf('الأحد')).toBe('أ');
  });
});
