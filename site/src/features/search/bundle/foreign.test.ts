import { foreignEverydayWords } from '@trame/cms/domain/vocabulary/foreign-words/foreign-words';
import { siteLanguages, type SiteLanguage } from '@trame/cms/domain/vocabulary/site-languages';
import { expect, it } from 'vitest';
import { foreignFile, inFrench, readForeign } from './foreign.ts';

const known = (language: SiteLanguage) =>
  readForeign(JSON.parse(JSON.stringify(foreignFile(foreignEverydayWords, language))));

it.each<[SiteLanguage, string, string]>([
  ['anglais', 'swimming', 'natation'],
  ['anglais', 'a yoga class on Wednesday evening', 'yoga mercredi le soir'],
  ['anglais', 'football for my 8 year old', 'football 8 ans'],
  ['anglais', 'Judo in Cézac', 'judo Cézac'],
  ['espagnol', 'clases de natación para niños', 'natation enfants'],
  ['portugais', 'aulas de francês', 'apprendre le français'],
  ['arabe', 'تعلم الفرنسية', 'apprendre le français'],
  ['arabe', 'نادي السباحة', 'natation'],
])('in %s « %s » asks for « %s »', (language, question, french) => {
  expect(inFrench(question, known(language)).q).toBe(french);
});

it.each(['course à pied', 'cours de danse', 'un jeu pour mon fils', 'Belote'])(
  'what is asked in French on a page in English stays as it is: « %s »',
  (question) => expect(inFrench(question, known('anglais'))).toEqual({ q: question, read: [] }),
);

it('tells what was read, and nothing of the words that say nothing', () => {
  expect(inFrench('swimming for my daughter', known('anglais')).read).toEqual([
    { from: 'swimming', to: 'natation' },
    { from: 'daughter', to: 'enfants' },
  ]);
});

it('leaves a question of little words alone as it is', () => {
  expect(inFrench('the and for', known('anglais')).q).toBe('the and for');
});

it.each(siteLanguages.values)('says every word of French in %s', (language) => {
  const missing = foreignEverydayWords.filter(({ said }) => said[language].length === 0).map(({ french }) => french);
  expect(missing).toEqual([]);
});

it('refuses a file of another version', () => {
  expect(() => readForeign({ version: 99, words: {} })).toThrow('another version');
  expect(() => readForeign(null)).toThrow('another version');
});
