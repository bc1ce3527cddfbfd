import { describe, expect, it } from 'vitest';
import { maskEmail, maskName, maskPhone } from './masked.ts';

describe('what is shown of a person', () => {
  it('is the first letter and the domain of an e-mail address', () => {
    expect(maskEmail('marie.durand@example.org')).toBe('m…@example.org');
    expect(maskEmail('nothing')).toBe('…');
  });

  it('is the first pair and the last pair of a number', () => {
    expect(maskPhone('+33536490012')).toBe('05\u00a0••\u00a0••\u00a0••\u00a012');
  });

  it('is initials of a name', () => {
    expect(maskName('  Marie  Durand ')).toBe('M… D…');
    expect(maskName('')).toBe('');
  });
});
