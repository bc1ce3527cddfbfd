import { describe, expect, it } from 'vitest';
import type { JournalLine } from '../../domain/contract/desk/review.ts';
import { byDay, changesWords, chosenAtFirst, nothingWords, reverting } from './journal-words.ts';

const now = new Date('2026-07-20T10:00:00.000Z');
const line = (id: string, at: string): JournalLine => ({
  id,
  at,
  who: 'Claire',
  what: 'Fiche modifiée',
  subject: 'Chorale',
  association: 'x1',
  differences: [{ field: 'summary', label: 'Présentation courte', before: ['a'], after: ['b'], conflict: null }],
  revertible: true,
  unreadable: null,
});

describe('the journal', () => {
  it('stands under its days of Paris, the newest first', () => {
    const days = byDay(
      [
        line('c', '2026-07-20T08:00:00.000Z'),
        line('b', '2026-07-19T22:30:00.000Z'),
        line('a', '2026-07-19T08:00:00.000Z'),
      ],
      now,
    );
    expect(days.map(({ title, lines }) => [title, lines.map(({ id }) => id)])).toEqual([
      ['Aujourd’hui', ['c', 'b']],
      ['Dimanche 19 juillet 2026', ['a']],
    ]);
    expect(byDay([], now)).toEqual([]);
  });

  it('begins with what the line itself changed when it is put back, and says what becomes of the rest', () => {
    const field = (name: string, own: boolean) => ({
      difference: { field: name, label: name, before: ['a'], after: ['b'], conflict: null },
      own,
      told: [],
    });
    expect(chosenAtFirst({ fields: [field('howToJoin', true), field('acronym', false)] })).toEqual(['howToJoin']);
    expect(nothingWords({ told: [] })).toBe(reverting.nothing);
    expect(nothingWords({ told: ['Anne\u00a0: pas remis.'] })).toBe('Anne\u00a0: pas remis.');
    expect(reverting.meaning('Chorale')).toContain('reste tel qu’il est');
    expect(reverting.act(1)).toBe('Remettre et publier');
    expect(reverting.act(2)).toBe('Remettre 2 champs et publier');
    expect(changesWords(line('a', '2026-07-19T08:00:00.000Z')).replace('\u00a0', ' ')).toBe('1 champ changé');
  });
});
