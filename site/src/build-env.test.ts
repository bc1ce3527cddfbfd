import { describe, expect, it } from 'vitest';
import { readBuildEnv } from './build-env.ts';

describe('readBuildEnv', () => {
  it('has an answer for everything, an empty variable included', () => {
    const env = readBuildEnv({ SITE_URL: '', TRAME_OUT: '' });
    expect(env.SITE_URL).toBe('http://127.0.0.1:8080');
    expect(env.TRAME_OUT).toMatch(/\/site\/dist$/);
    expect(env.TRAME_EXPORT).toBeUndefined();
    expect(Date.parse(env.TRAME_BUILT_AT)).not.toBeNaN();
  });

  it('takes the slash off the end of addresses', () => {
    expect(readBuildEnv({ SITE_URL: 'https://assos.example.org/' }).SITE_URL).toBe('https://assos.example.org');
  });

  it('tells a booklet of another content from one that is still to be made, and both from its own', () => {
    const booklet = { contentVersion: 'v1', builtAt: '2026-09-05T08:00:00.000Z' };
    const read = (value: string) => readBuildEnv({ TRAME_BOOKLET: value }).TRAME_BOOKLET;
    expect([read(JSON.stringify(booklet)), read('null'), read('')]).toEqual([booklet, null, undefined]);
    for (const wrong of ['{', '{"contentVersion":"v1"}']) expect(() => read(wrong)).toThrow(/TRAME_BOOKLET/);
  });

  it('names the variables that do not fit, in French', () => {
    expect(() => readBuildEnv({ SITE_URL: 'ftp://x', TRAME_BUILT_AT: 'hier' })).toThrow(
      /La construction du site est mal réglée.*SITE_URL.*TRAME_BUILT_AT/,
    );
  });
});
