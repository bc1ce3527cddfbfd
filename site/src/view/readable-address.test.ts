import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownDomain } from '@trame/cms/domain/email-domain';
import { readableAddress } from './readable-address.ts';

describe('a web address', () => {
  it.each([
    ['https://www.example.org/', 'example.org'],
    ['http://example.org:8080/a/?b=c#d', 'example.org:8080/a/?b=c#d'],
    ['https://facebook.com/Comit%C3%A9-des-f%C3%AAtes-de-C%C3%A9zac', 'facebook.com/Comité-des-fêtes-de-Cézac'],
    ['https://example.org/l%E2%80%99%C5%93uvre?n=%c3%a9t%c3%a9#%C3%A0', 'example.org/l’œuvre?n=été#à'],
    ['https://xn--caf-dma.example.org/', 'café.example.org'],
    ['https://www.xn--comit-ftes-f7ao.fr/', 'comité-fêtes.fr'],
  ])('%s is read as %s', (address, text) => expect(readableAddress(address)).toBe(text));

  it.each([
    ['an encoded slash', 'https://example.org/a%2Fb%5Cc'],
    ['spaces and percent signs', 'https://example.org/a%20b%25C3%25A9'],
    ['controls', 'https://example.org/a%00b%0D%0Ac%C2%85'],
    ['an override of direction', 'https://example.org/%E2%80%AEgpj.exe'],
    ['letters that run from right to left', 'https://example.org/%D7%90%D8%A7'],
    ['look-alikes of slash, dot and question mark', 'https://example.org/%E2%88%95%E2%81%84%EF%BC%8E%EF%BC%9F'],
    ['invisible letters', 'https://example.org/a%E2%80%8Bb%C2%ADc%EF%BB%BF'],
    ['a letter in two parts, which nobody types', 'https://example.org/e%CC%81te'],
    ['a full-width letter', 'https://example.org/%EF%BC%A1'],
    ['bytes that are no UTF-8, overlong or alone', 'https://example.org/%C0%AF%E9t%E9'],
    ['a surrogate', 'https://example.org/%ED%A0%80'],
  ])('keeps %s as it is written', (_what, address) => {
    expect(readableAddress(address)).toBe(address.replace('https://', ''));
  });

  it('is left alone when it is none', () => {
    expect(readableAddress('pas une adresse')).toBe('pas une adresse');
    expect(readableAddress('mailto:a@example.org')).toBe('mailto:a@example.org');
  });

  it('leads to the same place when it is typed back', () => {
    const canonical = (address: string) => address.replace(/%[\da-f]{2}/gi, (hex) => hex.toUpperCase());
    const path = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), { maxLength: 4 });
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), path, (base, parts) => {
        const tail = parts.map((part) => encodeURIComponent(part.toWellFormed())).join('/');
        const url = new URL(`${base.replace(/[?#].*$/, '').replace(/\/$/, '')}/x${tail}`);
        const typed = new URL(`${url.protocol}//${readableAddress(url.href)}`);
        expect(canonical(typed.href.replace(/\/$/, ''))).toBe(
          canonical(url.href.replace('//www.', '//').replace(/\/$/, '')),
        );
      }),
    );
  });
});

describe('a host name', () => {
  it.each([
    ['letters of another script that look like ours', 'xn--80ak6aa92e.com'], // аррӏе
    ['two scripts in one name', 'xn--pple-43d.com'], // аpple, with a Cyrillic а
    ['a dotless ı', 'xn--ber-jua.com'],
    ['a dot below, which dust is taken for', 'xn--exmple-xc8b.org'],
    ['what is no punycode', 'xn--iñvalid.com'],
    ['an empty label', 'xn--.example.org'],
  ])('shows %s in ASCII', (_what, host) => expect(shownDomain(host)).toBe(host));

  it('reads each label for itself', () => {
    expect(shownDomain('xn--ftes-gpa.xn--80ak6aa92e.fr')).toBe('fêtes.xn--80ak6aa92e.fr');
  });
});
