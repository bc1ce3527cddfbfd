/**
 * What `pnpm faults` puts into the programs of Trame themselves, before their own code (`--import` in NODE_OPTIONS): a clock that
 * can be put wrong, a write that fails, a memory that fills. Nothing of it is in the programs, and without the folder of
 * the run it does nothing.
 *
 * Orders lie in that folder: `clock` holds the milliseconds that the deployer's clock is wrong by; `<pid>` holds what the
 * process does at its next SIGUSR2.
 */
import fs, { promises, readFileSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { setInterval, setTimeout } from 'node:timers';

const READ_CLOCK_MS = 100;
const CHUNK_BYTES = 16 * 2 ** 20;
const CHUNK_MS = 5;
/** Then the job is over, or writes nothing: the next one is to be well. */
const ARMED_MS = 20_000;

const folder = process.env['TRAME_FAULTS'];
const program = process.argv[1] ?? '';

const orderIn = (name: string): string | null => {
  try {
    return readFileSync(path.join(folder!, name), 'utf8');
  } catch {
    return null; // no order, or not yet
  }
};

/** `new Date()` and `Date.now()` are wrong by what the order says; durations are not, as on a machine whose clock is put right. */
function bendClock(): void {
  let wrongBy = 0;
  const look = () => (wrongBy = Number(orderIn('clock') ?? 0) || 0);
  look();
  setInterval(look, READ_CLOCK_MS).unref();
  const RealDate = Date;
  const now = () => RealDate.now() + wrongBy;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
}

/** The next write of a file fails, as on a disk that is about to die. */
function failNextWrite(): void {
  const { writeFile } = promises;
  const { writeFileSync } = fs;
  const bad = (): Error => {
    writeFileSync(path.join(folder!, `${process.pid}.met`), '');
    return Object.assign(new Error('EIO: i/o error, write'), { code: 'EIO' });
  };
  const mend = () => {
    promises.writeFile = writeFile;
    fs.writeFileSync = writeFileSync;
    syncBuiltinESMExports();
  };
  promises.writeFile = () => {
    mend();
    return Promise.reject(bad());
  };
  fs.writeFileSync = () => {
    mend();
    throw bad();
  };
  syncBuiltinESMExports();
  setTimeout(mend, ARMED_MS).unref();
}

function fillMemory(): void {
  const held: Buffer[] = [];
  setInterval(() => held.push(Buffer.alloc(CHUNK_BYTES, 1)), CHUNK_MS);
}

if (folder !== undefined && folder !== '') {
  if (program.endsWith('scripts/deployer/main.ts')) bendClock();
  process.on('SIGUSR2', () => {
    const order = orderIn(String(process.pid));
    rmSync(path.join(folder, String(process.pid)), { force: true });
    if (order === 'fail a write') failNextWrite();
    if (order === 'fill memory') fillMemory();
  });
}
