import { describe, expect, it } from 'vitest';
import { paragraphs } from './prose.ts';

describe('paragraphs', () => {
  it('makes one of each line, drops blank ones, sets French', () => {
    expect(paragraphs("L'atelier ouvre.\n\n  Venez !  \n")).toEqual(['L’atelier ouvre.', 'Venez\u202f!']);
  });
});
