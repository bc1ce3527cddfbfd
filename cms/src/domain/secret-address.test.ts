import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLinkToken, readSecretAddress, secretAddress, SECRET_PAGES, secretPagePath } from './secret-address.ts';

/** Both signs of base64url that mean something elsewhere, and a beginning that quoted-printable would take for its own. */
const TOKEN = '3Dabc-DEF_0123456789ghijklmnopqrstuvwxyzABC';
const OTHER = 'Z'.repeat(43);
const SIGNATURE = 'kq3Qd0v7y5u8Yw1Xc2Vb4Nm6As8Df0Gh2Jk4Lz6Xc8V%3D';
const half = [TOKEN.slice(0, 20), TOKEN.slice(20)] as const;

/** What becomes of `/page/#token`, by who does it. */
const manglings: readonly (readonly [string, (path: string) => string])[] = [
  ['as the letter says it', (path) => `${path}/#${TOKEN}`],
  ['without the last slash', (path) => `${path}#${TOKEN}`],
  ['# escaped into the path', (path) => `${path}/%23${TOKEN}`],
  ['# escaped, without the slash', (path) => `${path}%23${TOKEN}`],
  ['# escaped twice', (path) => `${path}/%2523${TOKEN}`],
  ['# escaped three times', (path) => `${path}/%252523${TOKEN}`],
  ['everything escaped', (path) => `${path}%2F%23${TOKEN.replaceAll('_', '%5F')}`],
  ['escapes in small letters', (path) => `${path}%2f%23${TOKEN.replaceAll('-', '%2d')}`],
  ['an HTML reference', (path) => `${path}/&#35;${TOKEN}`],
  ['# dropped', (path) => `${path}/${TOKEN}`],
  ['# dropped, a slash added', (path) => `${path}/${TOKEN}/`],
  ['moved into the query', (path) => `${path}/?%23${TOKEN}`],
  ['moved into the query without a slash', (path) => `${path}?${TOKEN}`],
  ['moved into a parameter', (path) => `${path}/?fragment=${TOKEN}`],
  ['moved into an escaped parameter', (path) => `${path}/%3Ffragment%3D${TOKEN}`],
  ['said twice, the same', (path) => `${path}/?f=${TOKEN}#${TOKEN}`],
  ['a whole address in a parameter', (path) => `${path}/?url=https%3A%2F%2Fasso.example.org${path}%2F%23${TOKEN}`],
  ['Safe Links', (path) => `${path}/%23${TOKEN}&data=05%7C01%7Ca%40b.fr%7C08d&sdata=${SIGNATURE}&reserved=0`],
  ['Safe Links, # dropped', (path) => `${path}/${TOKEN}?data=05%7C01&sdata=${SIGNATURE}&reserved=0`],
  ['Safe Links before the #', (path) => `${path}/?data=05%7C01&sdata=${SIGNATURE}#${TOKEN}`],
  ['URL Defense, which writes * for #', (path) => `${path}/*${TOKEN}__;Iw!!AbC`],
  ['campaign parameters behind it', (path) => `${path}/#${TOKEN}&utm_source=lettre&utm_medium=email`],
  ['campaign parameters before it', (path) => `${path}/?utm_source=lettre#${TOKEN}`],
  ['campaign parameters after a ?', (path) => `${path}/#${TOKEN}?utm_source=lettre`],
  ...['.', ',', ')', '>', '"', '»', '%3E', '%22', '].', '/', '%20', '%C2%A0', '=', '%E2%80%8B'].map(
    (end) => [`followed by ${end}`, (path: string) => `${path}/#${TOKEN}${end}`] as const,
  ),
  ['followed by the next words', (path) => `${path}/#${TOKEN}%20Bonjour%20à%20tous`],
  ['soft hyphens in it', (path) => `${path}/#${half.join('%C2%AD')}`],
  ['soft hyphens of Latin-1', (path) => `${path}/#${half.join('%AD')}`],
  ['a joiner in it', (path) => `${path}/#${half.join('\u200b')}`],
  ['a line break in it', (path) => `${path}/#${half.join('%0D%0A')}`],
  ['a space in it, moved into the path', (path) => `${path}/%23${half.join('%20')}`],
  ['a soft line break of quoted-printable', (path) => `${path}/#${half.join('=%0D%0A')}`],
  ['its = alone', (path) => `${path}/#${half.join('=')}`],
  ['quoted-printable that nobody decoded', (path) => `${path}/?f=3D${half.join('=%0D%0A')}`],
  ['a line break in a parameter', (path) => `${path}/?f=${half.join('%20')}&utm_source=x`],
  ['more slashes before it', (path) => `/${path}/#${TOKEN}`],
  ['emphasis of Markdown', (path) => `${path}/#_${TOKEN}_`],
  ['strong emphasis, moved into the path', (path) => `${path}/%23__${TOKEN}__`],
  ['asterisks', (path) => `${path}/#**${TOKEN}**`],
  ['escapes of Markdown', (path) => `${path}/#${TOKEN.replace('_', '\\_')}`],
  ['escapes of Markdown, of which a browser makes slashes', (path) => `${path}/%23${TOKEN.replace('_', '/_')}`],
  ...['%E2%80%91', '\u2011', '\u2013', '%96', '\u2212'].map(
    (dash) => [`${dash} for a hyphen`, (path: string) => `${path}/#${TOKEN.replace('-', dash)}`] as const,
  ),
  ['a quoted line', (path) => `${path}/#${half.join('%0A%3E%20')}`],
  ['a line quoted twice', (path) => `${path}/#${half.join('> > ')}`],
  ['a line break, and the next words', (path) => `${path}/#${half.join('%20')}%20Bonjour%20à%20tous`],
  ['+ for a space', (path) => `${path}/?f=${half.join('+')}`],
  ['# of quoted-printable', (path) => `${path}/=23${TOKEN}`],
  ['signs of quoted-printable', (path) => `${path}/=23${TOKEN.replace('_', '=5F').replace('-', '=2D')}`],
  ...['3D', '23', '25', '-23', '_-23', '2523', '252523', '3D23'].map(
    (left) => [`${left} left of the escape of #`, (path: string) => `${path}/${left}${TOKEN}`] as const,
  ),
  ['what is left of quoted-printable behind #', (path) => `${path}/#3D${TOKEN}`],
  ['what is left of an escape in a parameter', (path) => `${path}/?f=23${TOKEN}&utm_source=x`],
  ['# of an old script', (path) => `${path}/%u0023${TOKEN}`],
  ['# of a script', (path) => `${path}/\\u0023${TOKEN}`],
  ['an HTML reference by its digits', (path) => `${path}/&#x23;${TOKEN.replace('_', '&#95;')}`],
  ['a tail of 2 kB', (path) => `${path}/%23${TOKEN}&data=${'05%7C01%7C'.repeat(200)}&reserved=0`],
  ['a tail of 2 kB that was escaped three times', (path) => `${path}/%23${TOKEN}&c=${'%252525257C'.repeat(200)}`],
  ['a tail without end', (path) => `${path}/#${TOKEN}&x=${'=3D%20'.repeat(200_000)}`],
  ['a language before it', (path) => `/fr${path}/%23${TOKEN}`],
  ['folders before it', (path) => `/associations/x${path}/#${TOKEN}`],
  ['the whole address in a parameter', (path) => `/?u=https%3A%2F%2Fasso.example.org${path}%2F%23${TOKEN}&d=1`],
  ['the whole address in the path', (path) => `/https:/asso.example.org${path}/%23${TOKEN}`],
  ['the whole address in a search', (path) => `/recherche/?q=https%3A%2F%2Fasso.example.org${path}%2F%2523${TOKEN}`],
  ['a space in the name of the page', (path) => `${path.replace('-', '%20')}/#${TOKEN}`],
  ['a plus in the name of the page', (path) => `${path.replace('-', '+')}/#${TOKEN}`],
  ['a dash in the name of the page', (path) => `${path.replace('-', '\u2011')}/#${TOKEN}`],
];

