import { describe, expect, it } from 'vitest';
import { jsonLd } from '../json-ld.ts';
import { articleJsonLd } from './article-json-ld.ts';

const guide = {
  title: 'Un "guide" </script>',
  summary: 'Pour tous.',
  kind: 'actualité',
  date: null,
  updatedOn: null,
  source: null,
} as const;
const around = { url: 'https://exemple.fr/guides/un-guide/', publisher: 'Office de tourisme' };

describe('articleJsonLd', () => {
  it('says only the dates that are known', () => {
    expect(articleJsonLd(guide, around)).not.toHaveProperty('datePublished');
    expect(articleJsonLd({ ...guide, kind: 'expérience', date: '2020-01-01' }, around)).toMatchObject({
      '@type': 'Article',
      datePublished: '2020-01-01',
    });
  });

  it('cannot close the script that it stands in', () => {
    const text = jsonLd(articleJsonLd(guide, around));
    expect(text).not.toContain('</script>');
    expect(JSON.parse(text)).toMatchObject({ '@type': 'NewsArticle', headline: guide.title });
  });
});
