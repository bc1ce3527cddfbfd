import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDeployerSecrets, readSecrets } from '../lib/environment.ts';
import { ensureAdmin, ensureSecrets, makePassword } from './secrets.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-secrets-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));
const mode = async (file: string) => (await stat(path.join(dataDir, file))).mode & 0o777;

describe('the secrets', () => {
  it('are made once, long, all different, and readable by nobody else', async () => {
    const first = await ensureSecrets(dataDir, {});
    expect(Object.keys(first)).toHaveLength(11);
    expect(new Set(Object.values(first)).size).toBe(11);
    for (const secret of Object.values(first)) expect(secret.length).toBeGreaterThanOrEqual(40);
    expect(await mode('secrets.json')).toBe(0o600);
    expect(await ensureSecrets(dataDir, {})).toEqual(first);
  });

  it('are another installation’s others', async () => {
    const other = await mkdtemp(path.join(os.tmpdir(), 'trame-secrets-'));
    expect(await ensureSecrets(other, {})).not.toEqual(await ensureSecrets(dataDir, {}));
    await rm(other, { recursive: true });
  });

  it('are never made anew over a file that cannot be read: every link and every session would end', async () => {
    for (const text of ['', '{"JWT_SECRET":', '[]', '{"JWT_SECRET":1}']) {
      await writeFile(path.join(dataDir, 'secrets.json'), text);
      await expect(ensureSecrets(dataDir, {})).rejects.toThrow(/secrets\.json ne peut pas être relu/);
      expect(await readFile(path.join(dataDir, 'secrets.json'), 'utf8')).toBe(text);
    }
    await writeFile(path.join(dataDir, 'admin.json'), '{}');
    await expect(ensureAdmin(dataDir, 'http://a', false, {})).rejects.toThrow(/admin\.json ne peut pas être relu/);
    expect(await readFile(path.join(dataDir, 'admin.json'), 'utf8')).toBe('{}');
  });

  it('give way to the environment without being written down', async () => {
    const given = 'a-secret-of-the-administrator';
    expect((await ensureSecrets(dataDir, { JWT_SECRET: given }))['JWT_SECRET']).toBe(given);
    expect(await readFile(path.join(dataDir, 'secrets.json'), 'utf8')).not.toContain(given);
  });

  it('gain one that a newer version needs, and keep the others', async () => {
    const first = await ensureSecrets(dataDir, {});
    const { ENCRYPTION_KEY: _, ...older } = first;
    await writeFile(path.join(dataDir, 'secrets.json'), JSON.stringify(older));
    expect(await ensureSecrets(dataDir, {})).toMatchObject(older);
  });

  it('are found by a tool in another terminal, and asked for when there are none', async () => {
    expect(() => readSecrets(dataDir, {})).toThrow(/npx pnpm@12 start/);
    const made = await ensureSecrets(dataDir, {});
    expect(readSecrets(dataDir, {})).toEqual({
      exportToken: made['TRAME_EXPORT_TOKEN'],
      webhookSecret: made['TRAME_WEBHOOK_SECRET'],
    });
    expect(readDeployerSecrets(dataDir, {})).toMatchObject({ pressSecret: made['TRAME_PRESS_SECRET'] });
  });

  it('of the press may be missing from an older installation: backup and build go on, and the deployer asks for a start', async () => {
    const { TRAME_PRESS_SECRET: _, ...older } = await ensureSecrets(dataDir, {});
    await writeFile(path.join(dataDir, 'secrets.json'), JSON.stringify(older));
    expect(readSecrets(dataDir, {}).exportToken).toBe(older['TRAME_EXPORT_TOKEN']);
    expect(() => readDeployerSecrets(dataDir, {})).toThrow(/npx pnpm@12 start/);
  });
});

describe('the first administrator', () => {
  it('keeps e-mail and password, and follows the address of the CMS', async () => {
    const first = await ensureAdmin(dataDir, 'http://127.0.0.1:1337', false, {});
    expect(first).toMatchObject({ isNew: true, account: { url: 'http://127.0.0.1:1337/admin' } });
    expect(await mode('admin.json')).toBe(0o600);
    expect(await ensureAdmin(dataDir, 'https://edition.example', true, {})).toEqual({
      account: { ...first.account, url: 'https://edition.example/admin' },
      isNew: false,
    });
    expect(await mode('admin.json')).toBe(0o600);
  });

  it('may be named by the environment, at the first start only', async () => {
    const named = await ensureAdmin(dataDir, 'http://a', false, {
      TRAME_ADMIN_EMAIL: 'moi@example.org',
      TRAME_ADMIN_PASSWORD: 'Motdepasse1',
    });
    expect(named.account).toMatchObject({ email: 'moi@example.org', password: 'Motdepasse1' });
    const later = await ensureAdmin(dataDir, 'http://a', false, { TRAME_ADMIN_EMAIL: 'autre@example.org' });
    expect(later).toEqual({ ...named, isNew: false });
  });

  it('is none that this installation knows when the database brings its accounts: no password is made up for them', async () => {
    expect(await ensureAdmin(dataDir, 'http://a', true, {})).toEqual({ account: null, isNew: false });
    await expect(stat(path.join(dataDir, 'admin.json'))).rejects.toThrow(/ENOENT/);
  });

  it('stays private when the file was opened to others', async () => {
    await ensureAdmin(dataDir, 'http://a', false, {});
    await chmod(path.join(dataDir, 'admin.json'), 0o644);
    await ensureAdmin(dataDir, 'http://b', false, {});
    expect(await mode('admin.json')).toBe(0o600);
  });
});

it('passwords are never the same, pass Strapi’s rule, and hold nothing that is misread', () => {
  const made = new Set(Array.from({ length: 500 }, makePassword));
  expect(made.size).toBe(500);
  for (const password of made) expect(password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?!.*[0O1lI])[\w-]{19}$/);
});
