/** `pnpm check:supply`: what comes from elsewhere is what was read, under a licence we may use, and not known to be harmful. */
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../lib/environment.ts';
import { packageManager } from '../lib/package-manager.ts';
import { PlainError } from '../lib/plain-error.ts';
import { runCommand } from '../lib/run.ts';
import { type Audit, isUrgent, readAudit } from './advisories.ts';
import { outsideOf, readRules, Sbom } from './licences.ts';
import { messages } from './messages.ts';
import { looseActions, looseVersions, releaseAge, SHORTEST_AGE } from './pinned.ts';

/** @returns what pnpm printed, however it ended */
function pnpm(args: readonly string[]): Promise<{ failed: boolean; output: string; errors: string }> {
  const [command, before] = packageManager();
  return new Promise((resolve) => {
    const options = { cwd: ROOT, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, NO_COLOR: '1' } };
    execFile(command, [...before, ...args], options, (error, output, errors) =>
      resolve({ failed: error !== null, output, errors }),
    );
  });
}

async function pinning(): Promise<string[]> {
  const read = (file: string) => readFile(path.join(ROOT, file), 'utf8');
  const findings: string[] = [];
  for (const file of ['package.json', ...globSync('{cms,site,scripts}/package.json', { cwd: ROOT })])
    for (const one of looseVersions(JSON.parse(await read(file)))) findings.push(messages.loose(file, one));
  for (const file of globSync('.github/{workflows,actions}/**/*.{yml,yaml}', { cwd: ROOT }))
    for (const one of looseActions(await read(file))) findings.push(messages.action(file, one));
  const age = releaseAge(await read('pnpm-workspace.yaml'));
  if (age === null || age < SHORTEST_AGE) findings.push(messages.age(age));
  return findings;
}

/** @param keepIn where somebody wants it */
async function inventory(keepIn: string | null): Promise<Sbom> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'trame-sbom-'));
  try {
    const file = path.join(folder, 'sbom.json');
    const made = await pnpm([
      ...['sbom', '--sbom-format', 'cyclonedx', '--sbom-spec-version', '1.6', '--sbom-type', 'application'],
      ...['--out', file],
    ]);
    if (made.failed) throw new PlainError(messages.noSbom(made.errors.trim() || made.output.trim()));
    if (keepIn !== null) await copyFile(file, path.resolve(keepIn));
    return Sbom.parse(JSON.parse(await readFile(file, 'utf8')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface Supply {
  readonly findings: readonly string[];
  readonly audit: Audit;
  readonly components: number;
}

/** Looks at all of it. @param keepIn a file for the inventory */
export async function checkSupply(keepIn: string | null): Promise<Supply> {
  const sbom = await inventory(keepIn);
  const audit = readAudit((await pnpm(['audit', '--json'])).output);
  return {
    findings: [
      ...(await pinning()),
      ...outsideOf(sbom, readRules()).map((one) => messages.licence(one.package, one.licence)),
      ...(audit.known ? audit.advisories.filter(isUrgent).map(messages.advisory) : []),
    ],
    audit,
    components: sbom.components.length,
  };
}

if (import.meta.main) {
  await runCommand(async () => {
    const args = process.argv.slice(2);
    const say = (text: string) => void process.stdout.write(`${text}\n`);
    if (args.includes('--help')) return say(messages.help);
    const at = args.indexOf('--sbom');
    const keepIn = at < 0 ? null : (args[at + 1] ?? 'sbom.json');
    const { findings, audit, components } = await checkSupply(keepIn);
    if (keepIn !== null) say(messages.kept(keepIn, components));
    for (const finding of findings) say(finding);
    if (findings.length === 0) say(messages.fine(components, audit.known));
    if (!audit.known) say(messages.unknown(audit.why));
    if (findings.length > 0) process.exitCode = 1;
    else if (!audit.known) process.exitCode = 2;
  });
}
