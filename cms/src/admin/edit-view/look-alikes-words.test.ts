import { expect, it } from 'vitest';
import { twinQuestion, twinTypeOf } from './look-alikes-words.ts';

const nothing = { name: '', commune: '', phone: '', email: '', rnaId: '', day: '', except: '' };

it('asks about what Strapi’s form holds', () => {
  const values = {
    name: 'Judo club',
    rnaId: 'W339009100',
    commune: { connect: [{ id: 3, apiData: { id: 3, documentId: 'c0mmune' } }], disconnect: [] },
    contacts: [{ name: 'Ana' }, { phone: '0536490001', email: 'a@example.org' }],
  };
  expect(twinQuestion('api::association.association', values)).toEqual({
    ...nothing,
    type: 'association',
    name: 'Judo club',
    rnaId: 'W339009100',
    commune: 'c0mmune',
    phone: '0536490001',
    email: 'a@example.org',
  });
  const event = { title: 'Loto', timings: [{ begin: '2027-09-04T22:30:00.000Z' }] };
  expect(twinQuestion('api::event.event', event)).toEqual({
    ...nothing,
    type: 'event',
    name: 'Loto',
    day: '2027-09-05',
  });
});

it('asks nothing of an empty form, or of one in a state of its own', () => {
  for (const values of [{}, { name: null, commune: null, contacts: 'x', timings: [{ begin: 'never' }] }])
    expect(twinQuestion('api::venue.venue', values)).toEqual({ ...nothing, type: 'venue' });
});

it('is about types that have look-alikes', () => {
  expect(twinTypeOf('api::theme.theme')).toBeNull();
  expect(twinTypeOf('constructor')).toBeNull();
});
