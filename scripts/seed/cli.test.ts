import { describe, expect, it } from 'vitest';
import { PlainError } from '../lib/plain-error.ts';
import { readOptions } from './cli.ts';

describe('the options of pnpm seed', () => {
  it('are read, with the separator of pnpm or without', () => {
    expect(readOptions(['--associations', '1200', '--seed', '7'])).toEqual({
      demo: false,
      associations: 1200,
      seed: 7,
    });
    expect(readOptions(['--', '--demo'])).toEqual({ demo: true, associations: null, seed: 1 });
    expect(readOptions(['--help'])).toBeNull();
  });

  it.each([
    [[], 'Rien à faire'],
    [['--associations', 'beaucoup'], '« beaucoup »'],
    [['--associations', '-3'], 'Option inconnue ou incomplète'],
    [['--associations', '11001'], '11000'],
    [['--demo', '--seed', '1.5'], '--seed'],
    [['--demo', '--colour'], 'Option inconnue ou incomplète'],
  ])('are refused in a sentence: %j', (args, words) => {
    expect(() => readOptions(args)).toThrow(PlainError);
    expect(() => readOptions(args)).toThrow(words);
  });
});