/** What may be one of two secrets: the likeliest first. */
const ambiguous: readonly (readonly [string, (path: string) => string, string[]])[] = [
  ['two secrets', (path) => `${path}/#${TOKEN}#${OTHER}`, [TOKEN, OTHER]],
  ['two secrets in the query', (path) => `${path}/?a=${OTHER}&b=${TOKEN}`, [OTHER, TOKEN]],
  ['two secrets in the path', (path) => `${path}/${TOKEN}/${OTHER}`, [TOKEN, OTHER]],
  ['one behind the #, one before it', (path) => `${path}/?sig=${OTHER}#${TOKEN}`, [TOKEN, OTHER]],
  ['one of a gateway, whole, and ours in pieces', (path) => `${path}/?s=${OTHER}#${half.join('%20')}`, [OTHER, TOKEN]],
];

/** What opens nothing, and must not be taken for a secret. */
const hopeless: readonly (readonly [string, (path: string) => string])[] = [
  ['cut short', (path) => `${path}/#${TOKEN.slice(0, 42)}`],
  ['one too many', (path) => `${path}/#${TOKEN}x`],
  ['two too many, which are no escape', (path) => `${path}/#24${TOKEN}`],
  ['cut in the middle', (path) => `${path}/%23${half[0]}`],
  ['a script', (path) => `${path}/#<script>alert(1)</script>`],
  ['another page below', (path) => `${path}/../admin/`],
  ['an escape that never ends', (path) => `${path}/%${'25'.repeat(1500)}23${TOKEN}`],
  ['an escape that is none', (path) => `${path}/%23%E0%A4%A%ZZ`],
  ['behind more than anybody reads', (path) => `${path}/#${'x.'.repeat(200_000)}#${TOKEN}`],
  ['a signature of a gateway alone, which is none of ours', (path) => `${path}/abc?sdata=${SIGNATURE}x`],
];

