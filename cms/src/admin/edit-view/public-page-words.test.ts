import { describe, expect, it } from 'vitest';
import { publicPageWords } from './public-page-words.ts';

describe('public page words', () => {
  it('calls attention to what residents do not see yet, and to nothing else', () => {
    expect(publicPageWords({ status: 'modified', isNew: false })).toMatchObject({ attention: true });
    expect(publicPageWords({ status: 'modified', isNew: false }).sentence).toContain('pas encore publiée');
    expect(publicPageWords({ status: 'draft', isNew: false }).attention).toBe(true);
    expect(publicPageWords({ status: 'published', isNew: false })).toEqual({
      sentence: 'La version en ligne est à jour.',
      attention: false,
    });
    expect(publicPageWords({ status: 'draft', isNew: true }).attention).toBe(false);
    expect(publicPageWords({ status: null, isNew: true }).sentence).toContain('enregistrez');
  });
});
