/** Every page, read as files: valid, light, and leading nowhere that does not exist. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import sharp from 'sharp';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { links } from '@trame/scripts/testing/links';
import { readRelease } from '@trame/scripts/testing/release';
import { htmlRules } from './support/html-rules.ts';
import { htmlFiles, sitemapPaths } from './support/pages.ts';
import { BUILT_AT } from './support/preview.ts';
import { PAGE_BUDGET, pageBudget, pageWeight } from './support/weight.ts';

const { folder, origin } = inject('site');
let bad: string;

beforeAll(async () => {
  bad = await mkdtemp(join(tmpdir(), 'trame-bad-page-'));
  await mkdir(join(bad, 'a'));
  await writeFile(join(bad, 'app.js'), Array.from({ length: 20_000 }, () => Math.random().toString(36)).join(''));
  await writeFile(join(bad, 'first.js'), 'import "./app.js"');
  const page = (body: string) =>
    `<!doctype html><html lang="fr"><head><title>A</title></head><body>${body}</body></html>`;
  await writeFile(
    join(bad, 'index.html'),
    page('<a href="/a/#missing">a</a><a href="/b/">b</a><p id=x><p id=x><ul><p>c</p></ul>'),
  );
  await writeFile(join(bad, 'a/index.html'), page('<h1>A</h1><script type="module" src="/first.js"></script>'));
});
afterAll(() => rm(bad, { recursive: true, force: true }));

const brokenLinks = (root: string) =>
  links({
    release: readRelease(root, origin),
    siteExport: {} as SiteExport,
    ...{ previousPages: null, acceptLoss: false, awaitsBooklet: false },
  });

const BLOCKS =
  /<\/?(?:p|li|ul|ol|div|dd|dt|dl|td|th|tr|h\d|section|article|figcaption|header|footer|main|nav|br|summary|option|label|title|body)\b[^>]*>/g;

/** Dots between facts that stand where they part nothing: at an end of a text, beside another space, or where a line may begin. */
function looseDots(html: string): string[] {
  const text = html
    .replace(/<(script|style|pre|code|svg|template)\b[\s\S]*?<\/\1>/g, '')
    .replace(BLOCKS, '\u0000')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&#32;', ' ');
  return text
    .split('\u0000')
    .map((line) => line.replace(/^[ \n\t]+|[ \n\t]+$/g, ''))
    .filter((line) => /^\u00a0?·|·\u00a0?$|[ \n]·|\u00a0{2}·|·(?:\s{2}|\s*·)/.test(line));
}

describe('the built pages', () => {
  it('are valid HTML', async () => {
    const validator = new HtmlValidate(htmlRules);
    const faults = new Map<string, string>();
    for (const file of await htmlFiles(folder)) {
      const { results } = await validator.validateFile(join(folder, file));
      for (const { messages } of results) {
        for (const { ruleId, message, line } of messages) {
          const key = `${ruleId}: ${message}`;
          if (!faults.has(key)) faults.set(key, `${key} (${file}:${line})`);
        }
      }
    }
    expect([...faults.values()]).toEqual([]);
  });

  it('part facts by a dot that ends a line at most, and never stands beside nothing', async () => {
    const faults: string[] = [];
    for (const file of await htmlFiles(folder))
      for (const line of looseDots(await readFile(join(folder, file), 'utf8'))) faults.push(`${file}: ${line}`);
    expect(faults.slice(0, 20)).toEqual([]);
  });

  it('weigh no more than the budget', async () => {
    const weights = await Promise.all(
      (await htmlFiles(folder)).map(async (file) => ({
        file,
        bytes: await pageWeight(folder, file),
        budget: await pageBudget(folder, file),
      })),
    );
    const heaviest = weights.sort((a, b) => b.bytes - a.bytes).slice(0, 3);
    console.log('heaviest pages:', heaviest.map(({ file, bytes }) => `${file} ${bytes}`).join(', '));
    expect(weights.filter(({ bytes, budget }) => bytes > budget)).toEqual([]);
  });

  it('lead nowhere that does not exist', () => {
    expect(brokenLinks(folder)).toEqual([]);
  });

  it('are said to have changed when what they show did, and those that show no content are not', async () => {
    const map = await readFile(join(folder, 'sitemap-0.xml'), 'utf8');
    const changed = new Map(
      [...map.matchAll(/<url><loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?<\/url>/g)].map(
        ([, address = '', at]) => [new URL(address).pathname, at],
      ),
    );
    expect([...changed.keys()].sort()).toEqual((await sitemapPaths(folder)).sort());
    const without = [...changed].filter(([, at]) => at === undefined).map(([path]) => path);
    expect(without.filter((path) => !path.startsWith('/guides/themes/')).sort()).toEqual([
      ...[
        '/abonnements/',
        '/declarer/',
        '/fiabilite/',
        '/integrer/',
        '/ma-selection/',
        '/plan-du-site/',
        '/prevenez-moi/',
        '/recherche/',
      ],
    ]);
    expect(new Set([...changed.values()].filter((at) => at !== undefined))).toEqual(new Set([BUILT_AT]));
  });

  it('are the ones that the contract names', async () => {
    const paths = await sitemapPaths(folder);
    const named =
      '/ /recherche/ /associations/ /agenda/ /guides/ /ressources/ /plan-d-actions/ /annuaire/ /donnees/ /accessibilite/ /mentions-legales/ /confidentialite/ /plan-du-site/ /declarer/ /fiabilite/ /abonnements/ /integrer/ /benevolat/ /agenda/cette-semaine/ /agenda/ce-week-end/ /ma-selection/';
    expect(named.split(' ').filter((path) => !paths.includes(path))).toEqual([]);
  });
});

