import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailSpellings, oddEmailSpellings, oddPhoneSpellings, phoneSpellings } from '@trame/cms/testing/spellings';
import { indexedText } from '@trame/site/indexed-text';
import { seal } from '@trame/site/search-seal';
import { collectContacts, noContacts } from '@trame/cms/domain/contacts-in-text';
import { masked } from './messages.ts';
import { pdfText } from './pdf-text.ts';
import { privacy } from './privacy.ts';
import { ask, html, pdf, smallExport, type Files } from './testing.ts';

const agreed = smallExport.associations.flatMap(({ contacts }) => contacts).find(({ phone, email }) => phone && email);
if (!agreed?.phone || !agreed.email) throw new Error('The demo has no contact to test with');
const { phone, email } = agreed;
const national = phone.replace('+33', '0').replace(/(\d\d)(?=\d)/g, '$1\u00a0');

const LEAK = '06 39 98 00 01';
const LEAK_E164 = '+33639980001';
/** As findings tell it. */
const LEAK_MASKED = '+336••••••01';

/** A record as the site's indexer writes it: what a result shows is sealed. */
const searchRecord = (shown: string) =>
  gzipSync(
    `pagefind_dcd${JSON.stringify({ url: '/associations/a/', content: 'Judo', meta: { contact: seal(shown), nom: 'Judo' }, filters: {} })}`,
  );
const [name = '', domain = ''] = email.split('@');
const [end, start] = [`${name.slice(4)}@${domain}`, name.slice(0, 4)];

