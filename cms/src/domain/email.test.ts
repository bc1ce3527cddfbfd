import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseEmail } from './email.ts';

test('accepts plain addresses, with the spaces and the "mailto:" that come with a copy', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][a-z0-9]{0,20}(\.[a-z0-9]{1,10})?$/), (local) => {
      expect(parseEmail(` mailto:${local}@EXAMPLE.org `)).toEqual({ ok: true, value: `${local}@example.org` });
    }),
  );
});

test('is the identity on what it accepted', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      const once = parseEmail(address);
      if (once.ok) expect(parseEmail(once.value)).toEqual(once);
    }),
  );
});

test.each([
  '',
  'contact',
  'contact@',
  '@example.org',
  'a@example',
  'a@example.org, b@example.org',
  'a b@example.org',
  'a@example.org\nBcc: x@example.org',
])('refuses « %s »', (text) => expect(parseEmail(text).ok).toBe(false));
