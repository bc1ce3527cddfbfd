import { expect, test } from 'vitest';
import { readRegistration } from './registration.ts';

test.each([
  ['05 36 49 00 00', { kind: 'téléphone', value: '+33536490000' }],
  ['Contact@Example.org', { kind: 'courriel', value: 'Contact@example.org' }],
  ['www.example.org/inscription', { kind: 'lien', value: 'https://www.example.org/inscription' }],
])('« %s » says of itself what it is', (text, value) => expect(readRegistration(text)).toEqual({ ok: true, value }));

test.each(['à l’accueil', '12', 'a@', ''])('« %s » is asked again', (text) =>
  expect(readRegistration(text)).toMatchObject({ ok: false }),
);
