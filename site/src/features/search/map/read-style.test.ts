import { describe, expect, it } from 'vitest';
import { allowedAddress, BackgroundFault, readStyle } from './read-style.ts';

const address = 'https://cartes.example.org/styles/plan/style.json?key=k';
const style = (changes: object = {}) => ({ version: 8, sources: {}, layers: [], ...changes });

describe('a style', () => {
  it('has the addresses of its own server whole, with their blanks', () => {
    const read = readStyle(
      style({
        sources: {
          plan: { type: 'vector', tiles: ['../../tuiles/{z}/{x}/{y}.pbf'] },
          relief: { type: 'raster-dem', url: 'https://cartes.example.org/relief.json' },
          bords: { type: 'geojson', data: '/bords.geojson' },
        },
        sprite: './sprite',
        glyphs: '/fontes/{fontstack}/{range}.pbf',
      }),
      address,
    );
    expect(read).toMatchObject({
      sources: {
        plan: { tiles: ['https://cartes.example.org/tuiles/{z}/{x}/{y}.pbf'] },
        relief: { url: 'https://cartes.example.org/relief.json' },
        bords: { data: 'https://cartes.example.org/bords.geojson' },
      },
      sprite: 'https://cartes.example.org/styles/plan/sprite',
      glyphs: 'https://cartes.example.org/fontes/{fontstack}/{range}.pbf',
    });
  });

  it.each([
    ['nothing', null],
    ['a page', '<html>'],
    ['a list', []],
    ['an older version', style({ version: 7 })],
    ['no sources', style({ sources: [] })],
    ['no layers', style({ layers: {} })],
    ['a source that is none', style({ sources: { plan: 'x' } })],
    ['an address that is none', style({ sources: { plan: { type: 'vector', url: 5 } } })],
    [
      'tiles of another server',
      style({ sources: { plan: { type: 'vector', tiles: ['https://ailleurs.example.net/{z}'] } } }),
    ],
    ['data of another server', style({ sources: { plan: { type: 'geojson', data: '//ailleurs.example.net/a' } } })],
    ['signs of another server', style({ sprite: [{ id: 'a', url: 'https://ailleurs.example.net/s' }] })],
    ['letters without TLS', style({ glyphs: 'http://cartes.example.org/{fontstack}/{range}.pbf' })],
    ['a script for an address', style({ sprite: 'javascript:alert(1)' })],
  ])('that is or has %s is refused', (_what, file) => {
    expect(() => readStyle(file, address)).toThrow(BackgroundFault);
  });

  it('keeps nothing that fetches by itself in ways of its own', () => {
    const read = readStyle(style({ 'font-faces': { a: 'https://ailleurs.example.net/a.woff2' } }), address);
    expect(read).not.toHaveProperty('font-faces');
  });
});

it('lets requests to its own server pass, and no other', () => {
  const origin = 'https://cartes.example.org';
  expect(allowedAddress('https://cartes.example.org/1/2/3.pbf', origin).pathname).toBe('/1/2/3.pbf');
  for (const other of [
    'https://cartes.example.org.ailleurs.example.net/1',
    'https://cartes.example.org:8443/1',
    'https://moi@cartes.example.org/1',
    'https://ailleurs.example.net/1',
    'pas une adresse',
  ])
    expect(() => allowedAddress(other, origin), other).toThrow(BackgroundFault);
});
