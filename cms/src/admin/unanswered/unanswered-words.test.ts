import { describe, expect, it } from 'vitest';
import type { UnansweredLine, UnansweredReport } from '../../domain/contract/desk/unanswered.ts';
import { addedWords, headWords, missingWords, settledWords, tableOf } from './unanswered-words.ts';

const spaces = (text: string | null | undefined) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');
const line = (part: Partial<UnansweredLine> = {}): UnansweredLine => ({
  question: 'cours de cornemuse',
  missing: 'cornemuse',
  lately: 4,
  altogether: 6,
  lastMonth: '2026-10-01',
  settled: null,
  ...part,
});
const report = (part: Partial<UnansweredReport> = {}): UnansweredReport => ({
  counting: true,
  lines: [],
  more: false,
  tooFew: 0,
  mayAdd: { theme: true, association: true },
  ...part,
});
const added = { word: 'cornemuse', uid: 'api::theme.theme' as const, documentId: 'a', title: 'Musique' };

describe('the head of the page', () => {
  it('says that nothing is counted, how to turn it on, and what stays of before', () => {
    const off = headWords(report({ counting: false }));
    expect(off.headline).toBe('Les recherches ne sont pas comptées');
    expect(spaces(off.details[0])).toContain('« Compter les recherches sans réponse »');
    expect(off.details).toHaveLength(2);
    expect(headWords(report({ counting: false, lines: [line()] })).details).toHaveLength(3);
  });

  it('counts what waits, and says what is not shown', () => {
    expect(spaces(headWords(report({ lines: [line()], tooFew: 1 })).headline)).toBe('1 recherche reste sans réponse');
    expect(spaces(headWords(report({ tooFew: 1 })).details[1])).toBe(
      '1 autre recherche, trop rare, n’est pas montrée.',
    );
    expect(spaces(headWords(report({ tooFew: 7 })).details[1])).toBe(
      '7 autres recherches, trop rares, ne sont pas montrées.',
    );
  });
});

describe('a question', () => {
  it('tells its missing words only where they are not all of it', () => {
    expect(spaces(missingWords(line()))).toBe('Sans réponse : « cornemuse »');
    expect(missingWords(line({ question: 'cornemuse' }))).toBeNull();
  });

  it('tells what was done about it', () => {
    expect(spaces(settledWords(line({ settled: { act: 'added', on: '2026-11-02', added } })))).toBe(
      '« cornemuse » ajouté le 02/11/2026 à ',
    );
    expect(settledWords(line({ settled: { act: 'ignored', on: '2026-11-02', added: null } }))).toBe(
      'Ignorée le 02/11/2026',
    );
    expect(addedWords({ title: 'Musique', state: 'draft' })).toContain('brouillon');
  });

  it('is a row of a spreadsheet, where nothing runs', () => {
    const file = tableOf([line({ question: '=1+1', settled: { act: 'added', on: '2026-11-02', added } })]);
    expect(file).toContain("'=1+1");
    expect(file).toContain('Musique');
  });
});
