import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openFilesOf } from '@trame/site/testing/open-files';
import { ENGINE_FILE, ENGINE_FOLDER } from '@trame/site/search-bundle';
import { describe, expect, it } from 'vitest';
import { absentContents } from './absent-contents.ts';
import { checkRelease } from './check-release.ts';
import { formerAddresses } from './former-addresses.ts';
import { loss } from './loss.ts';
import { pageFrame } from './page-frame.ts';
import { pageWays } from './page-ways.ts';
import { requiredFiles } from './required-files.ts';
import { sitemap } from './sitemap.ts';
import { ask, html, SITE_URL, smallExport, soundFiles } from './testing.ts';

/** Of the same content: the gates that read them want them beside the sound release. */
const openDataFiles = openFilesOf(smallExport, SITE_URL);

describe('the gate of losses', () => {
  const pages = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`associations/a${at}/index.html`, html('')]));
  const withAssociations = (after: number, before: number, acceptLoss = false) =>
    ask(loss, pages(after), { previousPages: { associations: before, '': 2 }, acceptLoss });

  it('compares nothing before the first release', () => expect(ask(loss)).toEqual([]));
  it('accepts a share that editing explains', () => expect(withAssociations(80, 100)).toEqual([]));
  it('accepts a few pages of a small section', () => expect(withAssociations(0, 10)).toEqual([]));
  it('refuses an implausible share, with both figures', () => {
    const findings = withAssociations(30, 100);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toMatch(/« associations » passerait de 100 à 3\d pages/);
  });
  it('accepts it once somebody has confirmed', () => expect(withAssociations(30, 100, true)).toEqual([]));
});

describe('the gate of former addresses', () => {
  const [association] = smallExport.associations;
  const to = `/associations/${association?.slug}/`;
  const siteExport = {
    ...smallExport,
    formerAddresses: [{ kind: 'association' as const, slug: 'avant', id: association?.id ?? '' }],
  };
  const leading = (address: string) =>
    html('', `<title>T</title><meta http-equiv="refresh" content="0; url=${address}">`);
  const asked = (page: string | undefined) =>
    ask(formerAddresses, { 'associations/avant/index.html': page }, { siteExport }).map(({ message }) => message);

  it('accepts one that leads to the page of today', () => expect(asked(leading(to))).toEqual([]));
  it.each([
    ['is not there', undefined],
    ['is a page', html('')],
    ['leads elsewhere', leading('/associations/')],
  ])('refuses one that %s', (_why, page) => {
    expect(asked(page)).toEqual([
      `l’ancienne adresse « /associations/avant/ », imprimée peut-être, ne mène pas à « ${to} »`,
    ]);
  });
  it('refuses one whose page of today is not there', () => {
    const files = { 'associations/avant/index.html': leading(to), [`${to.slice(1)}index.html`]: undefined };
    expect(ask(formerAddresses, files, { siteExport })).toHaveLength(1);
  });
  it('refuses a page that sends on without being one', () => {
    expect(ask(formerAddresses, { 'associations/avant/index.html': leading(to) })[0]?.message).toContain(
      'envoie ailleurs',
    );
    expect(ask(formerAddresses)).toEqual([]);
  });
});

