/** In processes of their own: what is tested is whether they die. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

const MODULE = path.join(import.meta.dirname, 'hold-signals.ts');
const run = (code: string) =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { setTimeout as sleep } from 'node:timers/promises';
       import { holdSignals } from ${JSON.stringify(MODULE)};
       const send = async (signal) => { process.kill(process.pid, signal); await sleep(50); };
       ${code}`,
    ],
    { encoding: 'utf8', timeout: 10_000 },
  );

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('survives %s, also with Strapi’s habits, and says so', (signal) => {
  const { stdout, status } = run(`
    process.on('${signal}', () => process.exit(8)); // whoever was there before
    holdSignals(() => console.log('held'));
    await send('${signal}');
    process.on('${signal}', () => process.exit(9)); // as createStrapi() does
    await send('${signal}');
    process.removeAllListeners(); // as strapi.destroy() does
    await send('${signal}');
    console.log('whole');`);
  expect(stdout.trim().split('\n')).toEqual(['held', 'held', 'held', 'whole']);
  expect(status).toBe(0);
});

it('puts back what was there before', () => {
  const own = run(`
    process.on('SIGINT', () => { console.log('mine'); process.exit(8); });
    holdSignals(() => console.log('held'))();
    await send('SIGINT');`);
  expect(own).toMatchObject({ stdout: 'mine\n', status: 8 });
  expect(run(`holdSignals(() => {})(); await send('SIGTERM'); console.log('still here');`)).toMatchObject({
    stdout: '',
    signal: 'SIGTERM',
  });
});
