import { describe, expect, it } from 'vitest';
import { anyRecord, type RecordCriteria } from '../domain/contract/desk/finding.ts';
import type { IndexedRecord } from '../entries/record-index/indexed-record.ts';
import { matches, monthsBefore } from './matches.ts';
import { ownLists } from './own-lists.ts';

const TODAY = '2026-11-29';
const association: IndexedRecord = {
  uid: 'api::association.association',
  documentId: 'a',
  title: 'Judo club',
  detail: 'Cavignac',
  state: 'en ligne',
  names: [],
  rnaId: null,
  siret: null,
  website: null,
  commune: 'cavignac',
  communes: ['cavignac', 'marcenais'],
  themes: ['sport'],
  contacts: [],
  gaps: [],
  verifiedOn: '2026-07-01',
  inPrint: true,
  days: [],
  calledOff: false,
};
const is = (criteria: Partial<RecordCriteria>, record: Partial<IndexedRecord> = {}) =>
  matches({ ...association, ...record }, { ...anyRecord, ...criteria }, TODAY);
const on = (record: Partial<IndexedRecord>) =>
  ownLists.flatMap(({ id, criteria }) => (matches({ ...association, ...record }, criteria, TODAY) ? [id] : []));

describe('a list', () => {
  it('that asks for nothing holds everything', () => {
    expect(is({})).toBe(true);
  });

  it('wants all its conditions, and one of what may be lacking', () => {
    expect(is({ commune: 'marcenais', theme: 'sport', states: ['en ligne'] })).toBe(true);
    expect(is({ commune: 'cezac' })).toBe(false);
    expect(is({ theme: 'culture' })).toBe(false);
    expect(is({ types: ['api::event.event'] })).toBe(false);
    expect(is({ gaps: ['commune', 'contact'] }, { gaps: ['contact'] })).toBe(true);
    expect(is({ gaps: ['commune'] }, { gaps: ['contact'] })).toBe(false);
  });

  it('counts months from the day, never verified included', () => {
    expect(is({ unverifiedMonths: 4 }, { verifiedOn: '2026-07-28' })).toBe(true);
    expect(is({ unverifiedMonths: 4 }, { verifiedOn: '2026-07-29' })).toBe(false);
    expect(is({ unverifiedMonths: 4 }, { verifiedOn: null })).toBe(true);
    expect(is({ unverifiedMonths: 4 }, { uid: 'api::venue.venue', verifiedOn: null })).toBe(false);
    expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28');
    expect(monthsBefore('2028-02-29', 12)).toBe('2027-02-28');
    expect(monthsBefore('2026-01-15', 1)).toBe('2025-12-15');
  });

  it('of what is printed holds nothing else', () => {
    expect(is({ printedOnly: true })).toBe(true);
    expect(is({ printedOnly: true }, { inPrint: false })).toBe(false);
    for (const state of ['brouillon', 'hors ligne', 'refusée'] as const)
      expect(is({ printedOnly: true }, { state })).toBe(false);
  });
});

describe('our own lists', () => {
  it('hold nothing of a record that is all right', () => {
    expect(on({})).toEqual([]);
  });

  it('each hold what their sentence says', () => {
    expect(on({ state: 'modifiée' })).toEqual(['modifications']);
    expect(on({ state: 'brouillon' })).toEqual(['jamais-publiees']);
    expect(on({ state: 'hors ligne' })).toEqual(['hors-ligne']);
    expect(on({ state: 'refusée' })).toEqual(['refusees']);
    expect(on({ gaps: ['contact papier'] })).toEqual(['avant-impression']);
    expect(on({ gaps: ['contact papier'], inPrint: false })).toEqual([]);
    expect(on({ gaps: ['contact web'] })).toEqual(['sans-contact']);
    expect(on({ gaps: ['commune'] })).toEqual(['avant-impression', 'sans-commune']);
    expect(on({ verifiedOn: '2025-11-28' })).toEqual(['non-verifiees']);
    expect(on({ verifiedOn: '2025-11-29' })).toEqual([]);
    const event = { uid: 'api::event.event', inPrint: false, verifiedOn: null, gaps: ['date'] } as const;
    expect(on(event)).toEqual(['sans-date']);
    expect(on({ ...event, calledOff: true })).toEqual([]);
  });

  it('have a name, a sentence and an address of their own', () => {
    expect(new Set(ownLists.map(({ id }) => id)).size).toBe(ownLists.length);
    for (const { id, sentence } of ownLists) {
      expect(id).toMatch(/^[a-z-]+$/);
      expect(sentence).toMatch(/[.]$/);
    }
  });
});
