import { describe, expect, it } from 'vitest';
import { indexContent } from '../../content/index-content.ts';
import { sampleAssociation, sampleExport } from '../../content/sample-export.ts';
import { seekingVolunteers } from './seeking.ts';

describe('seekingVolunteers', () => {
  it('puts each association once, under its chapter, and leaves out who seeks nobody', () => {
    const one = (id: string, themes: string[], seeksVolunteers = true) =>
      sampleAssociation({ id, slug: id, name: id, themes, seeksVolunteers });
    const groups = seekingVolunteers(
      indexContent(
        sampleExport({
          associations: [
            one('chorale', ['culture', 'sports']),
            one('judo', ['judo-et-lutte']),
            one('tennis', ['sports']),
            one('danse', ['culture'], false),
          ],
        }),
      ),
    );
    expect(groups.map(({ theme, associations }) => [theme.name, associations.map(({ slug }) => slug)])).toEqual([
      ['Sports', ['judo', 'tennis']],
      ['Culture', ['chorale']],
    ]);
  });
});
