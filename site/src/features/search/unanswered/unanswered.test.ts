import { describe, expect, it } from 'vitest';
import { MOST_QUESTIONS } from '@trame/cms/domain/unanswered-questions';
import { understand } from '../understand/understand.ts';
import { placesOf } from '../understand/places.ts';
import { nextSending, readMemory, remember, type Memory } from './memory.ts';
import { unansweredOf } from './what-counts.ts';

const places = placesOf([{ slug: 'cezac', names: ['Cézac'], postalCodes: ['33620'] }]);
const told = (q: string, ...absent: string[]) =>
  unansweredOf({ q, ...understand(q, { places, today: '2026-09-01' }), absent });

describe('what is told of a question', () => {
  it('is what was looked for: no age, place, day or person', () => {
    expect(told('mon fils de 8 ans voudrait faire de la cornemuse le mercredi à Cézac', 'cornemuse')).toEqual({
      question: 'cornemuse',
      missing: 'cornemuse',
    });
    expect(told('Cours d’oud pour débutants', 'oud')).toEqual({ question: 'oud debutants', missing: 'oud' });
    expect(told('une place en maison de retraite', 'maison de retraite')).toEqual({
      question: 'maison de retraite',
      missing: 'maison de retraite',
    });
  });

  it('is nothing when every word was answered, whatever else was missed', () => {
    expect(told('judo à Cézac')).toBeNull();
  });

  it.each([
    ['a name by its capital', 'piano avec Exemplier', 'Exemplier'],
    ['a given name in small letters', 'piano chez sophie', 'sophie'],
    ['a number', 'rappeler le 06 39 98 12 34', '06', '39', '98', '12', '34'],
    ['an address', 'camille@example.org', 'camille', 'example', 'org'],
    ['a long story', 'divorce dettes huissier alcool depression expulsion juge avocat menaces', 'huissier'],
  ])('is nothing for %s', (_, q, ...absent) => expect(told(q, ...absent)).toBeNull());

  it('knows the name of something in capitals, and a question that is written in them', () => {
    expect(told('où trouver une AMAP', 'AMAP')).toEqual({ question: 'amap', missing: 'amap' });
    expect(told('CORNEMUSE DEBUTANT', 'CORNEMUSE')?.missing).toBe('cornemuse');
  });
});

describe('the memory of a device', () => {
  const empty: Memory = { waiting: [], told: {} };
  const cornemuse = { question: 'cornemuse', missing: 'cornemuse' };

  it('counts a question once a day, and forgets the day after some weeks', () => {
    const once = remember(empty, cornemuse, '2026-09-01');
    expect(remember(once, cornemuse, '2026-09-01')).toBe(once);
    expect(remember(once, cornemuse, '2026-09-02').waiting).toHaveLength(2);
    const stored = JSON.stringify(once);
    expect(readMemory(stored, '2026-09-20')).toEqual(once);
    expect(readMemory(stored, '2026-10-20').told).toEqual({});
  });

  it('reads nothing that it did not write, and sends nothing that may not be told', () => {
    for (const foreign of [null, 'no json', '[]', '{"waiting":7,"told":[]}', '"x"'])
      expect(readMemory(foreign, '2026-09-01')).toEqual(empty);
    const stored = JSON.stringify({
      waiting: [cornemuse, { question: 'chez sophie', missing: 'sophie' }, { question: 'x' }],
      told: { cornemuse: 'hier', oud: '2099-01-01' },
    });
    expect(readMemory(stored, '2026-09-01')).toEqual({ waiting: [cornemuse], told: {} });
  });

  it('sends as many as the door takes, and keeps the rest for next time', () => {
    const words = 'abcdefghijklmnopqrstuvwxyz'.split('').map((letter) => `mot${letter}`);
    const full = words.reduce(
      (memory, word) => remember(memory, { question: word, missing: word }, '2026-09-01'),
      empty,
    );
    const { questions, after } = nextSending(full);
    expect(questions).toHaveLength(MOST_QUESTIONS);
    expect(full.waiting).toHaveLength(2 * MOST_QUESTIONS);
    expect(after.waiting).toEqual(full.waiting.slice(MOST_QUESTIONS));
  });
});
