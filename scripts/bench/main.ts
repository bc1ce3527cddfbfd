/** `pnpm bench [name…] [--sizes 1200,10000] [--runs 5]`: measures, and prints a table for the README of each bench. */
import { readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from '../lib/run.ts';
import { type Bench, table } from './lib/figures.ts';

const HELP = `Usage: pnpm bench [name…] [--sizes 1200,10000] [--runs 5]

Without a name, every bench runs. Each has a README that says what it measures and what was measured last.
`;

const here = import.meta.dirname;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2).filter((arg) => arg !== '--'),
    allowPositionals: true,
    options: { sizes: { type: 'string' }, runs: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  const names = (await readdir(here, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && entry.name !== 'lib')
    .map(({ name }) => name);
  if (values.help) {
    process.stdout.write(`${HELP}\nBenches: ${names.join(', ')}\n`);
    return;
  }
  const unknown = positionals.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`no bench is called ${unknown}; there are ${names.join(', ')}`);
  process.stdout.write(
    `${os.availableParallelism()} cores, ${os.cpus()[0]?.model ?? '?'}, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)}\n`,
  );
  for (const name of positionals.length > 0 ? positionals : names) {
    const { bench } = (await import(path.join(here, name, 'bench.ts'))) as { bench: Bench };
    process.stdout.write(`\n## ${name}\n`);
    const figures = await bench.run({
      sizes: values.sizes?.split(',').map(Number) ?? bench.sizes,
      runs: Number(values.runs ?? bench.runs),
      say: (text) => process.stderr.write(`${text}\n`),
    });
    process.stdout.write(`${table(figures)}\n`);
  }
});