describe('the gate of privacy', () => {
  it('accepts what the export holds, however it is written', () => {
    const contact = `<a href="tel:${phone}">${national}</a> <a href="mailto:${email.replace('@', '%40')}">${email.toUpperCase()}</a>`;
    expect(
      ask(privacy, {
        'index.html': html(contact),
        'annuaire.pdf': pdf(`${national.replaceAll('\u00a0', ' ')} ${email}`, `mailto:${email}`),
      }),
    ).toEqual([]);
  });

  it('takes the number of an establishment for no telephone of elsewhere, and reads what only looks like one', () => {
    const shown = (siret: string) => ask(privacy, { 'index.html': html(`<dl><dt>SIRET</dt><dd>${siret}</dd></dl>`) });
    for (const siret of ['999 007 070 63940', '999\u00a0008\u00a0818\u00a054593', '999\u202f002\u202f738\u202f51611'])
      expect(shown(siret), siret).toEqual([]);
    // Its check digit does not fit.
    expect(shown('999 007 070 63941')).toHaveLength(1);
    for (const beside of ['999 007 070 63940 06 39 98 00 01', '06 39 98 00 01 999 007 070 63940'])
      expect(
        shown(beside)
          .map(({ message }) => message)
          .join(),
        beside,
      ).toContain(LEAK_MASKED);
  });

  it('refuses in open data what its contact agreed to for the site alone, however it is written', () => {
    const spelt = [phone, national, `wa.me/${phone.slice(1)}`, email.toUpperCase(), email.replace('@', ' (arobase) ')];
    const closed = structuredClone(smallExport);
    for (const one of closed.associations) for (const contact of one.contacts) delete contact.openData;
    for (const words of spelt) {
      const files = {
        'index.html': html(`<p>${phone} ${email}</p>`),
        'donnees/associations.json': JSON.stringify({ resume: `Écrire à ${words}` }),
        'integrer/donnees/33473.json': JSON.stringify({ fiches: [{ resume: `Écrire à ${words}` }] }),
      };
      expect(
        ask(privacy, files, { siteExport: closed })
          .map(({ where }) => where)
          .sort(),
        words,
      ).toEqual(['/donnees/associations.json', '/integrer/donnees/33473.json']);
    }
    const open = structuredClone(smallExport);
    for (const one of open.associations) one.contacts = one.contacts.map((contact) => ({ ...contact, openData: true }));
    const file = { 'donnees/associations.json': JSON.stringify({ resume: `${phone} ${email}` }) };
    expect(ask(privacy, file, { siteExport: open })).toEqual([]);
  });

  it('reads each cell and each value of open data by itself: figures of neighbours are no number', () => {
    const closed = structuredClone(smallExport);
    for (const one of closed.associations) for (const contact of one.contacts) delete contact.openData;
    const digits = phone.replace('+33', '');
    const halves = [digits.slice(0, 5), digits.slice(5)];
    const apart = {
      'donnees/a.csv': `code_insee,code_postal\r\n${halves.join(',')}\r\n`,
      'donnees/a.json': JSON.stringify({ codes: halves }),
      'api/v1/a.json': JSON.stringify({ codes: halves }),
    };
    expect(ask(privacy, apart, { siteExport: closed })).toEqual([]);
    const together = {
      'donnees/a.csv': `nom,tel\r\n"Club, de Marsas",${national}\r\n`,
      'api/v1/a.json': JSON.stringify({ tel: Number(digits) }),
    };
    const found = ask(privacy, together, { siteExport: closed }).map(({ where }) => where);
    expect(found).toEqual(['/donnees/a.csv', '/api/v1/a.json']);
  });

  it('refuses a number or an address that the export does not hold, however people write it', () => {
    const [leak, address] = [LEAK_E164, 'marie.durand@example.net'];
    const usual = fc.oneof(phoneSpellings(leak), emailSpellings(address));
    const odd = fc.oneof(oddPhoneSpellings(leak), oddEmailSpellings(address));
    const spelt = [...fc.sample(usual, { numRuns: 60, seed: 12 }), ...fc.sample(odd, { numRuns: 60, seed: 12 })];
    for (const { text, isUrl } of spelt) {
      const body = isUrl
        ? `<a href="${text.replaceAll('&', '&amp;')}">ici</a>`
        : `<p>${text.replaceAll('<', '&lt;')}</p>`;
      const found = ask(privacy, { 'index.html': html(body) });
      expect(
        found.map(({ gate }) => gate),
        text,
      ).toContain('privacy');
    }
  });

  it('takes the figures of a program for none', () => {
    const program = 'const t=(n,i,o)=>[i+1.9161415*n,-.3*n+1.4052427*o,o-1.2345678*i]';
    expect(ask(privacy, { '_trame/map.js': program })).toEqual([]);
    // In one line with signs for which it is read a second time.
    expect(ask(privacy, { '_trame/map.js': `${program};const s="\u200b\u00ad＠０１"` })).toEqual([]);
    expect(ask(privacy, { '_trame/map.js': 'call("+33.6.39.98.00.01")' })).toHaveLength(1);
  });

  it.each([
    ['in a text', { 'index.html': html(`<p>Appelez le ${LEAK}</p>`) }],
    ['cut by markup', { 'index.html': html('<p>06 39 <b>98</b> 00 <span>01</span></p>') }],
    ['in an attribute', { 'index.html': html(`<a href="tel:${LEAK_E164}">Appeler</a>`) }],
    [
      'in structured data',
      { 'index.html': html(`<script type="application/ld+json">{"telephone":"${LEAK_E164}"}</script>`) },
    ],
    [
      'in a description for search engines',
      { 'index.html': html('', `<title>T</title><meta name="description" content="${LEAK}">`) },
    ],
    ['in open data', { 'donnees/associations.json': JSON.stringify({ tel: '0639980001' }) }],
    ['in a table', { 'donnees/associations.csv': `nom;tel\nJudo;${LEAK}\n` }],
    [
      'in a calendar, over a folded line',
      { 'agenda.ics': 'BEGIN:VCALENDAR\r\nDESCRIPTION:Appelez le 06 39 9\r\n 8 00 01\r\nEND:VCALENDAR\r\n' },
    ],
    ['in a search record', { 'pagefind/fragment/a.pf_fragment': gzipSync(`pagefind_dcd{"content":"${LEAK}"}`) }],
    ['in what a search result shows', { 'pagefind/fragment/a.pf_fragment': searchRecord(LEAK) }],
    ['in the booklet', { 'annuaire.pdf': pdf(`Judo ${LEAK}`) }],
    ['in a link of the booklet', { 'annuaire.pdf': pdf('Judo', `tel:${LEAK_E164}`) }],
  ])('refuses a number that nobody agreed to %s', (_, changes) => {
    const findings = ask(privacy, changes);
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining(LEAK_MASKED)]);
  });

  it.each([
    ['in a text', { 'index.html': html('Écrivez à secret&#64;prive.example') }],
    ['in a link', { 'index.html': html('<a href="mailto:Secret%40prive.example?subject=x">Écrire</a>') }],
    ['in the booklet', { 'annuaire.pdf': pdf('secret@prive.example') }],
    [
      'in what a search result shows',
      { 'pagefind/fragment/a.pf_fragment': searchRecord('Écrire à secret@prive.example') },
    ],
    ['in a script', { '_trame/a.js': 'const to="secret@prive.example"' }],
  ])('refuses an address that nobody agreed to %s', (_, changes) => {
    expect(ask(privacy, changes).map(({ message }) => message)).toEqual([
      expect.stringContaining('s•••@prive.example'),
    ]);
  });

  it('names the record whose page it is, also of a search record, and never a list that repeats it', () => {
    const [one] = smallExport.associations;
    if (!one) throw new Error('The export has no association');
    const page = `/associations/${one.slug}/`;
    const record = { uid: 'api::association.association', documentId: one.id, title: one.name, field: null };
    const search = gzipSync(`pagefind_dcd${JSON.stringify({ url: page, content: `Judo ${LEAK}` })}`);
    for (const files of [
      { [`${page.slice(1)}index.html`]: html(LEAK) },
      { 'pagefind/fragment/a.pf_fragment': search },
      { 'associations/index.html': html(LEAK), 'pagefind/fragment/a.pf_fragment': search },
    ] satisfies Files[]) {
      const [finding, ...others] = ask(privacy, files);
      expect(others).toEqual([]);
      expect(finding?.leak).toEqual({ kind: 'phone', value: LEAK_E164, records: [record] });
      expect(finding?.message).toContain(`« ${page} » (fiche « ${one.name} »)`);
      expect(finding?.message).not.toMatch(/pf_fragment|639980001/);
    }
  });

  it('names the record and the field that says in open data what is for the site alone', () => {
    const closed = structuredClone(smallExport);
    for (const one of closed.associations) for (const contact of one.contacts) delete contact.openData;
    const [first] = closed.associations;
    if (!first) throw new Error('The export has no association');
    first.summary = `Écrire à ${email}`;
    const files = { 'donnees/associations.json': JSON.stringify({ resume: first.summary }) };
    const [finding] = ask(privacy, files, { siteExport: closed });
    expect(finding?.leak?.records).toEqual([
      { uid: 'api::association.association', documentId: first.id, title: first.name, field: 'summary' },
    ]);
  });

  describe('what belongs together', () => {
    const [guide, ...guides] = smallExport.guides;
    if (!guide) throw new Error('The demo has no guide to test with');
    const paragraph = (...texts: string[]) => ({
      type: 'paragraph' as const,
      children: texts.map((text, at) => ({
        type: 'text' as const,
        text,
        ...(at === 1 ? { bold: true as const } : {}),
      })),
    });
    const saying = (changes: Partial<typeof guide>) => ({
      siteExport: { ...smallExport, guides: [{ ...guide, ...changes }, ...guides] },
    });
    const at = (body: string): Files => ({ 'guides/index.html': html(body) });

    it.each([
      ['items of a list', '<ul><li>06.12</li><li>13.12</li><li>20.12</li></ul>'],
      ['paragraphs', '<p>06 39 98</p><p>12 99</p>'],
      ['what a page puts beside one another', '<p>Salle 06 39 · 98 12 99</p>'],
      ['an address and what a page puts behind it', `<p>Salle, ${email} · Fête</p>`],
      ['an address and the sentence that is glued to it', `<p>${email}.Merci</p>`],
    ])('is no number and no address of %s', (_, body) => expect(ask(privacy, at(body))).toEqual([]));

    it('is one paragraph whatever is bold in it, as the rule of publication reads it', () => {
      const body = [paragraph('Mairie : 05 36 ', '49 01', ' 02')];
      expect(ask(privacy, at('<p>Mairie : 05 36 <b>49 01</b> 02</p>'), saying({ body }))).toEqual([]);
      expect(ask(privacy, at('<p>Mairie : 05 36 <b>49 01</b> 02</p>'))).toHaveLength(1);
    });

    it('is a text of several lines, shown in one', () => {
      const files = {
        'guides/index.html': html('', '<title>T</title><meta name="description" content="Lotos : 06.12 13.12 20.12">'),
      };
      expect(ask(privacy, files, saying({ summary: 'Lotos :\n06.12\n13.12\n20.12' }))).toEqual([]);
      expect(ask(privacy, at('<p>Appelez le 05 36\n 49 01 02</p>'))).toHaveLength(1);
    });

    it('is a number that is cut, which a whole one begins with', () => {
      const summary = 'En Espagne : +34 910 123 789';
      expect(ask(privacy, at('<p>En Espagne : +34 910 123…</p>'), saying({ summary }))).toEqual([]);
      expect(ask(privacy, at('<p>En Espagne : +34 910 124…</p>'), saying({ summary }))).toHaveLength(1);
    });

    it('is found behind the end of a line in data', () => {
      const files = { 'donnees/associations.json': JSON.stringify({ resume: `Appelez\n${LEAK}` }) };
      expect(ask(privacy, files)).toHaveLength(1);
    });

    it('names the record of a text that a list shows', () => {
      const siteExport = saying({ summary: 'Tous les jours sauf le 06 39' }).siteExport;
      const [finding] = ask(privacy, at('<p>Tous les jours sauf le 06 39 98 00 01</p>'), { siteExport });
      expect(finding?.leak?.records).toEqual([
        { uid: 'api::guide.guide', documentId: guide.id, title: guide.title, field: 'summary' },
      ]);
    });
  });

  it('accepts in a search result what the export holds', () => {
    expect(ask(privacy, { 'pagefind/fragment/a.pf_fragment': searchRecord(`${national} ${email}`) })).toEqual([]);
  });

  it('never repeats in full what it refuses', () => {
    const findings = ask(privacy, { 'index.html': html(`${LEAK} secret@prive.example`) });
    expect(findings).toHaveLength(2);
    expect(findings.map(({ message }) => message).join()).not.toMatch(/639980001|secret@/);
  });

  it('accepts an address that is broken over two lines of the booklet', () => {
    expect(ask(privacy, { 'annuaire.pdf': pdf(['Judo', start, end, 'Karate']) })).toEqual([]);
    expect(ask(privacy, { 'annuaire.pdf': pdf(['Judo', start.slice(0, 2), start.slice(2), end]) })).toEqual([]);
  });

  it.each([
    ['stands alone', [end]],
    ['stands after something else', ['Judo', end]],
    ['stands on the line of its beginning', [`${start} ${end}`]],
    ['follows a longer beginning', [`x${start}`, end]],
    ['stands alone once more', [start, end, 'Judo', end]],
  ])('refuses an address that only ends like an allowed one and %s', (_, lines) => {
    expect(ask(privacy, { 'annuaire.pdf': pdf(lines) })).toHaveLength(1);
  });

  it.each([
    'Instagram : @club_saint.savin · Facebook @trame.fr ; rendez-vous à 18h/20h. SIRET 123 456 789 00012.',
    'Navette, puis rendez-vous à club.example, point info à 3 km. Tél. ²⁄³ du temps.',
    'Ateliers les 05-12-19-26 janvier ; « le 06/09, 13/09 & 20/09 » ; zéro déchet, 1953, quatre.saisons@example.org',
  ])('lets an honest text go online in every file that has it: « %s »', (text) => {
    const honest = structuredClone(smallExport);
    const [event] = honest.events;
    if (!event) throw new Error('The demo has no event to test with');
    event.description = text;
    const xml = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const escaped = text.replace(/[,;\\]/g, (sign) => `\\${sign}`);
    const files = {
      'agenda/a/index.html': html(`<p>${xml}</p>`),
      'agenda.ics': `BEGIN:VEVENT\r\nUID:a@trame.example\r\nDESCRIPTION:${escaped.slice(0, 40)}\r\n ${escaped.slice(40)}\r\nEND:VEVENT\r\n`,
      'flux.xml': `<?xml version="1.0"?><feed><entry><title>É</title><summary type="text">${xml}</summary></entry></feed>`,
      'donnees/evenements.json': JSON.stringify([{ description: text }]),
      'pagefind/fragment/a.pf_fragment': searchRecord(indexedText([text])),
    };
    expect(ask(privacy, files, { siteExport: honest })).toEqual([]);
  });

  it('reads a number in a calendar and in a feed, whatever their signs are escaped with', () => {
    for (const [file, content] of [
      ['agenda.ics', `DESCRIPTION:Judo\\, ${LEAK}`],
      ['agenda.ics', `DESCRIPTION:Judo\\n${LEAK.slice(0, 9)}\r\n ${LEAK.slice(9)}`],
      ['flux.xml', `<feed><summary>Judo &amp; ${LEAK}</summary></feed>`],
      ['flux.xml', `<feed><link href="tel:${LEAK_E164}"/></feed>`],
      ['flux.xml', `<feed><content type="html">&lt;p&gt;Judo ${LEAK}&lt;/p&gt;</content></feed>`],
    ] as const)
      expect(ask(privacy, { [file]: content })[0]?.message, content).toContain(LEAK_MASKED);
  });

  it('publishes no PDF whose text it cannot read', () => {
    expect(ask(privacy, { 'presse.pdf': Buffer.from('%PDF-1.7\nscrambled') })[0]?.message).toContain('/presse.pdf');
  });

  it('leaves the documents that editors attach as they are', () => {
    expect(ask(privacy, { '_trame/fichiers/a/statuts.pdf': pdf(LEAK) })).toEqual([]);
  });
});

