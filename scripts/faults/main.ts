/** `pnpm faults [--publications 50] [--seed 1] [--only KIND]`: a whole Trame, a fault in each publication, and its figures. */
import os from 'node:os';
import { parseArgs } from 'node:util';
import { seededRandom } from '@trame/cms/demo/random';
import { PlainError } from '../lib/plain-error.ts';
import { runCommand } from '../lib/run.ts';
import { FAULTS, type Fault } from './faults.ts';
import { judgePauses } from './judge.ts';
import { addressOf, type Outcome, publishUndisturbed, publishWithFault } from './publications.ts';
import { watchReleases } from './releases-seen.ts';
import { table } from './report.ts';
import { startTrame } from './trame.ts';
import { sendVisitor } from './visitor.ts';

const HELP = `Usage: pnpm faults [--publications 50] [--seed 1] [--only KIND]

Starts a whole Trame with the demonstration in a folder of its own, publishes real edits, and does harm in each publication: one
of the kinds below, at an instant that is drawn, while a visitor asks the site for pages. Ends with a table; 1 when an edit was
lost, an answer was not that of one whole release, or something did not come back.

  --publications N  how many
  --seed N          the same number draws the same kinds, targets and instants
  --only KIND       words of a kind; only those that hold them come
`;

/** Entries that are edited in turn. */
const ENTRIES = 6;
/** What every release answers. */
const ALWAYS = [
  '/',
  '/associations/',
  '/status.json',
  '/pagefind/fiches.json',
  '/annuaire/',
  '/donnees/associations.csv',
];

const say = (text: string) => void process.stderr.write(`${text}\n`);
const print = (text: string) => void process.stdout.write(`${text}\n`);

function readOptions(): { publications: number; seed: number; kinds: readonly Fault[] } | null {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((arg) => arg !== '--'),
    options: {
      publications: { type: 'string', default: '50' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const whole = (name: 'publications' | 'seed'): number => {
    if (!/^[1-9]\d{0,8}$/.test(values[name])) throw new PlainError(`--${name} takes a whole number, 1 or more`);
    return Number(values[name]);
  };
  const kinds = FAULTS.filter(({ kind }) => kind.includes(values.only ?? ''));
  if (kinds.length === 0) throw new PlainError(`No kind of fault is called ${values.only ?? ''} (--help lists them)`);
  return { publications: whole('publications'), seed: whole('seed'), kinds };
}

await runCommand(async () => {
  const options = readOptions();
  if (!options) {
    print(`${HELP}\nKinds:\n${FAULTS.map(({ kind }) => `  ${kind}`).join('\n')}`);
    return;
  }
  if (process.platform !== 'linux') throw new PlainError('Faults are made through /proc and the signals of Linux');
  const { publications, seed, kinds } = options;
  const random = seededRandom(seed);
  /** Every kind once, in an order that is drawn, and again. */
  const drawn: Fault[] = [];
  while (drawn.length < publications) drawn.push(...random.sample(kinds, kinds.length));

  const trame = await startTrame(say);
  process.once('SIGINT', () => void trame.stop().finally(() => process.exit(130)));
  try {
    const found = await trame.edit((editor) => editor.list('association', 40));
    const entries = found.filter(({ inPrint }) => inPrint !== false).slice(0, ENTRIES);
    const releases = watchReleases(trame.dataDir, [...ALWAYS, ...entries.map(addressOf)]);
    let changed = entries[0]!;
    const visitor = sendVisitor(trame.siteUrl, () => [...ALWAYS, addressOf(changed), addressOf(changed)]);
    const scene = { trame, random, releases, visitor, say };
    await publishUndisturbed(scene, changed); // programs of a build are loaded with the first one
    const usualMs = await publishUndisturbed(scene, changed);
    say(`A publication without a fault: ${Math.round(usualMs)} ms`);

    const outcomes: Outcome[] = [];
    let reached = 0;
    try {
      for (const [at, fault] of drawn.slice(0, publications).entries()) {
        changed = entries[at % entries.length]!;
        say(`${at + 1}/${publications}`);
        const one = await publishWithFault({ ...scene, usualMs }, fault, changed, reached);
        outcomes.push(one.outcome);
        reached = one.reached;
      }
    } finally {
      await visitor.stop();
      await releases.stop();
      print(
        `\n${os.availableParallelism()} cores, ${os.cpus()[0]?.model ?? '?'}, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)}; seed ${seed}; ${trame.disk ? 'a file system in memory of its own' : 'RLIMIT_FSIZE'} for the full disk\n`,
      );
      print(table(outcomes));
      print(`\n${releases.all.length} releases went live. Restarts that \`start\` announced:`);
      for (const { program, pauseS } of trame.restartsSaid()) print(`  ${program}: after ${pauseS} s`);
    }
    const pauses = judgePauses(trame.restartsSaid());
    for (const line of pauses) print(`WRONG: ${line}`);
    const isBad = outcomes.some(({ bad, wrong }) => bad.length > 0 || wrong.length > 0) || pauses.length > 0;
    print(isBad ? '\nNOT HELD' : '\nheld');
    if (isBad) process.exitCode = 1;
  } finally {
    await trame.stop();
  }
});
