/**
 * One program for a unit or a container: reads settings and secrets, keeps of them what this program needs, then becomes it. No
 * process of ours stays between: what the system counts, limits and signals is the program itself.
 */
import { chdir, execPath, execve } from 'node:process';
import { readEnvironment, secretsFile } from '../lib/environment.ts';
import { isThere, readJson } from '../lib/files.ts';
import { environmentFor } from '../lib/need-to-know.ts';
import { PlainError } from '../lib/plain-error.ts';
import { runCommand } from '../lib/run.ts';
import { commandOf, programEnvironment, type ServingProgram } from '../start/programs.ts';
import { AdminAccount, adminFile, ensureSecrets } from '../start/secrets.ts';
import { messages } from './messages.ts';

/** By the names of the units. */
const PROGRAMS: ReadonlyMap<string, ServingProgram> = new Map([
  ['cms', 'cms'],
  ['deployer', 'deployer'],
  ['site', 'siteServer'],
]);

export interface Launch {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Record<string, string>;
}

/**
 * @param name of the unit, without `trame-`
 * @throws {PlainError} for another name, and for the CMS or the deployer before anything was prepared
 */
export async function launchOf(name: string | undefined, variables: NodeJS.ProcessEnv = process.env): Promise<Launch> {
  const program = PROGRAMS.get(name ?? '');
  if (program === undefined) throw new PlainError(messages.unknownProgram([...PROGRAMS.keys()]));
  const environment = readEnvironment(variables);
  const { dataDir } = environment;
  // The server of the site is given nothing that is private, and cannot read any of it.
  const isTrusted = program !== 'siteServer';
  if (isTrusted && !(await isThere(secretsFile(dataDir)))) throw new PlainError(messages.notPrepared(dataDir));
  const secrets = isTrusted ? await ensureSecrets(dataDir, variables) : {};
  const account = program === 'cms' ? await readJson(adminFile(dataDir), AdminAccount) : null;
  const env = environmentFor(program, programEnvironment(environment, secrets, account, variables));
  return { ...commandOf(program), env: Object.fromEntries(Object.entries(env).filter(isSet)) };
}

const isSet = (entry: [string, string | undefined]): entry is [string, string] => entry[1] !== undefined;

if (import.meta.main) {
  await runCommand(async () => {
    const { args, cwd, env } = await launchOf(process.argv[2]);
    chdir(cwd);
    if (execve === undefined) throw new PlainError(messages.noExecve);
    execve(execPath, [execPath, ...args], env);
  });
}
