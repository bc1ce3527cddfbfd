import { expect, it } from 'vitest';
import { verifiedWords } from './association-words.ts';

it('says when an entry was last checked, and how', () => {
  expect(verifiedWords({ verifiedOn: '2026-06-03', verifiedBy: 'téléphone' })).toBe(
    'Vérifiée le 3 juin 2026 par téléphone.',
  );
  expect(verifiedWords({ verifiedOn: '2026-06-03', verifiedBy: '' })).toBe('Vérifiée le 3 juin 2026.');
  expect(verifiedWords({ verifiedOn: '', verifiedBy: '' })).toContain('jamais');
});
