import { describe, expect, it } from 'vitest';
import { TroubledLetter } from '../../domain/contract/desk/mail-report.ts';
import { troubledGroups } from './troubled-words.ts';

const letter = (what: TroubledLetter['what'], key = what): TroubledLetter => ({
  key,
  kind: 'invitation',
  request: 'r1',
  to: 'bureau@chorale.example',
  at: '2026-07-02T08:00:00.000Z',
  what,
  words: 'Réponse du serveur',
});

describe('letters that somebody should look at', () => {
  it('stand in groups, each under a title, whatever they are', () => {
    const all = TroubledLetter.shape.what.options.map((what) => letter(what));
    const groups = troubledGroups(all);
    expect(groups.flatMap(({ letters }) => letters)).toHaveLength(all.length);
    expect(groups[0]?.what).toBe('sender');
    expect(troubledGroups([])).toEqual([]);
  });

  it('may be sent again unless they arrived or wait', () => {
    const may = troubledGroups(TroubledLetter.shape.what.options.map((what) => letter(what)))
      .filter(({ resendable }) => resendable)
      .map(({ what }) => what);
    expect(may).toEqual(['sender', 'unclear']);
  });
});