describe('the gate of required files', () => {
  it('accepts a whole release', () => expect(ask(requiredFiles)).toEqual([]));

  it.each([
    'index.html',
    '404.html',
    'status.json',
    'annuaire.pdf',
    'agenda.ics',
    'favicon.ico',
    'apple-touch-icon.png',
    'benevolat/index.html',
    'flux.xml',
    'integrer/annuaire.js',
    'integrer/donnees/tout.json',
    `pagefind/${ENGINE_FOLDER}/${ENGINE_FILE}`,
    'pagefind/faits.json',
    'pagefind/hors-ligne.json',
    'pagefind/points.json',
    'carte.json',
    'styles.json',
    'service-worker.js',
    'sitemap-index.xml',
    'mentions-legales/index.html',
  ])('refuses a release without %s', (file) => expect(ask(requiredFiles, { [file]: undefined })).toHaveLength(1));

  it.each([
    ['status.json', '{'],
    ['annuaire.pdf', ''],
    ['agenda.ics', '<html>'],
  ])('refuses a damaged %s', (file, content) => {
    expect(ask(requiredFiles, { [file]: content })[0]?.message).toContain('abîmé');
  });

  it('misses no booklet where it follows, and refuses the one of before there', () => {
    const awaited = { awaitsBooklet: true };
    expect(ask(requiredFiles, { 'annuaire.pdf': undefined }, awaited)).toEqual([]);
    expect(ask(requiredFiles, {}, awaited).map(({ message }) => message)).toEqual([
      expect.stringContaining('l’ancien annuaire'),
    ]);
    expect(ask(requiredFiles, { 'annuaire.pdf': undefined, 'agenda.ics': undefined }, awaited)).toHaveLength(1);
  });

  it('refuses a published record without its page in a language of the site', () => {
    const siteExport = { ...smallExport, languages: ['arabe' as const] };
    const [association] = smallExport.associations;
    const missing = ask(requiredFiles, {}, { siteExport }).map(({ where }) => where);
    expect(missing).toContain(`/ar/associations/${association?.slug}/`);
    expect(missing).not.toContain(`/ar/guides/${smallExport.guides[0]?.slug}/`);
  });

  it('refuses a published record without its page', () => {
    const [association] = smallExport.associations;
    const findings = ask(requiredFiles, { [`associations/${association?.slug}/index.html`]: undefined });
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining(`« ${association?.name} »`)]);
  });
});

describe('the gate of the sitemap', () => {
  it('accepts one that lists pages', () => expect(ask(sitemap)).toEqual([]));
  const urls = (...locations: string[]) =>
    `<?xml version="1.0"?><urlset>${locations.map((location) => `<url><loc>${location}</loc></url>`).join('')}</urlset>`;

  it('refuses pages that do not exist, on this site or another', () => {
    expect(
      ask(sitemap, { 'sitemap-0.xml': urls(`${SITE_URL}/`, `${SITE_URL}/perdue/`, 'http://localhost/') }),
    ).toHaveLength(2);
  });
  it('refuses an empty one', () => expect(ask(sitemap, { 'sitemap-0.xml': urls() })[0]?.message).toContain('vide'));
  it('refuses an index that leads nowhere', () =>
    expect(ask(sitemap, { 'sitemap-0.xml': undefined }).length).toBeGreaterThan(0));
});

describe('the gate of page frames', () => {
  it('accepts a page with language, title, main content and heading', () => expect(ask(pageFrame)).toEqual([]));
  it('lets a page that only sends on have none', () => {
    expect(ask(pageFrame, { 'vieux/index.html': '<meta http-equiv="refresh" content="0;url=/">' })).toEqual([]);
  });
  it('holds a page to the language of its address', () => {
    expect(ask(pageFrame, { 'ar/index.html': html('', undefined, 'ar') })).toEqual([]);
    expect(ask(pageFrame, { 'ar/index.html': html('') })[0]?.message).toContain('langue de son adresse (ar)');
  });
  it.each([
    ['language', html('', undefined, 'en')],
    ['title', html('', '<title> </title>')],
    ['main content', '<html lang="fr"><title>T</title><h1>T</h1></html>'],
    ['heading', '<html lang="fr"><title>T</title><main></main></html>'],
    ['second heading', html('<h1>Deux</h1>')],
    ['second main', html('<main></main>')],
  ])('refuses a page that is wrong in its %s', (_, page) => {
    expect(ask(pageFrame, { 'index.html': page })).toHaveLength(1);
  });
  it('takes the title of a drawing for none of the page', () => {
    expect(ask(pageFrame, { 'index.html': html('<svg><title>Courbe</title></svg>', '') })[0]?.message).toContain(
      'pas de titre',
    );
  });
});