describe('a masked contact', () => {
  it.each([
    ['+33639980001', '+336••••••01'],
    ['+3281234', '+328••••34'],
    ['secret@prive.example', 's•••@prive.example'],
    ['jo@prive.example', '•••@prive.example'],
  ])('tells %s as %s', (contact, told) => expect(masked(contact)).toBe(told));
});

describe('contacts in a text', () => {
  const found = (text: string) => {
    const contacts = noContacts();
    collectContacts(text, contacts);
    return [...contacts.phones, ...contacts.emails];
  };

  it.each([
    '05 36 49 01 02',
    '05.36.49.01.02',
    '05-36-49-01-02',
    '0536490102',
    '05\u202f36\u202f49\u202f01\u202f02',
    '+33 5 36 49 01 02',
    '+33 (0)5 36 49 01 02',
    '0033536490102',
    'tel:+33536490102',
    '05 / 36 / 49 / 01 / 02',
  ])('reads %s', (text) => expect(found(text)).toEqual(['+33536490102']));

  it.each([
    'SIRET 12345678901234',
    'W332012345',
    '44.0536490102',
    '2026-09-05T08:00:00.000Z',
    '/_trame/photo.0536490102ab.webp',
    'logo@2x.png',
    '@media screen',
    '10 h 30 – 12 h 00',
    '33390 à 33920',
    '03 2022 22 12',
    '2020\n03\n20\n22\n22\n12',
    'de 2020 à 2022, 22 12',
  ])('sees no contact in %s', (text) => expect(found(text)).toEqual([]));

  it('finds each in every odd spelling', () => {
    const odd = fc.oneof(oddPhoneSpellings(LEAK_E164), oddEmailSpellings('marie.durand@example.net'));
    fc.assert(
      fc.property(odd, ({ text }) => {
        expect(found(text), text).not.toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['Salle, paul@exemple.fr · Fête', 'paul@exemple.fr'],
    ['paul@exemple.fr.Merci', 'paul@exemple.fr'],
    ['-paul@exemple.fr-Merci', 'paul@exemple.fr'],
    ['_paul@exemple.org_', 'paul@exemple.org'],
    ['paul@exemple.org.au', 'paul@exemple.org.au'],
    ['paul@exemple.club', 'paul@exemple.club'],
    ['contact (at) exemple · fr', 'contact@exemple.fr'],
  ])('reads in « %s » the address %s alone', (text, address) => expect(found(text)).toEqual([address]));

  it('comes to the end of a long text without any', () => {
    // No time is asserted: what grows with the square of the length does not end within the patience of a test.
    expect(found('a'.repeat(200_000) + ' ' + '0 '.repeat(100_000) + 'b.'.repeat(100_000) + '@')).toEqual([]);
  });
});

describe('the text of a PDF', () => {
  it('gives null for what it cannot vouch for', () => {
    expect(pdfText(Buffer.from('no pdf'))).toBeNull();
    expect(pdfText(Buffer.from(pdf('x').toString('latin1').replace('/ToUnicode 4 0 R', ''), 'latin1'))).toBeNull();
  });

  it('leaves replacement texts of marked content out', () => {
    const marked = pdf('Bonjour')
      .toString('latin1')
      .replace('BT /f0', '/Span << /ActualText (\\001\\002) >> BDC BT /f0')
      .replace(/\/Length \d+ >>\nstream\n\/Span/, '/X 0 >>\nstream\n/Span');
    expect(pdfText(Buffer.from(marked, 'latin1'))?.trim()).toContain('Bonjour');
  });
});
