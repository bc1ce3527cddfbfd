import { expect, it } from 'vitest';
import { PRESENCE_SECONDS } from '../domain/contract/desk/record.ts';
import { notePresence } from './presence.ts';

const RECORD = { uid: 'api::association.association', documentId: 'a' };
const CAMILLE = { name: 'Camille', id: '1' };
const LOUIS = { name: 'Louis', id: '2' };
const beat = PRESENCE_SECONDS * 1000;

it('tells who else has a record open, until they leave or their page says nothing any more', () => {
  expect(notePresence(RECORD, CAMILLE, { now: 0 })).toEqual([]);
  expect(notePresence(RECORD, LOUIS, { now: beat })).toEqual([{ name: 'Camille' }]);
  expect(notePresence(RECORD, CAMILLE, { now: beat })).toEqual([{ name: 'Louis' }]);
  expect(notePresence({ ...RECORD, documentId: 'b' }, LOUIS, { now: beat })).toEqual([]);
  // One beat was lost.
  expect(notePresence(RECORD, LOUIS, { now: 3 * beat })).toEqual([{ name: 'Camille' }]);
  expect(notePresence(RECORD, LOUIS, { now: 4 * beat })).toEqual([]);
  expect(notePresence(RECORD, CAMILLE, { now: 4 * beat })).toEqual([{ name: 'Louis' }]);
  expect(notePresence(RECORD, LOUIS, { leaving: true, now: 4 * beat })).toEqual([{ name: 'Camille' }]);
  expect(notePresence(RECORD, CAMILLE, { now: 4 * beat })).toEqual([]);
});

it('forgets whoever closed the window without a word within half a minute', () => {
  notePresence(RECORD, CAMILLE, { now: 0 });
  expect(notePresence(RECORD, LOUIS, { now: 28_000 })).toEqual([]);
});
