/** The kinds of fault, and how each comes. */
import { spawnSync } from 'node:child_process';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@trame/cms/demo/random';
import { filesIn } from '../lib/file-digests.ts';
import { LOOPBACK } from '../lib/http.ts';
import { isAlive } from '../lib/processes.ts';
import { messages } from '../start/messages.ts';
import { PLAIN } from './hooks.ts';
import { BUILD_CHILDREN, type BuildChild, type Supervised } from './programs.ts';
import type { Trame } from './trame.ts';

/** What came, and what it explains. */
export interface Injected {
  /** For the line of the publication. */
  readonly what: string;
  /** What `start` must start again. */
  readonly killed?: { readonly program: Supervised; readonly pid: number };
  /** What may die of it besides. */
  readonly mayDie?: readonly Supervised[];
  /** Ends it after a while that was drawn, whatever has become of the publication. */
  readonly passes?: { readonly afterMs: number; readonly undo: () => Promise<void> | void };
  /** Ends it once the publication is on the site. */
  readonly staysUntilWell?: () => Promise<void>;
  /** It may have come when the publication was made already: then the next one meets it. */
  readonly stillThere?: () => boolean;
  /** Whether it met what it was to harm, when that is not certain at once. */
  readonly hasMet?: () => boolean;
  /** Releases besides those of the publication that it explains. */
  readonly explained?: number;
  /** Anything seen that no fault excuses. */
  readonly besides?: readonly string[];
}

export interface Fault {
  readonly kind: string;
  /** Before the editor's click: what it does happens when the webhook comes. */
  readonly before?: true;
  /** @returns null when there was nothing to meet: a program that no longer ran */
  readonly inject: (trame: Trame, random: Random) => Promise<Injected | null>;
}

export const nameOf = (program: Supervised): string => messages.names[program];

const CHILD_PATIENCE_MS = 20_000;
/** A program that eats may have so much more than it had. */
const MORE_MEMORY_BYTES = 256 * 2 ** 20;
/** Milliseconds from now that a clock may be wrong by: less than a day, some days, over a year. */
const WRONG_BY = [3_600_000, 5 * 86_400_000, 400 * 86_400_000] as const;

/** The child once it runs; null when it does not within a while. */
async function meet(trame: Trame, child: BuildChild): Promise<number | null> {
  const begun = performance.now();
  for (;;) {
    const pid = trame.pidOfBuildChild(child);
    if (pid !== null) return pid;
    if (performance.now() - begun > CHILD_PATIENCE_MS) return null;
    await sleep(10);
  }
}

const refuses = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: LOOPBACK });
    const say = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => say(false)).once('error', () => say(true));
  });

/** A proxy would go on sending editors to a CMS that says that it is well without its database. */
async function healthWithoutDatabase(trame: Trame): Promise<string[]> {
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await refuses(trame.databasePort)) {
      const status = await trame.health();
      if ((await refuses(trame.databasePort)) && status === 204)
        return ['/_health says 204 while the database is down'];
    }
    await sleep(50);
  }
  return [];
}

/** One of the programs that are kept. */
async function meetAny(trame: Trame, random: Random): Promise<{ child: BuildChild; pid: number } | null> {
  const child = random.pick(BUILD_CHILDREN.filter((name) => name !== 'precompress'));
  const pid = await meet(trame, child);
  return pid === null ? null : { child, pid };
}

const kill = (program: Supervised): Fault => ({
  kind: `kill -9: ${program === 'cms' ? 'Strapi' : program === 'postgres' ? 'PostgreSQL' : program}`,
  inject: async (trame) => {
    const pid = trame.pidOf(program);
    if (pid === null) return null;
    process.kill(pid, 'SIGKILL');
    const besides = program === 'postgres' ? await healthWithoutDatabase(trame) : [];
    return { what: `process ${pid}`, killed: { program, pid }, besides };
  },
});

const killChild = (child: BuildChild): Fault => ({
  kind: `kill -9: ${child === 'annuaire' ? 'Typst (annuaire)' : child} of a build`,
  inject: async (trame) => {
    const pid = await meet(trame, child);
    if (pid === null) return null;
    process.kill(pid, 'SIGKILL');
    return { what: `process ${pid}` };
  },
});

const hang: Fault = {
  kind: 'a program of a build hangs',
  inject: async (trame, random) => {
    const met = await meetAny(trame, random);
    if (met === null) return null;
    const { child, pid } = met;
    process.kill(pid, 'SIGSTOP');
    return { what: `${child}, process ${pid}`, stillThere: () => isAlive(pid) };
  },
};

/** The next write of a file fails inside a program: the job throws where it stands. */
const throws: Fault = {
  kind: 'a build throws',
  inject: async (trame, random) => {
    const met = await meetAny(trame, random);
    if (met === null) return null;
    const { child, pid } = met;
    await trame.order(pid, 'fail a write');
    return { what: child, hasMet: () => trame.hasMet(pid) };
  },
};

