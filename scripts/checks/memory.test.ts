import { describe, expect, it, vi } from 'vitest';
import { createReadMemory, type SeenFile } from './memory.ts';

let files = 0;
/** Each file is another one on the disk. */
const seen = (address: string, text: string, mark = `file ${(files += 1)}`): SeenFile => ({
  ...{ address, mark, bytes: () => Buffer.from(text) },
});

describe('createReadMemory', () => {
  it('reads again what changed, moved, or is asked for otherwise', () => {
    const memory = createReadMemory();
    const read: string[] = [];
    const ask = (what: string, address: string, text: string) =>
      memory.once(what, seen(address, text), () => (read.push(`${what} ${address} ${text}`), text.length));
    expect(ask('page', '/a/', 'abc')).toBe(3);
    expect(ask('page', '/a/', 'abc')).toBe(3);
    memory.end();
    expect(ask('page', '/a/', 'abc')).toBe(3);
    ask('page', '/b/', 'abc');
    ask('page', '/a/', 'abcd');
    ask('contacts', '/a/', 'abc');
    expect(read).toEqual(['page /a/ abc', 'page /b/ abc', 'page /a/ abcd', 'contacts /a/ abc']);
  });

  it('forgets what the last release did not hold', () => {
    const memory = createReadMemory();
    let read = 0;
    const ask = () => memory.once('page', seen('/a/', 'a'), () => (read += 1));
    ask();
    memory.end();
    memory.end();
    ask();
    expect(read).toBe(2);
  });

  it('does not open a file that is the same one on the disk', () => {
    const memory = createReadMemory();
    const bytes = vi.fn(() => Buffer.from('a'));
    const file = { ...seen('/a/', 'a', 'same'), bytes };
    expect([memory.once('page', file, String), memory.once('page', file, String)]).toEqual(['a', 'a']);
    const before = bytes.mock.calls.length;
    memory.end();
    expect(memory.once('page', file, String)).toBe('a');
    expect(bytes.mock.calls.length).toBe(before);
    const other = { ...file, mark: 'written to', bytes: () => Buffer.from('b') };
    expect(memory.once('page', other, String)).toBe('b');
  });
});
