import { describe, expect, it } from 'vitest';
import { parseMailAddress, returnPath, tokenInReturnPath } from './mail-address.ts';

const read = (text: string) => {
  const result = parseMailAddress(text);
  if (!result.ok) throw new Error(result.message);
  return result.value;
};
const TOKEN = '0123456789abcdef01';

describe('MAIL_FROM', () => {
  it('is an address, with a name or without', () => {
    expect(read('Office de tourisme <annuaire@Example.org>')).toEqual({
      name: 'Office de tourisme',
      address: 'annuaire@example.org',
      local: 'annuaire',
      domain: 'example.org',
    });
    expect(read('"Office, tourisme" <a@b.fr>').name).toBe('Office, tourisme');
    expect(read('a@b.fr').name).toBe('');
  });

  it.each(['', 'Office', 'a@b@c', 'Office <a b@c.fr>', 'a@b.fr, c@d.fr'])('refuses %j', (text) => {
    expect(parseMailAddress(text).ok).toBe(false);
  });
});

describe('the return path', () => {
  const from = read('annuaire@example.org');

  it.each([null, 'retours-{lettre}@mail.example.org'])('finds the letter again by its address (%s)', (pattern) => {
    const address = returnPath(from, pattern, TOKEN);
    expect(address).toContain(TOKEN);
    expect(tokenInReturnPath(from, pattern, address.toUpperCase())).toBe(TOKEN);
    expect(tokenInReturnPath(from, pattern, 'annuaire@example.org')).toBeNull();
    expect(tokenInReturnPath(from, pattern, address.replace(TOKEN, 'x'))).toBeNull();
  });

  it('may be one for all letters', () => {
    expect(returnPath(from, 'retours@example.org', TOKEN)).toBe('retours@example.org');
    expect(tokenInReturnPath(from, 'retours@example.org', 'retours@example.org')).toBeNull();
  });
});
