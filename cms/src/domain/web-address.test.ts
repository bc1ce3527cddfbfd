import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseWebAddress } from './web-address.ts';

test('completes the scheme', () => {
  expect(parseWebAddress('www.example.org')).toEqual({ ok: true, value: 'https://www.example.org' });
  expect(parseWebAddress('example.org/page?x=1#y')).toEqual({ ok: true, value: 'https://example.org/page?x=1#y' });
  expect(parseWebAddress('http://example.org/')).toEqual({ ok: true, value: 'http://example.org' });
});

test('whatever is typed, what comes out is http or https with a host, and reads the same again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (text) => {
      const address = parseWebAddress(text);
      if (!address.ok) return;
      expect(address.value).toMatch(/^https?:\/\/[^/]+\./);
      expect(parseWebAddress(address.value)).toEqual(address);
    }),
  );
});

test.each([
  '',
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)//example.org',
  'data:text/html,x',
  'mailto:a@example.org',
  'ftp://example.org',
  'https://',
  'localhost',
  'http://user:pw@example.org',
  'deux mots.fr',
  'https://exa mple.org',
])('refuses « %s »', (text) => expect(parseWebAddress(text).ok).toBe(false));
