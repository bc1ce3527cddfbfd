import { describe, expect, it } from 'vitest';
import { clearedText, REMOVED } from '../../domain/cleared-text.ts';

import { isReachedBy, reachMark, withdrawnPatterns } from '../../platform/links/reach.ts';

describe('a number that is withdrawn', () => {
  const withdrawn = withdrawnPatterns([{ phone: '+33536490012', email: 'Marie@Example.org' }]);

  it('leaves a text however it is written, and others stay', () => {
    for (const written of [
      '05 36 49 00 12',
      '05.36.49.00.12',
      '0536490012',
      '+33 (0)5 36 49 00 12',
      'marie@example.org',
      'MARIE@EXAMPLE.ORG',
    ]) {
      expect(clearedText(`Voir ${written}, puis 05 36 49 00 13.`, withdrawn, { kind: 'text' })).toBe(
        `Voir ${REMOVED}, puis 05 36 49 00 13.`,
      );
    }
    expect(clearedText('anne-marie@example.org', withdrawn, { kind: 'text' })).toBe('anne-marie@example.org');
  });
});

describe('whom a link is of', () => {
  it('is an address whatever its capitals, else a number', () => {
    expect(reachMark({ email: ' Marie@example.org', phone: '+331' })).toBe(reachMark({ email: 'marie@example.org' }));
    expect(reachMark({ phone: '+331' })).not.toBe(reachMark({ email: '+331' }));
    expect(reachMark({ email: '', phone: null })).toBeNull();
  });

  it('is nobody by what both lack', () => {
    expect(isReachedBy({ email: '', phone: null }, { email: '', phone: null })).toBe(false);
    expect(isReachedBy({ email: 'a@b.fr', phone: '+331' }, { email: 'c@d.fr', phone: '+331' })).toBe(true);
  });
});
