import { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { describe, expect, it } from 'vitest';
import { indexContent } from './index-content.ts';
import { sampleAssociation, sampleExport } from './sample-export.ts';

const associations = [
  sampleAssociation({
    id: '1',
    slug: 'l-amicale',
    name: 'L’Amicale',
    commune: 'marsas',
    communesOfActivity: ['marsas', 'cavignac'],
  }),
  sampleAssociation({ id: '2', slug: 'zumba', name: 'Zumba', themes: ['culture', 'sports'] }),
  sampleAssociation({ id: '3', slug: '3-pommes', name: '3 pommes', themes: ['sports', 'judo-et-lutte'] }),
];
const content = indexContent(sampleExport({ associations }));
const slugs = (list: readonly { slug: string }[]) => list.map(({ slug }) => slug);

describe('indexContent', () => {
  it('starts from a sample that the contract accepts', () => {
    expect(SiteExport.safeParse(sampleExport({ associations })).success).toBe(true);
  });

  it('files associations as a French index does', () => {
    expect(slugs(content.associations.all)).toEqual(['3-pommes', 'l-amicale', 'zumba']);
    expect(slugs(content.associationsOfLetter('A'))).toEqual(['l-amicale']);
    expect(slugs(content.associationsOfLetter('#'))).toEqual(['3-pommes']);
  });

  it('calls an association by its name, and by its commune too when another one bears that name', () => {
    const twins = indexContent(
      sampleExport({
        associations: [
          sampleAssociation({ id: '4', slug: 'fetes', name: 'Comité des fêtes', commune: 'marsas' }),
          sampleAssociation({ id: '5', slug: 'fetes-2', name: 'Comité des Fêtes', commune: 'cavignac' }),
          ...associations,
        ],
      }),
    );
    expect(twins.associations.all.map(twins.nameOf)).toEqual([
      '3 pommes',
      'L’Amicale',
      'Comité des fêtes (Marsas)',
      'Comité des Fêtes (Cavignac)',
      'Zumba',
    ]);
  });

  it('finds an association under its theme and under the chapter, once', () => {
    expect(slugs(content.associationsOfTheme('judo-et-lutte'))).toEqual(['3-pommes', 'l-amicale']);
    expect(slugs(content.associationsOfTheme('sports'))).toEqual(['3-pommes', 'l-amicale', 'zumba']);
    expect(content.associationsOfTheme('unknown')).toEqual([]);
  });

  it('counts a seat that is also a place of activity once', () => {
    expect(slugs(content.associationsOfCommune('marsas'))).toEqual(['l-amicale']);
    expect(slugs(content.associationsOfCommune('cavignac'))).toEqual(['l-amicale']);
  });

  it('orders chapters by their position, with their sub-themes', () => {
    expect(content.themeTree.map(({ theme, children }) => [theme.slug, slugs(children)])).toEqual([
      ['sports', ['judo-et-lutte']],
      ['culture', []],
    ]);
  });

  it('leaves out what a relation names but nobody published', () => {
    expect(slugs(content.communes.some(['gone', 'marsas']))).toEqual(['marsas']);
    expect(content.associations.byId('gone')).toBeUndefined();
    expect(content.associations.bySlug('zumba')?.id).toBe('2');
    expect(content.communeByCode('33272')?.name).toBe('Marsas');
  });
});
