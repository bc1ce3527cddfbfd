import { describe, expect, it } from 'vitest';
import { iccProfile } from '../../tests/helpers/icc.ts';
import { readPressProfile } from './icc-profile.ts';

/** What a real profile of a press says, and what is refused of one, is tried beside the press (site/src/print/press). */
describe('the profile of a press', () => {
  it('says its name, as version 2 and version 4 write it', () => {
    expect(readPressProfile(iccProfile({ name: 'FOGRA39L Coated' }))).toEqual({
      ok: true,
      value: { name: 'FOGRA39L Coated' },
    });
    const four = iccProfile({ text: 'mluc', version: [4, 0x30], name: 'Œuvre à l’encre' });
    expect(readPressProfile(four)).toEqual({ ok: true, value: { name: 'Œuvre à l’encre' } });
  });

  it('is read where it stands in a larger buffer', () => {
    const bytes = iccProfile();
    const around = new Uint8Array(bytes.length + 20);
    around.set(bytes, 7);
    expect(readPressProfile(around.subarray(7, 7 + bytes.length)).ok).toBe(true);
  });

  const entry = (tag: number) => 132 + 12 * tag;
  const without = (tag: number) => iccProfile().map((byte, at) => (at === entry(tag) ? 0x78 : byte));
  it.each([
    ['of a screen', iccProfile({ space: 'RGB', kind: 'mntr' }), /RVB/],
    ['of a scanner', iccProfile({ kind: 'scnr' }), /profil de sortie/],
    ['of a version that PDF/X does not know', iccProfile({ version: [5, 0] }), /version 5/],
    ['without a table towards the inks', without(2), /tables/],
    ['without a table back from the inks', without(1), /tables/],
    ['that points outside of itself', iccProfile().map((byte, at) => (at === entry(0) + 4 ? 0x7f : byte)), /abîmé/],
    ['that claims a million tags', iccProfile().map((byte, at) => (at === 129 ? 0x10 : byte)), /abîmé/],
    ['without a name', iccProfile({ name: '' }), /pas de nom/],
    ['that lost its end', iccProfile().subarray(0, 150), /incomplet/],
  ])('is refused when it is one %s', (_, bytes, reason) => {
    const read = readPressProfile(bytes);
    expect(read.ok ? 'accepted' : read.message).toMatch(reason);
  });
});
