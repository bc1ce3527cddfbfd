import { describe, expect, it } from 'vitest';
import { french } from './french.ts';

describe('french', () => {
  it('sets a text as French is, the second time as the first', () => {
    expect(french("L'été : quoi ?")).toBe('L’été\u00a0: quoi\u202f?');
    expect(french("L'été : quoi ?")).toBe('L’été\u00a0: quoi\u202f?');
  });
});
