/** What the pages tell search engines: words of schema.org, and all that a rich result requires. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, inject, it } from 'vitest';
import { htmlFiles, sitemapPaths, templateOf } from './support/pages.ts';

const { folder, origin } = inject('site');
const SITE = fileURLToPath(new URL('../', import.meta.url));

/** Nodes of a type that are looked at, besides those that have a property of their own. */
const ALIKE = 5;

type Node = Record<string, unknown> & { '@type': string };

const nodesOf = async (file: string): Promise<Node[]> =>
  [
    ...(await readFile(join(folder, file), 'utf8')).matchAll(/<script type="application\/ld\+json">([^<]+)<\/script>/g),
  ].map(([, text]) => JSON.parse(text ?? '') as Node);

const fileOf = (path: string): string => `${path.slice(1)}index.html`;

/**
 * What TypeScript says of these nodes, each written as a literal of schema-dts, whose types are made from schema.org's vocabulary:
 * a property that a type does not have, or a value that it cannot have, is an error.
 */
async function faultsOf(nodes: readonly Node[]): Promise<string[]> {
  const work = await mkdtemp(join(SITE, '.astro/structured-data-')); // from here schema-dts is found
  const file = join(work, 'nodes.ts');
  try {
    const literals = nodes.map((node, at) => `export const n${at}: WithContext<Thing> = ${JSON.stringify(node)};`);
    await writeFile(file, `import type { Thing, WithContext } from 'schema-dts';\n${literals.join('\n')}\n`);
    const program = ts.createProgram([file], {
      ...{ strict: true, noEmit: true, skipLibCheck: true, types: [] },
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
    });
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

describe('structured data', () => {
  it('says nothing that schema.org has no word for', async () => {
    const paths = await sitemapPaths(folder);
    const byType = new Map<string, Node[]>();
    for (const path of paths)
      for (const node of await nodesOf(fileOf(path))) {
        const known = byType.get(node['@type']) ?? [];
        // Those that say something which none before of their type said, and a few of each.
        const isNew = Object.keys(node).some((name) => !known.some((one) => name in one));
        if (isNew || known.length < ALIKE) byType.set(node['@type'], [...known, node]);
      }
    const nodes = [...byType.values()].flat();
    expect(new Set(nodes.map((node) => node['@type']))).toEqual(
      new Set([
        ...['WebSite', 'BreadcrumbList', 'NGO', 'Event', 'Article', 'NewsArticle'],
        ...['CollectionPage', 'Dataset', 'Service', 'Place', 'DigitalDocument'],
      ]),
    );
    // One that has no such property, so that none found in the others means something.
    const wrong = { '@context': 'https://schema.org', '@type': 'Event', name: 'Bal', startsAt: '2026-09-05' } as const;
    expect(await faultsOf([...nodes, wrong])).toEqual([expect.stringContaining('startsAt')]);
  });

  it('leads to every page but those that nobody should find', async () => {
    const paths = await sitemapPaths(folder);
    const bare: string[] = [];
    for (const path of paths) {
      const trail = (await nodesOf(fileOf(path))).find((node) => node['@type'] === 'BreadcrumbList');
      if (trail === undefined) bare.push(templateOf(path));
      else {
        const items = trail['itemListElement'] as { item: string }[];
        expect([items[0]?.item, items.at(-1)?.item], path).toEqual([`${origin}/`, origin + path]);
      }
    }
    expect([...new Set(bare)]).toEqual(['/']);
    for (const hidden of ['connexion', 'ma-fiche']) expect(await nodesOf(`${hidden}/index.html`)).toEqual([]);
    const listed = new Set(paths.map(fileOf));
    for (const file of (await htmlFiles(folder)).filter((one) => !listed.has(one)))
      expect(await nodesOf(file), file).toEqual([]);
  });

  it('has what a rich result requires of an event and of a trail', async () => {
    const nodes = (await Promise.all((await sitemapPaths(folder)).map((path) => nodesOf(fileOf(path))))).flat();
    const events = nodes.filter((node) => node['@type'] === 'Event');
    expect(events.length).toBeGreaterThan(20);
    for (const event of events) {
      // https://developers.google.com/search/docs/appearance/structured-data/event
      expect(event).toMatchObject({
        name: expect.stringMatching(/./) as string,
        startDate: expect.stringMatching(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d\+0[12]:00)?$/) as string,
        eventStatus: expect.stringMatching(/^https:\/\/schema\.org\/Event[A-Z]/) as string,
        url: expect.stringMatching(/^http/) as string,
      });
      for (const place of event['location'] as Node[])
        if (place['@type'] === 'Place')
          expect(place).toMatchObject({
            name: expect.stringMatching(/./) as string,
            address: { '@type': 'PostalAddress' },
          });
      for (const place of event['location'] as Node[])
        if (place['@type'] === 'Place')
          // A country alone is no place to go to.
          expect(Object.keys(place['address'] as object).length, event['name'] as string).toBeGreaterThan(2);
    }
    for (const property of ['image', 'organizer', 'endDate', 'description', 'offers'])
      expect(
        events.some((event) => property in event),
        property,
      ).toBe(true);

    // https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
    for (const trail of nodes.filter((node) => node['@type'] === 'BreadcrumbList')) {
      const items = trail['itemListElement'] as { position: number; name: string; item: string }[];
      expect(items.length).toBeGreaterThan(1);
      expect(items.map(({ position }) => position)).toEqual(items.map((_, at) => at + 1));
      expect(items.every(({ name, item }) => name !== '' && URL.canParse(item))).toBe(true);
    }
  });
});
