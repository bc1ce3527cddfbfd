import { describe, expect, it } from 'vitest';
import { LettersCheck } from '../../domain/contract/desk/campaign.ts';
import { envelopeFault, envelopeTitle } from './envelope-words.ts';

const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const fault = (part: LettersCheck['faults'][number]['part'], association = 'a') => ({
  association,
  name: 'Judo club',
  part,
  was: 'Maison des associations, porte de gauche',
  becomes: 'Maison des…',
});

describe('envelopes to mend', () => {
  it('are counted by association', () => {
    const faults = [fault('name'), fault('complement'), fault('absent', 'b')];
    expect(spaces(envelopeTitle({ letters: 40, faults }))).toBe('2 enveloppes à regarder sur 40');
  });

  it('are told line by line, whatever the line', () => {
    const sentences = LettersCheck.shape.faults.element.shape.part.options.map((part) => envelopeFault(fault(part)));
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(spaces(envelopeFault(fault('complement')))).toBe(
      'le complément d’adresse ne tient pas : « Maison des associations, porte de gauche » s’imprimera « Maison des… »',
    );
  });
});
