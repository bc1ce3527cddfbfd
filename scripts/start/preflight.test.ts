import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../lib/environment.ts';
import { freePort } from '../lib/http.ts';
import { portOwner } from './port-owner.ts';
import { checkDatabase, checkDataDir, checkDisk, checkPorts } from './preflight.ts';

const environment = async (changes: Record<string, string> = {}) =>
  readEnvironment({
    SITE_PORT: String(await freePort()),
    CMS_PORT: String(await freePort()),
    DEPLOYER_PORT: String(await freePort()),
    ...changes,
  });

describe('preflight', () => {
  it('lets free ports pass', async () => {
    await expect(checkPorts(await environment(), ['site', 'cms', 'deployer'])).resolves.toBeUndefined();
  });

  it('names who has a port, on whatever address it listens', async () => {
    for (const host of ['127.0.0.1', '0.0.0.0']) {
      const server = createServer();
      const port = await freePort();
      await new Promise<void>((resolve) => server.listen(port, host, resolve));
      expect(portOwner(port)?.pid).toBe(process.pid);
      await expect(checkPorts(await environment({ SITE_PORT: String(port) }), ['site'])).rejects.toThrow(
        new RegExp(`port ${port}, prévu pour le site, est déjà utilisé par .*processus ${process.pid}.*SITE_PORT=`),
      );
      await new Promise((resolve) => server.close(resolve));
      expect(portOwner(port)).toBeNull();
    }
  });

  it('makes the DATA_DIR, or says why it cannot', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'trame-preflight-'));
    await expect(checkDataDir(path.join(folder, 'new/data'))).resolves.toBeUndefined();
    await writeFile(path.join(folder, 'file'), '');
    await expect(checkDataDir(path.join(folder, 'file/data'))).rejects.toThrow(/DATA_DIR/);
    await rm(folder, { recursive: true });
  });

  it('finds room on this disk', async () => {
    await expect(checkDisk(os.tmpdir(), true)).resolves.toBeUndefined();
  });

  it('tells the ways apart in which a database cannot be reached', async () => {
    await expect(checkDatabase(`postgresql://a:b@127.0.0.1:${await freePort()}/x`)).rejects.toThrow(
      /ne répond à l’adresse/,
    );
    await expect(checkDatabase('postgresql://a:b@nulle-part.invalid/x')).rejects.toThrow(/introuvable/);
    const mute = createServer(); // takes the call and says nothing
    const port = await freePort();
    await new Promise<void>((resolve) => mute.listen(port, '127.0.0.1', resolve));
    await expect(checkDatabase(`postgresql://a:b@127.0.0.1:${port}/x`)).rejects.toThrow(/n’a pas répondu en 8 s/);
    mute.close();
  }, 20_000);
});
