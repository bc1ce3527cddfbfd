import { describe, expect, it } from 'vitest';
import { iccProfile } from '../../tests/helpers/icc.ts';
import { checkPressProfile, readIccHeader } from './icc-profile.ts';

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const header = (bytes: Uint8Array) => {
  const result = readIccHeader(bytes);
  if (!result.ok) throw new Error(result.message);
  return result.value;
};

describe('an ICC profile', () => {
  it('says its name, its colours, its class and its version', () => {
    expect(header(iccProfile({ name: 'FOGRA39L Coated' }))).toEqual({
      name: 'FOGRA39L Coated',
      space: 'CMYK',
      class: 'prtr',
      version: '2.4',
    });
    expect(header(iccProfile({ text: 'mluc', version: [4, 0x30], name: 'Œuvre à l’encre' }))).toMatchObject({
      name: 'Œuvre à l’encre',
      version: '4.3',
    });
  });

  it('is read where it stands in a larger buffer', () => {
    const bytes = iccProfile();
    const around = new Uint8Array(bytes.length + 20);
    around.set(bytes, 7);
    expect(header(around.subarray(7, 7 + bytes.length)).name).toBe('Presse');
  });

  it('suits a press when it is of four inks, an output profile, version 2 or 4', () => {
    expect(checkPressProfile(header(iccProfile())).ok).toBe(true);
    const reproach = (changes: Parameters<typeof iccProfile>[0]) => {
      const result = checkPressProfile(header(iccProfile(changes)));
      return result.ok ? null : result.message;
    };
    expect(reproach({ space: 'RGB' })).toMatch(/RGB, pas CMYK/);
    expect(reproach({ kind: 'mntr' })).toMatch(/mntr, pas prtr/);
    expect(reproach({ version: [5, 0] })).toMatch(/version \(5\.0\)/);
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['a text under that name', latin1('Ceci n’est pas un profil. '.repeat(20))],
    ['a picture', latin1(`\u0089PNG${'x'.repeat(300)}`)],
    ['one that lost its end', iccProfile().subarray(0, 150)],
    ['one whose description points outside', iccProfile().map((byte, at) => (at === 136 ? 0x7f : byte))],
    ['one that claims a million tags', iccProfile().map((byte, at) => (at === 129 ? 0x10 : byte))],
    ['one without a name', iccProfile({ name: '' })],
    ['one whose description claims to be longer', iccProfile().map((byte, at) => (at === 144 + 10 ? 0xff : byte))],
  ])('is not: %s', (_, bytes) => {
    const result = readIccHeader(bytes);
    expect(result.ok).toBe(false);
    expect(result.ok ? '' : result.message).toMatch(/imprimeur/);
  });
});
