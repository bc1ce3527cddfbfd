import { describe, expect, it } from 'vitest';
import { pricesIn } from './prices.ts';

describe('pricesIn', () => {
  it.each([
    ['4 €', [4]],
    ['4\u00a0€', [4]],
    ['4€50', [4.5]],
    ['4,50 € la place', [4.5]],
    ['4,5 euros', [4.5]],
    ['Entrée : 1 200 €', [1200]],
    ['8 € sur place, 6 € en prévente', [8, 6]],
    ['de 4 à 6 €', [4, 6]],
    ['4/6 €', [4, 6]],
    ['5 €, gratuit pour les moins de 12 ans', [5, 0]],
    ['à partir de 8 €', [8]],
    ['6 € (6 € par enfant)', [6]],
    ['0 €', [0]],
  ])('reads %s', (text, prices) => {
    expect(pricesIn(text)).toEqual(prices);
  });

  it.each([
    'Prix libre',
    'Gratuit',
    'au chapeau',
    '12 ans et plus',
    'caution de 20 €',
    'jusqu’à 15 €',
    'tarif réduit',
    '2026',
  ])('says nothing of %s', (text) => {
    expect(pricesIn(text)).toEqual([]);
  });
});
