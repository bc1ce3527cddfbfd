import { expect, it } from 'vitest';
import { editionInPreparation } from './edition-in-preparation.ts';

it('is the newest that is not frozen, or else the newest', () => {
  const frozen = { stage: 'figée' as const, year: 2027 };
  const [older, newer] = [
    { stage: 'épreuve' as const, year: 2025 },
    { stage: 'en préparation' as const, year: 2026 },
  ];
  expect(editionInPreparation([older, frozen, newer])).toBe(newer);
  expect(editionInPreparation([{ ...frozen, year: 2020 }, frozen])).toBe(frozen);
  expect(editionInPreparation([])).toBeNull();
});
