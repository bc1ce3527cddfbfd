import { describe, expect, it } from 'vitest';
import { links } from './links.ts';
import { ask, html, SITE_URL } from './testing.ts';

const home = (body: string, more: Record<string, string> = {}) =>
  ask(links, { 'index.html': html(body), ...more }).map(({ message }) => message);

describe('the gate of links', () => {
  it('accepts links to pages, files, anchors and other sites', () => {
    expect(
      home(
        `<a href="/agenda/">1</a><a href="agenda/#contenu">2</a><a href="#contenu">3</a><a href="#">4</a><a href="/recherche/?theme=sport#contenu">5</a>
         <a href="${SITE_URL}/agenda/">6</a><a href="https://ailleurs.example/nulle-part">7</a><a href="mailto:a@example.org">8</a><a href="//cdn.example/x">9</a>
         <img src="/é.png" srcset="/é.png 1x, /%C3%A9.png 2x"><a href="/annuaire.pdf">10</a><a href="/#:~:text=bonjour">11</a>`,
        { 'é.png': 'x' },
      ),
    ).toEqual([]);
  });

  it.each([
    ['a page', '<a href="/nulle-part/">x</a>', '/nulle-part/'],
    ['a page without its slash', '<a href="/agenda">x</a>', '/agenda'],
    ['an absolute address of this site', `<a href="${SITE_URL}/nulle-part/">x</a>`, '/nulle-part/'],
    ['a relative one', '<a href="../perdu/">x</a>', '/perdu/'],
    ['a picture', '<img src="/absente.webp">', '/absente.webp'],
    [
      'a picture for dense screens',
      '<img src="/annuaire.pdf" srcset="/annuaire.pdf 1x, /absente.webp 2x">',
      '/absente.webp',
    ],
    ['a script', '<script src="/absent.js"></script>', '/absent.js'],
    ['a form', '<form action="/perdu/"></form>', '/perdu/'],
    ['an anchor', '<a href="/agenda/#decembre">x</a>', '/agenda/#decembre'],
    ['an anchor of the page itself', '<a href="#decembre">x</a>', '/#decembre'],
  ])('refuses a broken link to %s', (_, body, target) => {
    const messages = home(body);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(`« ${target} »`);
  });

  it('follows no link to a booklet that is still to come, and any other', () => {
    const follow = (awaitsBooklet: boolean) =>
      ask(
        links,
        { 'annuaire.pdf': undefined, 'index.html': html('<a href="/annuaire.pdf">1</a><a href="/autre.pdf">2</a>') },
        { awaitsBooklet },
      ).length;
    expect([follow(true), follow(false)]).toEqual([1, 2]);
  });

  it('follows style sheets', () => {
    expect(home('', { '_trame/a.css': '@font-face{src:url("/_trame/f.woff2")}' })).toHaveLength(1);
    expect(
      home('', {
        '_trame/a.css': `@font-face{src:url(f.woff2)} a{b:url('data:image/png;base64,x')}`,
        '_trame/f.woff2': 'x',
      }),
    ).toEqual([]);
  });

  it('follows feeds', () => {
    const feed = (address: string) =>
      home('', { 'communes/x/flux.xml': `<feed><link rel="alternate" href="${SITE_URL}${address}"/></feed>` });
    expect(feed('/agenda/')).toEqual([]);
    expect(feed('/agenda/perdu/')).toEqual([expect.stringContaining('« /agenda/perdu/ »')]);
  });

  it('tells one broken target once, with the number of its pages', () => {
    const broken = html('<a href="/nulle-part/">x</a>');
    const findings = ask(links, { 'index.html': broken, 'agenda/index.html': broken });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toMatch(/2 pages, par exemple \//);
  });
});
