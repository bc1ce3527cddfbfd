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

  it('names the variables that do not fit, in French', () => {
    expect(() => readBuildEnv({ SITE_URL: 'ftp://x', TRAME_BUILT_AT: 'hier' })).toThrow(
      /La construction du site est mal réglée.*SITE_URL.*TRAME_BUILT_AT/,
    );
  });
});