const memory: Fault = {
  kind: 'a build eats memory',
  inject: async (trame, random) => {
    const met = await meetAny(trame, random);
    if (met === null) return null;
    const { child, pid } = met;
    const held = Number(/VmData:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
    const limit = `--data=${held + MORE_MEMORY_BYTES}`;
    if (spawnSync('prlimit', ['--pid', String(pid), limit]).status !== 0) return null;
    await trame.order(pid, 'fill memory');
    return { what: `${child}, 256 MiB more at most`, stillThere: () => isAlive(pid) };
  },
};

const fullDisk: Fault = {
  kind: 'the disk is full',
  inject: async (trame, random) => {
    const afterMs = random.integer(3000, 10_000);
    const what = `for ${(afterMs / 1000).toFixed(1)} s`;
    const { disk } = trame;
    if (disk) {
      await disk.fill();
      // PostgreSQL ends itself rather than go on without its log of writes, and is recovered from it.
      return { what, mayDie: ['postgres'], passes: { afterMs, undo: () => disk.empty() } };
    }
    // No file system of our own: a limit on the size of what the programs of a build write stands in for it.
    const limited: number[] = [];
    for (const child of BUILD_CHILDREN) {
      const pid = trame.pidOfBuildChild(child);
      if (pid !== null && spawnSync('prlimit', ['--pid', String(pid), '--fsize=4096:']).status === 0) limited.push(pid);
    }
    if (limited.length === 0) return null;
    const undo = () => {
      for (const pid of limited) spawnSync('prlimit', ['--pid', String(pid), '--fsize=unlimited:']);
    };
    return { what: `${what} (RLIMIT_FSIZE stood in)`, passes: { afterMs, undo } };
  },
};

const webhook = (kind: string, draw: (random: Random) => { times: number; afterMs: number }): Fault => ({
  kind: `the webhook comes ${kind}`,
  before: true,
  // eslint-disable-next-line @typescript-eslint/require-await -- others wait for what they meet
  inject: async (trame, random) => {
    const mode = draw(random);
    const before = trame.hooksSeen();
    trame.hooks(mode);
    return {
      hasMet: () => trame.hooksSeen() > before,
      what: mode.times === 0 ? 'dropped' : `${mode.times} times, each ${mode.afterMs} ms after the other`,
      // eslint-disable-next-line @typescript-eslint/require-await -- ends as others do
      staysUntilWell: async () => trame.hooks(PLAIN),
    };
  },
});

const clock = (sign: 1 | -1): Fault => ({
  kind: `the clock goes ${sign > 0 ? 'forth' : 'back'}`,
  inject: async (trame, random) => {
    const wrongBy = sign * random.pick(WRONG_BY);
    await trame.bendClock(wrongBy);
    return {
      what: `by ${wrongBy / 3_600_000} h`,
      stillThere: () => true,
      staysUntilWell: () => trame.bendClock(0),
      explained: 2, // another day, and the present one again
    };
  },
});

/** What the deployer keeps for itself and can make again. */
async function stateFiles(dataDir: string): Promise<string[]> {
  const folder = path.join(dataDir, 'deployer');
  const found = await filesIn(folder);
  return found
    .filter((name) => name.endsWith('.json') || path.basename(name) === 'lock')
    .map((name) => path.join(folder, name));
}

const HARM = {
  truncated: async (file: string) => truncate(file, Math.floor((await readFile(file)).length / 2)),
  emptied: (file: string) => truncate(file, 0),
  'random bytes': async (file: string, random: Random) => {
    const { length } = await readFile(file);
    await writeFile(file, Buffer.from(Array.from({ length: Math.min(length, 65_536) }, () => random.integer(0, 255))));
  },
} as const;

const badState: Fault = {
  kind: 'a state file is damaged',
  inject: async (trame, random) => {
    const harm = random.pick(Object.keys(HARM) as (keyof typeof HARM)[]);
    const killsToo = random.chance(50);
    const file = random.pick(await stateFiles(trame.dataDir));
    try {
      await HARM[harm](file, random);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null; // replaced just now
      throw error;
    }
    const what = `${path.relative(trame.dataDir, file)} ${harm}`;
    const pid = killsToo ? trame.pidOf('deployer') : null;
    if (pid === null) return { what, explained: 1 };
    process.kill(pid, 'SIGKILL');
    return { what: `${what}, and the deployer killed`, killed: { program: 'deployer', pid }, explained: 1 };
  },
};

export const FAULTS: readonly Fault[] = [
  // eslint-disable-next-line @typescript-eslint/require-await -- others wait for what they meet
  { kind: 'none', inject: async () => ({ what: 'nothing' }) },
  kill('deployer'),
  kill('cms'),
  kill('postgres'),
  ...BUILD_CHILDREN.map(killChild),
  hang,
  throws,
  memory,
  fullDisk,
  webhook('twice', (random) => ({ times: 2, afterMs: random.integer(50, 3000) })),
  webhook('late', (random) => ({ times: 1, afterMs: random.integer(3000, 15_000) })),
  webhook('never', () => ({ times: 0, afterMs: 0 })),
  clock(1),
  clock(-1),
  badState,
];
