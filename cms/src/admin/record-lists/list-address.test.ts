import { describe, expect, it } from 'vitest';
import { anyRecord, type RecordCriteria } from '../../domain/contract/desk/finding.ts';
import { asks, readAddress, writeAddress } from './list-address.ts';

const criteria: RecordCriteria = {
  question: 'judo & co',
  types: ['api::association.association', 'api::venue.venue'],
  states: ['modifiée', 'hors ligne'],
  gaps: ['contact papier'],
  commune: 'abc',
  theme: 'def',
  unverifiedMonths: 12,
  printedOnly: true,
};

describe('the address of a list', () => {
  it('says all that is looked at, and reads it back', () => {
    const looked = { list: null, criteria, page: 3 };
    expect(readAddress(new URLSearchParams(writeAddress(looked).toString()))).toEqual(looked);
    const named = { list: 'sans-commune', criteria: anyRecord, page: 1 };
    expect(writeAddress(named).toString()).toBe('liste=sans-commune');
    expect(readAddress(writeAddress(named))).toEqual(named);
  });

  it('that says nothing, or something wrong, asks for nothing', () => {
    expect(readAddress(new URLSearchParams())).toEqual({ list: null, criteria: anyRecord, page: 1 });
    const wrong = 'types=x,user&etats=y&manque=z&mois=-3&papier=1&page=0&commune=';
    expect(readAddress(new URLSearchParams(wrong))).toEqual({ list: null, criteria: anyRecord, page: 1 });
  });
});

it('knows what asks for anything', () => {
  expect(asks(anyRecord)).toBe(false);
  for (const [key, value] of Object.entries(criteria)) expect(asks({ ...anyRecord, [key]: value }), key).toBe(true);
});
