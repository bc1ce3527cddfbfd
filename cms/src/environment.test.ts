import { afterEach, describe, expect, it, vi } from 'vitest';
import server from '../config/server.ts';
import { behindTls, publicUrl, readEnvironment, requireEnvironment } from './environment.ts';

const complete = {
  DATABASE_URL: 'postgresql://trame@127.0.0.1/trame',
  APP_KEYS: 'premiere-cle-assez-longue,seconde-cle-assez-longue',
  API_TOKEN_SALT: 'assez-long-pour-un-sel-1',
  ADMIN_JWT_SECRET: 'assez-long-pour-un-secret',
  TRANSFER_TOKEN_SALT: 'assez-long-pour-un-sel-2',
  JWT_SECRET: 'assez-long-pour-un-secret',
  ENCRYPTION_KEY: 'assez-long-pour-une-cle',
  TRAME_EXPORT_TOKEN: 'assez-long-pour-un-jeton',
  TRAME_WEBHOOK_SECRET: 'assez-long-pour-un-secret',
  TRAME_LINK_SECRET: 'assez-long-pour-un-secret',
};

describe('the environment', () => {
  it('is loopback and usual ports when nothing is said, so that the admin can be built without secrets', () => {
    expect(readEnvironment({})).toMatchObject({
      CMS_HOST: '127.0.0.1',
      CMS_PORT: 1337,
      DEPLOYER_URL: 'http://127.0.0.1:8081',
    });
  });

  it('names in French everything that is missing to run', () => {
    expect(() => requireEnvironment({ ...complete, DATABASE_URL: undefined, JWT_SECRET: '' })).toThrow(
      'Variables d’environnement manquantes pour le CMS : DATABASE_URL, JWT_SECRET.',
    );
    expect(requireEnvironment(complete).APP_KEYS).toHaveLength(2);
  });

  it('names what is malformed, and never shows its value', () => {
    const read = () => readEnvironment({ DATABASE_URL: 'mysql://secret@host', CMS_PORT: '99999', JWT_SECRET: 'court' });
    expect(read).toThrow(/DATABASE_URL .*CMS_PORT .*JWT_SECRET/);
    expect(read).not.toThrow(/secret@host|court[^e]/);
  });

  it('knows whether browsers come through TLS', () => {
    expect(publicUrl(readEnvironment({ CMS_PORT: '1400' }))).toBe('http://127.0.0.1:1400');
    expect(behindTls(readEnvironment({ CMS_URL: 'https://cms.example.org/' }))).toBe(true);
    expect(publicUrl(readEnvironment({ CMS_URL: 'https://cms.example.org/' }))).toBe('https://cms.example.org');
  });
});

describe('the configuration of the server', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('takes the address of a client from the proxy alone, and from nobody without one', () => {
    vi.stubEnv('CMS_URL', 'https://cms.example.org');
    expect(server().proxy).toEqual({ koa: true, maxIpsCount: 1 });
    vi.stubEnv('CMS_URL', 'http://127.0.0.1:1337');
    expect(server().proxy).toMatchObject({ koa: false });
  });
});
