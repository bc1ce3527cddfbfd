/**
 * `npx pnpm@12 test`: lint, format, types, then every test, on a machine with two cores in under ten minutes.
 * All of it runs even when a part fails; the end says what did, and which tests took longest.
 */
import { spawn } from 'node:child_process';
import { glob, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { formatDuration, systemClock } from '../lib/clock.ts';
import { ROOT } from '../lib/environment.ts';
import { readJson } from '../lib/files.ts';
import { packageManager } from '../lib/package-manager.ts';
import { runCommand } from '../lib/run.ts';
import { allParts, type Part, partsFor } from './parts.ts';
import { schedule } from './schedule.ts';
import { Report, slowest } from './slowest.ts';

const HELP = `Usage: pnpm test [NAME]

Without a name: everything that the CI runs. With one: the unit tests whose path has the name, and the tests of the running
CMS that go through a room of that name. Browser and end-to-end tests run when their own path has it.

  pnpm test withdrawals
  pnpm test site/src/print
  pnpm test scripts/e2e/edition
`;
const SLOWEST = 20;

interface Outcome {
  readonly part: Part;
  readonly code: number;
  readonly milliseconds: number;
}

/** Runs a part to its end. Parts run side by side, so the output of one is kept, and shown when it fails. */
function run(part: Part): Promise<Outcome> {
  const [command, before] = packageManager();
  const begun = systemClock.ticks();
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, [...before, ...part.script], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('error', (error) => {
      output += error.message;
    });
    child.once('close', (code, signal) => {
      const milliseconds = systemClock.ticks() - begun;
      const sound = code === 0;
      if (!sound) process.stdout.write(`\n── ${part.name} ──\n${output}${signal ? `\nEnded by ${signal}` : ''}\n`);
      process.stdout.write(`${sound ? '✓' : '✗'} ${part.name}: ${formatDuration(milliseconds)}\n`);
      resolve({ part, code: code ?? 1, milliseconds });
    });
  });
}

/** Every test file, by its path from the root. */
async function testFiles(): Promise<readonly string[]> {
  const files: string[] = [];
  for (const place of ['cms/src', 'cms/tests', 'site/src', 'site/e2e', 'scripts'])
    for await (const file of glob(`${place}/**/*.test.ts`, { cwd: ROOT, exclude: ['**/node_modules/**'] }))
      files.push(file.split(path.sep).join('/'));
  return files;
}

async function showSlowest(parts: readonly Part[]): Promise<void> {
  const reports = await Promise.all(parts.flatMap(({ report }) => (report ? [readJson(report, Report)] : [])));
  const found = slowest(
    reports.filter((report) => report !== null),
    SLOWEST,
  );
  if (found.length === 0) return;
  process.stdout.write(`\nThe slowest ${found.length}:\n`);
  for (const { what, milliseconds } of found)
    process.stdout.write(`${formatDuration(milliseconds).padStart(12)}  ${what}\n`);
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2).filter((arg) => arg !== '--'),
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const [name, ...more] = positionals;
  if (more.length > 0) throw new Error(`one name at a time; see pnpm test --help`);
  const reports = await mkdtemp(path.join(os.tmpdir(), 'trame-test-'));
  try {
    const parts = name === undefined ? allParts(reports) : partsFor(name, await testFiles(), reports);
    if (parts.length === 0) throw new Error(`no test has « ${name} » in its path; see pnpm test --help`);
    const outcomes = await schedule(parts, os.availableParallelism(), run);
    await showSlowest(parts);
    process.stdout.write('\n');
    for (const { part, code, milliseconds } of outcomes)
      process.stdout.write(`${code === 0 ? '✓' : '✗'} ${part.name}: ${formatDuration(milliseconds)}\n`);
    if (outcomes.some(({ code }) => code !== 0)) process.exitCode = 1;
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
});