describe.each(SECRET_PAGES)('the address of /%s/', (page) => {
  it.each(manglings)('is read: %s', (_, mangled) => {
    const found = readSecretAddress(mangled(`/${page}`));
    expect(found?.page).toBe(page);
    expect(typeof found?.secret === 'object' ? found.secret.tokens : found?.secret).toContain(TOKEN);
  });

  it.each(ambiguous)('is read as one of several: %s', (_, mangled, tokens) => {
    expect(readSecretAddress(mangled(`/${page}`))).toEqual({ page, secret: { tokens } });
  });

  it.each(hopeless)('is said to be cut: %s', (_, mangled) => {
    expect(readSecretAddress(mangled(`/${page}`))).toEqual({ page, secret: 'malformed' });
  });

  it('may carry no secret at all', () => {
    for (const rest of ['', '/', '/#', '/?', '%23', '/%2523', '.', '/?utm_source=lettre&utm_campaign=2026', '/%20'])
      expect([rest, readSecretAddress(`/${page}${rest}`)]).toEqual([rest, { page, secret: 'absent' }]);
  });
});

it('is nothing of ours elsewhere, whatever it carries', () => {
  for (const address of [
    '/',
    '*',
    `/#${TOKEN}`,
    '/associations/ma-fiche/',
    '/recherche/?q=/ma-fiche/%23abc',
    `/${TOKEN}/ma-fiche/`,
    `/ma-fiche-2/#${TOKEN}`,
    `/ma-fiches/${TOKEN}`,
    `/retraites/#${TOKEN}`,
    'http://ma-fiche/',
  ])
    expect([address, readSecretAddress(address)]).toEqual([address, null]);
});

