import { describe, expect, it } from 'vitest';
import { noticeOf } from './notice.ts';
import { sampleTiming } from './sample-event.ts';

const timings = [sampleTiming('2026-09-05T08:00:00.000Z')];

describe('noticeOf', () => {
  it('says nothing of what is as planned', () => {
    expect(noticeOf({ state: 'prévu', timings }, false)).toBeNull();
  });

  it('tells a new date from a date that is still unknown', () => {
    expect(noticeOf({ state: 'reporté', timings }, false)).toContain('la date ci-dessous est la nouvelle');
    expect(noticeOf({ state: 'reporté', timings: [] }, false)).toContain('pas encore connue');
  });

  it('keeps only a cancellation once the day is over', () => {
    expect(noticeOf({ state: 'complet', timings }, true)).toBeNull();
    expect(noticeOf({ state: 'annulé', timings }, true)).toContain('Annulé');
  });
});
