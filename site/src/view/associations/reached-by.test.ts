import { describe, expect, it } from 'vitest';
import { reachedBy } from './reached-by.ts';

describe('reachedBy', () => {
  const contact = { name: null, role: null, phone: null, email: null };
  const writes = { ...contact, email: 'camille@example.org' };
  const calls = { ...contact, phone: '+33536491015' };

  it('is who can be called, else who can be written to', () => {
    expect(reachedBy({ contacts: [contact, writes, calls] })).toBe(calls);
    expect(reachedBy({ contacts: [contact, writes] })).toBe(writes);
    expect(reachedBy({ contacts: [contact] })).toBeNull();
  });
});
