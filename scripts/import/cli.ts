/** `pnpm import`: reads the options, opens the CMS beside a running server or alone, and hands it the file. */
import { access, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Core } from '@strapi/types';
import type { RunImportCommand } from '@trame/cms/domain/import/command';
import { ROOT } from '../lib/environment.ts';
import { PlainError, sentenceFor } from '../lib/plain-error.ts';
import { bootCms } from '../seed/boot-cms.ts';
import { answerInWords, exitCodeOf, messages } from './messages.ts';

interface Options {
  readonly file: string;
  readonly apply: boolean;
  readonly publish: boolean;
}

/** @throws {PlainError} in French for an option that cannot be understood. Null: help was asked for. */
export function readOptions(args: string[]): Options | null {
  let parsed;
  try {
    parsed = parseArgs({
      args: args.filter((arg) => arg !== '--'), // pnpm hands over the separator too
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        apply: { type: 'boolean', default: false },
        publish: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new PlainError(messages.badOption(error instanceof Error ? error.message : String(error)));
  }
  const { values, positionals } = parsed;
  if (values.help) return null;
  const [file] = positionals;
  if (file === undefined) throw new PlainError(messages.noFile);
  if (positionals.length > 1) throw new PlainError(messages.oneFile);
  if (values.apply && values['dry-run']) throw new PlainError(messages.bothModes);
  if (values.publish && !values.apply) throw new PlainError(messages.publishWithoutApply);
  return { file, apply: values.apply, publish: values.publish };
}

/** The compiled CMS's own copy: it shares its transactions with the Strapi that was booted. */
function compiledCommand(): RunImportCommand<Core.Strapi> {
  try {
    const { runImportCommand } = createRequire(path.join(ROOT, 'cms/package.json'))('./dist/src/import/command.js') as {
      runImportCommand: RunImportCommand<Core.Strapi>;
    };
    return runImportCommand;
  } catch (cause) {
    throw new PlainError(messages.oldBuild, { cause });
  }
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    process.stdout.write(messages.help);
    return 0;
  }
  // pnpm runs a script in the project's folder: a path is meant from where it was typed.
  const file = path.resolve(process.env['INIT_CWD'] ?? '.', options.file);
  await access(file, constants.R_OK).catch((cause: unknown) => {
    throw new PlainError(messages.missing(options.file), { cause });
  });
  const cms = await bootCms();
  try {
    const { apply, publish } = options;
    const answer = await compiledCommand()(cms.strapi, { path: file, fileName: path.basename(file), apply, publish });
    if (answer.kind === 'refused') throw new PlainError(answer.message);
    process.stdout.write(`${answerInWords(answer).join('\n')}\n`);
    return exitCodeOf(answer);
  } finally {
    await cms.close();
  }
}

if (import.meta.main) {
  let code = 1;
  try {
    code = await main();
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`);
  }
  process.exit(code); // Strapi leaves timers behind that would keep a finished command waiting
}
