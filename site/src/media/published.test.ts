import { describe, expect, it } from 'vitest';
import { widthsFor } from './published.ts';

describe('widthsFor', () => {
  it('never makes a picture wider than it is', () => {
    expect(widthsFor(2000, [480, 960, 1600])).toEqual([480, 960, 1600]);
    expect(widthsFor(1600, [480, 960, 1600])).toEqual([480, 960, 1600]);
    expect(widthsFor(700, [480, 960, 1600])).toEqual([480, 700]);
    expect(widthsFor(50, [96, 192])).toEqual([50]);
  });
});
