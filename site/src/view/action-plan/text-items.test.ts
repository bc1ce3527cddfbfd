import { describe, expect, it } from 'vitest';
import { readItems } from './text-items.ts';

describe('readItems', () => {
  it('takes one item a line, without the bullets that were typed', () => {
    expect(readItems('• Recenser\n- Classer\n–  Diffuser\n* Relancer\r\n\n -Mesurer')).toEqual([
      'Recenser',
      'Classer',
      'Diffuser',
      'Relancer',
      'Mesurer',
    ]);
  });

  it('leaves negative numbers, dashes within and emphasis alone', () => {
    expect(readItems('-5 % de gaspillage\nSaint-Savin – Cavignac\n*important*')).toEqual([
      '-5 % de gaspillage',
      'Saint-Savin – Cavignac',
      '*important*',
    ]);
  });

  it('is empty for nothing', () => {
    expect(readItems(null)).toEqual([]);
    expect(readItems(' \n•\n --- ')).toEqual([]);
  });
});
