import { expect, it } from 'vitest';
import type { Saving, Values } from '../engine/rule.ts';
import { mapBackgrounds } from './map-backgrounds.ts';

const save = async (data: Values) => {
  const saving = {
    uid: 'api::site-settings.site-settings',
    action: 'update',
    data,
    publishes: true,
  } as unknown as Saving;
  return (await mapBackgrounds.onSave?.(saving))?.map(({ path, message }) => [path.join('.'), message.slice(0, 20)]);
};

it('a background of the map has an address that a browser may ask, stored whole, and says who made it', async () => {
  const data: Values = { mapAddress: 'cartes.example.org/style.json', mapAttribution: 'IGN' };
  expect(await save(data)).toEqual([]);
  expect(data['mapAddress']).toBe('https://cartes.example.org/style.json');
  expect(await save({ mapAddress: 'https://cartes.example.org/style.json', mapAttribution: ' ' })).toEqual([
    ['mapAttribution', 'Dites qui a fait ce '],
  ]);
  expect(await save({ mapAddress: 'http://cartes.example.org/a', mapAttribution: 'IGN' })).toEqual([
    ['mapAddress', 'Ce fond de carte doi'],
  ]);
});

it('no background says nothing, and what is not being changed is not asked', async () => {
  expect(await save({ mapAddress: null, mapAttribution: null })).toEqual([]);
  expect(await save({ siteName: 'Annuaire' })).toEqual([]);
  expect(await save({ mapAddress: 'https://cartes.example.org/style.json' })).toEqual([]);
});
