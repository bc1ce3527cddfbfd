import { expect, it } from 'vitest';
import { parseMapAddress } from './map-background.ts';

it('takes the address of a style or of a file, whole or without its scheme', () => {
  const said = 'https://data.geopf.fr/annexes/ressources/vectorTiles/styles/PLAN.IGN/standard.json';
  expect(parseMapAddress(` ${said}#5/46/2 `)).toEqual({ ok: true, value: said });
  expect(parseMapAddress('cartes.example.org/territoire.pmtiles')).toEqual({
    ok: true,
    value: 'https://cartes.example.org/territoire.pmtiles',
  });
  expect(parseMapAddress('https://cartes.example.org/style.json?key=abc')).toMatchObject({ ok: true });
});

it.each([
  ['http://cartes.example.org/style.json', 'https://'],
  ['https://tuiles.example.org/{z}/{x}/{y}.png', 'morceaux'],
  ['https://tuiles.example.org/%7Bz%7D/1/2.png', 'morceaux'],
  ['https://192.0.2.4/style.json', 'adresse web'],
  ['https://localhost/style.json', 'adresse web'],
  ['https://moi:secret@cartes.example.org/style.json', 'adresse web'],
  ['javascript:alert(1)', 'page web'],
  ['https://cartes.example.org; script-src *', 'espace'],
])('refuses %s and says how to mend it', (typed, mend) => {
  const read = parseMapAddress(typed);
  expect(read.ok).toBe(false);
  expect(read.ok ? '' : read.message).toContain(mend);
});
