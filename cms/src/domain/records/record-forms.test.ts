import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { contentOfEvent, eventFaults, eventFormOf, eventLacks, tidyEvent } from './event-form.ts';
import { eventFields } from './event-fields.ts';
import { contentOfGuide, guideFaults, guideFormOf, tidyGuide } from './guide-form.ts';
import { guideFields } from './guide-fields.ts';
import type { RecordFields } from './record-fields.ts';
import { contentOfResource, isAmountTyped, readEuros, resourceFaults, resourceFormOf } from './resource-form.ts';
import { resourceFields } from './resource-fields.ts';

const TODAY = '2026-11-29';

interface Attribute {
  readonly type: string;
  readonly maxLength?: number;
  readonly mappedBy?: string;
}
const attributesOf = (type: string): Record<string, Attribute> =>
  (
    JSON.parse(
      readFileSync(path.join(import.meta.dirname, '../../api', type, 'content-types', type, 'schema.json'), 'utf8'),
    ) as { attributes: Record<string, Attribute> }
  ).attributes;

/** Filled by programs, or from the other side. */
const NOT_IN_THE_FORM = ['externalIds'];

describe.each<[string, RecordFields, Record<string, unknown>]>([
  ['event', eventFields, contentOfEvent(eventFormOf({}), TODAY)],
  ['guide', guideFields, contentOfGuide(guideFormOf({}))],
  ['resource', resourceFields, contentOfResource(resourceFormOf({}))],
])('the form of %s', (type, fields, content) => {
  const attributes = attributesOf(type);

  it('holds every attribute that an editor fills', () => {
    const filled = Object.keys(attributes).filter(
      (name) => attributes[name]?.mappedBy === undefined && !NOT_IN_THE_FORM.includes(name),
    );
    expect(Object.keys(content).sort()).toEqual(filled.sort());
  });

  it('has the limits of the schema', () => {
    for (const [name, { maxLength }] of Object.entries(attributes)) {
      expect([name, fields[name]?.limit]).toEqual([name, maxLength]);
    }
  });
});

const stored = {
  title: 'Fête du moulin',
  slug: 'fete-du-moulin',
  kind: 'fête',
  state: 'prévu',
  summary: 'On remet le moulin en eau.',
  description: null,
  timings: [
    { begin: '2026-12-12T19:30:00.000Z', end: null, atMidnight: null, state: null, newBegin: null, newEnd: null },
    {
      begin: '2026-12-18T23:00:00.000Z',
      end: '2026-12-20T23:00:00.000Z',
      atMidnight: false,
      state: 'annulé',
      newBegin: null,
      newEnd: null,
    },
  ],
  period: null,
  venue: 'salle',
  place: null,
  onlineUrl: null,
  organisers: ['a', 'b'],
  organiserName: null,
  participants: [],
  themes: ['fete'],
  registration: [
    { kind: 'téléphone', value: '+33536490000' },
    { kind: 'lien', value: 'https://example.org/inscription' },
  ],
  price: null,
  free: true,
  accessibility: null,
  image: 12,
  internalNote: null,
};

describe('an event', () => {
  it('that is opened and not touched says what it said', () => {
    const form = eventFormOf(stored);
    expect(contentOfEvent(tidyEvent(form), TODAY)).toEqual(stored);
    expect(eventFaults(form, TODAY)).toEqual([]);
    expect(form.registration[0]).toBe('05\u00a036\u00a049\u00a000\u00a000');
  });

  it('made from nothing asks for what residents need, at its fields', () => {
    expect(eventFaults(eventFormOf({}), TODAY).map(({ path: at }) => at)).toEqual([
      'title',
      'kind',
      'summary',
      'timings',
    ]);
    expect(eventLacks(eventFormOf({})).percent).toBe(0);
    expect(eventLacks(eventFormOf(stored))).toEqual({ percent: 100, missing: [] });
  });

  it('keeps what cannot be read, and says where', () => {
    const form = eventFormOf({
      ...stored,
      timings: [],
      registration: [{ kind: 'lien', value: 'à l’accueil' }],
      onlineUrl: 'chez nous',
    });
    const typed = { ...form, timings: [{ ...eventFormOf(stored).timings[0]!, day: '32/12' }] };
    const again = eventFormOf(contentOfEvent(tidyEvent(typed), TODAY));
    expect(again.timings[0]).toMatchObject({ day: '32/12' });
    expect(again.registration).toEqual(['à l’accueil']);
    expect(eventFaults(again, TODAY).map(({ path: at }) => at)).toEqual([
      'timings.0.day',
      'onlineUrl',
      'registration.0.value',
    ]);
  });

  it('that becomes free loses its price, and rows that were left empty', () => {
    const form = eventFormOf({ ...stored, free: true, price: '5 €' });
    const tidy = tidyEvent({ ...form, registration: [' ', '0536490000'] });
    expect(tidy).toMatchObject({ price: '', registration: ['0536490000'] });
  });
});

const body = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

describe('a guide', () => {
  const guide = { title: 'Assurer sa fête', kind: 'guide pratique', summary: 'Qui assure quoi.', body: body('Texte.') };

  it('is right when it has its texts; days are read as typed', () => {
    expect(guideFaults(guideFormOf(guide), TODAY)).toEqual([]);
    expect(tidyGuide({ ...guideFormOf(guide), date: '3 mars' }, TODAY).date).toBe('2026-03-03');
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['no text', { body: body('  ') }, 'body'],
    ['a day that is none', { date: 'bientôt' }, 'date'],
    ['a source without a name', { source: { label: null, url: 'https://example.org' } }, 'source.label'],
    ['the address of a source', { source: { label: 'Préfecture', url: 'chez eux' } }, 'source.url'],
    ['a summary too long', { summary: 'a'.repeat(601) }, 'summary'],
  ])('is asked for %s', (_name, part, at) => {
    expect(guideFaults(guideFormOf({ ...guide, ...part }), TODAY).map((fault) => fault.path)).toEqual([at]);
  });
});

test('a resource has amounts as they are written in France', () => {
  expect([readEuros('150'), readEuros('12,5'), readEuros('12.50'), readEuros('12,'), readEuros('')]).toEqual([
    150,
    12.5,
    12.5,
    12,
    null,
  ]);
  expect([isAmountTyped('12,5'), isAmountTyped('12,505'), isAmountTyped('environ 12')]).toEqual([true, false, false]);
  expect(resourceFormOf({ deposit: 1250.5 }).deposit).toBe('1250,5');
  expect(contentOfResource(resourceFormOf({ deposit: 1250.5, owner: 'a' }))).toMatchObject({
    deposit: 1250.5,
    owner: 'a',
  });
  expect(resourceFaults({ ...resourceFormOf({}), quantity: 0 }).map(({ path: at }) => at)).toEqual([
    'title',
    'kind',
    'summary',
    'quantity',
  ]);
});