describe('the gate of what the declaration of accessibility says is not there', () => {
  it('accepts a sound release', () => expect(ask(absentContents)).toEqual([]));
  it('accepts a simple table and a link that says that it opens a tab', () => {
    const body = '<table><tr><th>A</th></tr></table><a href="/" target="_blank">B (nouvel onglet)</a>';
    expect(ask(absentContents, { 'index.html': html(body) })).toEqual([]);
  });
  it.each([
    ['iframe', '<iframe src="/"></iframe>'],
    ['video', '<video controls></video>'],
    ['audio', '<audio controls></audio>'],
    ['object', '<object></object>'],
    ['embed', '<embed>'],
    ['captcha', '<div class="g-recaptcha"></div>'],
    ['[rowspan]', '<table><tr><td rowspan="2">A</td></tr></table>'],
    ['[colspan]', '<table><tr><td colspan="2">A</td></tr></table>'],
    ['table[role=presentation]', '<table role="presentation"></table>'],
    ['table[role=none]', '<table role="none"></table>'],
  ])('refuses %s', (what, body) => {
    expect(ask(absentContents, { 'index.html': html(body) }).map(({ message }) => message)).toEqual([
      expect.stringContaining(`« ${what} »`),
    ]);
  });
  it('reads no anchor and no picture’s file as a captcha', () => {
    const body = '<h2 id="un-captcha">Un captcha ?</h2><img src="/m/captcha.webp" alt="">';
    expect(ask(absentContents, { 'index.html': html(body) })).toEqual([]);
  });
  it('refuses a tab that opens without a word', () => {
    expect(ask(absentContents, { 'index.html': html('<a href="/" target="_blank">B</a>') })).toHaveLength(1);
  });
});

describe('the gate of the ways out of a page', () => {
  const page = (body: string) => `<html lang="fr"><title>T</title>${body}</html>`;
  const ways = '<a href="/recherche/?q=a">Chercher</a><a href="/plan-du-site/">Plan</a>';
  it('accepts a sound release', () => expect(ask(pageWays)).toEqual([]));
  it('takes the ways of its own language', () => {
    const own = ways.replaceAll('href="/', 'href="/en/');
    const body = `<a href="#a">Content</a><main id="a"></main>${own}`;
    expect(ask(pageWays, { 'en/index.html': page(body) }).map(({ where }) => where)).toEqual([]);
  });
  it.each([
    ['a first link to the content', `<a href="/">Accueil</a><a href="#a">Contenu</a><main id="a"></main>${ways}`],
    ['a content that is there', `<a href="#b">Contenu</a><main id="a"></main>${ways}`],
    ['a way to the search', '<a href="#a">Contenu</a><main id="a"></main><a href="/plan-du-site/">Plan</a>'],
    ['a way to the map', '<a href="#a">Contenu</a><main id="a"></main><a href="/recherche/">Chercher</a>'],
  ])('refuses a page without %s', (_, body) => {
    expect(ask(pageWays, { 'index.html': page(body) })).toHaveLength(1);
  });
});

describe('all gates together', () => {
  const folderOf = (files: Record<string, string | Buffer>) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'trame-checks-'));
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    return folder;
  };
  const check = (folder: string) =>
    checkRelease({
      ...{ folder, siteUrl: SITE_URL, siteExport: smallExport, previousPages: null },
      ...{ acceptLoss: false, awaitsBooklet: false },
    });

  it('pass a sound release and count its pages', () => {
    const english = { 'en/index.html': html('', undefined, 'en') };
    const folder = folderOf({ ...soundFiles(), ...openDataFiles, ...english });
    const { findings, pages } = check(folder);
    rmSync(folder, { recursive: true });
    expect(findings).toEqual([]);
    expect(pages).toMatchObject({ '': 2, associations: 4, agenda: 5 });
    // An editor who takes a language off loses no content.
    expect(pages).not.toHaveProperty('en');
  });

  it('put a leak before anything else', () => {
    const folder = folderOf({
      ...soundFiles(),
      ...openDataFiles,
      'index.html': html('<a href="/perdu/">06 39 98 00 01</a>'),
    });
    const { findings } = check(folder);
    rmSync(folder, { recursive: true });
    expect(findings.map(({ gate }) => gate)).toEqual(['privacy', 'links']);
  });
});
