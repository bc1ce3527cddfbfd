import { describe, expect, it } from 'vitest';
import { checkPressProfile, readIccHeader } from './icc-profile.ts';

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A description as version 2 writes it, or version 4. */
function description(name: string, kind: 'desc' | 'mluc'): Uint8Array {
  const bytes = new Uint8Array(kind === 'desc' ? 12 + name.length + 1 : 28 + 2 * name.length);
  const view = new DataView(bytes.buffer);
  bytes.set(latin1(kind));
  if (kind === 'desc') {
    view.setUint32(8, name.length + 1);
    bytes.set(latin1(name), 12);
    return bytes;
  }
  view.setUint32(8, 1);
  view.setUint32(12, 12);
  bytes.set(latin1('enUS'), 16);
  view.setUint32(20, 2 * name.length);
  view.setUint32(24, 28);
  [...name].forEach((letter, index) => view.setUint16(28 + 2 * index, letter.codePointAt(0) ?? 0));
  return bytes;
}

/** The least that is an ICC profile: a header, one tag. */
function profile({ space = 'CMYK', kind = 'prtr', version = [2, 0x40], name = 'Presse', text = 'desc' } = {}) {
  const tag = description(name, text as 'desc' | 'mluc');
  const bytes = new Uint8Array(128 + 4 + 12 + tag.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, bytes.length);
  bytes.set(version, 8);
  bytes.set(latin1(kind), 12);
  bytes.set(latin1(space.padEnd(4)), 16);
  bytes.set(latin1('acsp'), 36);
  view.setUint32(128, 1);
  bytes.set(latin1('desc'), 132);
  view.setUint32(136, 144);
  view.setUint32(140, tag.length);
  bytes.set(tag, 144);
  return bytes;
}

const header = (bytes: Uint8Array) => {
  const result = readIccHeader(bytes);
  if (!result.ok) throw new Error(result.message);
  return result.value;
};

describe('an ICC profile', () => {
  it('says its name, its colours, its class and its version', () => {
    expect(header(profile({ name: 'FOGRA39L Coated' }))).toEqual({
      name: 'FOGRA39L Coated',
      space: 'CMYK',
      class: 'prtr',
      version: '2.4',
    });
    expect(header(profile({ text: 'mluc', version: [4, 0x30], name: 'Œuvre à l’encre' }))).toMatchObject({
      name: 'Œuvre à l’encre',
      version: '4.3',
    });
  });

  it('is read where it stands in a larger buffer', () => {
    const bytes = profile();
    const around = new Uint8Array(bytes.length + 20);
    around.set(bytes, 7);
    expect(header(around.subarray(7, 7 + bytes.length)).name).toBe('Presse');
  });

  it('suits a press when it is of four inks, an output profile, version 2 or 4', () => {
    expect(checkPressProfile(header(profile())).ok).toBe(true);
    const reproach = (changes: Parameters<typeof profile>[0]) => {
      const result = checkPressProfile(header(profile(changes)));
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
    ['one that lost its end', profile().subarray(0, 150)],
    ['one whose description points outside', profile().map((byte, at) => (at === 136 ? 0x7f : byte))],
    ['one that claims a million tags', profile().map((byte, at) => (at === 129 ? 0x10 : byte))],
    ['one without a name', profile({ name: '' })],
    ['one whose description claims to be longer', profile().map((byte, at) => (at === 144 + 10 ? 0xff : byte))],
  ])('is not: %s', (_, bytes) => {
    const result = readIccHeader(bytes);
    expect(result.ok).toBe(false);
    expect(result.ok ? '' : result.message).toMatch(/imprimeur/);
  });
});
