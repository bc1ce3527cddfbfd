import { describe, expect, it } from 'vitest';
import { framed, written } from '../i18n/frame.ts';
import { markFrench } from './mark-french.ts';

const english = (html: string) => markFrench(html, 'en');
const arabic = (html: string) => markFrench(html, 'ar');

describe('a page in another language', () => {
  it('marks what stands outside the frame, once for a whole text', () => {
    expect(english(`<h1>Chœur des <em>Coteaux</em></h1><p>${framed('Where')}</p>`)).toBe(
      '<h1 lang="fr">Chœur des <em>Coteaux</em></h1><p>Where</p>',
    );
  });

  it('marks what fills a blank of the frame, and what stands beside it, without the signs around', () => {
    expect(english(`<p>${framed(`kept by ${written('Office de tourisme (démo)')}.`)}</p>`)).toBe(
      '<p>kept by <span lang="fr">Office de tourisme (démo)</span>.</p>',
    );
    expect(english(`<p>Foyer rural · ${framed('Monday')}</p>`)).toBe(
      '<p><span lang="fr">Foyer rural</span> · Monday</p>',
    );
  });

  it('leaves figures and signs as they are', () => {
    expect(english('<p>2026-2027, 14:00 &amp; €</p>')).toBe('<p>2026-2027, 14:00 &amp; €</p>');
  });

  it('knows a sentence that was cut between two elements', () => {
    const [first, ...rest] = framed('12 associations').split(' ');
    expect(english(`<li><b>${first}</b> ${rest.join(' ')} Fin</li>`)).toContain(
      '<b>12</b> associations <span lang="fr">Fin</span>',
    );
  });

  it('passes over marks that end nothing: an editor may have pasted any character', () => {
    expect(english(`<p>Judo\uf8d2 club</p><p>${framed('Where')}</p>`)).toBe('<p lang="fr">Judo club</p><p>Where</p>');
  });

  it('gives names that are heard, and no others, to French', () => {
    expect(english('<img src="/a.webp" alt="Un tatami"><img src="/b.webp" alt="">')).toBe(
      '<img lang="fr" src="/a.webp" alt="Un tatami"><img src="/b.webp" alt="">',
    );
    expect(english(`<button aria-label="${framed(`Keep ${written('Judo')}`)}">${framed('Keep')}</button>`)).toBe(
      '<button aria-label="Keep Judo">Keep</button>',
    );
  });

  it('leaves what tells its own language', () => {
    const said = '<ul><li><a href="#" lang="ar">العربية</a></li></ul>';
    expect(english(said)).toBe(said);
  });

  it('leads on in its language where there is such a page, and says where there is none', () => {
    const links =
      '<a href="/agenda/?x=1#a">1</a><a href="/guides/">2</a><a href="/annuaire.pdf">3</a><a href="/agenda.ics">4</a><a href="//ailleurs.example/">5</a><a href="/" hreflang="fr">6</a>';
    expect(english(links)).toBe(
      '<a href="/en/agenda/?x=1#a">1</a><a hreflang="fr" href="/guides/">2</a><a hreflang="fr" href="/annuaire.pdf">3</a><a href="/agenda.ics">4</a><a href="//ailleurs.example/">5</a><a href="/" hreflang="fr">6</a>',
    );
    expect(english('<form action="/recherche/"></form>')).toBe('<form action="/en/recherche/"></form>');
  });

  it('leaves the marks to scripts, which say their words later', () => {
    const json = `<script type="application/json">{"more":"${framed('More')}"}</script><i data-kept="${framed('Kept')}"></i>`;
    expect(english(json)).toBe(json);
    expect(
      english(`<title>${framed('Search')} – Site</title><script type="application/ld+json">"${framed('x')}"</script>`),
    ).toBe('<title>Search – Site</title><script type="application/ld+json">"x"</script>');
  });

  it('keeps the order of a telephone number and of a name in a page from right to left', () => {
    expect(arabic('<a href="tel:+33536490010">05 36 49 00 10</a>')).toContain('<bdi dir="ltr">05 36 49 00 10</bdi>');
    expect(arabic(`<p>${framed(`دليل ${written('Marsas')}`)}</p>`)).toBe(
      '<p>دليل <span lang="fr" dir="ltr">Marsas</span></p>',
    );
    // A link may be a row of parts, and its text a box that the page turns.
    expect(arabic('<li><a href="/x">Où chanter ?</a></li>')).toContain('<bdi dir="ltr">Où chanter ?</bdi>');
    expect(arabic('<li><a href="/x">Où chanter</a></li>')).not.toContain('bdi');
    expect(arabic(`<p>${'Un long texte. '.repeat(10)}</p>`)).toMatch(/^<p lang="fr" data-long>/);
  });
});
