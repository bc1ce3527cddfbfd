import { describe, expect, it } from 'vitest';
import { placeNames } from './plain-style.ts';

const size = { width: 360, height: 400 };
const cezac = { name: 'Cézac', at: { x: 180, y: 200 } };
const anchorOf = (...given: Parameters<typeof placeNames>) => placeNames(...given).get('Cézac')?.anchor;

describe('the name of a commune', () => {
  it('stands below its dot, and past the pin that stands on it', () => {
    expect(placeNames([cezac], [], size).get('Cézac')).toEqual({ anchor: 'top', offset: [0, 0.5] });
    expect(placeNames([cezac], [cezac.at], size).get('Cézac')).toEqual({ anchor: 'top', offset: [0, 1.7] });
  });

  it('makes way for pins and for other names', () => {
    expect(anchorOf([cezac], [{ x: 180, y: 240 }], size)).toBe('bottom');
    const marsas = { name: 'Marsas', at: { x: 190, y: 206 } };
    const both = placeNames([marsas, cezac], [], size);
    expect([...both.values()].map(({ anchor }) => anchor)).toEqual(['top', 'bottom']);
  });

  it('finds its place before others when a pin stands on it, or when it is long', () => {
    const laruscade = { name: 'Laruscade', at: { x: 185, y: 203 } };
    expect(placeNames([cezac, laruscade], [], size).get('Laruscade')?.anchor).toBe('top');
    expect(anchorOf([laruscade, cezac], [cezac.at], size)).toBe('top');
  });

  it('is whole at each edge, or not there', () => {
    const long = 'Saint-Yzan-de-Soudiac';
    expect(placeNames([{ name: long, at: { x: 4, y: 200 } }], [], size).get(long)?.anchor).toBe('left');
    expect(placeNames([{ name: long, at: { x: 356, y: 200 } }], [], size).get(long)?.anchor).toBe('right');
    expect(anchorOf([{ ...cezac, at: { x: 180, y: 398 } }], [], size)).toBe('bottom');
    expect(placeNames([{ name: long, at: { x: 50, y: 50 } }], [], { width: 100, height: 100 }).size).toBe(0);
    expect(placeNames([{ ...cezac, at: { x: -5, y: 200 } }], [], size).size).toBe(0);
  });
});
