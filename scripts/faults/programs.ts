/** The processes of a Trame that `start` runs, found by who started them and with what. */
import { readdirSync } from 'node:fs';
import { commandLine, isAlive, parentOf } from '../lib/processes.ts';

/** What `start` starts again when it dies. */
export type Supervised = 'deployer' | 'cms' | 'postgres';
/** What the deployer starts to make a release; `annuaire` is Typst. */
export const BUILD_CHILDREN = ['pages', 'search', 'annuaire', 'checks', 'precompress'] as const;
export type BuildChild = (typeof BUILD_CHILDREN)[number];

const COMMANDS: Readonly<Record<Supervised | BuildChild, string>> = {
  deployer: 'scripts/deployer/main.ts',
  cms: 'bin/strapi.js start',
  postgres: '/postgres -D ',
  pages: 'workers/pages-worker.ts',
  search: 'workers/search-worker.ts',
  annuaire: 'workers/annuaire-worker.ts',
  checks: 'deployer/checks-worker.ts',
  precompress: 'deployer/precompress.ts',
};

function childOf(parent: number, command: string): number | null {
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => parentOf(pid) === parent && isAlive(pid) && commandLine(pid).includes(command));
  return found ?? null;
}

/** @param start process of `start` @returns null while it does not run */
export const pidOf = (start: number, program: Supervised): number | null => childOf(start, COMMANDS[program]);

export function pidOfBuildChild(start: number, child: BuildChild): number | null {
  const deployer = pidOf(start, 'deployer');
  return deployer === null ? null : childOf(deployer, COMMANDS[child]);
}
