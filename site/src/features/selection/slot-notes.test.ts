import { describe, expect, it } from 'vitest';
import { forgotten, named, namesIn, noteOf, readSlotNotes, takenOff, writeSlotNotes } from './slot-notes.ts';

const monday = 'associations/judo-club~2.1-1800-1900';
const thursday = 'associations/judo-club~2.4-1800-';
const dance = 'associations/danse~1.4--+2';
const keys = [monday, thursday, dance];
const none = readSlotNotes(null);

describe('what is said of slots', () => {
  it.each(['Léa', 'Tom, l’aîné', '100 % à nous !', 'a=b', 'ليلى'])('is read as it was written: %s', (name) => {
    const notes = takenOff(named(none, keys, dance, name), monday);
    expect(readSlotNotes(writeSlotNotes(notes))).toEqual(notes);
  });

  it.each([
    '',
    ',',
    'x',
    `${monday}=`,
    `${monday}=%E0`,
    `${monday}=%20`,
    `${monday}=a=b`,
    '/associations/../x~1.1--!',
    'agenda/x~1.1--!',
  ])('%j is nothing', (text) => expect(readSlotNotes(text).size).toBe(0));

  it('keeps no line and no sign that hides', () => {
    const notes = named(none, keys, dance, ' L\u202eé\na ');
    expect(noteOf(notes, dance).who).toBe('L é a');
    expect(noteOf(named(none, keys, dance, 'x'.repeat(500)), dance).who).toHaveLength(40);
  });

  it('is the same for an activity, until somebody says otherwise', () => {
    const first = named(none, keys, monday, 'Léa');
    expect(keys.map((key) => noteOf(first, key).who)).toEqual(['Léa', 'Léa', null]);
    const second = named(first, keys, thursday, 'Tom');
    expect(keys.map((key) => noteOf(second, key).who)).toEqual(['Léa', 'Tom', null]);
    expect(namesIn(second)).toEqual(['Léa', 'Tom']);
    expect(noteOf(named(second, keys, monday, ' '), monday).who).toBeNull();
  });

  it('gives no name to a slot that was taken off', () => {
    const notes = named(takenOff(none, thursday), keys, monday, 'Léa');
    expect(noteOf(notes, thursday)).toEqual({ who: null, isOff: true });
  });

  it('travels without names when they are nobody’s business', () => {
    const notes = takenOff(named(none, keys, dance, 'Léa'), monday);
    expect(writeSlotNotes(notes, false)).toBe(`${monday}!`);
  });

  it('is forgotten with what it was said of', () => {
    const notes = takenOff(named(none, keys, monday, 'Léa'), dance);
    expect([...forgotten(notes, 'associations/judo-club').keys()]).toEqual([dance]);
    expect([...forgotten(notes, 'associations/judo-club~2').keys()]).toEqual([dance]);
    expect([...forgotten(notes, 'associations/judo').keys()]).toHaveLength(3);
  });
});
