import { describe, expect, it } from 'vitest';
import type { StaleEntriesReport } from '../../domain/contract/desk/stale-entries.ts';
import {
  byDeparture,
  leavesOn,
  takenWords,
  takingOffline,
  staleEntriesFigures,
  staleEntriesHead,
} from './stale-entries-words.ts';

const spaces = (text: string | undefined) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');
const entry = (name: string) => ({ association: name, name, missed: 3 });
const entries = (count: number) => Array.from({ length: count }, (_, rank) => entry(`Club ${rank}`));
const report = (part: Partial<StaleEntriesReport> = {}): StaleEntriesReport => ({
  counts: { published: 85, toConfirm: 12, offPaper: 4 },
  warned: [],
  due: [],
  needsEditor: false,
  most: 4,
  unreached: [],
  ...part,
});
const warned = (name: string, offlineOn: string) => ({ ...entry(name), offlineOn });

describe('the head of the page', () => {
  it('asks the editor only when more are due than may go by themselves, and says what to check first', () => {
    const words = staleEntriesHead(report({ due: entries(9), needsEditor: true }));
    expect(words.tone).toBe('warning');
    expect(spaces(words.headline)).toBe('9 fiches attendent votre décision');
    expect(words.details[0]).toContain('pas plus de 4 par jour');
    expect(words.details[1]).toContain('réponses qui attendent');
    expect(staleEntriesHead(report({ due: entries(2) })).details[0]).toContain('rien à faire');
  });

  it('tells what comes next, for one and for several', () => {
    expect(spaces(staleEntriesHead(report({ due: entries(1) })).headline)).toBe('1 fiche quitte le site d’ici demain');
    expect(spaces(staleEntriesHead(report({ warned: [warned('Club', '2026-10-03')] })).headline)).toBe(
      '1 association est prévenue que sa fiche va quitter le site',
    );
    expect(
      spaces(staleEntriesHead(report({ warned: [warned('A', '2026-10-03'), warned('B', '2026-10-03')] })).headline),
    ).toBe('2 associations sont prévenues que leur fiche va quitter le site');
    expect(staleEntriesHead(report())).toMatchObject({ tone: 'success', details: [] });
  });
});

describe('the figures and the lists', () => {
  it('count what is online, to confirm, and of these not printed', () => {
    expect(staleEntriesFigures(report().counts).map(({ value }) => value)).toEqual([85, 12, 4]);
  });

  it('say the day on which a warned entry leaves', () => {
    expect(spaces(leavesOn(warned('Club', '2026-10-03'), '2026-09-20'))).toBe(
      'Quitte le site le 3 octobre 2026 (3 éditions sans confirmation)',
    );
  });

  it('do not announce a day that has passed: the letter never left, so the entry stays', () => {
    const sentence = spaces(leavesOn(warned('Club', '2026-09-20'), '2026-09-20'));
    expect(sentence).toContain('pas encore partie : la fiche reste en ligne');
    expect(sentence).not.toContain('septembre');
  });

  it('begin with the first to leave, then go by name', () => {
    const sorted = byDeparture([
      warned('Zumba', '2026-10-03'),
      warned('Les Amis', '2026-10-03'),
      warned('Vélo', '2026-10-01'),
    ]);
    expect(sorted.map(({ name }) => name)).toEqual(['Vélo', 'Les Amis', 'Zumba']);
  });
});

describe('taking entries offline', () => {
  it('names the act by its number, and says that nothing is erased', () => {
    const { act, title, meaning } = takingOffline(9);
    expect(spaces(act)).toBe('Mettre ces 9 fiches hors ligne');
    expect(spaces(title)).toBe('Mettre ces 9 fiches hors ligne ?');
    expect(meaning).toContain('Rien n’est effacé');
    expect(takingOffline(1).act).toBe('Mettre cette fiche hors ligne');
    expect(takingOffline(1).meaning).toContain('Elle disparaît');
  });

  it('says what was done, what was not and why', () => {
    expect(spaces(takenWords({ taken: ['A', 'B'], left: [] }).headline)).toBe('2 fiches sont hors ligne');
    expect(takenWords({ taken: [], left: [] }).tone).toBe('neutral');
    const words = takenWords({
      taken: ['A'],
      left: [{ title: 'Judo club', reason: 'La fiche est ouverte ailleurs.' }],
    });
    expect(words.tone).toBe('warning');
    expect(spaces(words.headline)).toBe('1 fiche n’a pas pu être retirée, 1 l’a été');
    expect(words.details.map(spaces)).toEqual(['Judo club : La fiche est ouverte ailleurs.']);
  });
});
