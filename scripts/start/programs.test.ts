import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { readEnvironment } from '../lib/environment.ts';
import {
  processEnvironment,
  runCms,
  runCmsDevelopment,
  runDeployer,
  runSiteDevelopment,
  runSiteServer,
} from './programs.ts';
import type { Supervisor } from './supervisor.ts';

const environment = readEnvironment({});
const STRAPI = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'JWT_SECRET',
  'ENCRYPTION_KEY',
];
const SHARED = ['TRAME_EXPORT_TOKEN', 'TRAME_WEBHOOK_SECRET'];
const PRESS = ['TRAME_PRESS_SECRET'];
const LINKS = ['TRAME_LINK_SECRET'];
const OURS = [...SHARED, ...PRESS, ...LINKS];
const ACCOUNT = ['DATABASE_URL', 'TRAME_ADMIN_EMAIL', 'TRAME_ADMIN_PASSWORD'];
const secrets = Object.fromEntries([...STRAPI, ...OURS].map((name) => [name, `secret-of-${name}`]));
const admin = { url: 'http://a/admin', email: 'a@example.org', password: 'secret-of-the-account' };
const env = { ...processEnvironment(environment, secrets, admin), DATABASE_URL: 'postgresql://u:secret@127.0.0.1/d' };

/** What a program is started with. */
function begun(start: (supervisor: Supervisor) => void): Parameters<Supervisor['run']> {
  const run = vi.fn<Supervisor['run']>();
  const supervisor: Pick<Supervisor, 'run'> = { run };
  start(supervisor as Supervisor);
  const only = run.mock.calls[0];
  if (!only) throw new Error('Nothing was started');
  return only;
}
const given = (start: (supervisor: Supervisor) => void): NodeJS.ProcessEnv => begun(start)[3].env;

describe('the deployer that runs beside the CMS', () => {
  it('asks it on this machine, whatever the public address: no proxy, no certificate between the two', () => {
    const variables = { CMS_URL: 'https://gestion.example.org', CMS_PORT: '20001' };
    const own = given((one) => runDeployer(one, processEnvironment(readEnvironment(variables), {}, null), 'log'));
    expect(own).toMatchObject({ CMS_URL: 'https://gestion.example.org', CMS_DIRECT_URL: 'http://127.0.0.1:20001' });
  });
});

describe('each program is given the secrets that it needs and no other:', () => {
  it.each([
    ['the CMS', (one: Supervisor) => runCms(one, env, 'log'), [...STRAPI, ...SHARED, ...LINKS, ...ACCOUNT]],
    [
      'the CMS in development',
      (one: Supervisor) => runCmsDevelopment(one, env, 'log'),
      [...STRAPI, ...SHARED, ...LINKS, ...ACCOUNT],
    ],
    ['the deployer', (one: Supervisor) => runDeployer(one, env, 'log'), [...SHARED, ...PRESS]],
    ['the site server', (one: Supervisor) => runSiteServer(one, env, 'log'), []],
    [
      'the site in development',
      (one: Supervisor) => runSiteDevelopment(one, environment, env, 'log'),
      ['TRAME_EXPORT_TOKEN'],
    ],
  ])('%s', (_, start, expected) => {
    const own = given(start);
    expect([...STRAPI, ...OURS, ...ACCOUNT].filter((name) => name in own)).toEqual(expected);
    expect(own).toMatchObject({ SITE_PORT: '8080', CMS_URL: environment.cmsUrl, DATA_DIR: environment.dataDir });
    expect(own['PATH']).toBe(process.env['PATH']);
  });
});

describe.runIf(process.platform === 'linux')(
  'a program whose log cannot be written, on a disk that is full, goes on:',
  () => {
    it.each([
      ['the CMS', (one: Supervisor) => runCms(one, env, 'log')],
      ['the deployer', (one: Supervisor) => runDeployer(one, env, 'log')],
      ['the site server', (one: Supervisor) => runSiteServer(one, env, 'log')],
    ])('%s', async (_, start) => {
      const [, command, args] = begun(start);
      const before = args.slice(0, args.findLastIndex((arg) => arg === '--import') + 2);
      const full = openSync('/dev/full', 'w');
      const code = `process.stdout.write('a'); process.stderr.write('b'); setTimeout(() => process.exit(7), 100);`;
      const child = spawn(command, [...before, '-e', code], { stdio: ['ignore', full, full] });
      closeSync(full);
      expect(await new Promise((resolve) => child.once('close', resolve))).toBe(7);
    });
  },
);