describe('what shows a page elsewhere', () => {
  it('is a picture of the page that is there, wherever it is shared', async () => {
    const pictures = new Map<string, string>();
    const files = (await sitemapPaths(folder)).map((path) => `${path.slice(1)}index.html`);
    for (const file of files) {
      const html = await readFile(join(folder, file), 'utf8');
      const [, address] = /<meta property="og:image" content="([^"]+)"/.exec(html) ?? [];
      const [, width] = /<meta property="og:image:width" content="(\d+)"/.exec(html) ?? [];
      expect(address, file).toMatch(new RegExp(`^${origin}/_trame/medias/`));
      pictures.set(new URL(address ?? '').pathname, width ?? '');
    }
    // Nearly every page has one of its own.
    expect(pictures.size).toBeGreaterThan(files.length * 0.75);
    for (const [path, width] of pictures) {
      const { format, ...size } = await sharp(join(folder, path)).metadata();
      expect(String(size.width), path).toBe(width);
      if (format === 'png') expect([size.width, size.height], path).toEqual([1200, 630]);
    }
  });

  it('has icons for tabs and for the first screen of a phone', async () => {
    const touch = await sharp(join(folder, 'apple-touch-icon.png')).metadata();
    expect(touch).toMatchObject({ format: 'png', width: 180, height: 180 });
    const ico = await readFile(join(folder, 'favicon.ico'));
    expect([...ico.subarray(0, 6)]).toEqual([0, 0, 1, 0, 3, 0]);
  });
});

describe('the checks themselves', () => {
  it('see a dot that parts nothing', () => {
    expect(looseDots('<p>Fête\u00a0· <b>vendredi</b></p><p>Un&nbsp;· deux</p><p>data·inclusion</p>')).toEqual([]);
    const loose = [
      '<p>Fête · vendredi</p>',
      '<p>Fête\u00a0·  vendredi</p>',
      '<p>·&#32;vendredi</p>',
      '<li>Fête\u00a0·</li>',
    ];
    expect(loose.filter((html) => looseDots(html).length !== 1)).toEqual([]);
  });

  it('see invalid HTML', async () => {
    const report = await new HtmlValidate(htmlRules).validateFile(join(bad, 'index.html'));
    const rules = report.results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
    expect(rules).toEqual(expect.arrayContaining(['no-dup-id', 'element-permitted-content']));
  });

  it('see a page that is too heavy, whatever imports the weight', async () => {
    expect(await pageWeight(bad, 'a/index.html')).toBeGreaterThan(PAGE_BUDGET);
    expect(await pageWeight(bad, 'index.html')).toBeLessThan(PAGE_BUDGET);
    expect(await pageBudget(bad, 'a/index.html')).toBe(PAGE_BUDGET);
  });

  it('see a broken link and a broken anchor', () => {
    expect(brokenLinks(bad).map(({ message }) => message)).toEqual([
      expect.stringContaining('/a/#missing'),
      expect.stringContaining('/b/'),
    ]);
  });
});
