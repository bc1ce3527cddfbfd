/**
 * The pnpm that runs us, so that `npx pnpm@12 test` works where no pnpm is installed; the one that the README names where
 * something else does.
 * @param running path of the package manager that runs us, as it says it
 * @returns a command, and what stands before its arguments
 */
export function packageManager(running = process.env['npm_execpath']): readonly [string, readonly string[]] {
  if (running === undefined || !/pnpm/.test(running)) return ['npx', ['--yes', 'pnpm@12']];
  return /\.[cm]?js$/.test(running) ? [process.execPath, [running]] : [running, []];
}
