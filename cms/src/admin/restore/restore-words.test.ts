import { expect, it } from 'vitest';
import { letterLines, lettersInWords, placeOfFailed, publicationReasons, since } from './restore-words.ts';

const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const now = new Date('2026-11-29T12:00:00Z');
const pending = {
  restoredAt: '2026-11-29T11:00:00.000Z',
  madeAt: '2026-11-28T03:00:00.000Z',
  letters: null,
  publication: null,
};

it('counts the letters that wait by what they are', () => {
  const letters = [
    { kind: 'invitation', count: 21 },
    { kind: 'reminder', count: 1 },
    { kind: 'of-a-later-release', count: 2 },
  ];
  expect(letterLines(letters).map(spaces)).toEqual(['21 invitations de campagne', '1 relance', '2 lettres']);
  expect(spaces(lettersInWords(letters))).toBe('24 lettres');
});

it('says which time is concerned, and why the site waits', () => {
  expect(spaces(since(pending, now))).toMatch(/faite le 28 novembre.*remise en place/);
  expect(spaces(since({ ...pending, madeAt: null }, now))).toMatch(/n’est pas connue/);
  const why = { knownUntil: null, failed: ['a'], names: {} };
  expect(publicationReasons({ ...why, register: 'missing' }, now)).toHaveLength(2);
  expect(publicationReasons({ ...why, register: 'whole' }, now)).toHaveLength(1);
});

it('says up to when a register goes that may be a copy', () => {
  const copy = { register: 'unproven', failed: [], names: {} } as const;
  expect(publicationReasons({ ...copy, knownUntil: null }, now)[0]).toMatch(/copie.*ne connaît aucun retrait/);
  expect(publicationReasons({ ...copy, knownUntil: '2026-11-14T09:12:00.000Z' }, now)[0]).toMatch(
    /dernier retrait qu’il connaît.*14 novembre/,
  );
});

it('leads to what could not be done again, where there is something to see', () => {
  expect(placeOfFailed('abc', {}).path).toBe('/trame/associations/abc');
  expect(placeOfFailed('api::event.event abc', {})).toEqual({
    label: 'Événement (abc)',
    path: '/trame/events/abc',
  });
  expect(placeOfFailed('abc', { abc: 'Club' }).label).toBe('Club');
  expect(placeOfFailed('api::event.event a', { 'api::event.event a': 'Forum' }).label).toBe('Événement\u00a0: Forum');
  expect(placeOfFailed('admin::user abc', {}).path).toBeNull();
});
