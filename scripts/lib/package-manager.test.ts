import { expect, it } from 'vitest';
import { packageManager } from './package-manager.ts';

it('is the pnpm that runs us, a script or a program', () => {
  expect(packageManager('/opt/pnpm/bin/pnpm.cjs')).toEqual([process.execPath, ['/opt/pnpm/bin/pnpm.cjs']]);
  expect(packageManager('/opt/pnpm')).toEqual(['/opt/pnpm', []]);
});

it('is the one of the README where another program, or none, runs us', () => {
  for (const other of ['/usr/lib/npm/bin/npm-cli.js', ''])
    expect(packageManager(other)).toEqual(['npx', ['--yes', 'pnpm@12']]);
});
