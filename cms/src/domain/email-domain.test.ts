import { domainToASCII, domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiDomain, shownDomain } from './email-domain.ts';

const french = fc.stringMatching(/^[a-z0-9àâæçèéêëîïôùûüÿœ]{1,12}(-[a-zàâçèéêëîïôùûüœ]{1,8})?$/);

test('is what Node knows by its own means, there and back', () => {
  fc.assert(
    fc.property(french, (label) => {
      const domain = `a${label}.fr`;
      const ascii = asciiDomain(domain);
      expect(ascii).toBe(domainToASCII(domain));
      expect(shownDomain(ascii ?? '')).toBe(domainToUnicode(ascii ?? ''));
    }),
  );
});

test.each([
  ['mairie-créon.fr', 'xn--mairie-cron-jbb.fr'],
  ['Mairie-CRE\u0301ON.FR', 'xn--mairie-cron-jbb.fr'],
  ['cœur.example.org', 'xn--cur-fya.example.org'],
  ['EXAMPLE.org', 'example.org'],
])('%s is %s', (typed, ascii) => expect(asciiDomain(typed)).toBe(ascii));

test.each(['é/x.fr', 'é@b.fr', 'é:80.fr', 'é b.fr', 'é%2e.fr', '\u200dé..fr', 'é?x.fr'])('%j is no domain', (typed) => {
  expect(asciiDomain(typed)).toBeNull();
});

test.each([
  ['a Cyrillic а among Latin letters', 'exаmple.org'],
  ['a word that is Cyrillic altogether', 'сбербанк.org'],
  ['a dotless ı', 'maırie.fr'],
  ['a Latin letter of no French word', 'examplə.org'],
])('%s is shown in ASCII', (_name, hostile) => {
  const ascii = asciiDomain(hostile) ?? '';
  expect(ascii).toContain('xn--');
  expect(shownDomain(ascii)).toBe(ascii);
});

test('what is no punycode is left alone', () => {
  for (const odd of ['xn--.fr', 'xn--a!.fr', 'xn--99999999.fr', 'xn--maire-abc-.fr', 'xn--mairie-.fr'])
    expect(shownDomain(odd)).toBe(odd);
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9-]{0,20}$/), (text) => {
      const shown = shownDomain(`xn--${text}.fr`);
      expect(shown === `xn--${text}.fr` || asciiDomain(shown) === `xn--${text}.fr`).toBe(true);
    }),
  );
});
