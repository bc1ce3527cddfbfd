import { describe, expect, it } from 'vitest';
import { screenText } from './screen-text.ts';

const source = { record: '', field: '' };

describe('screenText', () => {
  it('sets lines and paragraphs as French is', () => {
    expect(screenText.line("L'amicale\n recrute !", source)).toBe('L’amicale recrute\u202f!');
    expect(screenText.paragraphs('Un.\n\n  Deux.\r\n', source)).toEqual(['Un.', 'Deux.']);
  });

  it('leaves addresses as they are copied', () => {
    const long = 'une-adresse-vraiment-tres-longue.pour-un-livret@example.org';
    expect(screenText.address(long, source)).toBe(long);
  });

  it('says nothing of nothing', () => {
    expect(screenText.line(null, source)).toBeNull();
    expect(screenText.line(' \n ', source)).toBeNull();
    expect(screenText.paragraphs(null, source)).toEqual([]);
    expect(screenText.address('', source)).toBeNull();
  });
});
