/**
 * `npx pnpm@12 test`: lint, format, types, then every test, on a machine with two cores in under ten minutes.
 * All of it runs even when a part fails; the end says what did.
 */
import { spawn } from 'node:child_process';
import { formatDuration, systemClock } from '../lib/clock.ts';
import { ROOT } from '../lib/environment.ts';

interface Part {
  readonly name: string;
  readonly script: readonly string[];
}

const PARTS: readonly (readonly Part[])[] = [
  // These three share the two cores; their output is shown one after the other.
  [
    { name: 'lint', script: ['run', 'lint'] },
    { name: 'format', script: ['run', 'format:check'] },
    { name: 'types', script: ['run', 'typecheck'] },
  ],
  [{ name: 'unit tests', script: ['exec', 'vitest', 'run', '--project', 'unit'] }],
  [{ name: 'CMS tests', script: ['exec', 'vitest', 'run', '--project', 'cms'] }],
  [{ name: 'browser tests', script: ['exec', 'vitest', 'run', '--project', 'site'] }],
  [{ name: 'end-to-end tests', script: ['exec', 'vitest', 'run', '--project', 'e2e'] }],
];

interface Outcome {
  readonly part: Part;
  readonly code: number;
  readonly milliseconds: number;
  readonly output: string;
}

/** The package manager that runs us, so that `npx pnpm@12 test` works where no pnpm is installed. */
function packageManager(): readonly [string, readonly string[]] {
  const entry = process.env['npm_execpath'];
  if (!entry) return ['pnpm', []];
  return /\.[cm]?js$/.test(entry) ? [process.execPath, [entry]] : [entry, []];
}

function run(part: Part, alone: boolean): Promise<Outcome> {
  const [command, before] = packageManager();
  const begun = systemClock.ticks();
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, [...before, ...part.script], {
      cwd: ROOT,
      stdio: ['ignore', alone ? 'inherit' : 'pipe', alone ? 'inherit' : 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
    const done = (code: number) => resolve({ part, code, output, milliseconds: systemClock.ticks() - begun });
    child.once('error', (error) => {
      output += error.message;
      done(127);
    });
    child.once('close', (code) => done(code ?? 1));
  });
}

const outcomes: Outcome[] = [];
for (const together of PARTS) {
  const finished = await Promise.all(together.map((part) => run(part, together.length === 1)));
  for (const { part, output, code } of finished)
    if (together.length > 1 && code !== 0) process.stdout.write(`\n── ${part.name} ──\n${output}\n`);
  outcomes.push(...finished);
}

process.stdout.write('\n');
for (const { part, code, milliseconds } of outcomes)
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${part.name}: ${formatDuration(milliseconds)}\n`);
process.exitCode = outcomes.every(({ code }) => code === 0) ? 0 : 1;
