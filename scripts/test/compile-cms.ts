/** Compiles the CMS before the tests that boot it, so that none of them compiles it while another one runs it. */
import os from 'node:os';
import path from 'node:path';
import { systemClock } from '../lib/clock.ts';
import { runCommand } from '../lib/run.ts';
import { compileServer } from '../start/cms-build.ts';
import { createProgress } from '../start/progress.ts';
import { createSupervisor } from '../start/supervisor.ts';

/** @throws {PlainError} naming the log when it does not compile */
export async function compileCms(): Promise<void> {
  const supervisor = createSupervisor();
  const logFile = path.join(os.tmpdir(), `trame-compile-${process.pid}.log`);
  const progress = createProgress(systemClock, () => undefined);
  try {
    await compileServer({ supervisor, progress, env: process.env, logFile });
  } finally {
    await supervisor.stopAll();
  }
}

if (import.meta.main) await runCommand(compileCms);
