/** `pnpm seed`: reads the options, opens the CMS, fills it. */
import { parseArgs } from 'node:util';
import { dayOf } from '@trame/cms/domain/dates';
import { PlainError, sentenceFor } from '../lib/plain-error.ts';
import { bootCms } from './boot-cms.ts';
import { messages } from './messages.ts';
import { seedAssociations } from './seed-associations.ts';
import { seedDemo } from './seed-demo.ts';

const MOST = 11_000;

interface Options {
  demo: boolean;
  associations: number | null;
  seed: number;
}

/** @throws {PlainError} in French for an option that cannot be understood. Null: help was asked for. */
export function readOptions(args: string[]): Options | null {
  let values;
  try {
    ({ values } = parseArgs({
      args: args.filter((arg) => arg !== '--'), // pnpm hands over the separator too
      options: {
        demo: { type: 'boolean', default: false },
        associations: { type: 'string' },
        seed: { type: 'string', default: '1' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    throw new PlainError(messages.badOption(error instanceof Error ? error.message : String(error)));
  }
  if (values.help) return null;
  const whole = (option: string, text: string): number => {
    if (!/^\d{1,9}$/.test(text)) throw new PlainError(messages.badNumber(option, text));
    return Number(text);
  };
  const associations = values.associations === undefined ? null : whole('--associations', values.associations);
  if (associations !== null && associations > MOST) throw new PlainError(messages.tooMany(MOST));
  if (associations === null && !values.demo) throw new PlainError(messages.nothingToDo);
  return { demo: values.demo, associations, seed: whole('--seed', values.seed) };
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: string }> {
  const start = performance.now();
  const result = await work();
  return {
    result,
    seconds: ((performance.now() - start) / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 }),
  };
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    say(messages.help);
    return;
  }
  const cms = await bootCms();
  try {
    if (options.demo) {
      const { result, seconds } = await timed(() =>
        seedDemo(cms.strapi, { today: dayOf(new Date()), report: (step) => say(`${step}…`) }),
      );
      say(result ? messages.demoDone(seconds) : messages.demoAlready);
    }
    const { associations, seed } = options;
    if (associations !== null) {
      const { result, seconds } = await timed(() => seedAssociations(cms.strapi, { count: associations, seed }));
      say(messages.associationsDone(result.added, result.present, seconds));
    }
  } finally {
    await cms.close();
  }
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`);
    process.exitCode = 1;
  }
  process.exit(); // Strapi leaves timers behind that would keep a finished command waiting
}
