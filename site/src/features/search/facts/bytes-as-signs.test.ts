import { collectContacts, noContacts } from '@trame/cms/domain/contacts-in-text';
import { describe, expect, it } from 'vitest';
import { asSigns, bytesOf } from './bytes-as-signs.ts';

function saysNumber(text: string): boolean {
  const found = noContacts();
  collectContacts(text, found);
  return found.phones.size > 0;
}

describe('bytes as signs', () => {
  it('come back as they were, each of them', () => {
    const bytes = Buffer.from(Array.from({ length: 1024 }, (_, at) => (at * 7 + (at >> 8)) & 255));
    expect(Buffer.from(bytesOf(asSigns(bytes.toString('base64'))))).toEqual(bytes);
  });

  it('say no number where their Base64 does', () => {
    const base64 = 'UNHPfNcD+885868366/949+33612345678QQ==';
    expect(saysNumber(base64)).toBe(true);
    const signs = asSigns(base64);
    expect(saysNumber(signs)).toBe(false);
    expect(signs).not.toMatch(/[\d+/]/);
  });

  it('need no escape in JSON', () => {
    const every = asSigns('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
    expect(JSON.stringify(every)).toBe(`"${every}"`);
  });
});
