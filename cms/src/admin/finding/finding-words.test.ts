import { describe, expect, it } from 'vitest';
import type { Found, FoundRecord } from '../../domain/contract/desk/finding.ts';
import { allAsList, foundWords, offersOf, pagesFor } from './finding-words.ts';

const record: FoundRecord = {
  uid: 'api::association.association',
  documentId: 'abc',
  title: 'Judo club',
  detail: 'Cavignac',
  state: 'en ligne',
  because: null,
};
const found = (part: Partial<Found>): Found => ({ records: [], cases: [], total: 0, ...part });
const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('what is offered', () => {
  it('leads to the form of a record, to an answer, and to somebody on the telephone', () => {
    const cases: Found['cases'] = [
      { kind: 'answer', id: 's1', campaign: null, title: 'Judo club', detail: '', because: null },
      { kind: 'request', id: 'r1', campaign: 'c1', title: 'Judo club', detail: '', because: null },
    ];
    expect(offersOf({ records: [record], cases }).map(({ kind, to }) => [kind, to])).toEqual([
      ['Association', '/trame/associations/abc'],
      ['Réponse à relire', '/trame/desk/s1'],
      ['Campagne', '/trame/board/c1/requests/r1'],
    ]);
  });

  it('is where an office goes, before anything is typed, and by its name afterwards', () => {
    expect(pagesFor('').length).toBeGreaterThan(5);
    expect(pagesFor('evene').map(({ title }) => title)).toEqual(['Événements']);
    expect(pagesFor('ju')).toEqual([]);
  });

  it('goes on as a list only when there is more', () => {
    expect(allAsList('judo', found({ records: [record], total: 1 }))).toBeNull();
    expect(allAsList('judo & co', found({ records: [record], total: 34 }))).toMatchObject({
      title: 'Voir les 34 résultats',
      to: '/trame/listes?recherche=judo%20%26%20co',
    });
  });
});

it('says what was found, and that nothing was', () => {
  expect(spaces(foundWords('judo', found({ total: 2 })))).toBe('2 résultats');
  expect(spaces(foundWords(' xyz ', found({})))).toBe('Rien ne répond à « xyz ».');
  expect(foundWords('', found({}))).toBe('');
});
