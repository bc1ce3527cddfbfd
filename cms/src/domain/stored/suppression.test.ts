import { describe, expect, it } from 'vitest';
import { Unreadable } from './stored.ts';
import {
  concernsReleases,
  isProvenWhole,
  isUnbroken,
  joinRegisters,
  notHonoured,
  readSuppressions,
  suppressionLines,
  witnessOf,
  type Suppression,
} from './suppression.ts';

let made = 0;
const one = (at: string, act: Suppression['act']): Suppression => ({
  id: `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`,
  at,
  secret: '0123456789abcdef',
  act,
  after: null,
});
const begin = one('2026-01-01T00:00:00.000Z', { kind: 'register' });
const deleted = one('2026-11-28T00:00:00.000Z', {
  kind: 'record',
  type: 'api::association.association',
  record: 'a',
  act: 'deleted',
});
const later = one('2026-11-29T00:00:00.000Z', { kind: 'value', association: 'a', mark: 'a'.repeat(64) });

it('reads what it wrote, each line once, and leaves out a line that a crash cut short', () => {
  const text = suppressionLines([begin, deleted, deleted]);
  const written = [begin, { ...deleted, after: begin.id }];
  expect(readSuppressions(suppressionLines([begin, deleted]) + text, 'x').suppressions).toHaveLength(2);
  expect(readSuppressions(suppressionLines([begin, deleted]), 'x').suppressions).toEqual(written);
  const whole = suppressionLines([begin, deleted]);
  const cut = whole + suppressionLines([later]).slice(0, 40);
  expect(readSuppressions(cut, 'x')).toEqual({ suppressions: written, wholeLength: whole.length });
  expect(readSuppressions('', 'x').suppressions).toEqual([]);
});

it('takes nothing that it does not understand for nothing: it says which line', () => {
  for (const line of ['{}', 'no json', suppressionLines([later]).replace('/3"', '/9"').trim(), '[]', 'null']) {
    expect(() => readSuppressions(`${suppressionLines([begin])}${line}\n`, 'register')).toThrow(Unreadable);
    expect(() => readSuppressions(`${suppressionLines([begin])}${line}\n`, 'register')).toThrow(/register, line 2/);
  }
});

const madeAt = new Date('2026-11-28T12:00:00Z');
const now = new Date('2026-11-29T12:00:00Z');
const join = (here: Suppression[] | null, inBackup: Suppression[] | null, at: Date | null = madeAt, isProven = true) =>
  joinRegisters(here, inBackup, at, now, isProven);

it('is whole after a restore when the register of this installation is there, and holds both', () => {
  expect(join([begin, deleted, later], [begin, deleted])).toEqual({
    suppressions: [begin, deleted, later],
    state: 'whole',
  });
});

it('is unproven when nothing tells the register from a copy of it that was made in between', () => {
  expect(join([begin, deleted, later], [begin, deleted], madeAt, false)).toEqual({
    suppressions: [begin, deleted, later],
    state: 'unproven',
  });
});

it.each([
  ['none is there', null, [begin]],
  ['the backup has none', [begin], null],
  ['a copy from before the backup is there', [begin], [begin, deleted]],
  ['neither has one', null, null],
  ['another installation’s is there', [one('2026-02-01T00:00:00.000Z', { kind: 'register' })], [begin]],
  [
    'one was lost and begun anew since',
    [begin, one('2026-11-29T01:00:00.000Z', { kind: 'register' })],
    [begin, deleted],
  ],
])('is missing when %s', (_, here, inBackup) => {
  expect(join(here, inBackup).state).toBe('missing');
});

it('is missing for a backup of before what registers keep, or of an unknown day', () => {
  expect(join([begin], [begin], new Date('2023-11-29T11:00:00Z')).state).toBe('missing');
  expect(join([begin], [begin], new Date('2023-11-29T13:00:00Z')).state).toBe('whole');
  expect(join([begin], [begin], null).state).toBe('missing');
});

describe('the witness of a register', () => {
  const lines = readSuppressions(suppressionLines([begin, deleted, later]), 'x').suppressions;
  const place = { ino: 42n, ctimeNs: 1_796_036_400_123_456_789n };
  const witness = witnessOf(lines, place);

  it('proves the file that was last written here whole, and nothing else', () => {
    expect(isProvenWhole(lines, place, witness)).toBe(true);
    expect(isProvenWhole(lines, place, null)).toBe(false);
    // a copy: of the file alone, of both, in place of the file, cut short
    expect(isProvenWhole(lines, { ...place, ino: 43n }, witness)).toBe(false);
    expect(isProvenWhole(lines, { ...place, ctimeNs: place.ctimeNs + 1n }, witness)).toBe(false);
    expect(isProvenWhole(lines.slice(0, 2), place, witness)).toBe(false);
    // a line lost in between, or at the beginning
    expect(isProvenWhole([lines[0]!, lines[2]!], place, witness)).toBe(false);
    expect(isProvenWhole(lines.slice(1), place, witness)).toBe(false);
  });

  it('takes lines of before, which do not say what they came after, at the beginning only', () => {
    expect(isUnbroken([begin, deleted, { ...later, after: deleted.id }])).toBe(true);
    expect(isUnbroken([begin, { ...deleted, after: begin.id }, later])).toBe(false);
    expect(isUnbroken([])).toBe(true);
  });
});

describe('what a release does not honour', () => {
  const type = 'api::association.association';
  const item = (field: string, act: 'retracted' | 'shown') =>
    one('2026-11-29T00:00:00.000Z', { kind: 'item', type, record: 'a', field, mark: 'a'.repeat(64), act });

  it('is what was taken off after the line that it knew', () => {
    expect(notHonoured([begin, deleted, later], deleted.id)).toEqual([later]);
    expect(notHonoured([begin, deleted, later], later.id)).toEqual([]);
    expect(notHonoured([begin, deleted, later], '00000000-0000-4000-8000-ffffffffffff')).toBeNull();
    expect(notHonoured([begin], null)).toBeNull();
  });

  it.each<[boolean, Suppression]>([
    [true, item('address', 'retracted')],
    [true, item('photos', 'retracted')],
    [false, item('photos', 'shown')],
    [false, item('inPrint', 'retracted')],
    [false, item('website', 'retracted')],
    [true, one(begin.at, { kind: 'contact', association: 'a', mark: 'a'.repeat(64), channels: ['openData'] })],
    [false, one(begin.at, { kind: 'contact', association: 'a', mark: 'a'.repeat(64), channels: ['print'] })],
    [true, deleted],
    [false, one(begin.at, { kind: 'record', type, record: 'a', act: 'published' })],
    [false, one(begin.at, { kind: 'record', type: 'api::membership.membership', record: 'a', act: 'unpublished' })],
    [false, one(begin.at, { kind: 'request', request: 'a', generation: 2 })],
    [false, one(begin.at, { kind: 'administrator', administrator: 'a', act: 'closed' })],
    [false, begin],
  ])('%s: %o', (concerns, { act }) => {
    expect(concernsReleases(act)).toBe(concerns);
  });
});
