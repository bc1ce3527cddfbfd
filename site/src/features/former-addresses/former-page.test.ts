import { expect, it } from 'vitest';
import { indexContent } from '../../content/index-content.ts';
import { sampleAssociation, sampleExport } from '../../content/sample-export.ts';
import { formerAddresses } from '../../view/former-addresses.ts';
import { formerPage } from './former-page.ts';

const association = sampleAssociation({ id: 'a1', slug: 'judo-club-cavignac', name: 'Judo & « Ju-jitsu » club' });

it('leads from each address of before to the page of today, and from none whose record is not there', () => {
  const content = indexContent(
    sampleExport({
      associations: [association],
      formerAddresses: [
        { kind: 'association', slug: 'judo-club', id: 'a1' },
        { kind: 'association', slug: 'gone', id: 'a2' },
        { kind: 'event', slug: 'loto', id: 'a1' },
      ],
    }),
  );
  expect(formerAddresses(content)).toEqual([
    { from: '/associations/judo-club/', to: '/associations/judo-club-cavignac/', name: association.name },
  ]);
  expect(formerAddresses(indexContent(sampleExport()))).toEqual([]);
});

it('is a page that leads on by itself, says where to, and is not found by search engines', () => {
  const page = formerPage(
    { from: '/associations/judo-club/', to: '/associations/judo-club-cavignac/', name: association.name },
    'Les associations du pays',
    'https://site.example',
  );
  expect(page).toContain('<html lang="fr">');
  expect(page).toContain('<meta http-equiv="refresh" content="0; url=/associations/judo-club-cavignac/">');
  expect(page).toContain('<link rel="canonical" href="https://site.example/associations/judo-club-cavignac/">');
  expect(page).toContain('content="noindex"');
  expect(page).toContain('<a href="/associations/judo-club-cavignac/">Judo &amp; « Ju-jitsu » club</a>');
  expect(page).not.toContain('<script');
});
