import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLines, type Piece } from './word-differences.ts';

const textOf = (pieces: readonly Piece[] | null) => pieces?.map(({ text }) => text).join('') ?? null;
const marked = (pieces: readonly Piece[] | null, kind: Piece['kind']) =>
  (pieces ?? []).filter((piece) => piece.kind === kind).map(({ text }) => text.trim());

describe('two versions of a field', () => {
  it('marks the words that changed, and those only', () => {
    const [line] = compareLines(['Cours de danse pour enfants dès 6 ans.'], ['Cours de danse pour enfants dès 4 ans.']);
    expect(marked(line?.before ?? null, 'removed')).toEqual(['6']);
    expect(marked(line?.after ?? null, 'added')).toEqual(['4']);
  });

  it('marks neighbouring words as one change, and a text that was written anew as a whole', () => {
    const [line] = compareLines(
      ['Gratuit, casse-croûte fourni aux bénévoles du chantier'],
      ['Deux euros par an aux bénévoles du chantier'],
    );
    expect(marked(line?.after ?? null, 'added')).toEqual(['Deux euros par an']);
    const [anew] = compareLines(['Texte court, par l’office.'], ['Restaurer un moulin à vent arrêté depuis 1903.']);
    expect(anew?.after).toEqual([{ text: 'Restaurer un moulin à vent arrêté depuis 1903.', kind: 'added' }]);
  });

  it('does not cut a French word at its accents', () => {
    const [line] = compareLines(['Été musical'], ['Étés musicaux']);
    expect(marked(line?.after ?? null, 'added').join(' ')).toContain('Étés');
  });

  it('sets an activity beside its new version, wherever it stands in the list', () => {
    const before = ['Danse : mercredi, 14 h', 'Chorale : lundi, 20 h', 'Échecs : samedi'];
    const after = ['Chorale : lundi, 20 h 30', 'Danse : mercredi, 14 h', 'Yoga doux : vendredi matin'];
    const lines = compareLines(before, after);
    expect(lines.find(({ after }) => textOf(after)?.startsWith('Chorale'))?.before).not.toBeNull();
    expect(lines.filter(({ after }) => after === null).map(({ before }) => textOf(before))).toEqual([
      'Échecs : samedi',
    ]);
    expect(lines.filter(({ before }) => before === null).map(({ after }) => textOf(after))).toEqual([
      'Yoga doux : vendredi matin',
    ]);
  });

  it('says that a line only changed its place', () => {
    const lines = compareLines(['Sport', 'Culture', 'Nature'], ['Nature', 'Sport', 'Culture']);
    expect(lines.filter(({ moved }) => moved).map(({ after }) => textOf(after))).toEqual(['Nature']);
    expect(lines.flatMap(({ before }) => marked(before, 'removed'))).toEqual([]);
  });

  it('shows a text that was written anew as one text, and a first text as new', () => {
    expect(compareLines(['Club de foot'], ['Association sportive'])).toHaveLength(1);
    expect(compareLines([], ['Nouveau'])).toEqual([
      { before: null, after: [{ text: 'Nouveau', kind: 'added' }], moved: false },
    ]);
  });

  it('loses and invents nothing, whatever the two versions', () => {
    const line = fc.array(fc.constantFrom('danse', 'yoga', 'été', '14 h', 'à', 'Bagnères', 'chœur'), { maxLength: 5 });
    const text = fc.array(
      line.map((words) => words.join(' ')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = compareLines(before, after);
        expect(lines.flatMap((compared) => textOf(compared.after) ?? [])).toEqual(after);
        expect(lines.flatMap((compared) => textOf(compared.before) ?? []).sort()).toEqual([...before].sort());
      }),
    );
  });
});