/** What programs do to an address, one after the other: each takes what the one before it left. */
const tokens = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/);
const pieces = fc.tuple(
  fc.integer({ min: 1, max: 42 }),
  fc.constantFrom('%20', '+', '%0D%0A', '=%0D%0A', '> ', '%0A%3E%20'),
);
const written = fc.record({
  page: fc.constantFrom(...SECRET_PAGES),
  token: tokens,
  name: fc.constantFrom(
    ...['-', '%20', '+', '%2D', '\u2011', '_'].map((sign) => (page: string) => page.replace('-', sign)),
  ),
  dash: fc.constantFrom('-', '%2D', '\u2011', '\u2013', '\u2212', '%E2%80%93', '%96'),
  underscore: fc.constantFrom('_', '%5F', '\\_', '&#95;'),
  cut: fc.option(pieces, { nil: null }),
  around: fc.constantFrom(['', ''], ['_', '_'], ['__', '__'], ['*', '*'], ['<', '>'], ['%22', '%22']),
  hash: fc.constantFrom('#', '%23', '%2523', '=23', '%u0023', '&#35;', '?', '?fragment=', '*'),
  before: fc.constantFrom('/', '//', '/fr/', '/?u=https%3A%2F%2Fasso.example%2F', '/https:/asso.example/'),
  tail: fc.constantFrom(
    '',
    '.',
    '%3E',
    '&utm_source=x',
    `?data=05&sdata=${SIGNATURE}&reserved=0`,
    `&c=${'E,1,x'.repeat(400)}`,
  ),
  escaped: fc.integer({ min: 0, max: 2 }),
});

it('is read whatever several programs did to it, one after the other', () => {
  fc.assert(
    fc.property(written, ({ page, token, name, dash, underscore, cut, around, hash, before, tail, escaped }) => {
      // Emphasis beside a sign like its own, and a cut besides: nobody can tell whose sign is whose.
      fc.pre(!(cut !== null && around[0].startsWith('_') && /^_|_$/.test(token)));
      const signs = (text: string) => text.replace(/[-_]/g, (sign) => (sign === '-' ? dash : underscore));
      const inside =
        cut === null ? signs(token) : [token.slice(0, cut[0]), token.slice(cut[0])].map(signs).join(cut[1]);
      let behind = `${hash}${around[0]}${inside}${around[1]}`;
      for (let times = 0; times < escaped; times += 1) behind = encodeURIComponent(behind);
      const found = readSecretAddress(`${before}${name(page)}/${behind}${tail}`);
      expect(found?.page).toBe(page);
      expect(typeof found?.secret === 'object' ? found.secret.tokens : found?.secret).toContain(token);
    }),
    { numRuns: 3000 },
  );
});

it('leads nowhere but to a page of secrets, and says nothing but secrets', () => {
  const signs = fc.constantFrom(
    ...'/\\#?&=%23;:@.<>"\'_-\u2013 \n',
    '//evil.example',
    'javascript:',
    'ma-fiche',
    'A'.repeat(43),
    '%2F',
    '%5C',
  );
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 40 }), fc.boolean(), (parts, atBegin) => {
      const found = readSecretAddress(`${atBegin ? '/ma-fiche/' : ''}${parts.join('')}`);
      if (found === null) return;
      const { origin, pathname, hash } = new URL(secretAddress(found), 'https://asso.example');
      expect([origin, pathname]).toEqual(['https://asso.example', secretPagePath(found.page)]);
      if (typeof found.secret === 'object') expect(hash.slice(1).split('&').every(isLinkToken)).toBe(true);
      // What a page for what does not exist leads on with is read as it was.
      if (found.secret !== 'malformed') expect(readSecretAddress(secretAddress(found))).toEqual(found);
    }),
    { numRuns: 2000 },
  );
});

it('is read in a time that is no weapon', () => {
  const long = [
    '#',
    '=',
    '_',
    '-',
    '%',
    '%25',
    '=23',
    '> ',
    '\\_',
    '\u2013',
    '/ma-fiche/',
    '/ma-fiche/#A',
    '&#x',
    'A',
    '/ma',
    '?sdata=',
    `${TOKEN}&`,
  ];
  for (const sign of long) {
    // No time is asserted: what grows with the square of the length does not end within the patience of a test.
    for (const address of [`/ma-fiche/${sign.repeat(100_000)}`, `/x${sign.repeat(100_000)}`])
      expect(() => readSecretAddress(address)).not.toThrow();
  }
});
