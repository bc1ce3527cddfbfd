import { describe, expect, it } from 'vitest';
import { toHome, toLanguages, toSettings } from './single-types.ts';
import { easyTextFor } from './values.ts';

type Settings = Parameters<typeof toLanguages>[0];
const settings = (boxes: Partial<Settings>) => boxes as Settings;

describe('the languages of the site', () => {
  it('are those whose box is ticked, and nothing at all without one', () => {
    expect(toLanguages(settings({ inArabic: true, inEnglish: true, inSpanish: false }))).toEqual({
      languages: ['anglais', 'arabe'],
    });
    // Settings of before it was asked.
    expect(toLanguages(settings({}))).toEqual({});
  });
});

describe('a text that is easy to read', () => {
  it('goes to the site alone, and is absent when nobody wrote it', () => {
    expect(easyTextFor('web', ' Venez. ')).toEqual({ easyText: 'Venez.' });
    for (const [channel, text] of [
      ['print', 'Venez.'],
      ['web', '  '],
      ['web', null],
    ] as const)
      expect(easyTextFor(channel, text)).toEqual({});
  });

  it('stands on the home page', () => {
    const row = { title: 'Accueil', introduction: 'Bonjour.', easyText: 'Bonjour.' } as Parameters<typeof toHome>[0];
    expect(toHome(row, 'web').easyText).toBe('Bonjour.');
    expect(toHome(row, 'print')).not.toHaveProperty('easyText');
  });
});

type Row = Parameters<typeof toSettings>[0];
const mapOf = (row: object, channel: Parameters<typeof toSettings>[1] = 'web') => toSettings(row as Row, channel).map;

it('the background of the map leaves for the site alone, whole or not at all', () => {
  const chosen = { mapAddress: 'https://cartes.example.org/style.json', mapAttribution: 'IGN' };
  expect(mapOf(chosen)).toEqual({ address: 'https://cartes.example.org/style.json', attribution: 'IGN' });
  for (const other of [
    {},
    { ...chosen, mapAttribution: ' ' },
    { ...chosen, mapAddress: null },
    // Written around the rules: the site is built all the same.
    { ...chosen, mapAddress: 'javascript:alert(1)' },
  ])
    expect(mapOf(other), JSON.stringify(other)).toBeUndefined();
  expect(mapOf(chosen, 'print')).toBeUndefined();
});
