import { describe, expect, it } from 'vitest';
import { csv, machineCsv } from './csv.ts';

describe('csv', () => {
  it('quotes what would break a row, and doubles quotes', () => {
    expect(csv(['nom', 'note'], [['Judo ; club', 'dit "le dojo"\nde Marsas']], 'spreadsheet')).toBe(
      '\ufeffnom;note\r\n"Judo ; club";"dit ""le dojo""\nde Marsas"\r\n',
    );
  });

  it('writes nothing for an absent value, and yes or no in French', () => {
    expect(csv(['a', 'b', 'c', 'd'], [[null, true, false, 12]], 'program')).toBe('\ufeffa;b;c;d\r\n;oui;non;12\r\n');
  });

  it('keeps a spreadsheet from running a name', () => {
    expect(csv(['nom'], [['=HYPERLINK("http://x")'], ['-cmd'], ['+33'], ['@a'], [' =1'], ['＝1']], 'spreadsheet')).toBe(
      `\ufeffnom\r\n"'=HYPERLINK(""http://x"")"\r\n'-cmd\r\n'+33\r\n'@a\r\n' =1\r\n'＝1\r\n`,
    );
  });

  it('gives a program every text as it is, back to the last sign', () => {
    const texts = [
      '=1+1',
      '+34 612 345 678',
      '@ccueil',
      '- de 18 ans',
      'Judo ; club',
      'dit "le dojo"\nde Marsas',
      ' a ',
    ];
    expect(
      readCsv(
        csv(
          ['texte'],
          texts.map((text) => [text]),
          'program',
        ),
      ),
    ).toEqual([['texte'], ...texts.map((text) => [text])]);
  });
});

/** RFC 4180, as a program reads it: quotes around what holds a separator, doubled within. */
function readCsv(file: string): string[][] {
  const cells = [...file.replace(/^\ufeff/, '').matchAll(/("(?:[^"]|"")*"|[^;\r\n]*)(;|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of cells) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ';') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('csv for machines', () => {
  it('is RFC 4180 to the letter, in the values of Table Schema, and guards nothing', () => {
    expect(
      machineCsv(
        ['a', 'b'],
        [
          [null, true],
          ['+33', 1.5],
          ['dit "le dojo", à Marsas', 'deux\nlignes'],
        ],
      ),
    ).toBe('a,b\r\n,true\r\n+33,1.5\r\n"dit ""le dojo"", à Marsas","deux\nlignes"\r\n');
  });
});
