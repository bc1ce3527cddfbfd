import { describe, expect, it } from 'vitest';
import { createReadMemory } from './memory.ts';

describe('createReadMemory', () => {
  it('reads again what changed, moved, or is asked for otherwise', () => {
    const memory = createReadMemory();
    const read: string[] = [];
    const ask = (what: string, address: string, text: string) =>
      memory.once(what, address, Buffer.from(text), () => (read.push(`${what} ${address} ${text}`), text.length));
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
    const ask = () => memory.once('page', '/a/', Buffer.from('a'), () => (read += 1));
    ask();
    memory.end();
    memory.end();
    ask();
    expect(read).toBe(2);
  });
});
