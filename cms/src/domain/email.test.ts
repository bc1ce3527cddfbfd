import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatEmail } from './email-domain.ts';
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

test('takes a domain with accents, stores it as servers write it and shows it as it is typed', () => {
  const stored = 'Contact@xn--mairie-cron-jbb.fr';
  for (const typed of [
    'Contact@mairie-créon.fr',
    'Contact@MAIRIE-CRÉON.fr',
    'mailto:Contact@mairie-cre\u0301on.fr',
    stored,
  ]) {
    expect(parseEmail(typed)).toEqual({ ok: true, value: stored });
  }
  expect(formatEmail(stored)).toBe('Contact@mairie-créon.fr');
  expect(formatEmail('contact@example.org')).toBe('contact@example.org');
});

test.each(['éric@example.org', 'éric@mairie-créon.fr'])('says what is wrong with %s', (text) =>
  expect(parseEmail(text)).toMatchObject({
    ok: false,
    message: expect.stringContaining('précède l’arobase') as string,
  }),
);

test.each([
  ['l’ecole@example.org', 'l’apostrophe «\u00a0’\u00a0» ne peut pas précéder'],
  ['l‘ecole@example.org', 'l’apostrophe «\u00a0‘\u00a0» ne peut pas précéder'],
  ['école@example.org', 'd’accent'],
  ['e\u0301cole@example.org', 'd’accent'],
  ['ecole\u200b@example.org', 'un signe invisible'],
  ['club★@example.org', '«\u00a0★\u00a0» ne peut pas précéder'],
  ['клуб@example.org', '«\u00a0к\u00a0» ne peut pas précéder'],
])('names the sign that cannot stand in %s', (text, said) => {
  const read = parseEmail(text);
  expect(read.ok ? '' : read.message).toContain(said);
  expect(read.ok ? '' : read.message).toMatch(/comme contact@example\.org\.$/);
});
