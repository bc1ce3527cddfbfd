import type { Resource } from '@trame/cms/domain/contract/site/resource';
import { describe, expect, it } from 'vitest';
import { formatEuros, groupByKind, ownerOf } from './resource-view.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const resource = (changes: Partial<Resource>) => ({ owner: null, ownerName: null, ...changes }) as Resource;

describe('formatEuros', () => {
  it.each([
    [0, '0 €'],
    [150, '150 €'],
    [1250, '1 250 €'],
    [12.5, '12,50 €'],
    [0.1 + 0.2, '0,30 €'],
  ])('%d → %s', (amount, text) => expect(plain(formatEuros(amount))).toBe(text));
});

describe('groupByKind', () => {
  it('follows the vocabulary and leaves empty kinds out', () => {
    const groups = groupByKind([
      resource({ kind: 'compétence', title: 'a' }),
      resource({ kind: 'matériel', title: 'b' }),
    ]);
    expect(groups.map(({ kind, anchor }) => [kind, anchor])).toEqual([
      ['matériel', 'materiel'],
      ['compétence', 'competence'],
    ]);
  });
});

describe('ownerOf', () => {
  const content = {
    associations: { byId: (id: string) => (id === 'a1' ? { name: 'Comité des fêtes', slug: 'comite' } : undefined) },
    nameOf: ({ name }: { name: string }) => name,
    settings: { territoryName: 'Latitude Nord Gironde' },
  } as unknown as Parameters<typeof ownerOf>[0];

  it('prefers the association, then the name, then the territory', () => {
    expect(ownerOf(content, resource({ owner: 'a1' }))).toEqual({
      name: 'Comité des fêtes',
      href: '/associations/comite/',
    });
    expect(ownerOf(content, resource({ ownerName: 'Mairie de Marsas' }))).toEqual({
      name: 'Mairie de Marsas',
      href: null,
    });
    expect(ownerOf(content, resource({ owner: 'gone' })).name).toBe('Latitude Nord Gironde');
  });
});
