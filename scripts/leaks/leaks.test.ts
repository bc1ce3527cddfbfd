import { describe, expect, it } from 'vitest';
import { piecesOf, plain } from './distinctive.ts';
import { messages, veiled } from './messages.ts';
import { createPieceFinder } from './piece-finder.ts';
import { publicColumns } from './public-columns.ts';
import { readFileText } from './readable-file.ts';

describe('a text', () => {
  it('is known by pieces of eight words, in one spelling', () => {
    expect(piecesOf('Ne pas rappeler avant midi, voir avec la mairie pour les clés de la salle.')).toEqual([
      'ne pas rappeler avant midi voir avec la',
      'mairie pour les clés de la salle',
    ]);
    expect(piecesOf('K7QF-29XM-TWDA')).toEqual(['k7qf 29xm twda']);
    expect(piecesOf('44.987651')).toEqual(['44 987651']);
  });

  it('that everybody uses is none', () => {
    for (const text of [
      '',
      'Judo',
      'déclarée',
      '2026-12-01',
      '2026-12-01T10:00:00.000Z',
      '#aabbcc',
      'api::event.event',
      '1.2.3',
    ])
      expect([text, piecesOf(text)]).toEqual([text, []]);
  });
});

describe('pieces', () => {
  const finder = createPieceFinder([plain('Ne pas rappeler'), plain('ne pas'), 'kz00042zk']);
  it('are found on borders of words, whatever signs stand between', () => {
    expect([...finder.find('<p>Ne&nbsp;pas… NE\u00a0PAS — rappeler !</p> x="kz00042zk"')]).toEqual([
      'ne pas',
      'ne pas rappeler',
      'kz00042zk',
    ]);
    expect([...finder.find('ane pas rappelera kz00042zkx')]).toEqual([]);
  });
  it('are looked for in the time that reading takes', () => {
    const begun = performance.now();
    createPieceFinder(Array.from({ length: 20_000 }, (_, at) => `mot ${at} de ce texte`)).find(
      'mot ’ '.repeat(400_000),
    );
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});

it('knows what the contract carries, and nothing that it does not', () => {
  const columns = publicColumns();
  for (const one of ['associations.summary', 'components_contact_contacts.phone', 'guides.body', 'actions.stake'])
    expect(columns).toContain(one);
  for (const one of [
    'associations.internal_note',
    'events.internal_note',
    'associations.missed_editions',
    'components_contact_contacts.consent_source',
    'components_place_addresses.public',
    'memberships.email',
    'submissions.entry',
  ])
    expect(columns).not.toContain(one);
});

it('shows no value whole, nor a short one at all', () => {
  expect(veiled('+33639980042')).toBe('« +33… » (12 signes)');
  expect(veiled('secret')).toBe('« … » (6 signes)');
  expect(messages.found('site', '/a/', 'associations.internal_note', true, 'Ne pas rappeler')).not.toContain(
    'rappeler',
  );
});

it('says of a file that it cannot read that nothing is known of it', async () => {
  for (const name of ['a.pdf', 'a.png', 'a.pf_fragment', 'a.html.gz'])
    expect([name, (await readFileText(name, Buffer.from('nothing of the kind'))).isUnreadable]).toEqual([name, true]);
});
