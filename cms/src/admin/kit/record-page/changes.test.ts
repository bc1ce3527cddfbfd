import { describe, expect, it } from 'vitest';
import { afterSave, changedIn } from './changes.ts';

describe('changedIn', () => {
  it('names the attributes that say something else, whole', () => {
    const before = {
      name: 'Judo',
      acronym: null,
      contacts: [{ phone: '+33199000001', email: null }],
      themes: ['a', 'b'],
    };
    const after = { name: 'Judo', contacts: [{ email: null, phone: '+33199000002' }], themes: ['a', 'b'] };
    expect(changedIn(before, after)).toEqual({ contacts: after.contacts });
    expect(changedIn(before, { ...before, acronym: undefined })).toEqual({});
  });

  it('counts an order as a change: the first theme decides the chapter', () => {
    expect(changedIn({ themes: ['a', 'b'] }, { themes: ['b', 'a'] })).toEqual({ themes: ['b', 'a'] });
  });
});

describe('afterSave', () => {
  it('keeps what was typed while the save was under way, and takes the rest from the server', () => {
    const sent = { name: 'Judo', summary: 'Tapis', phone: '0199000001' };
    const now = { name: 'Judo', summary: 'Tapis et kimono', phone: '0199000001' };
    const saved = { name: 'Judo', summary: 'Tapis', phone: '+33199000001' };
    expect(afterSave(saved, sent, now)).toEqual({ name: 'Judo', summary: 'Tapis et kimono', phone: '+33199000001' });
  });
});
