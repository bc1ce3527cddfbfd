import { describe, expect, it } from 'vitest';
import { eventLimits } from '../../domain/import/events/foreign-event.ts';
import { Refused } from '../../platform/http/refused.ts';
import type { ForeignPolicy } from '../../platform/foreign/fetch-foreign.ts';
import { fetchOpenAgenda, isOpenAgendaList } from './openagenda-pages.ts';

const ADDRESS = 'https://api.openagenda.com/v2/agendas/44891982/events?key=0123&relative[]=upcoming';
const policy: ForeignPolicy = {
  hosts: ['openagenda.com'],
  mostBytes: 10_000_000,
  mostHops: 2,
  milliseconds: 1_000,
  lookup: () => Promise.resolve([]),
};

/** A list of so many events, as the API pages it. @param asked what it was asked for, to be looked at */
const listOf = (count: number, asked: URL[] = [], over: object = {}) => {
  const events = Array.from({ length: count }, (_, rank) => ({ uid: rank + 1 }));
  return (address: string): Promise<Buffer> => {
    const { searchParams } = new URL(address);
    asked.push(new URL(address));
    const size = Number(searchParams.get('size'));
    const [, from = '0'] = searchParams.getAll('after[]');
    const page = events.slice(Number(from), Number(from) + size);
    const after = page.length === 0 ? null : ['2027-01-01', Number(from) + page.length];
    return Promise.resolve(Buffer.from(JSON.stringify({ total: count, events: page, after, ...over })));
  };
};
const read = async (fetchPage: (address: string, policy: ForeignPolicy) => Promise<Buffer>, address = ADDRESS) =>
  JSON.parse(String(await fetchOpenAgenda(address, policy, fetchPage))) as { total: number; events: { uid: number }[] };

describe('a list of the API', () => {
  it.each([
    [ADDRESS, true],
    ['https://api.openagenda.com/v3/agendas/1/events/', true],
    ['https://api.openagenda.com/v2/agendas/1/events/12', false],
    ['https://openagenda.com/agendas/1/events.v2.ics', false],
    ['https://openagenda.com.evil.example/v2/agendas/1/events', false],
    ['agenda', false],
  ])('is known by its address: %s', (address, wanted) => expect(isOpenAgendaList(address)).toBe(wanted));

  it('is followed to its end, with what the address asks for', async () => {
    const asked: URL[] = [];
    const { total, events } = await read(listOf(250, asked));
    expect([total, events.length, new Set(events.map(({ uid }) => uid)).size]).toEqual([250, 250, 250]);
    expect(asked.map(({ searchParams }) => searchParams.getAll('after[]'))).toEqual([
      [],
      ['2027-01-01', '100'],
      ['2027-01-01', '200'],
    ]);
    for (const { searchParams } of asked)
      expect(['key', 'relative[]', 'size'].map((name) => searchParams.get(name))).toEqual(['0123', 'upcoming', '100']);
  });

  it('of version 3 is followed too, whose names are others', async () => {
    const asked: URL[] = [];
    const pages = [3, 2].map((size, rank) => ({
      data: Array.from({ length: size }, (_, place) => ({ uid: rank * 10 + place })),
      pagination: { after: rank === 0 ? 'eyJ1aWQ' : null, limit: 100, total: 3, totalRelation: 'atLeast' },
    }));
    const { total, events } = await read((address) => {
      asked.push(new URL(address));
      return Promise.resolve(Buffer.from(JSON.stringify(pages[asked.length - 1])));
    }, 'https://api.openagenda.com/v3/agendas/1/events?city=Cavignac');
    expect([total, events.length]).toEqual([5, 5]);
    expect(asked.map(({ search }) => search)).toEqual([
      '?city=Cavignac&limit=100',
      '?city=Cavignac&limit=100&after=eyJ1aWQ',
    ]);
  });

  it('keeps the size that the address says', async () => {
    const asked: URL[] = [];
    expect((await read(listOf(50, asked), `${ADDRESS}&size=20`)).events).toHaveLength(50);
    expect(asked).toHaveLength(3);
  });

  it('ends, whatever the source says: always the same page, a total that never comes, too many', async () => {
    const asked: URL[] = [];
    await read(listOf(100, asked, { total: 9_999, after: ['a', '0'] }));
    expect(asked.length).toBeLessThanOrEqual(3);
    expect((await read(listOf(50, [], { total: 9_999 }))).total).toBe(9_999);
    const many = await read(listOf(100_000));
    expect(many.events.length).toBeGreaterThan(eventLimits.events);
    expect(many.events.length).toBeLessThan(eventLimits.events + 200);
  });

  it('leaves less to each next page, of bytes and of time', async () => {
    const given: ForeignPolicy[] = [];
    const list = listOf(250);
    await read((address, now) => {
      given.push(now);
      return list(address);
    });
    expect(given.map(({ mostBytes }) => mostBytes)).toEqual(
      [...given.map(({ mostBytes }) => mostBytes)].sort((a, b) => b - a),
    );
    expect(given[2]?.mostBytes).toBeLessThan(policy.mostBytes);
  });

  it('of which a page cannot be fetched is not read, and what is no list is left as it is', async () => {
    const list = listOf(250);
    let count = 0;
    const broken = (address: string) =>
      (count += 1) === 2 ? Promise.reject(new Refused('invalid', 'Interrompue.')) : list(address);
    await expect(read(broken)).rejects.toThrow('Interrompue.');
    const text = Buffer.from('BEGIN:VCALENDAR');
    expect(await fetchOpenAgenda(ADDRESS, policy, () => Promise.resolve(text))).toBe(text);
  });
});
