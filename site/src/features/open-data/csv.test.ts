import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';

describe('csv', () => {
  it('quotes what would break a row, and doubles quotes', () => {
    expect(csv(['nom', 'note'], [['Judo ; club', 'dit "le dojo"\nde Marsas']])).toBe(
      '\ufeffnom;note\r\n"Judo ; club";"dit ""le dojo""\nde Marsas"\r\n',
    );
  });

  it('writes nothing for an absent value, and yes or no in French', () => {
    expect(csv(['a', 'b', 'c', 'd'], [[null, true, false, 12]])).toBe('\ufeffa;b;c;d\r\n;oui;non;12\r\n');
  });

  it('keeps a spreadsheet from running a name', () => {
    expect(csv(['nom'], [['=HYPERLINK("http://x")'], ['-cmd'], ['+33'], ['@a']])).toBe(
      `\ufeffnom\r\n"'=HYPERLINK(""http://x"")"\r\n'-cmd\r\n'+33\r\n'@a\r\n`,
    );
  });
});
