import { describe, expect, it } from 'vitest';
import type { Event } from '@trame/cms/domain/contract/site/event';
import { sampleEvent, sampleTiming } from './sample-event.ts';
import { spansOf } from './span.ts';
import { stateInWords } from './state-words.ts';

const PLACE = 'Salle des fêtes, Cavignac';
const JUNE = sampleTiming('2026-06-06T08:00:00.000Z', '2026-06-06T16:00:00.000Z');
const words = (changes: Partial<Event>, under = false, at = 0) => {
  const event = sampleEvent({ timings: [JUNE], ...changes });
  const span = event.timings.flatMap(spansOf)[at] ?? null;
  return stateInWords(event, { span, place: PLACE }, under).words?.replaceAll('\u00a0', ' ') ?? null;
};

describe('what a list says of an event that is not as planned', () => {
  it('is to when it was put off', () => {
    expect(words({ state: 'reporté' })).toBe('Reporté au samedi 6 juin');
    expect(words({ state: 'reporté', timings: [] })).toBe('Reporté, nouvelle date à venir');
    const first = sampleTiming('2026-05-01T08:00:00.000Z', null, { state: 'reporté' });
    expect(words({ timings: [first] })).toBe('Reporté, nouvelle date à venir');
    const moved = { ...first, moved: { begin: '2026-07-01T08:00:00.000Z', end: null, allDay: false } };
    // Of one date of two: under that date, and neither under the other nor of the event as a whole.
    expect(words({ timings: [moved, JUNE] }, true)).toBe('Reporté au mercredi 1er juillet');
    expect(words({ timings: [moved, JUNE] }, true, 2)).toBeNull();
    expect(words({ timings: [moved, JUNE] })).toBeNull();
  });

  it('is where it moved to', () => {
    expect(words({ state: 'déplacé' })).toBe(`Déplacé : ${PLACE}`);
    const event = sampleEvent({ state: 'déplacé' });
    expect(stateInWords(event, { span: null, place: null }, false).words).toBe('Déplacé');
  });

  it('is one word where one says it', () => {
    expect(words({ state: 'annulé' })).toBe('Annulé');
    expect(words({ state: 'complet' })).toBe('Complet');
    expect(words({})).toBeNull();
  });
});
