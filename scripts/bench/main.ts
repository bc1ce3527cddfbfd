/** `pnpm bench`: measures, shows, and keeps the figures in each bench's README. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bench as annuaire } from './annuaire/bench.ts';
import { bench as exportEndpoint } from './export-endpoint/bench.ts';
import type { Bench } from './lib/figure.ts';
import { figuresTable, keepFigures } from './lib/readme.ts';
import { bench as pageWeight } from './page-weight/bench.ts';
import { bench as publishToVisible } from './publish-to-visible/bench.ts';
import { bench as searchBytes } from './search-bytes/bench.ts';
import { bench as seed } from './seed/bench.ts';

const BENCHES: readonly Bench[] = [publishToVisible, exportEndpoint, annuaire, pageWeight, searchBytes, seed];

const HELP = `Usage: pnpm bench [NAME…] [--runs N] [--sizes A,B] [--dry]

${BENCHES.map(({ name, question }) => `  ${name.padEnd(20)} ${question}`).join('\n')}

  --runs N      counted runs of each figure (default 5)
  --sizes A,B   numbers of associations (default 85,1200; add 10000 for the largest, some minutes)
  --dry         shows the figures without writing them into the READMEs
`;

const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '85,1200' },
    dry: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const runs = Number(values.runs);
const sizes = values.sizes.split(',').map(Number);
const unknown = positionals.filter((name) => !BENCHES.some((bench) => bench.name === name));
const sound = Number.isInteger(runs) && runs > 0 && sizes.every((size) => Number.isInteger(size) && size > 0);
if (values.help || unknown.length > 0 || !sound) {
  if (unknown.length > 0) process.stderr.write(`No such bench: ${unknown.join(', ')}\n\n`);
  process.stdout.write(HELP);
  process.exit(values.help ? 0 : 2);
}

const say = (line: string) => process.stdout.write(`${line}\n`);
for (const bench of BENCHES.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  say(`\n# ${bench.name}: ${bench.question}\n`);
  const figures = await bench.run({ runs, sizes, say: (line) => say(`  ${line}`) });
  say(`\n${figuresTable(figures)}`);
  if (!values.dry) await keepFigures(path.join(import.meta.dirname, bench.name), figures, runs);
}
process.exit();
