import { describe, expect, it } from 'vitest';
import { importSources, plannedActs } from '../../domain/contract/desk/import.ts';
import { resultInWords } from '../../import/apply-import.ts';
import { KEEP_IMPORTS_DAYS } from '../../import/import-store.ts';
import { undoneInWords } from '../../import/undo-import.ts';
import {
  applyWords,
  changeWords,
  lineTexts,
  resultWords,
  stageWords,
  undoUntilWords,
  unpublishedWords,
  whereWords,
  words,
  wordsOf,
} from './import-words.ts';

const counts = { new: 0, changed: 0, same: 0, refused: 0, asked: 0, left: 0, incomplete: 0 };
const changed = {
  id: '1',
  line: 2,
  documentId: 'a',
  title: 'A',
  isNew: true,
  act: 'content',
  published: true,
  undoneBy: null,
} as const;
const result = { created: 0, changed: 0, published: 0, same: 0, left: [], unpublished: [] };

describe('what « Importer » says', () => {
  it('counts what is taken over and not online, of a file or of an agenda', () => {
    const unpublished = [{ line: 2, name: 'A', reason: 'x' }];
    expect(unpublishedWords({ source: 'spreadsheet' }, { unpublished })).toBe(
      'Reprises, mais pas publiées (1)\u00a0: pourquoi',
    );
    expect(unpublishedWords({ source: 'events' }, { unpublished })).toBe(
      'Repris, mais pas publiés (1)\u00a0: pourquoi',
    );
  });

  it('names every act once, and what each means', () => {
    for (const source of importSources) {
      const { tabs, meaning } = lineTexts(source);
      expect(tabs.map(([act]) => act).toSorted()).toEqual([...plannedActs, 'incomplete'].toSorted());
      for (const [act] of tabs) expect(meaning[act]).not.toBe('');
    }
  });

  it('tells on which lines an association stands, and by what it was recognised', () => {
    expect(whereWords({ lines: [12], by: null })).toBe('Ligne 12');
    expect(whereWords({ lines: [12, 13, 14], by: 'rna' })).toBe('Lignes 12, 13 et 14, reconnue par son numéro RNA');
    expect(whereWords({ lines: [2], by: 'id' }, 'events')).toBe('Événement 1, reconnu par son identifiant');
  });

  it('says how many will be imported, and what will not', () => {
    expect(applyWords({ ...counts, new: 250, changed: 2, refused: 40, incomplete: 1 }, true)).toEqual({
      act: 'Importer 252\u00a0fiches',
      ready: 252,
      notes: [
        '1\u00a0fiche restera en brouillon\u00a0: il lui manque quelque chose pour paraître.',
        '40\u00a0lignes restent à corriger ou à décider, et ne seront pas importées.',
      ],
    });
    expect(applyWords(counts, true)).toEqual({ act: 'Importer', ready: 0, notes: [] });
    expect(applyWords({ ...counts, new: 1, incomplete: 1 }, false).notes).toEqual([]);
  });

  it('says what was done', () => {
    expect(resultWords({ ...result, created: 12, changed: 1, published: 9 })).toBe(
      '12\u00a0fiches créées et 1\u00a0fiche modifiée, dont 9\u00a0publiées.',
    );
    expect(resultWords({ ...result, created: 2 })).toBe('2\u00a0fiches créées, aucune publiée.');
    expect(resultWords(result)).toBe('Rien n’a changé.');
    const listed = {
      source: 'spreadsheet' as const,
      id: '1',
      at: '2026-11-30T08:00:00.000Z',
      who: 'Anne',
      fileName: 'a.xlsx',
      appliedAt: null,
      undoneAt: null,
      undoneBy: null,
      result: null,
    };
    expect(stageWords({ ...listed, stage: 'draft' }, new Date())).toBe('En attente');
    expect(
      stageWords(
        { ...listed, stage: 'undone', undoneAt: '2026-11-30T08:00:00.000Z', undoneBy: 'Anne' },
        new Date('2026-12-02T08:00:00Z'),
      ),
    ).toBe('Annulé le 30 novembre à 9\u00a0h par Anne');
    const change = changed;
    expect(changeWords({ ...change, state: 'done' })).toBe('Créée et publiée');
    expect(changeWords({ ...change, isNew: false, published: false, state: 'touched' })).toBe(
      'Modifiée, en brouillon, puis modifiée par quelqu’un',
    );
    expect(changeWords({ ...change, state: 'gone' })).toBe('Supprimée depuis');
    expect(changeWords({ ...change, state: 'undone', undoneBy: 'Anne' })).toBe('Annulé par Anne');
  });

  it('says of events that they are events, in their gender', () => {
    const ofEvents = [
      resultWords({ ...result, created: 2, changed: 1, published: 3, same: 4 }, 'events'),
      resultWords({ ...result, created: 1 }, 'events'),
      ...applyWords({ ...counts, new: 1, refused: 1, incomplete: 1 }, true, 'events').notes,
      applyWords({ ...counts, new: 3 }, true, 'events').act,
      changeWords({ ...changed, state: 'touched' }, 'events'),
      changeWords({ ...changed, state: 'gone' }, 'events'),
      undoneInWords({ undone: 2, kept: 1 }, 'events'),
      resultInWords({ ...result, created: 2, published: 1, left: [{ line: 2, name: 'A', reason: 'B.' }] }, 'events'),
    ].map((sentence) => sentence.replaceAll('\u00a0', ' '));
    expect(ofEvents).toEqual([
      '2 événements créés, 1 événement modifié et 4 inchangés, dont 3 publiés.',
      '1 événement créé, aucun publié.',
      '1 événement restera en brouillon : il lui manque quelque chose pour paraître.',
      '1 événement reste à corriger ou à décider, et ne sera pas importé.',
      'Importer 3 événements',
      'Créé et publié, puis modifié par quelqu’un',
      'Supprimé depuis',
      '2 événements ; 1 événement modifié ou supprimé depuis',
      '2 événements créés, 1 publié, 1 événement non repris',
    ]);
    const { leaveCellsMeaning, ...others } = wordsOf({ source: 'events' });
    expect(leaveCellsMeaning(2)).not.toContain('fiche');
    for (const key of ['undoMeaning', 'giveUpMeaning', 'notTakenTitle', 'noLines', 'faultyFile', 'leaveCells'] as const)
      expect(others[key]).not.toMatch(/fiche|ligne/i);
    expect(undoneInWords({ undone: 3, kept: 2 }, 'rna').replaceAll('\u00a0', ' ')).toBe(
      '3 fiches ; 2 fiches modifiées ou supprimées depuis',
    );
  });

  it('promises a way back only while there is something to undo', () => {
    for (const source of importSources) {
      expect(undoUntilWords({ source }, 1)).toContain('peut être annulé');
      expect(undoUntilWords({ source }, 0)).toBeNull();
    }
  });

  it('promises the time that the server keeps', () => {
    expect(words.undoUntil).toContain(`${KEEP_IMPORTS_DAYS}\u00a0jours`);
  });
});
