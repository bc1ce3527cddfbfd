import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { writeStamps } from './cms-build.ts';

it('what a clone was built of can be read by the account that runs it, which is not the one that built it', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'trame-stamps-'));
  const file = path.join(folder, 'build-stamps.json');
  await writeStamps({ server: 'one', admin: 'two' }, file);
  expect((await stat(file)).mode & 0o777).toBe(0o644);
  await rm(folder, { recursive: true });
});
