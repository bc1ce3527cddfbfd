import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureAdmin, ensureSecrets } from '../start/secrets.ts';
import { launchOf } from './run.ts';
import { stoppedInWords } from './say-stopped.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-run-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const variables = () => ({
  PATH: '/bin',
  DATA_DIR: dataDir,
  DATABASE_URL: 'postgres://u:secret-of-the-database@127.0.0.1/d',
  CMS_URL: 'https://gestion.example.org',
  CMS_PORT: '20001',
});

describe('a program of a unit', () => {
  it('is told what it needs and no secret of another', async () => {
    const secrets = await ensureSecrets(dataDir, {});
    await ensureAdmin(dataDir, 'https://gestion.example.org', false, {});
    const [cms, deployer, site] = await Promise.all(
      ['cms', 'deployer', 'site'].map((name) => launchOf(name, variables())),
    );
    expect(cms?.env).toMatchObject({
      DATABASE_URL: variables().DATABASE_URL,
      TRAME_LINK_SECRET: secrets['TRAME_LINK_SECRET'],
      TRAME_ADMIN_EMAIL: 'admin@example.org',
      NODE_ENV: 'production',
    });
    expect(deployer?.env).toMatchObject({
      TRAME_PRESS_SECRET: secrets['TRAME_PRESS_SECRET'],
      CMS_DIRECT_URL: 'http://127.0.0.1:20001',
    });
    for (const name of ['DATABASE_URL', 'TRAME_LINK_SECRET', 'APP_KEYS', 'TRAME_ADMIN_PASSWORD'])
      expect(deployer?.env).not.toHaveProperty(name);
    const told = JSON.stringify(site?.env);
    for (const secret of [...Object.values(secrets), 'secret-of-the-database']) expect(told).not.toContain(secret);
  });

  it('sends no letter into a mailbox that nobody started: without a mail server they wait', async () => {
    await ensureSecrets(dataDir, {});
    expect((await launchOf('cms', variables())).env).not.toHaveProperty('SMTP_URL');
    expect((await launchOf('cms', variables())).env).not.toHaveProperty('MAILBOX_URL');
  });

  it('does not start before its data were prepared, and makes no secret by itself; the site needs none', async () => {
    await expect(launchOf('cms', variables())).rejects.toThrow(/trame prepare/);
    await expect(launchOf('deployer', variables())).rejects.toThrow(/trame prepare/);
    await expect(readFile(path.join(dataDir, 'secrets.json'))).rejects.toThrow();
    await writeFile(path.join(dataDir, 'secrets.json'), 'unreadable');
    await expect(launchOf('site', variables())).resolves.toMatchObject({ env: { DATA_DIR: dataDir } });
  });

  it.each([[undefined], ['mailbox'], ['constructor']])('is one that exists: not %s', async (name) => {
    await expect(launchOf(name, variables())).rejects.toThrow(/cms, deployer, site/);
  });
});

describe('what is said of a program that stopped', () => {
  it('names it, the reason and the pause', () => {
    expect(stoppedInWords('cms', { SERVICE_RESULT: 'oom-kill', EXIT_STATUS: 'KILL' })).toBe(
      'Le serveur d’édition : arrêt inattendu, il a pris plus de mémoire qu’il n’en a le droit (MemoryMax) (KILL). Nouveau démarrage dans 1 s, puis après une pause qui grandit jusqu’à 60 s ; le reste continue.',
    );
    expect(stoppedInWords('site', { SERVICE_RESULT: 'watchdog' })).toContain('« watchdog »');
  });

  it('is nothing when it was asked to stop', () => {
    expect(stoppedInWords('cms', { SERVICE_RESULT: 'success', EXIT_STATUS: '0' })).toBeNull();
    expect(stoppedInWords('cms', {})).toBeNull();
  });
});
